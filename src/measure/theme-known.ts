import type { Period } from '../domain/estimate.ts';
import type { ThemeLife } from '../domain/theme-life.ts';

/**
 * Whether a discovered theme was told apart in some month of a period: from the month that it began or came back in up to the one before
 * it ended. The first themes are known from the beginning, since the months before them are read by them.
 */
export function isThemeKnown({ history }: Pick<ThemeLife, 'history'>, { start, end }: Period): boolean {
  const last = new Date(Date.parse(`${end.slice(0, 10)}T00:00:00Z`) - 1).toISOString().slice(0, 7);
  let since: string | null = null;
  for (const { month, kind } of history) {
    if (kind === 'ended' || kind === 'merged') {
      if (since !== null && since <= last && month > start.slice(0, 7)) return true;
      since = null;
    } else since = kind === 'first' ? '' : month;
  }
  return since !== null && since <= last;
}
