import { join } from 'node:path';
import type { Deletion } from '../domain/deletion.ts';
import type { BesideFinding } from '../report/beside-finding.ts';
import { readMultiverse } from './read-multiverse.ts';
import { readResult } from './read-result.ts';

/** Path of what a later look at the addresses found, in the folder of a run. */
export function deletionPath(out: string): string {
  return join(out, 'deletion.json');
}

/** What a later look at the addresses found; null where none was made. Whether it is of the last run, its run id tells. */
function readDeletion(out: string): Promise<Deletion | null> {
  return readResult(deletionPath(out), 'recheck');
}

/** What lies beside the finding in the folder of a run and stands in its report. */
export async function readBeside(out: string): Promise<BesideFinding> {
  return { multiverse: await readMultiverse(out), deletion: await readDeletion(out) };
}
