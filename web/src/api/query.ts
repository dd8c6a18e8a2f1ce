import type {
  EditedQuery,
  PreviewedQuery,
  Queries,
  QueryDiff,
  Suggestions,
} from '../../../src/server/query/query-contract.ts';
import { ask, send } from './client.ts';

/** The requests of the query builder. */
export const queryApi = {
  queries: () => ask<Queries>('/api/query'),
  preview: (
    edited: EditedQuery,
    how: { readonly shown: 'found' | 'gained' | 'lost'; readonly seed: number },
    signal: AbortSignal,
  ) => send<PreviewedQuery>('/api/query/preview', { ...edited, ...how }, { signal }),
  suggest: (edited: EditedQuery) => send<Suggestions>('/api/query/suggestions', edited),
  diff: (edited: EditedQuery, digest: string) => send<QueryDiff>('/api/query/diff', { ...edited, digest }),
  save: (edited: EditedQuery, digest: string) =>
    send<{ readonly digest: string }>('/api/query', { ...edited, digest }, { method: 'PUT' }),
};
