import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { REPORT_LANGUAGES } from '../study/config.ts';
import type { ArticleService } from './article/article-service.ts';
import { mountArticle } from './article/mount-article.ts';
import { type CodingParts, mountCoding } from './coding/mount-coding.ts';
import { ROUTES } from './contract.ts';
import { describeProblem } from './describe-problem.ts';
import { mountExplore } from './explore/mount-explore.ts';
import { BODY_LIMIT, limitRate, requireSameOrigin, secureHeaders } from './guard.ts';
import { resultBytes } from './kept-result.ts';
import { mountPage } from './mount-page.ts';
import { openApiDocument } from './openapi.ts';
import type { PageFiles } from './page-files.ts';
import { mountQuery } from './query/mount-query.ts';
import type { QueryService } from './query/query-service.ts';
import { refuse } from './refuse.ts';
import { answerReportFile } from './report-file.ts';
import { mount } from './route.ts';
import { mountRuns } from './runs/mount-runs.ts';
import type { RunService } from './runs/run-service.ts';
import { requireSession } from './session.ts';
import { mountStart } from './start/mount-start.ts';
import type { StartService } from './start/start-service.ts';
import type { Workbench } from './workbench.ts';

/** What the application works with. */
export interface AppOptions {
  readonly workbench: Workbench;
  readonly coding: CodingParts;
  readonly runs: RunService;
  readonly start: StartService;
  readonly query: QueryService;
  readonly articles: ArticleService;
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
  app.use(requireSameOrigin(options.port));
  const { accounts, log } = options.coding;
  app.use(
    requireSession({
      ...options,
      findUser: (token) => accounts.find(token),
      onOpen: (user) => log.add(user, { deed: 'open', about: 'link' }),
      routes: Object.values(ROUTES),
      mayGoOn: limitRate(options.now),
    }),
  );
  app.use(bodyLimit({ maxSize: BODY_LIMIT, onError: (context) => refuse(context, 'size') }));
  mountRoutes(app, options);
  mountPage(app, options);
  app.notFound((context) => refuse(context, 'missing'));
  app.onError((error, context) => {
    const { status, problem } = describeProblem(error);
    return context.json(problem, status);
  });
  return app;
}

function mountRoutes(
  app: Hono,
  { workbench, coding, runs, start, query, articles, version }: AppOptions,
): void {
  mount(app, ROUTES.session, async (_, context) => ({
    ...(await workbench.session()),
    user: context.get('user'),
  }));
  mount(app, ROUTES.firstView, async (_, context) => {
    const language = REPORT_LANGUAGES.find((one) => one === context.req.param('language'));
    if (language === undefined) return refuse(context, 'missing');
    return answerResult(await workbench.firstView(language), context);
  });
  mount(app, ROUTES.finding, async (_, context) => {
    const finding = await workbench.finding();
    // Who has seen the finding may question its queries next.
    query.warm('soon');
    return answerResult(finding, context);
  });
  mount(app, ROUTES.beside, async (_, context) => answerResult(await workbench.beside(), context));
  mount(app, ROUTES.report, (_, context) => answerReportFile(workbench, context));
  mountCoding(app, coding, runs);
  mountRuns(app, runs);
  mountStart(app, start);
  mountQuery(app, query);
  mountExplore(app, workbench.explorer);
  mountArticle(app, articles, coding.log);
  const document = openApiDocument(Object.values(ROUTES), version);
  app.get('/api/openapi.json', (context) => context.json(document));
}

function answerResult(result: object, context: Context): Response {
  return context.body(resultBytes(result), 200, { 'content-type': 'application/json' });
}
