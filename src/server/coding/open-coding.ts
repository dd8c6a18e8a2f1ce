import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { keyFile, loadStudy, outFolder } from '../../pipeline/load-study.ts';
import type { RunOptions } from '../../pipeline/run-context.ts';
import type { StudyConfig } from '../../study/config.ts';
import { openAccounts } from '../accounts/accounts.ts';
import { openAuditLog } from '../accounts/audit-log.ts';
import { createStoreTurn, type StoreTurn } from '../turns.ts';
import { openCodingDesk } from './coding-desk.ts';
import { openRemeasure } from './measuring.ts';
import type { CodingParts } from './mount-coding.ts';

/** Where the study is, and what runs on it need. */
export interface OpenCodingOptions {
  /** Path of the study file. */
  readonly study: string;
  readonly out: string | undefined;
  readonly version: string;
  readonly now: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absent = nobody else works on the store. */
  readonly turn?: StoreTurn;
}

/** Opens coding, accounts and their log for a study that is served. */
export async function openCoding(options: OpenCodingOptions): Promise<CodingParts> {
  const { out, version, now, env } = options;
  const study = async (): Promise<StudyConfig> => (await loadStudy(options.study)).config;
  const folder = outFolder(out, await study());
  const accounts = openAccounts(folder, now);
  const log = openAuditLog(folder, now);
  const run = (config: StudyConfig): RunOptions => ({
    out: folder,
    threads: availableParallelism(),
    keyFile: keyFile(config, env),
    progress: () => undefined,
    now,
    randomBytes: (n) => randomBytes(n),
    version,
  });
  const parts = { study, run, accounts, log, turn: options.turn ?? createStoreTurn() };
  return { desk: openCodingDesk(parts), remeasure: openRemeasure(parts), accounts, log };
}
