import { Worker } from 'node:worker_threads';
import { BugError } from '../errors/errors.ts';
import type { Corpus, CorpusParts } from '../store/corpus.ts';
import type { StudyConfig } from '../study/config.ts';
import type { CorpusContext, StudyContext } from './run-context.ts';
import { reviveError } from './serialized-error.ts';
import type { StoredAsked, StoredChecks } from './verify-records.ts';
import type { SerializedError } from './worker-protocol.ts';

/** What a thread of its own can do with the whole corpus of a run, and what each is given beside it. */
export interface CorpusWorks {
  readonly coordinate: (context: CorpusContext, path: string) => Promise<number>;
  readonly deduplicate: (context: CorpusContext, path: string) => Promise<number>;
  readonly digest: (context: CorpusContext, path: string) => Promise<number>;
  readonly 'check-stored': (context: CorpusContext, asked: StoredAsked) => Promise<StoredChecks>;
}

type WorkName = keyof CorpusWorks;
type Given<Work extends WorkName> = Parameters<CorpusWorks[Work]>[1];
type Result<Work extends WorkName> = Awaited<ReturnType<CorpusWorks[Work]>>;

/** What such a thread is told. */
export interface CorpusTask<Work extends WorkName = WorkName> {
  readonly work: Work;
  readonly given: Given<Work>;
  readonly study: StudyConfig;
  readonly parts: CorpusParts;
  /** Whether documents stand in several of the parts; not known: undefined. */
  readonly isRepeated?: boolean | undefined;
  /** The clusters of copies, where the work needs them. */
  readonly clusterPath: string | null;
  readonly temporaryFolder: string;
  readonly threads: number;
}

/** What it says when it goes on in one thread. */
export const SPARE_CORE = 'spare-core';

/** What it says when it ends. */
export type CorpusAnswer<Work extends WorkName = WorkName> =
  | { readonly kind: 'done'; readonly result: Result<Work> }
  | { readonly kind: 'failed'; readonly error: SerializedError };

/** Does work on the corpus in a thread of its own, with a database of its own. */
export function inCorpusThread<Work extends WorkName>(
  work: Work,
  context: StudyContext & { readonly clusterPath?: string; readonly corpus?: Corpus },
  given: Given<Work>,
): Promise<Result<Work>> {
  const { study, batches, clusterPath = null, temporaryFolder, threads } = context;
  const { parts } = batches;
  const isRepeated = context.corpus?.isRepeated;
  const task: CorpusTask<Work> = {
    ...{ work, given, study, parts, isRepeated, clusterPath },
    ...{ temporaryFolder, threads },
  };
  const file = import.meta.url.endsWith('.ts') ? './corpus-worker.ts' : './corpus-worker.js';
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(file, import.meta.url), { workerData: task });
    let answer: CorpusAnswer<Work> | null = null;
    worker.on('message', (message: CorpusAnswer<Work> | typeof SPARE_CORE) => {
      if (message === SPARE_CORE) context.onSpareCore?.();
      else answer = message;
    });
    worker.once('error', reject);
    // Only now is its database closed.
    worker.once('exit', (code) => {
      if (answer?.kind === 'done') resolve(answer.result);
      else if (answer?.kind === 'failed') reject(reviveError(answer.error));
      else reject(new BugError(`the thread of ${work} ended with code ${code}`));
    });
  });
}
