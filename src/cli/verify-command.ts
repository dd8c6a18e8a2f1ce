import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { verifyRun } from '../pipeline/verify-run.ts';
import { showProgress } from './show-progress.ts';
import type { Terminal } from './terminal.ts';
import { verificationText } from './verification-text.ts';

/** Options of `groundswell verify`. */
export interface VerifyCommandOptions {
  readonly study?: string;
  readonly threads?: number;
  readonly json?: boolean;
}

/** `groundswell verify DIR`: whether a run is what it was, down to the last byte. Returns 0 when it is, else 1. */
export async function verifyCommand(
  folder: string,
  options: VerifyCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const json = options.json === true;
  const verification = await verifyRun({
    out: resolve(folder),
    studyFolder: options.study === undefined ? null : resolve(options.study),
    threads: options.threads ?? availableParallelism(),
    progress: json ? () => undefined : showProgress(terminal, { json, now: Date.now }),
    now: Date.now,
  });
  if (json) terminal.out(`${JSON.stringify(verification)}\n`);
  else terminal.out(verificationText(verification));
  return verification.isVerified ? 0 : 1;
}
