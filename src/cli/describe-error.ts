import { BugError, SourceError, StudyError, StudyProblems } from '../errors/errors.ts';
import { colours, type Terminal } from './terminal.ts';

/** An error as plain data, for `--json`. */
export interface DescribedError {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** Lists what went wrong: several problems of a study file, or one. */
export function describeError(error: unknown): DescribedError[] {
  if (error instanceof StudyProblems) return error.problems.flatMap(describeError);
  if (error instanceof StudyError || error instanceof SourceError || error instanceof BugError) {
    return [
      {
        code: error.code,
        message: error.message,
        hint: error.hint,
        path: error.position?.path ?? null,
        line: error.position?.line ?? null,
        column: error.position?.column ?? null,
      },
    ];
  }
  const message = error instanceof Error ? error.message : String(error);
  return [
    {
      code: 'bug/invariant',
      message,
      hint: 'please report it with the command',
      path: null,
      line: null,
      column: null,
    },
  ];
}

/** Prints problems for a person: place, message, remedy. */
export function printProblems(problems: readonly DescribedError[], terminal: Terminal): void {
  const c = colours(terminal);
  for (const problem of problems) {
    const place = [problem.path, problem.line, problem.column].filter((part) => part !== null).join(':');
    terminal.error(`${c.red('error')} ${place === '' ? '' : `${c.bold(place)} `}${problem.message}\n`);
    if (problem.hint !== '') terminal.error(`      ${c.dim(problem.hint)}\n`);
  }
}
