import { flushCompileCache } from 'node:module';
import { serializeError } from './serialized-error.ts';
import type { UnitTask, WorkerMessage } from './worker-protocol.ts';

/** Does one task and says what comes of it. */
export type DoTask = (task: UnitTask, say: (message: WorkerMessage) => void) => Promise<void>;

/** Makes this process do tasks for the one that started it. */
export function serveTasks<Setup>(prepare: (setup: Setup) => Promise<DoTask>): void {
  const say = (message: WorkerMessage): void => {
    process.send?.(message);
  };
  const fail = (error: unknown): void => say({ kind: 'failed', error: serializeError(error) });

  // The first message is the setup; tasks come once this process has said that it is ready.
  process.once('message', (setup: Setup) => {
    prepare(setup)
      .then((doTask) => {
        process.on('message', (task: UnitTask) => {
          doTask(task, say).then(() => say({ kind: 'done' }), fail);
        });
        say({ kind: 'ready' });
        flushCompileCache(); // A process that is killed, as workers are, keeps nothing otherwise.
      })
      .catch(fail);
  });

  // Whoever started this process has ended, however it ended: what is unfinished is not needed.
  process.on('disconnect', () => process.exit());
}
