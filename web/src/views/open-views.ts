import { type ViewName, WORKBENCH_VIEWS } from '../../../src/domain/workbench-view.ts';
import type { Session } from '../../../src/server/contract.ts';

/** The views that there is something to show in, in order; the first is where a reader begins. */
export function viewsOf(stage: Session['stage']): readonly ViewName[] {
  if (stage === 'finding') return WORKBENCH_VIEWS.filter((view) => view !== 'start');
  return stage === 'no-study' ? ['start'] : ['start', 'query', 'run'];
}
