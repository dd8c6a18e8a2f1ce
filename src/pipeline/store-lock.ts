import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StudyError } from '../errors/errors.ts';

/**
 * Keeps a second run out of the same store. The lock names its process; one left by a killed run is taken over.
 * @throws {StudyError} `store/locked` while another run is alive
 */
export async function lockStore(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  for (let attempt = 0; ; attempt++) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
      const owner = Number(await readFile(path, 'utf8').catch(() => '0'));
      if (attempt > 2 || (owner !== process.pid && isAlive(owner))) {
        throw new StudyError('store/locked', { path: folder }, { cause });
      }
      await rm(path, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
