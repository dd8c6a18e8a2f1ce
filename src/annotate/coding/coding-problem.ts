import { StudyError, StudyProblems } from '../../errors/errors.ts';

/** Where in the files of a wave something is wrong. */
export interface CodingPlace {
  readonly path: string;
  readonly line: number;
}

/** What is wrong there and what to do about it. */
export interface FoundCodingProblem {
  readonly line: number;
  readonly problem: string;
  readonly remedy: string;
}

/** So many problems of one file are listed. */
const LISTED = 20;

/** One problem of a file as an error. */
export function codingProblem(
  { path, line }: CodingPlace,
  problem: string,
  remedy: string,
): StudyError<'codings/invalid'> {
  return new StudyError('codings/invalid', { path, problem, remedy }, { position: { path, line } });
}

/**
 * Ends the reading of a file in which something was found wrong.
 * @throws {StudyProblems} the problems in the order of lines, the first of them where there are many
 */
export function refuseProblems(path: string, found: readonly FoundCodingProblem[]): void {
  if (found.length === 0) return;
  const sorted = [...found].sort((a, b) => a.line - b.line);
  const count = sorted.length - LISTED;
  throw new StudyProblems([
    ...sorted
      .slice(0, LISTED)
      .map(({ line, problem, remedy }) => codingProblem({ path, line }, problem, remedy)),
    ...(count > 0 ? [new StudyError('study/more-problems', { count }, { position: { path } })] : []),
  ]);
}
