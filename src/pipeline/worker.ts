import { setFlagsFromString } from 'node:v8';
import { serveTasks } from './serve-tasks.ts';
import { createUnitProcessor } from './unit-processor.ts';
import type { WorkerSetup } from './worker-protocol.ts';

// What stays (tables, matchers, models) is gone through again whenever the heap has grown by so much of it, for a third of all work where
// the heap may grow by half only. More than this takes more memory than it saves time. A Node.js that does not know the flag is slower.
setFlagsFromString('--heap-growing-percent=75');

serveTasks<WorkerSetup>(async (setup) => {
  const processor = await createUnitProcessor(setup);
  return (task, say) => processor.process(task, (done) => say({ kind: 'batch', done }));
});
