import type { Hono } from 'hono';
import type { AuditLog } from '../accounts/audit-log.ts';
import { mount } from '../route.ts';
import { ARTICLE_ROUTES } from './article-contract.ts';
import type { ArticleService } from './article-service.ts';

/** Answers the requests of the article view. */
export function mountArticle(app: Hono, articles: ArticleService, log: AuditLog): void {
  mount(app, ARTICLE_ROUTES.articles, async () => ({ names: await articles.names() }));
  mount(app, ARTICLE_ROUTES.article, (_, context) => articles.show(context.req.param('name') ?? ''));
  mount(app, ARTICLE_ROUTES.checkArticle, ({ name, text }) => articles.check(name, text));
  mount(app, ARTICLE_ROUTES.sayOfSentence, async (what, context) => {
    const name = context.req.param('name') ?? '';
    const ledger = await articles.say(name, what);
    await log.add(context.get('user'), { deed: 'article', about: name });
    return ledger;
  });
}
