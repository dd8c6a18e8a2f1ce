import type { ErrorCode, ErrorParameters } from './codes.ts';

/** What a person reads: what happened, and what to do about it. */
export interface ErrorText {
  readonly message: string;
  readonly hint: string;
}

type Messages = { readonly [C in ErrorCode]: (p: ErrorParameters[C]) => ErrorText };

const text = (message: string, hint: string): ErrorText => ({ message, hint });

const messages: Messages = {
  'study/not-found': (p) =>
    text(`no study file at ${p.path}`, 'write one with `groundswell init my-study`, or check the path'),
  'study/syntax': (p) =>
    text(`the study file does not parse: ${p.problem}`, 'mend the YAML at the line named'),
  'study/invalid': (p) => text(p.problem, 'see docs/study.md for the fields of a study file'),
  'study/unknown-target': (p) =>
    text(`unknown target "${p.target}"`, `use one of the declared targets: ${p.known}`),
  'study/unknown-adapter': (p) => text(`unknown adapter "${p.adapter}"`, `use one of: ${p.known}`),
  'study/duplicate-id': (p) => text(`${p.what} id "${p.id}" is used twice`, 'give each one an id of its own'),
  'study/no-files': (p) =>
    text(
      `no file matches "${p.pattern}" in ${p.folder}`,
      'correct the path, or set `optional: true` on the source to run without it',
    ),
  'study/too-many-rejected': (p) =>
    text(
      `source "${p.source}": ${p.rejected} of ${p.total} records rejected (${p.share}, limit ${p.limit})`,
      'look at the reasons in the `rejected_record` table; raise `rejectLimit` on the source to go on',
    ),
  'study/no-documents': (p) =>
    text(
      `study "${p.study}" has no document to measure`,
      'check the sources, the period and the field mapping',
    ),
  'source/unreadable': (p) =>
    text(`cannot read ${p.path}: ${p.problem}`, 'check that the file is whole and readable'),
  'source/wrong-format': (p) =>
    text(`${p.path} is not ${p.expected}: ${p.problem}`, 'choose another adapter for this source'),
  'source/unknown-encoding': (p) =>
    text(
      `${p.path}: unknown encoding "${p.encoding}"`,
      'use utf-8, utf-16le, utf-16be, windows-1251, koi8-r, gbk, gb18030 or big5',
    ),
  'store/query-failed': (p) => text(`query ${p.query} failed: ${p.problem}`, `the statement was: ${p.sql}`),
  'store/locked': (p) =>
    text(
      `the store at ${p.path} is in use by another process`,
      'wait for the other run to end, or choose another --out',
    ),
  'store/other-version': (p) =>
    text(
      `the store at ${p.path} has schema ${p.found}, this version needs ${p.expected}`,
      'choose another --out folder; nothing was changed',
    ),
  'model/not-found': (p) =>
    text(`no model at ${p.path}`, 'give the folder that holds model.json and weights.bin'),
  'model/invalid': (p) => text(`the model at ${p.path} cannot be used: ${p.problem}`, 'train it again'),
  'gold/invalid': (p) =>
    text(`${p.path}, line ${p.line}: ${p.problem}`, 'see docs/gold.md for the fields of gold data'),
  'report/no-finding': (p) => text(`no finding at ${p.path}`, 'make one with `groundswell run` first'),
  'report/unknown-format': (p) => text(`unknown report format "${p.format}"`, `use one of: ${p.known}`),
  'cli/usage': (p) => text(p.problem, 'see `groundswell --help`'),
  'bug/invariant': (p) =>
    text(
      `internal error: ${p.problem}`,
      'this is our mistake: please report it with the command and the run manifest',
    ),
};

/** The message and the remedy of an error code. */
export function errorText<C extends ErrorCode>(code: C, parameters: ErrorParameters[C]): ErrorText {
  return messages[code](parameters);
}
