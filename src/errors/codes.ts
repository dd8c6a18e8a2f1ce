/**
 * Every error a user can meet: code → the facts its message needs.
 * Codes are slugs grouped by the folder that raises them.
 */
export interface ErrorParameters {
  'study/not-found': { path: string };
  'study/syntax': { problem: string };
  'study/invalid': { problem: string };
  'study/unknown-target': { target: string; known: string };
  'study/unknown-adapter': { adapter: string; known: string };
  'study/duplicate-id': { what: string; id: string };
  'study/no-files': { pattern: string; folder: string };
  'study/too-many-rejected': {
    source: string;
    rejected: number;
    total: number;
    share: string;
    limit: string;
  };
  'study/no-documents': { study: string };
  'source/unreadable': { path: string; problem: string };
  'source/wrong-format': { path: string; expected: string; problem: string };
  'source/unknown-encoding': { path: string; encoding: string };
  'store/query-failed': { query: string; sql: string; problem: string };
  'store/locked': { path: string };
  'store/other-version': { path: string; found: number; expected: number };
  'model/not-found': { path: string };
  'model/invalid': { path: string; problem: string };
  'gold/invalid': { path: string; line: number; problem: string };
  'report/no-finding': { path: string };
  'report/unknown-format': { format: string; known: string };
  'cli/usage': { problem: string };
  'bug/invariant': { problem: string };
}

/** One of the codes of {@link ErrorParameters}. */
export type ErrorCode = keyof ErrorParameters;
