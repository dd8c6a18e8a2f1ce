import type { SentenceKind } from '../../../src/domain/checked-article.ts';
import type { ShownArticle, ShownLedger } from '../../../src/server/article/article-contract.ts';
import { ask, send } from './client.ts';

/** The requests of the article view. */
export const articleApi = {
  names: () => ask<{ readonly names: readonly string[] }>('/api/articles'),
  show: (name: string) => ask<ShownArticle>(`/api/articles/${encodeURIComponent(name)}`),
  say: (
    name: string,
    what: {
      readonly digest: string;
      readonly id: string;
      readonly kind: SentenceKind;
      readonly claim: string | null;
      readonly confirmed: boolean;
    },
  ) => send<ShownLedger>(`/api/articles/${encodeURIComponent(name)}/sentences`, what),
  check: (name: string, text: string | null) => send<ShownArticle>('/api/articles', { name, text }),
};
