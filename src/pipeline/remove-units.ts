import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Removal } from '../normalize/removal.ts';
import { openDatabase } from '../store/database.ts';
import { partsWithRemoved } from '../store/queries/units-to-remove.ts';
import type { StudyConfig } from '../study/config.ts';
import { readForgotten } from './forgotten-list.ts';
import { removeRechecks } from './recheck-journal.ts';

const DAY = 86_400_000;

/** What a run leaves out, by the list of the study and the days for which records are kept. */
export async function readRemoval(study: StudyConfig, now: number): Promise<Removal> {
  const { retentionDays } = study.privacy;
  const keepFrom = retentionDays === null ? null : (Math.floor(now / DAY) - retentionDays) * DAY;
  return { ...(await readForgotten(study)), keepFrom };
}

/**
 * Removes the units of the store that hold what must be left out, those of earlier configurations too, and everything that was made
 * from all units together. The run then reads their sources again, without what is left out.
 */
export async function removeUnits(
  storeFolder: string,
  removal: Removal,
  temporaryFolder: string,
): Promise<void> {
  if (removal.authors.length + removal.documents.length === 0 && removal.keepFrom === null) return;
  const folder = join(storeFolder, 'parts');
  const files = await readdir(folder, { recursive: true }).catch(() => [] as string[]);
  const parts = files
    .filter((file) => /[\\/]document\.parquet$/.test(file))
    .map((file) => join(folder, file));
  const options = { path: ':memory:', threads: 1, memoryLimitMb: 256, temporaryFolder };
  const database = await openDatabase(options);
  try {
    const found = await partsWithRemoved(database, parts.sort(), removal);
    if (found.length === 0) return;
    await removeSets(storeFolder);
    await removeRechecks(storeFolder);
    for (const unit of new Set(found.map((part) => dirname(dirname(part)))))
      await rm(unit, { recursive: true, force: true });
  } finally {
    database.close();
  }
}

/** Removes what was made from all units together. */
async function removeSets(storeFolder: string): Promise<void> {
  await rm(join(storeFolder, 'sets'), { recursive: true, force: true });
}

/** Removes everything that was read: it is to be read again, under another key. */
export async function emptyStore(storeFolder: string): Promise<void> {
  await removeSets(storeFolder);
  await removeRechecks(storeFolder);
  await rm(join(storeFolder, 'parts'), { recursive: true, force: true });
}
