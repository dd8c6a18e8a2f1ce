import type { Hono } from 'hono';
import { mount } from '../route.ts';
import { QUERY_ROUTES } from './query-contract.ts';
import type { QueryService } from './query-service.ts';

/** Answers the requests of the query builder. */
export function mountQuery(app: Hono, query: QueryService): void {
  mount(app, QUERY_ROUTES.queries, () => query.queries());
  mount(app, QUERY_ROUTES.previewQuery, ({ shown, seed, ...edited }) =>
    query.preview(edited, { shown, seed }),
  );
  mount(app, QUERY_ROUTES.suggestAliases, (edited) => query.suggest(edited));
  mount(app, QUERY_ROUTES.diffQuery, ({ digest, ...edited }) => query.diff(edited, digest));
  mount(app, QUERY_ROUTES.saveQuery, ({ digest, ...edited }) => query.save(edited, digest));
}
