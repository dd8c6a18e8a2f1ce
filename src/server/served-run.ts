import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { keyFile, outFolder } from '../pipeline/load-study.ts';
import type { RunOptions } from '../pipeline/run-context.ts';
import type { StudyConfig } from '../study/config.ts';

/** What work on the run of a served study needs. */
export interface ServedRunOptions {
  readonly out: string | undefined;
  readonly version: string;
  readonly now: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** How the run of a study is worked on while it is served. */
export function servedRun({ out, version, now, env }: ServedRunOptions, config: StudyConfig): RunOptions {
  return {
    out: outFolder(out, config),
    threads: availableParallelism(),
    keyFile: keyFile(config, env),
    progress: () => undefined,
    now,
    randomBytes: (n) => randomBytes(n),
    version,
  };
}
