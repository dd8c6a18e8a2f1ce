import { serveTasks } from './serve-tasks.ts';
import { createUnitProcessor } from './unit-processor.ts';
import type { WorkerSetup } from './worker-protocol.ts';

serveTasks<WorkerSetup>(async (setup) => {
  const processor = await createUnitProcessor(setup);
  return (task, say) => processor.process(task, (done) => say({ kind: 'batch', done }));
});
