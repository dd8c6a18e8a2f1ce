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
  'study/too-large': { bytes: number; limit: number };
  'study/duplicate-key': { key: string; firstLine: number };
  'study/unknown-key': { key: string; where: string; remedy: string };
  'study/missing': { field: string; meaning: string };
  'study/wrong-value': { field: string; problem: string; remedy: string };
  'study/unknown-class': { class: string; known: string };
  'study/unknown-source': { source: string; known: string };
  'study/unknown-theme': { theme: string; known: string };
  'study/unknown-event': { event: string; known: string };
  'study/unusable-claim': { claim: string; problem: string; remedy: string };
  'study/no-poll-file': { path: string; poll: string };
  'study/poll-columns': { path: string; missing: string };
  'study/poll-row': { problem: string };
  'study/unknown-in-mix': { name: string; what: string; suggestion: string | null; known: string };
  'study/mix-sum': { field: string; sum: number };
  'study/unknown-language': { language: string; suggestion: string | null };
  'study/unknown-time-zone': { timeZone: string; suggestion: string | null };
  'study/unknown-encoding': { encoding: string; suggestion: string | null };
  'study/period-order': { what: string; start: string; end: string };
  'study/period-too-long': { start: string; end: string; limitYears: number };
  'study/unknown-code-words': { list: string; suggestion: string | null };
  'study/short-alias': { alias: string; target: string };
  'study/excluded-alias': { alias: string; target: string };
  'study/more-problems': { count: number };
  'study/event-outside-period': { event: string; date: string; period: string };
  'study/shared-alias': { alias: string; targets: string };
  'study/idle-exclude': { exclude: string; target: string };
  'study/short-term': { term: string; theme: string };
  'study/shared-path': { path: string; sources: string };
  'study/absolute-path': { path: string };
  'study/no-files': { pattern: string; folder: string };
  'study/too-many-rejected': {
    source: string;
    rejected: number;
    total: number;
    share: string;
    limit: string;
    reasons: string;
  };
  'study/no-documents': { study: string };
  'study/no-labels': { field: string; problems: string };
  'source/unreadable': { path: string; problem: string };
  'source/wrong-format': { path: string; expected: string; problem: string };
  'source/unknown-encoding': { path: string; encoding: string };
  'store/query-failed': { query: string; sql: string; problem: string };
  'store/locked': { path: string };
  'store/other-version': { path: string; found: number; expected: number };
  'model/not-found': { path: string };
  'model/invalid': { path: string; problem: string };
  'model/unknown-themes': { path: string; themes: string; known: string };
  'model/incomplete': { path: string; lacks: string };
  'model/unfit': { path: string; problem: string; remedy: string };
  'model/no-runtime': { path: string; problem: string };
  'model/not-fetched': { model: string; problem: string };
  'annotator/not-started': { name: string; batch: string; command: string; problem: string };
  'annotator/ended': {
    name: string;
    batch: string;
    asked: number;
    answered: number;
    how: string;
    lastWords: string;
  };
  'annotator/timed-out': { name: string; batch: string; asked: number; answered: number; seconds: number };
  'annotator/wrong-answer': { name: string; batch: string; problem: string };
  'annotator/failed': { name: string; batch: string; problem: string };
  'annotator/no-key': { name: string; variable: string; problem: string };
  'annotator/cap-reached': { name: string; batch: string; cap: string; spent: string };
  'annotator/unreachable': { name: string; batch: string; host: string; attempts: number; problem: string };
  'annotator/refused': { name: string; batch: string; host: string; status: number; problem: string };
  'gold/invalid': { path: string; line: number; problem: string; remedy: string };
  'gold/too-few-codings': { path: string; problems: string; rows: number; groups: number };
  'codings/invalid': { path: string; problem: string; remedy: string };
  'codings/no-folder': { path: string };
  'codings/no-run': { path: string; problem: string };
  'codings/sample-too-small': { n: number; needed: number; cells: number };
  'verify/no-run': { path: string; problem: string };
  'report/no-finding': { path: string };
  'report/unknown-format': { format: string; known: string };
  'server/no-page': { path: string };
  'explore/unknown-value': { dimension: string; value: string; known: string };
  'explore/no-period': { from: string; to: string; start: string; end: string };
  'explore/withheld': { rule: string };
  'explore/no-run': { path: string; problem: string };
  'server/port-taken': { port: number };
  'article/unusable': { problem: string; remedy: string };
  'article/attached': { problem: string; remedy: string };
  'diff/no-run': { path: string; problem: string };
  'report/unknown-number': { number: string; known: string };
  'report/no-docx': Record<never, never>;
  'report/no-browser': { asked: string | null };
  'report/not-printed': { browser: string; problem: string };
  'cli/usage': { problem: string };
  'bug/invariant': { problem: string };
}

/** One of the codes of {@link ErrorParameters}. */
export type ErrorCode = keyof ErrorParameters;
