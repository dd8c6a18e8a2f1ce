import { readFile } from 'node:fs/promises';
import { SourceError } from '../errors/errors.ts';

/**
 * The bytes of a file that a person named.
 * @throws SourceError `source/unreadable`
 */
export async function readWholeFile(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: unknown) => {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new SourceError('source/unreadable', { path, problem }, { cause });
  });
}
