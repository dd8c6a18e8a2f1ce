import type { StudyConfig } from '../../study/config.ts';
import { openAccounts } from '../accounts/accounts.ts';
import { openAuditLog } from '../accounts/audit-log.ts';
import type { ReadFinding } from '../kept-result.ts';
import { runFolder } from '../run-folder.ts';
import { createRunOptions, type ServedRunOptions } from '../run-options.ts';
import type { ServedStudy } from '../served-study.ts';
import type { StoreTurn } from '../turns.ts';
import { openCodingDesk } from './coding-desk.ts';
import type { CodingParts } from './mount-coding.ts';

/** The study, and what runs on it need. */
export interface OpenCodingOptions extends ServedRunOptions {
  readonly served: ServedStudy;
  readonly turn: StoreTurn;
  readonly readFinding: ReadFinding;
}

/** Opens coding, accounts and their log for a study that is served; it need not be there yet. */
export function openCoding(options: OpenCodingOptions): CodingParts {
  const { served, now, turn, readFinding } = options;
  const study = async (): Promise<StudyConfig> => (await served.load()).config;
  const folder = runFolder(served);
  const accounts = openAccounts(folder, now);
  const log = openAuditLog(folder, now);
  const run = createRunOptions(options);
  return { desk: openCodingDesk({ study, run, readFinding, accounts, log, turn }), accounts, log };
}
