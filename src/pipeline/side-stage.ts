import type { ProgressEvent } from './progress.ts';
import type { StudyContext } from './run-context.ts';
import { runStage, type StageOutput } from './run-stage.ts';
import type { Stage } from './stages.ts';

/** A stage whose output is needed later than it could be made. */
export interface SideStage {
  /** Waits for the output and returns its path. */
  readonly path: () => Promise<string>;
  /** When no work of it goes on any longer, whether it was done or failed. */
  readonly ended: Promise<unknown>;
}

/** Records for which starting a thread is worth its while. */
const FEWEST_RECORDS = 10_000;

/** Whether stages may go on beside each other. */
export function haveThreads({ threads, batches }: StudyContext): boolean {
  const records = [...batches.recordsIn.values()].reduce((sum, n) => sum + n, 0);
  return threads > 1 && records >= FEWEST_RECORDS;
}

/** Begins a stage that goes on beside others. What it tells is told when it is waited for, so that no order depends on which thread is faster. */
export function beginStage<Context extends StudyContext>(
  stage: Stage,
  context: Context,
  output: StageOutput<Context>,
): SideStage {
  const told: ProgressEvent[] = [];
  const held = { ...context, progress: (event: ProgressEvent) => void told.push(event) };
  const made = runStage(stage, held, output);
  const tell = async (): Promise<string> => {
    const path = await made;
    for (const event of told.splice(0)) context.progress(event);
    return path;
  };
  return { path: tell, ended: Promise.allSettled([made]) };
}

/** A stage that is made when its output is first asked for. */
export function postponeStage<Context extends StudyContext>(
  stage: Stage,
  context: Context,
  output: StageOutput<Context>,
): SideStage {
  let made: Promise<string> | null = null;
  const path = (): Promise<string> => {
    made ??= runStage(stage, context, output);
    return made;
  };
  return { path, ended: Promise.resolve() };
}
