import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRows } from '../../src/annotate/coding/read-rows.ts';
import { writeRows } from '../../src/annotate/coding/write-rows.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { groundswell } from '../groundswell.ts';

/** What is coded. */
interface CodedSample {
  /** File of the study in the folder. */
  readonly study: string;
  readonly out: string;
  readonly n: number;
}

const WAVE = 'bench';
const LABELS = ['against', 'neither', 'favor'];

/** Draws mentions for coding and codes them by chance: to be timed, not to be believed. */
export async function codeSample(folder: string, { study, out, n }: CodedSample): Promise<void> {
  const path = join(folder, study);
  await groundswell(['sample', path, '--run', out, '--date', '2025-01-01', '--n', String(n), '--wave', WAVE]);
  const sheet = join(out, 'sheets', `${WAVE}.csv`);
  const random = seededRandom(1);
  const rows = readRows({ content: readFileSync(sheet), path: sheet }, ['id']).map(({ cells }) => [
    cells['id'] ?? '',
    cells['text'] ?? '',
    LABELS[Math.floor(random() * LABELS.length)] ?? '',
  ]);
  const coded = join(folder, `${WAVE}.csv`);
  writeFileSync(coded, writeRows(['id', 'text', 'label'], rows));
  await groundswell(['codings', 'import', path, coded, '--coder', 'chance']);
}
