import { setFlagsFromString } from 'node:v8';
import { serveTasks } from './serve-tasks.ts';
import { createUnitProcessor } from './unit-processor.ts';
import type { WorkerSetup } from './worker-protocol.ts';

// What stands for long (tables, matchers, models) is gone through whenever the heap has grown by a part of itself. Twice that part
// halves a third of all work; where a later Node.js does not know the flag, it stays slower.
setFlagsFromString('--heap-growing-percent=100');

serveTasks<WorkerSetup>(async (setup) => {
  const processor = await createUnitProcessor(setup);
  return (task, say) => processor.process(task, (done) => say({ kind: 'batch', done }));
});
