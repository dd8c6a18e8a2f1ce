import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { WORKBENCH_VIEWS } from '../domain/workbench-view.ts';
import { ROUTES } from './contract.ts';
import { describeProblem } from './describe-problem.ts';
import { mountExplore } from './explore/mount-explore.ts';
import { BODY_LIMIT, limitRate, requireSameOrigin, secureHeaders } from './guard.ts';
import { openApiDocument } from './openapi.ts';
import type { PageFiles } from './page-files.ts';
import { refuse } from './refuse.ts';
import { answerReportFile } from './report-file.ts';
import { mount } from './route.ts';
import { requireSession } from './session.ts';
import type { Workbench } from './workbench.ts';

/** What the application works with. */
export interface AppOptions {
  readonly workbench: Workbench;
  readonly page: PageFiles;
  readonly token: string;
  readonly port: number;
  readonly version: string;
  readonly now: () => number;
}

/** The server as a function from requests to answers. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  app.use(secureHeaders());
  app.use(limitRate(options.now));
  app.use(requireSameOrigin(options.port));
  app.use(requireSession(options));
  app.use(bodyLimit({ maxSize: BODY_LIMIT, onError: (context) => refuse(context, 'size') }));
  mountRoutes(app, options);
  mountPage(app, options.page);
  app.notFound((context) => refuse(context, 'missing'));
  app.onError((error, context) => {
    const { status, problem } = describeProblem(error);
    return context.json(problem, status);
  });
  return app;
}

function mountRoutes(app: Hono, { workbench, version }: AppOptions): void {
  mount(app, ROUTES.session, () => workbench.session());
  mount(app, ROUTES.finding, () => workbench.finding());
  mount(app, ROUTES.beside, () => workbench.beside());
  mount(app, ROUTES.report, (_, context) => answerReportFile(workbench, context));
  mountExplore(app, workbench.explorer);
  const document = openApiDocument(Object.values(ROUTES), version);
  app.get('/api/openapi.json', (context) => context.json(document));
}

function mountPage(app: Hono, page: PageFiles): void {
  for (const [address, { type, content, isNamedByContent }] of page) {
    const caching = isNamedByContent ? 'private, max-age=31536000, immutable' : 'no-store';
    const paths = address === '/index.html' ? ['/', ...WORKBENCH_VIEWS.map((view) => `/${view}`)] : [address];
    for (const path of paths)
      app.get(path, (context) =>
        context.body(content, 200, { 'content-type': type, 'cache-control': caching }),
      );
  }
}
