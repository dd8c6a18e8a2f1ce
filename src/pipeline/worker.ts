import { createUnitProcessor } from './unit-processor.ts';
import type { SerializedError, UnitTask, WorkerMessage, WorkerSetup } from './worker-protocol.ts';

const say = (message: WorkerMessage): void => {
  process.send?.(message);
};
const fail = (error: unknown): void => say({ kind: 'failed', error: serialize(error) });

// The first message is the setup; tasks come once this process has said that it is ready.
process.once('message', (setup: WorkerSetup) => {
  createUnitProcessor(setup)
    .then((processor) => {
      process.on('message', (task: UnitTask) => {
        processor
          .process(task, (done) => say({ kind: 'batch', done }))
          .then(() => say({ kind: 'done' }), fail);
      });
      say({ kind: 'ready' });
    })
    .catch(fail);
});

// Whoever started this process has ended, however it ended: what is unfinished is not needed.
process.on('disconnect', () => process.exit());

function serialize(error: unknown): SerializedError {
  const of = error instanceof Error ? error : new Error(String(error));
  const coded = of as Error & { code?: unknown; parameters?: SerializedError['parameters'] };
  return {
    name: of.name,
    message: of.message,
    stack: of.stack ?? '',
    code: typeof coded.code === 'string' ? coded.code : null,
    parameters: coded.parameters ?? null,
  };
}
