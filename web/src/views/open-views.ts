import { type ViewName, WORKBENCH_VIEWS } from '../../../src/domain/workbench-view.ts';
import type { Session } from '../../../src/server/contract.ts';

/**
 * The views that there is something to show in for whoever asks, in order; the first is where he or she begins. A coder codes, and a
 * reader changes nothing.
 */
export function viewsOf(session: Pick<Session, 'stage' | 'user'> | null): readonly ViewName[] {
  const { stage, user } = session ?? { stage: 'finding', user: { role: 'analyst' } };
  if (user.role === 'coder') return ['code'];
  if (stage === 'no-study') return ['start'];
  if (stage === 'no-finding') return ['start', 'query', 'run'];
  const changing: readonly ViewName[] = user.role === 'reader' ? ['start', 'query', 'run'] : ['start'];
  return WORKBENCH_VIEWS.filter((view) => !changing.includes(view));
}

/** The view that an address leads to: the one it names, or where whoever asks begins. */
export function openedView(asked: ViewName, session: Parameters<typeof viewsOf>[0]): ViewName {
  const views = viewsOf(session);
  return views.includes(asked) ? asked : (views[0] ?? asked);
}
