import { type ChildProcess, fork } from 'node:child_process';
import type { ErrorCode } from '../errors/codes.ts';
import { BugError, SourceError, StudyError } from '../errors/errors.ts';
import type { BatchDone } from './process-unit.ts';
import type { SerializedError, UnitTask, WorkerMessage, WorkerSetup } from './worker-protocol.ts';

/** How tasks are spread. */
export interface PoolOptions {
  readonly setup: WorkerSetup;
  /** Processes that work side by side; 1 works in the calling one. */
  readonly threads: number;
  readonly onBatch: (done: BatchDone) => void;
  readonly onDone: (task: UnitTask) => void;
  /** Called with the number of mentions that a service has just answered; only where one process works. */
  readonly onAnswered: (mentions: number) => void;
}

/** Runs every task, each in one process, and stops at the first failure. */
export async function runTasks(tasks: readonly UnitTask[], options: PoolOptions): Promise<void> {
  if (tasks.length === 0) return;
  const threads = Math.min(options.threads, tasks.length);
  if (threads <= 1) {
    const { createUnitProcessor } = await import('./unit-processor.ts');
    const processor = await createUnitProcessor(options.setup, options.onAnswered);
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
    for (const worker of workers) worker.kill();
  }
}

/**
 * A process, not a thread: threads of one process share its page tables, and each time one of them returns memory the
 * others stop.
 */
function startWorker(setup: WorkerSetup): ChildProcess {
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  const worker = fork(new URL(file, import.meta.url), {
    serialization: 'advanced',
    // Without a bound the heaps grow to gigabytes before the collector hurries.
    execArgv: ['--max-semi-space-size=16', '--max-old-space-size=512'],
  });
  worker.send(setup);
  return worker;
}

function serve(worker: ChildProcess, queue: UnitTask[], options: PoolOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    let task: UnitTask | undefined;
    const next = (): void => {
      task = queue.shift();
      if (task === undefined) resolve();
      else worker.send(task);
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
    worker.on('exit', (code, signal) =>
      reject(new BugError(`a worker process ended with ${signal ?? `code ${code}`}`)),
    );
  });
}

function revive(error: SerializedError): Error {
  if (error.code !== null && error.parameters !== null && error.name !== 'BugError') {
    const Class = error.name === 'StudyError' ? StudyError : SourceError;
    return new Class(error.code as ErrorCode, error.parameters as never);
  }
  return new BugError(error.message, error.stack);
}
