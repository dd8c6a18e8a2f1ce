import { hash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import type { StudyConfig } from '../study/config.ts';
import { readAnnotatorsDigest } from './annotators-digest.ts';
import { readAuthorKeys } from './author-key-file.ts';
import { ingestUnits } from './ingest-units.ts';
import { beginRunLog } from './log-run.ts';
import { nodeFiles } from './node-files.ts';
import { planUnits } from './plan-units.ts';
import { unknownFields } from './preview-source.ts';
import type { ProgressEvent } from './progress.ts';
import { readBatches } from './read-batches.ts';
import { readPolls } from './read-polls.ts';
import { readResult } from './read-result.ts';
import { readRemoval, removeUnits } from './remove-units.ts';
import { digestParts } from './run-checksums.ts';
import type { AfterRun, FinishContext, RunOptions } from './run-context.ts';
import { type RunRecord, writeRunManifest } from './run-manifest.ts';
import { checkPlan } from './stages.ts';
import { lockStore } from './store-lock.ts';
import { readCodings } from './study-codings.ts';

/**
 * Takes a study from files to a finding in `out`. What an earlier run left there is used: nothing new, no work;
 * after a crash the run goes on after the last whole batch.
 * @param afterRun further work on the store, before it is unlocked
 */
export async function runStudy(
  study: StudyConfig,
  options: RunOptions,
  afterRun?: AfterRun,
): Promise<Finding> {
  checkPlan();
  const polls = await readPolls(study);
  const storeFolder = join(options.out, 'store');
  const temporaryFolder = join(storeFolder, 'temporary');
  await mkdir(temporaryFolder, { recursive: true });
  const unlock = await lockStore(storeFolder);
  const startedAt = options.now();
  const events: ProgressEvent[] = [];
  const progress = (event: ProgressEvent): void => {
    if (event.kind === 'stage-end') events.push(event);
    options.progress(event);
  };
  try {
    const logRun = await beginRunLog(storeFolder, options);
    // Before the first record: what is wrong with the codings need not wait for the corpus.
    const codings = await readCodings(study);
    const authorKeys = await readAuthorKeys(options.keyFile, options.randomBytes);
    const removal = await readRemoval(study, options.now());
    await removeUnits(storeFolder, removal, temporaryFolder);
    const { tasks, nFiles } = await planUnits(study, {
      files: nodeFiles,
      storeFolder,
      keyDigest: hash('sha256', authorKeys.current, 'hex').slice(0, 16),
      annotatorDigest: await readAnnotatorsDigest(study),
      now: options.now(),
    });
    await warnOfFields(study, progress);
    // Loaded while the threads read; who needs it is told what went wrong.
    import('./finish-run.ts').catch(() => undefined);
    await ingestUnits(tasks, {
      threads: options.threads,
      progress,
      now: options.now,
      setup: { study, authorKeys, removal, temporaryFolder, memoryLimitMb: 256 },
    });
    const batches = await readBatches(tasks);
    const context: FinishContext = {
      ...options,
      progress,
      batches,
      nFiles,
      storeFolder,
      temporaryFolder,
      codings,
      polls,
    };
    const finding = await finishRecorded(study, { context, tasks, startedAt, events });
    await logRun(finding, codings.digest);
    await afterRun?.(finding, context);
    return finding;
  } finally {
    await unlock();
  }
}

/** Makes the finding and writes the manifest. Parts change no more once they are read: their digests are taken when a core is free. */
async function finishRecorded(
  study: StudyConfig,
  run: Pick<RunRecord, 'tasks' | 'startedAt' | 'events'> & { readonly context: FinishContext },
): Promise<Finding> {
  const { promise: spareCore, resolve: onSpareCore } = Promise.withResolvers<void>();
  const partDigests = spareCore.then(() => digestParts(run.context.out, run.tasks));
  partDigests.catch(() => undefined); // Where the stages fail, nobody asks for them.
  const { finishRun } = await import('./finish-run.ts');
  const finding = await finishRun(study, { ...run.context, onSpareCore });
  await writeRunManifest(finding, { study, ...run, partDigests, endedAt: run.context.now() });
  return finding;
}

/** A name in `fields` that the records do not have leaves a field empty without an error. */
async function warnOfFields(study: StudyConfig, progress: RunOptions['progress']): Promise<void> {
  for (const source of study.sources)
    for (const { message, hint } of await unknownFields(study, source))
      progress({ kind: 'warning', message: `${message}: ${hint}` });
}

/** Reads a finding that a run left, and whether the study has changed since. */
export function readFinding(out: string): Promise<Finding | null> {
  return readResult(join(out, 'finding.json'), 'run');
}
