import { join } from 'node:path';
import { BugError } from '../errors/errors.ts';
import type { CorpusParts } from '../store/corpus.ts';
import {
  type AnnotationCounts,
  annotationFolder,
  type BatchCounts,
  batchFolder,
  completeBatches,
  readCounts,
} from './part-store.ts';
import type { UnitTask } from './worker-protocol.ts';

/** The parts of a run and what the adapters yielded. */
export interface Batches {
  readonly parts: CorpusParts;
  /** Items the adapters yielded, by source. */
  readonly recordsIn: ReadonlyMap<string, number>;
  /** Names of the parts: equal lists, equal corpus. */
  readonly keys: readonly string[];
}

/** Lists the parts of every unit of a run. */
export async function readBatches(tasks: readonly UnitTask[]): Promise<Batches> {
  const parts = {
    raw_record: [] as string[],
    rejected_record: [] as string[],
    document: [] as string[],
    signature: [] as string[],
    mention: [] as string[],
    annotation: [] as string[],
  };
  const recordsIn = new Map<string, number>();
  const keys: string[] = [];
  for (const { unit, folder } of tasks) {
    const n = await completeBatches(folder);
    if (n === null) throw new BugError(`unit ${folder.path} is not complete`);
    for (let batch = 0; batch < n; batch++) {
      const path = batchFolder(folder, batch);
      const annotated = annotationFolder(folder, batch);
      const counts = await readCounts<BatchCounts>(path);
      const annotations = await readCounts<AnnotationCounts>(annotated);
      const add = (table: keyof typeof parts, inFolder: string, rows: number): void => {
        if (rows > 0) parts[table].push(join(inFolder, `${table}.parquet`));
      };
      for (const table of ['raw_record', 'rejected_record', 'document', 'signature'] as const) {
        add(table, path, counts[table]);
      }
      for (const table of ['mention', 'annotation'] as const) add(table, annotated, annotations[table]);
      recordsIn.set(unit.sourceId, (recordsIn.get(unit.sourceId) ?? 0) + counts.items);
      keys.push(annotated);
    }
  }
  return { parts, recordsIn, keys: keys.sort() };
}
