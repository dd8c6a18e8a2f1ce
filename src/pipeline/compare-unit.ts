import { hash } from 'node:crypto';
import { join } from 'node:path';
import { collectRecords } from '../collect/collect-records.ts';
import type { InputUnit } from '../domain/input-unit.ts';
import type { Mismatch } from '../domain/verification.ts';
import { BugError } from '../errors/errors.ts';
import { ADAPTERS } from '../sources/registry.ts';
import { openDatabase } from '../store/database.ts';
import { storedRecords } from '../store/queries/record-hashes.ts';
import type { StudyConfig } from '../study/config.ts';
import { nodeFiles } from './node-files.ts';
import { type BatchCounts, batchFolder, readCounts, type UnitFolder } from './part-store.ts';
import type { ComparedUnit, UnitTask } from './worker-protocol.ts';

/** What units are compared with. */
export interface CompareSetup {
  readonly study: StudyConfig;
  /** Parts that are not as the run left them: they are named already and not read. */
  readonly damaged: ReadonlySet<string>;
  readonly memoryLimitMb: number;
  readonly temporaryFolder: string;
}

/** Reads units again and compares them with what the store keeps of them. */
export interface UnitComparer {
  compare(task: UnitTask): Promise<ComparedUnit>;
  close(): void;
}

/** Makes what one process compares units with. */
export async function createUnitComparer(setup: CompareSetup): Promise<UnitComparer> {
  const { memoryLimitMb, temporaryFolder } = setup;
  const database = await openDatabase({ path: ':memory:', threads: 1, memoryLimitMb, temporaryFolder });
  return {
    compare: (task) => compareUnit(task, { ...setup, readRecords: (part) => storedRecords(database, part) }),
    close: () => database.close(),
  };
}

async function compareUnit(
  { unit, folder }: UnitTask,
  {
    study,
    damaged,
    readRecords,
  }: CompareSetup & { readonly readRecords: (part: string) => Promise<StoredRecords> },
): Promise<ComparedUnit> {
  const source = study.sources.find((one) => one.id === unit.sourceId);
  const adapter = ADAPTERS.find((one) => one.name === source?.adapter);
  if (source === undefined || adapter === undefined) throw new BugError(`no source ${unit.sourceId}`);
  const mismatches: Mismatch[] = [];
  let nRecords = 0;
  let collected = new Set<string>();
  let found = 0;
  for await (const portion of collectRecords(unit, source, { adapter, files: nodeFiles })) {
    for (const { path, record } of portion.records)
      collected.add(
        placeKey(path, record.position.line, hash('sha256', record.payload.toWellFormed(), 'binary')),
      );
    found += portion.records.length + portion.rejected.length;
    if (!portion.isLast) continue;
    const path = batchFolder(folder, portion.batch);
    const part = join(path, 'raw_record.parquet');
    if (!damaged.has(part) && !damaged.has(join(path, 'counts.json'))) {
      const counts = await readCounts<BatchCounts>(path);
      const stored = counts.raw_record === 0 ? [] : await readRecords(part);
      nRecords += stored.length;
      for (const row of stored)
        if (!collected.has(placeKey(row.path, row.line, row.recordHash))) mismatches.push(strange(row));
      if (found !== counts.items || counts.raw_record + counts.rejected_record !== counts.items)
        mismatches.push(otherCount(unit, folder, { found, kept: counts.items }));
    }
    [collected, found] = [new Set(), 0];
  }
  return { nRecords, mismatches };
}

type StoredRecords = Awaited<ReturnType<typeof storedRecords>>;

function placeKey(path: string, line: number | null, digest: string): string {
  return `${path}:${line ?? ''} ${digest}`;
}

function strange({ path, line }: { readonly path: string; readonly line: number | null }): Mismatch {
  return {
    check: 'sources',
    file: line === null ? path : `${path}:${line}`,
    problem: 'the record that the store keeps of this place is not what the file says',
    remedy: 'remove the folder of the run and run the study again',
  };
}

function otherCount(
  unit: InputUnit,
  folder: UnitFolder,
  n: { readonly found: number; readonly kept: number },
): Mismatch {
  return {
    check: 'sources',
    file: unit.slices[0]?.path ?? folder.path,
    problem: `it gives ${n.found} records; the store accounts for ${n.kept}`,
    remedy: 'remove the folder of the run and run the study again',
  };
}
