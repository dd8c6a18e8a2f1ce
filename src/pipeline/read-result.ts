import { readFile } from 'node:fs/promises';
import { StudyError } from '../errors/errors.ts';

/**
 * A result of the program in the folder of a run; null where there is none.
 * @param command what makes it
 * @throws {StudyError} `report/damaged` where it is cut short or was edited
 */
export async function readResult<Result>(path: string, command: string): Promise<Result | null> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
    throw cause;
  });
  if (text === null) return null;
  try {
    return JSON.parse(text) as Result;
  } catch (cause) {
    throw new StudyError('report/damaged', { path, command }, { cause });
  }
}
