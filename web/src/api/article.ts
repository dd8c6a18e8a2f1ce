import type { ShownArticle } from '../../../src/server/article/article-contract.ts';
import { ask, send } from './client.ts';

/** The requests of the article view. */
export const articleApi = {
  names: () => ask<{ readonly names: readonly string[] }>('/api/articles'),
  show: (name: string) => ask<ShownArticle>(`/api/articles/${encodeURIComponent(name)}`),
  check: (name: string, text: string | null) => send<ShownArticle>('/api/articles', { name, text }),
};
