import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { keyFile, outFolder } from '../pipeline/load-study.ts';
import type { RunOptions } from '../pipeline/run-context.ts';
import type { StudyConfig } from '../study/config.ts';

/** What work on the store of a served study needs. */
export interface ServedRunOptions {
  readonly out: string | undefined;
  readonly version: string;
  readonly now: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** How the server works on the store of a study: as a run does, with all cores and in silence. */
export function createRunOptions(of: ServedRunOptions): (study: StudyConfig) => RunOptions {
  const { out, version, now, env } = of;
  return (study) => ({
    out: outFolder(out, study),
    threads: availableParallelism(),
    keyFile: keyFile(study, env),
    progress: () => undefined,
    now,
    randomBytes: (n) => randomBytes(n),
    version,
  });
}
