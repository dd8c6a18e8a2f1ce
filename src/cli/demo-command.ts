import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { writeReference } from '../demo/reference/write-reference.ts';
import { writeCorpus } from '../demo/write-corpus.ts';
import type { CorpusSink } from '../demo/write-posts.ts';
import { loadStudy } from '../pipeline/load-study.ts';
import { runAndTell } from './run-command.ts';
import { showProgress } from './show-progress.ts';
import type { Terminal } from './terminal.ts';

/** Options of `groundswell demo`. */
export interface DemoCommandOptions {
  readonly documents: number;
  readonly seed: number;
  /** Which corpus: of the demo, or of the reference study. */
  readonly corpus: 'demo' | 'reference';
  readonly out?: string;
  readonly threads?: number;
  readonly json?: boolean;
  /** Write the posts and stop. */
  readonly generateOnly?: boolean;
  /** Keep the posts that are there. */
  readonly add?: boolean;
}

const FOLDERS = { demo: 'out/demo', reference: 'studies/russia-on-china' } as const;

/**
 * `groundswell demo`: a synthetic corpus with planted truth, and the whole pipeline over it. The reference corpus is only written:
 * its study file stands beside it.
 */
export async function demoCommand(options: DemoCommandOptions, terminal: Terminal): Promise<void> {
  const folder = resolve(options.out ?? FOLDERS[options.corpus]);
  const progress = showProgress(terminal, { json: options.json === true, now: Date.now });
  const started = Date.now();
  progress({ kind: 'stage-start', stage: 'generate', total: options.documents, unit: 'documents' });
  if (options.add !== true) await rm(join(folder, 'posts'), { recursive: true, force: true });
  await generate(folder, options);
  const seconds = (Date.now() - started) / 1000;
  progress({ kind: 'stage-end', stage: 'generate', seconds, skipped: false, rows: options.documents });
  if (options.generateOnly === true || options.corpus === 'reference') return;
  const { config } = await loadStudy(join(folder, 'study.yaml'));
  await runAndTell(config, { ...options, out: join(folder, 'result') }, terminal);
}

async function generate(folder: string, options: DemoCommandOptions): Promise<void> {
  const made = new Set<string>();
  const place = async (path: string): Promise<string> => {
    const absolute = join(folder, path);
    const parent = dirname(absolute);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    return absolute;
  };
  const size = { documents: options.documents, seed: options.seed };
  const sink: CorpusSink = {
    append: async (path, text) => appendFile(await place(path), text),
    write: async (path, text) => writeFile(await place(path), text),
  };
  const truth = await (options.corpus === 'reference' ? writeReference(size, sink) : writeCorpus(size, sink));
  await writeFile(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
}
