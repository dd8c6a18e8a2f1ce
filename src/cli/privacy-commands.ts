import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { forget, rotateKey } from '../pipeline/forget.ts';
import { keyFile, loadStudy, outFolder } from '../pipeline/load-study.ts';
import type { RunOptions } from '../pipeline/run-context.ts';
import type { StudyConfig } from '../study/config.ts';
import { programVersion } from './program-version.ts';
import { type RunCommandOptions, runAndTell } from './run-command.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell forget`. */
export interface ForgetCommandOptions extends RunCommandOptions {
  readonly author?: readonly string[];
  readonly handle?: readonly string[];
  readonly document?: readonly string[];
}

/** `groundswell forget study.yaml --author KEY`: takes authors and documents out of the store and runs the study without them. */
export async function forgetCommand(
  path: string,
  options: ForgetCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const { config } = await loadStudy(path);
  const run = runOptions(config, options, terminal);
  const { author = [], handle = [], document = [] } = options;
  await forget(config, { authors: author, handles: handle, documents: document }, run);
  const finding = await runAndTell(config, options, terminal);
  const n = finding.health.reduce((sum, one) => sum + (one.rejectedByReason['forgotten'] ?? 0), 0);
  if (options.json === true) return;
  terminal.out(`forgotten  ${n} ${n === 1 ? 'record' : 'records'} of this study are left out\n`);
  if (existsSync(join(run.out, 'sheets')))
    terminal.error(
      `warning coding sheets in ${join(run.out, 'sheets')} may hold their words: delete them yourself\n`,
    );
  terminal.error('warning the files of the sources are as they were: delete what is in them yourself\n');
}

/** `groundswell rotate-key study.yaml`: another key for the pseudonyms, and the study run again under it. */
export async function rotateKeyCommand(
  path: string,
  options: RunCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const { config } = await loadStudy(path);
  await rotateKey(config, runOptions(config, options, terminal));
  await runAndTell(config, options, terminal);
}

function runOptions(study: StudyConfig, options: RunCommandOptions, terminal: Terminal): RunOptions {
  return {
    out: outFolder(options.out, study),
    threads: options.threads ?? availableParallelism(),
    keyFile: keyFile(study, terminal.env),
    progress: () => undefined,
    now: Date.now,
    randomBytes: (n) => randomBytes(n),
    version: programVersion(),
  };
}
