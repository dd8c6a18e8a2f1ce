import { mkdir } from 'node:fs/promises';
import type { ServedStudy } from './served-study.ts';

/** The folder of a study's runs while the study may not be there yet. */
export interface RunFolder {
  /** Null = there is no study. */
  now(): Promise<string | null>;
  /** @throws {StudyError} where there is no study */
  made(): Promise<string>;
}

/** The folder of a served study. */
export function runFolder(served: ServedStudy): RunFolder {
  return {
    now: async () => (served.isThere() ? served.out() : null),
    made: async () => {
      const folder = await served.out();
      await mkdir(folder, { recursive: true });
      return folder;
    },
  };
}
