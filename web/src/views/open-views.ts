import { type ViewName, WORKBENCH_VIEWS } from '../../../src/domain/workbench-view.ts';
import type { Session } from '../../../src/server/contract.ts';

/** The views that there is something to show in, in order; the first is where a reader begins. */
export function viewsOf(stage: Session['stage']): readonly ViewName[] {
  return stage === 'finding' ? WORKBENCH_VIEWS : ['run'];
}
