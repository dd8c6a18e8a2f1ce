import { join } from 'node:path';
import type { Multiverse } from '../domain/multiverse.ts';
import { readResult } from './read-result.ts';

/** Path of the multiverse in the folder of a run. */
export function multiversePath(out: string): string {
  return join(out, 'multiverse.json');
}

/** The multiverse that lies in the folder of a run; null where none was computed. Whether it is of the last run, its run id tells. */
export function readMultiverse(out: string): Promise<Multiverse | null> {
  return readResult(multiversePath(out), 'multiverse');
}
