import type { Hono } from 'hono';
import { mount } from '../route.ts';
import { ARTICLE_ROUTES } from './article-contract.ts';
import type { ArticleService } from './article-service.ts';

/** Answers the requests of the article view. */
export function mountArticle(app: Hono, articles: ArticleService): void {
  mount(app, ARTICLE_ROUTES.articles, async () => ({ names: await articles.names() }));
  mount(app, ARTICLE_ROUTES.article, (_, context) => articles.show(context.req.param('name') ?? ''));
  mount(app, ARTICLE_ROUTES.checkArticle, ({ name, text }) => articles.check(name, text));
}
