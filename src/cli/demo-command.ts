import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { writeCorpus } from '../demo/write-corpus.ts';
import { loadStudy } from '../pipeline/load-study.ts';
import { runAndTell } from './run-command.ts';
import { showProgress } from './show-progress.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell demo`. */
export interface DemoCommandOptions {
  readonly documents: number;
  readonly seed: number;
  readonly out: string;
  readonly threads?: number;
  readonly json?: boolean;
  /** Write the posts and stop. */
  readonly generateOnly?: boolean;
}

/** `groundswell demo`: a synthetic corpus with planted truth, and the whole pipeline over it. */
export async function demoCommand(options: DemoCommandOptions, terminal: Terminal): Promise<void> {
  const folder = resolve(options.out);
  const progress = showProgress(terminal, { json: options.json === true, now: Date.now });
  const started = Date.now();
  progress({ kind: 'stage-start', stage: 'generate', total: options.documents, unit: 'documents' });
  await rm(join(folder, 'posts'), { recursive: true, force: true });
  await generate(folder, options);
  const seconds = (Date.now() - started) / 1000;
  progress({ kind: 'stage-end', stage: 'generate', seconds, skipped: false, rows: options.documents });
  if (options.generateOnly === true) return;
  const { config } = await loadStudy(join(folder, 'study.yaml'));
  await runAndTell(config, { ...options, out: join(folder, 'result') }, terminal);
}

async function generate(folder: string, options: DemoCommandOptions): Promise<void> {
  throw new Error(`${folder} ${options.seed}`);
}
