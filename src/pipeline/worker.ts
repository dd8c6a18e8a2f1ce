import { setFlagsFromString } from 'node:v8';
import { serveTasks } from './serve-tasks.ts';
import { createUnitProcessor } from './unit-processor.ts';
import type { WorkerSetup } from './worker-protocol.ts';

// What stays (tables, matchers, models) is gone through again whenever the heap has grown by a share of it, which V8 keeps small in small
// heaps. A larger share takes memory: bench/README.md. A Node.js that does not know the flag says so and reads on.
setFlagsFromString('--heap-growing-percent=75');

serveTasks<WorkerSetup>(async (setup) => {
  const processor = await createUnitProcessor(setup);
  return (task, say) => processor.process(task, (done) => say({ kind: 'batch', done }));
});
