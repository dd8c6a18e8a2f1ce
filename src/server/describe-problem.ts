import { basename } from 'node:path';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import type { ErrorCode } from '../errors/codes.ts';
import { SourceError, StudyError, StudyProblems } from '../errors/errors.ts';
import type { problemSchema } from './route.ts';

const STATUS: Readonly<Partial<Record<ErrorCode, ContentfulStatusCode>>> = {
  'report/no-finding': 404,
  'explore/unknown-value': 400,
  'explore/no-period': 400,
  'explore/withheld': 403,
  'codings/no-wave': 404,
  'codings/not-yours': 403,
};

/** An error as an answer: what the user can mend, with file and line; what failed outside, or our own mistake. Folders and SQL stay in the terminal. */
export function describeProblem(error: unknown): {
  readonly status: ContentfulStatusCode;
  readonly problem: z.infer<typeof problemSchema>;
} {
  const first = error instanceof StudyProblems ? error.problems[0] : error;
  if (first instanceof StudyError) {
    const { code, hint } = first;
    const message = `${placeOf(first)}${first.message}`;
    return { status: STATUS[code as ErrorCode] ?? 409, problem: { code, message, hint } };
  }
  const code = first instanceof SourceError ? first.code : 'bug/invariant';
  return {
    status: 500,
    problem: {
      code,
      message: 'the request could not be answered',
      hint: 'the terminal in which `groundswell serve` runs says why',
    },
  };
}

/** File and line of what is wrong, where it has a line. */
function placeOf({ position }: StudyError): string {
  return position?.line === undefined ? '' : `${basename(position.path)}, ${position.line}: `;
}
