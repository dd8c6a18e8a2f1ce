import { parentPort, workerData } from 'node:worker_threads';
import { createUnitProcessor } from './unit-processor.ts';
import type { SerializedError, UnitTask, WorkerMessage, WorkerSetup } from './worker-protocol.ts';

const port = parentPort;
if (port !== null) {
  const say = (message: WorkerMessage): void => port.postMessage(message);
  const fail = (error: unknown): void => say({ kind: 'failed', error: serialize(error) });
  try {
    const processor = await createUnitProcessor(workerData as WorkerSetup);
    port.on('message', (task: UnitTask) => {
      processor.process(task, (done) => say({ kind: 'batch', done })).then(() => say({ kind: 'done' }), fail);
    });
    say({ kind: 'ready' });
  } catch (error) {
    fail(error);
  }
}

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
