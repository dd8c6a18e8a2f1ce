import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openCorpus } from '../store/corpus.ts';
import { openDatabase } from '../store/database.ts';
import { openClusters } from '../store/queries/document-clusters.ts';
import { coordinateStage } from './coordinate-stage.ts';
import { type CorpusAnswer, type CorpusTask, type CorpusWorks, SPARE_CORE } from './corpus-thread.ts';
import { deduplicateStage } from './deduplicate-stage.ts';
import { digestStage } from './record-roots.ts';
import type { CorpusContext } from './run-context.ts';
import { serializeError } from './serialized-error.ts';
import { checkStored } from './verify-records.ts';

/** Beside that of the thread that measures; what does not fit spills. */
const BESIDE_MB = 250;
/** Of what everything else waits for. */
const ALONE_MB = 750;

const WORKS: CorpusWorks = {
  coordinate: coordinateStage,
  deduplicate: deduplicateStage,
  digest: digestStage,
  'check-stored': checkStored,
};

async function answer(task: CorpusTask): Promise<CorpusAnswer> {
  const isAlone = task.work === 'deduplicate';
  const database = await openDatabase({
    path: ':memory:',
    threads: isAlone ? task.threads : 1,
    memoryLimitMb: isAlone ? ALONE_MB : BESIDE_MB,
    temporaryFolder: join(task.temporaryFolder, task.work),
  });
  try {
    const corpus = await openCorpus(database, task.parts, task.isRepeated);
    if (task.clusterPath !== null) await openClusters(database, task.clusterPath);
    const work = WORKS[task.work] as (context: CorpusContext, given: unknown) => Promise<never>;
    const onSpareCore = (): void => parentPort?.postMessage(SPARE_CORE);
    const context = { study: task.study, database, corpus, onSpareCore };
    return { kind: 'done', result: await work(context, task.given) };
  } catch (error) {
    return { kind: 'failed', error: serializeError(error) };
  } finally {
    database.close();
  }
}

parentPort?.postMessage(await answer(workerData as CorpusTask));
