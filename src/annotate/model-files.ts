import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StudyError } from '../errors/errors.ts';

/**
 * The card and the weights of a model in a folder, unread.
 * @throws StudyError `model/not-found`
 */
export async function readModelFiles(path: string): Promise<[card: string, weights: Uint8Array]> {
  try {
    return await Promise.all([
      readFile(join(path, 'model.json'), 'utf8'),
      readFile(join(path, 'weights.bin')),
    ]);
  } catch (cause) {
    throw new StudyError('model/not-found', { path }, { cause });
  }
}
