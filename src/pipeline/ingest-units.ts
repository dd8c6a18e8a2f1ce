import { annotationFolder, completeBatches, isPublished, type UnitFolder } from './part-store.ts';
import type { ReportProgress } from './progress.ts';
import { runTasks } from './worker-pool.ts';
import type { UnitTask, WorkerSetup } from './worker-protocol.ts';

/** How units are read. */
export interface IngestOptions {
  readonly threads: number;
  readonly progress: ReportProgress;
  readonly now: () => number;
  readonly setup: WorkerSetup;
}

/** Reads, normalizes, signs and annotates every unit that is not in the store yet. */
export async function ingestUnits(tasks: readonly UnitTask[], options: IngestOptions): Promise<void> {
  const { progress, now } = options;
  const started = now();
  const open: UnitTask[] = [];
  for (const task of tasks) if (!(await isAnnotated(task.folder))) open.push(task);
  const asksService = options.setup.study.annotators.stance.kind === 'endpoint';
  const nAsked = asksService && open.length > 0 ? await sayEstimate(open, options) : 0;
  let answered = 0;
  const total = open.reduce((sum, task) => sum + task.unit.bytes, 0);
  let done = 0;
  let documents = 0;
  const threadSeconds: Record<string, number> = {};
  progress({ kind: 'stage-start', stage: 'read', total, unit: 'bytes' });
  await runTasks(largestFirst(open), {
    setup: options.setup,
    // Limits, caps and kept answers of a service hold because one process asks; it waits more than it works.
    threads: asksService ? 1 : options.threads,
    onBatch: (batch) => {
      documents += batch.documents;
      for (const [stage, spent] of Object.entries(batch.seconds)) {
        threadSeconds[stage] = (threadSeconds[stage] ?? 0) + spent;
      }
    },
    onDone: (task) => {
      done += task.unit.bytes;
      if (!asksService) progress({ kind: 'stage-progress', stage: 'read', done, total, unit: 'bytes' });
    },
    onAnswered: (mentions) => {
      answered += mentions;
      const of = { done: answered, total: nAsked, unit: 'mentions' };
      progress({ kind: 'stage-progress', stage: 'read', ...of });
    },
  });
  const seconds = (now() - started) / 1000;
  progress({
    kind: 'stage-end',
    stage: 'read',
    seconds,
    skipped: open.length === 0,
    rows: documents,
    threadSeconds,
  });
}

/** Tells what asking will take, and gives the number of mentions to ask. */
async function sayEstimate(open: readonly UnitTask[], { setup, progress }: IngestOptions): Promise<number> {
  const { estimateUnits } = await import('./estimate-annotation.ts');
  const units = open.map((task) => task.unit);
  const estimate = await estimateUnits(setup.study, units);
  if (estimate === null) return 0;
  progress({ kind: 'estimate', estimate });
  return estimate.nAsked;
}

/** The longest work first, so that no thread is left with it at the end. */
function largestFirst(tasks: readonly UnitTask[]): UnitTask[] {
  return [...tasks].sort((a, b) => b.unit.bytes - a.unit.bytes || (a.folder.path < b.folder.path ? -1 : 1));
}

async function isAnnotated(folder: UnitFolder): Promise<boolean> {
  const batches = await completeBatches(folder);
  if (batches === null) return false;
  for (let batch = 0; batch < batches; batch++) {
    if (!isPublished(annotationFolder(folder, batch))) return false;
  }
  return true;
}
