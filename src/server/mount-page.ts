import type { Hono } from 'hono';
import { FINDING_VIEWS, WORKBENCH_VIEWS } from '../domain/workbench-view.ts';
import type { ReportLanguage } from '../study/config.ts';
import { ROUTES } from './contract.ts';
import type { PageFiles } from './page-files.ts';
import type { QueryService } from './query/query-service.ts';
import type { Workbench } from './workbench.ts';

/** The page, and what is known of what it will ask for. */
interface PageParts {
  readonly page: PageFiles;
  readonly workbench: Workbench;
  readonly query: QueryService;
}

/** Answers with the built page: every view is the same file, with what the browser is to fetch for it beside. */
export function mountPage(app: Hono, { page, workbench, query }: PageParts): void {
  for (const [address, { type, content, isNamedByContent }] of page.files) {
    if (address === '/index.html') continue;
    const caching = isNamedByContent ? 'private, max-age=31536000, immutable' : 'no-store';
    app.get(address, (context) =>
      context.body(content, 200, { 'content-type': type, 'cache-control': caching }),
    );
  }
  const index = page.files.get('/index.html');
  if (index === undefined) return;
  for (const view of WORKBENCH_VIEWS) {
    app.on('GET', view === 'overview' ? ['/', '/overview'] : [`/${view}`], async (context) => {
      const { role } = context.get('user');
      // What its first answer rests on is made while the page comes.
      if (view === 'query' && role === 'analyst') query.warm('now');
      const language = await languageOfFinding(workbench);
      const hasFinding = language !== null;
      // Who is at the start of a study that is measured is shown its finding.
      const shown = view === 'start' && hasFinding ? 'overview' : view;
      const scripts = page.scriptsOf(shown).map((script) => `<${script}>; rel=modulepreload`);
      const isShown = role !== 'coder' && hasFinding && FINDING_VIEWS.includes(shown);
      const first = ROUTES.firstView.path.replace(':language', language ?? '');
      const shows = shown === 'overview' ? [first] : [ROUTES.finding.path, ROUTES.beside.path];
      const answers = [ROUTES.session.path, ...(isShown ? shows : [])];
      const fetched = answers.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin`);
      const link = [...scripts, ...fetched].join(', ');
      return context.body(index.content, 200, { 'content-type': index.type, link });
    });
  }
}

/** The language of the finding; null = there is none to ask for: a browser complains of what it was told to fetch in vain. */
async function languageOfFinding(workbench: Workbench): Promise<ReportLanguage | null> {
  return workbench.session().then(
    ({ stage, language }) => (stage === 'finding' ? language : null),
    () => null,
  );
}
