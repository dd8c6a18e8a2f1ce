import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SourceError, StudyError } from '../errors/errors.ts';
import { writeWhole } from './part-store.ts';

/**
 * The bytes of a file that a person named.
 * @throws SourceError `source/unreadable`
 */
export async function readNamedFile(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: unknown) => {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new SourceError('source/unreadable', { path, problem }, { cause });
  });
}

/**
 * Writes a file that a person named, whole or not at all; its folder is made.
 * @throws StudyError `cli/usage` where nothing can be written there
 */
export async function writeNamedFile(path: string, content: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, content);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new StudyError('cli/usage', { problem: `cannot write ${path}: ${problem}` }, { cause });
  }
}
