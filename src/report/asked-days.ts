import type { Deletion } from '../domain/deletion.ts';
import type { Period } from '../domain/estimate.ts';

const DAY = 86_400_000;

/** The UTC days from the first to the last answer of a recheck; null where nothing was asked. */
export function askedDays({ askedFrom, askedTo }: Deletion): Period | null {
  if (askedFrom === null || askedTo === null) return null;
  const next = new Date(Date.parse(`${askedTo.slice(0, 10)}T00:00:00Z`) + DAY);
  return { start: askedFrom.slice(0, 10), end: next.toISOString().slice(0, 10) };
}
