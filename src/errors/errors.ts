import type { ErrorCode, ErrorParameters } from './codes.ts';
import { errorText } from './messages.ts';

/** Where in a file a problem is. Lines and columns count from 1. */
export interface FilePosition {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** Common base: a code from the table, its facts, a message, a remedy and, where known, a place. */
abstract class CodedError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly parameters: ErrorParameters[C];
  readonly hint: string;
  readonly position: FilePosition | null;

  constructor(
    code: C,
    parameters: ErrorParameters[C],
    options: { position?: FilePosition; cause?: unknown } = {},
  ) {
    const { message, hint } = errorText(code, parameters);
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.parameters = parameters;
    this.hint = hint;
    this.position = options.position ?? null;
  }
}

/** A problem the user can fix: in the study file, the options or the input. Exit code 2. */
export class StudyError<C extends ErrorCode = ErrorCode> extends CodedError<C> {
  override readonly name = 'StudyError';
}

/** Several problems of one study file, found together. Exit code 2. */
export class StudyProblems extends AggregateError {
  override readonly name = 'StudyProblems';
  readonly problems: readonly StudyError[];

  constructor(problems: readonly StudyError[]) {
    super(problems, problems.map((p) => p.message).join('\n'));
    this.problems = problems;
  }
}

/** Something outside failed: a file, a disk, a network. Partial results are kept. Exit code 3. */
export class SourceError<C extends ErrorCode = ErrorCode> extends CodedError<C> {
  override readonly name = 'SourceError';
}

/** A broken invariant: our mistake. Exit code 70. */
export class BugError extends CodedError<'bug/invariant'> {
  override readonly name = 'BugError';

  constructor(problem: string, cause?: unknown) {
    super('bug/invariant', { problem }, cause === undefined ? {} : { cause });
  }
}
