import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '../errors/codes.ts';
import { BugError, SourceError, StudyError } from '../errors/errors.ts';
import type { BatchDone } from './process-unit.ts';
import type { SerializedError, UnitTask, WorkerMessage, WorkerSetup } from './worker-protocol.ts';

/** How tasks are spread. */
export interface PoolOptions {
  readonly setup: WorkerSetup;
  /** Worker threads; 1 works in the calling thread. */
  readonly threads: number;
  readonly onBatch: (done: BatchDone) => void;
  readonly onDone: (task: UnitTask) => void;
}

/** Runs every task, each in one thread, and stops at the first failure. */
export async function runTasks(tasks: readonly UnitTask[], options: PoolOptions): Promise<void> {
  if (tasks.length === 0) return;
  const threads = Math.min(options.threads, tasks.length);
  if (threads <= 1) {
    const { createUnitProcessor } = await import('./unit-processor.ts');
    const processor = await createUnitProcessor(options.setup);
    try {
      for (const task of tasks) {
        await processor.process(task, options.onBatch);
        options.onDone(task);
      }
    } finally {
      processor.close();
    }
    return;
  }
  const queue = [...tasks];
  const workers = Array.from({ length: threads }, () => startWorker(options.setup));
  try {
    await Promise.all(workers.map((worker) => serve(worker, queue, options)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function startWorker(setup: WorkerSetup): Worker {
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  return new Worker(new URL(file, import.meta.url), {
    workerData: setup,
    // Without a bound the heaps grow to gigabytes before the collector hurries.
    resourceLimits: { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 256 },
  });
}

function serve(worker: Worker, queue: UnitTask[], options: PoolOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    let task: UnitTask | undefined;
    const next = (): void => {
      task = queue.shift();
      if (task === undefined) resolve();
      else worker.postMessage(task);
    };
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'failed') {
        reject(revive(message.error));
        return;
      }
      if (message.kind === 'batch') {
        options.onBatch(message.done);
        return;
      }
      if (message.kind === 'done' && task !== undefined) options.onDone(task);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new BugError(`a worker thread ended with code ${code}`)));
  });
}

function revive(error: SerializedError): Error {
  if (error.code !== null && error.parameters !== null && error.name !== 'BugError') {
    const Class = error.name === 'StudyError' ? StudyError : SourceError;
    return new Class(error.code as ErrorCode, error.parameters as never);
  }
  return new BugError(error.message, error.stack);
}
