import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadResult } from './drive-load.ts';

/** What the folder of codings holds beside what coders were told that it holds. */
export interface KeptCodings {
  readonly nGiven: number;
  /** Given and not on disk, or with another label. */
  readonly nLost: number;
  /** On disk more than once: rows of a mention, or lines of an id in the journal. */
  readonly nTwice: number;
}

/** Compares a wave on disk with the labels that were taken. */
export async function compareKept(study: string, { given, wave }: LoadResult): Promise<KeptCodings> {
  let [nGiven, nLost, nTwice] = [0, 0, 0];
  for (const [name, labels] of given) {
    const at = (file: string): string => join(study, 'codings', wave, file);
    const rows = lines(await readFile(at(`${name}.csv`), 'utf8')).slice(1);
    const journal = lines(await readFile(at(`${name}.jsonl`), 'utf8'));
    const kept = new Map(rows.map((row) => row.split(',') as [string, string]));
    const ids = journal.map((line) => (JSON.parse(line) as { id: string }).id);
    nGiven += labels.size;
    nLost += [...labels].filter(([mention, label]) => kept.get(mention) !== label).length;
    nTwice += rows.length - kept.size + (ids.length - new Set(ids).size);
  }
  return { nGiven, nLost, nTwice };
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
