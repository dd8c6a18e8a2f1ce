import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Multiverse } from '../domain/multiverse.ts';

/** Path of the multiverse in the folder of a run. */
export function multiversePath(out: string): string {
  return join(out, 'multiverse.json');
}

/** The multiverse that lies in the folder of a run; null where none was computed. Whether it is of the last run, its run id tells. */
export async function readMultiverse(out: string): Promise<Multiverse | null> {
  const path = multiversePath(out);
  return existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as Multiverse) : null;
}
