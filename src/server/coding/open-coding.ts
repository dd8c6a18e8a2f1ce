import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { keyFile, outFolder } from '../../pipeline/load-study.ts';
import type { RunOptions } from '../../pipeline/run-context.ts';
import type { StudyConfig } from '../../study/config.ts';
import { openAccounts } from '../accounts/accounts.ts';
import { openAuditLog } from '../accounts/audit-log.ts';
import type { ReadFinding } from '../kept-finding.ts';
import { runFolder } from '../run-folder.ts';
import type { ServedStudy } from '../served-study.ts';
import type { StoreTurn } from '../turns.ts';
import { openCodingDesk } from './coding-desk.ts';
import type { CodingParts } from './mount-coding.ts';

/** The study, and what runs on it need. */
export interface OpenCodingOptions {
  readonly served: ServedStudy;
  readonly out: string | undefined;
  readonly version: string;
  readonly now: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly turn: StoreTurn;
  readonly readFinding: ReadFinding;
}

/** Opens coding, accounts and their log for a study that is served; it need not be there yet. */
export function openCoding(options: OpenCodingOptions): CodingParts {
  const { served, out, version, now, env, turn, readFinding } = options;
  const study = async (): Promise<StudyConfig> => (await served.load()).config;
  const folder = runFolder(served);
  const accounts = openAccounts(folder, now);
  const log = openAuditLog(folder, now);
  const run = (config: StudyConfig): RunOptions => ({
    out: outFolder(out, config),
    threads: availableParallelism(),
    keyFile: keyFile(config, env),
    progress: () => undefined,
    now,
    randomBytes: (n) => randomBytes(n),
    version,
  });
  return { desk: openCodingDesk({ study, run, readFinding, accounts, log, turn }), accounts, log };
}
