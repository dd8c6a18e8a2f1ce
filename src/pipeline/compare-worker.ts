import { type CompareSetup, createUnitComparer } from './compare-unit.ts';
import { serveTasks } from './serve-tasks.ts';

serveTasks<CompareSetup>(async (setup) => {
  const comparer = await createUnitComparer(setup);
  return async (task, say) => say({ kind: 'compared', compared: await comparer.compare(task) });
});
