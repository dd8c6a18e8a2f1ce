import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a batch holds, written beside its tables. */
export interface BatchCounts {
  /** Items the adapter yielded. */
  readonly items: number;
  readonly raw_record: number;
  readonly rejected_record: number;
  readonly document: number;
  readonly signature: number;
}

/** What annotation of a batch gave. */
export interface AnnotationCounts {
  readonly mention: number;
  readonly annotation: number;
}

/**
 * The store's folders. A unit's folder is named by what made it; a batch's folder appears by one rename when all
 * its tables are on disk, so that a run killed at any moment leaves whole batches or none.
 *
 *     parts/ab/abcdef…/0/document.parquet …        a batch
 *     parts/ab/abcdef…/0/annotated-1234…/mention.parquet …   its annotation under one configuration
 *     parts/ab/abcdef…/unit.json                   the unit is complete
 */
export interface UnitFolder {
  readonly path: string;
  readonly annotateKey: string;
}

/** The folder of a unit. */
export function unitFolder(storeFolder: string, unitKey: string, annotateKey: string): UnitFolder {
  return { path: join(storeFolder, 'parts', unitKey.slice(0, 2), unitKey), annotateKey };
}

/** The folder of one batch of a unit. */
export function batchFolder(unit: UnitFolder, batch: number): string {
  return join(unit.path, String(batch));
}

/** The folder of a batch's annotation. */
export function annotationFolder(unit: UnitFolder, batch: number): string {
  return join(batchFolder(unit, batch), `annotated-${unit.annotateKey}`);
}

/** Number of batches of a complete unit; null while it is not complete. */
export async function completeBatches(unit: UnitFolder): Promise<number | null> {
  const text = await readFile(join(unit.path, 'unit.json'), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as { batches: number }).batches;
}

/** Marks a unit complete. */
export async function completeUnit(unit: UnitFolder, batches: number): Promise<void> {
  await mkdir(unit.path, { recursive: true });
  await writeWhole(join(unit.path, 'unit.json'), `${JSON.stringify({ batches })}\n`);
}

/**
 * Makes a folder appear whole: `write` fills an unfinished one, which is then renamed. The unfinished one bears the number
 * of the process, so that a process that outlives a killed run by a moment does not meet the next run's. Where the folder
 * is there by then, it has the same content, since its path names what made it.
 */
export async function publishFolder(
  path: string,
  write: (unfinished: string) => Promise<void>,
): Promise<void> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await write(unfinished);
  await rename(unfinished, path).catch(async (cause: unknown) => {
    if (!existsSync(path)) throw cause;
    await rm(unfinished, { recursive: true, force: true });
  });
}

/**
 * Writes a file so that it appears whole or not at all. The unfinished one is this call's alone: the server plans a study for one who
 * explores and one who tries a query at once, and beside a run in another process.
 */
export async function writeWhole(path: string, content: string | Uint8Array, mode = 0o666): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.unfinished`;
  try {
    await writeFile(unfinished, content, { mode });
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  }
}

/** Whether a batch, or its annotation, is on disk. */
export function isPublished(path: string): boolean {
  return existsSync(path);
}

/** The counts written beside a batch's tables. */
export async function readCounts<Counts>(folder: string): Promise<Counts> {
  return JSON.parse(await readFile(join(folder, 'counts.json'), 'utf8')) as Counts;
}

/** Removes what a killed run left unfinished at the top of a unit. */
export async function clearUnfinished(unit: UnitFolder): Promise<void> {
  const names = await readdir(unit.path).catch(() => []);
  for (const name of names) {
    if (name.endsWith('.unfinished')) await rm(join(unit.path, name), { recursive: true, force: true });
  }
}
