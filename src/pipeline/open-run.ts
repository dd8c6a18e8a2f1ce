import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StudyError } from '../errors/errors.ts';
import type { StudyConfig } from '../study/config.ts';
import { readAnnotatorsDigest } from './annotators-digest.ts';
import { readAuthorKeys } from './author-key-file.ts';
import { withCorpus } from './finish-run.ts';
import { nodeFiles } from './node-files.ts';
import { annotationFolder, batchFolder, completeBatches, isPublished } from './part-store.ts';
import { type PlannedUnits, planUnits } from './plan-units.ts';
import { readBatches } from './read-batches.ts';
import type { RunOptions, StageContext } from './run-context.ts';
import { lockStore } from './store-lock.ts';
import { readCodings } from './study-codings.ts';

/**
 * Opens the corpus of the last run of a study, as the study and its files are now. Nothing is read or annotated.
 * @throws {StudyError} `codings/no-run` where there is no such run, or files or study changed since
 */
export async function withLastRun<Result>(
  study: StudyConfig,
  options: RunOptions,
  work: (stage: StageContext) => Promise<Result>,
): Promise<Result> {
  const storeFolder = join(options.out, 'store');
  if (!existsSync(join(options.out, 'finding.json')))
    throw new StudyError('codings/no-run', { path: options.out, problem: 'there is no finding' });
  const temporaryFolder = join(storeFolder, 'temporary');
  await mkdir(temporaryFolder, { recursive: true });
  const unlock = await lockStore(storeFolder);
  try {
    const { current } = await readAuthorKeys(options.keyFile, options.randomBytes);
    const planned = await planUnits(study, {
      files: nodeFiles,
      storeFolder,
      keyDigest: hash('sha256', current, 'hex').slice(0, 16),
      annotatorDigest: await readAnnotatorsDigest(study),
      now: options.now(),
    });
    if (!(await isComplete(planned)))
      throw new StudyError('codings/no-run', {
        path: options.out,
        problem: 'the study, its annotator or its files have changed since',
      });
    const context = {
      ...options,
      batches: await readBatches(planned.tasks),
      nFiles: planned.nFiles,
      storeFolder,
      temporaryFolder,
      codings: await readCodings(study),
      polls: [],
    };
    return await withCorpus(study, context, work);
  } finally {
    await unlock();
  }
}

/** Whether every unit was read and annotated in the way the study asks for. */
async function isComplete({ tasks }: PlannedUnits): Promise<boolean> {
  for (const { folder } of tasks) {
    const batches = await completeBatches(folder);
    if (batches === null) return false;
    for (let batch = 0; batch < batches; batch++)
      if (!isPublished(batchFolder(folder, batch)) || !isPublished(annotationFolder(folder, batch)))
        return false;
  }
  return true;
}
