import { join } from 'node:path';
import type { Multiverse } from '../domain/multiverse.ts';
import { readResult } from './read-result.ts';

/** Path of the multiverse in the folder of a run. */
export function multiversePath(out: string): string {
  return join(out, 'multiverse.json');
}

const SCHEMA: Multiverse['schema'] = 'groundswell-multiverse/2';

/** The multiverse that lies in the folder of a run; null where none was computed, or by an older program. Whether it is of the last run, its run id tells. */
export async function readMultiverse(out: string): Promise<Multiverse | null> {
  const found = await readResult<Multiverse>(multiversePath(out), 'multiverse');
  return found?.schema === SCHEMA ? found : null;
}
