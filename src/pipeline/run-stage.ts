import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalDigest } from './canonical-digest.ts';
import type { FinishContext, StudyContext } from './run-context.ts';
import { STAGES, type Stage } from './stages.ts';

/** What a stage makes: the name of its file, and the work that fills it and returns how many rows it made. */
export interface StageOutput<Context> {
  readonly file: string;
  readonly work: (context: Context, path: string) => Promise<number>;
}

/** Runs a stage unless its output under the same inputs is on disk. Returns the path of the output. */
export async function runStage<Context extends StudyContext>(
  stage: Stage,
  context: Context,
  output: StageOutput<Context>,
): Promise<string> {
  const started = context.now();
  const versions = Object.values(STAGES).map((s) => s.version);
  const digest = canonicalDigest([
    stage.name,
    versions,
    stage.slice(context.study, null),
    context.batches.keys,
    ...(stage.reads.includes('coding') ? codingsKey(context) : []),
  ]);
  const set = `sets/${stage.name}-${digest}`;
  const folder = join(context.storeFolder, set);
  const path = join(folder, output.file);
  const skipped = existsSync(path);
  let rows = 0;
  if (!skipped) {
    context.progress({ kind: 'stage-start', stage: stage.name, total: 0, unit: 'documents' });
    await mkdir(folder, { recursive: true });
    rows = await output.work(context, path);
  }
  const seconds = (context.now() - started) / 1000;
  context.progress({ kind: 'stage-end', stage: stage.name, seconds, skipped, rows, output: set });
  return path;
}

/** What the codings add to the name of what rests on them; nothing where there are none. */
export function codingsKey({ codings: { digest } }: FinishContext): string[] {
  return digest === null ? [] : [digest];
}
