import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { constants, setPriority } from 'node:os';
import { dirname } from 'node:path';
import { BugError } from '../errors/errors.ts';
import type { CompareSetup } from './compare-unit.ts';
import type { BatchDone } from './process-unit.ts';
import { reviveError } from './serialized-error.ts';
import type { ComparedUnit, UnitTask, WorkerMessage, WorkerSetup } from './worker-protocol.ts';

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
  await spread(tasks, {
    worker: 'worker',
    setup: options.setup,
    threads,
    onMessage: (message, task) => {
      if (message.kind === 'batch') options.onBatch(message.done);
      if (message.kind === 'done') options.onDone(task);
    },
  });
}

/** How units are compared with the store. */
export interface CompareOptions {
  readonly setup: CompareSetup;
  /** Processes; where there are several, one of them is the calling one, which has other work. */
  readonly threads: number;
}

/** Reads every unit again and compares it with the store; results in the order of the tasks. */
export async function compareTasks(
  tasks: readonly UnitTask[],
  { setup, threads }: CompareOptions,
): Promise<ComparedUnit[]> {
  const compared = new Map<UnitTask, ComparedUnit>();
  if (threads <= 1) {
    const { createUnitComparer } = await import('./compare-unit.ts');
    const comparer = await createUnitComparer(setup);
    try {
      for (const task of tasks) compared.set(task, await comparer.compare(task));
    } finally {
      comparer.close();
    }
  } else if (tasks.length > 0) {
    const { study, damaged, memoryLimitMb, temporaryFolder } = setup;
    await spread(tasks, {
      worker: 'compare-worker',
      setup: { study, damaged, memoryLimitMb, temporaryFolder } satisfies CompareSetup,
      threads: Math.min(threads - 1, tasks.length),
      onMessage: (message, task) => {
        if (message.kind === 'compared') compared.set(task, message.compared);
      },
    });
  }
  return tasks.flatMap((task) => compared.get(task) ?? []);
}

interface SpreadOptions {
  readonly worker: 'worker' | 'compare-worker';
  readonly setup: WorkerSetup | CompareSetup;
  readonly threads: number;
  readonly onMessage: (message: WorkerMessage, task: UnitTask) => void;
}

/** Has processes do tasks, each the next one when it is free, and stops at the first failure. */
async function spread(tasks: readonly UnitTask[], options: SpreadOptions): Promise<void> {
  const queue = [...tasks];
  const workers = Array.from({ length: options.threads }, () => startWorker(options));
  try {
    await Promise.all(workers.map((worker) => serve(worker, queue, options.onMessage)));
  } finally {
    for (const worker of workers) worker.kill();
  }
}

/** What is new stands here until it is known to stay. A batch that is compared stays whole for a while: with less room it is copied again and again. */
const YOUNG_MB = { worker: 16, 'compare-worker': 32 } as const;

/**
 * A process, not a thread: threads of one process share its page tables, and each time one of them returns memory the
 * others stop.
 */
function startWorker({ worker: name, setup }: SpreadOptions): ChildProcess {
  const file = import.meta.url.endsWith('.ts') ? `./${name}.ts` : `./${name}.js`;
  const compiled = getCompileCacheDir();
  const worker = fork(new URL(file, import.meta.url), {
    serialization: 'advanced',
    // What this process has compiled need not be compiled again: half of what a start costs.
    env: compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(compiled) },
    // Without a bound the heaps grow to gigabytes before the collector hurries.
    execArgv: [`--max-semi-space-size=${YOUNG_MB[name]}`, '--max-old-space-size=512'],
  });
  // The numbers take longest and are made in this process: what is compared with the sources takes what they leave.
  if (name === 'compare-worker' && worker.pid !== undefined) standBack(worker.pid);
  worker.send(setup);
  return worker;
}

/** Where a system refuses, the process goes on as it is. */
function standBack(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    return;
  }
}

function serve(
  worker: ChildProcess,
  queue: UnitTask[],
  onMessage: SpreadOptions['onMessage'],
): Promise<void> {
  return new Promise((resolve, reject) => {
    let task: UnitTask | undefined;
    const next = (): void => {
      task = queue.shift();
      if (task === undefined) resolve();
      else worker.send(task);
    };
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'failed') {
        reject(reviveError(message.error));
        return;
      }
      if (task !== undefined) onMessage(message, task);
      if (message.kind === 'done' || message.kind === 'ready') next();
    });
    worker.on('error', reject);
    worker.on('exit', (code, signal) =>
      reject(new BugError(`a worker process ended with ${signal ?? `code ${code}`}`)),
    );
  });
}
