import type { ChangePoint } from '../../domain/change-point.ts';
import type { Estimate, Estimated, Period } from '../../domain/estimate.ts';
import { utcDay } from './time-axis.ts';

/** A point of the level between changes. */
export interface PathPoint {
  readonly at: Date;
  readonly value: number;
}

/**
 * The level of a series between its changes, as a path: means weighted by precision, joined upright at steps and aslant over
 * gradual changes. Drawn to show where the changes are; no figure is read from it.
 */
export function levelPath(estimates: readonly Estimate[], changes: readonly ChangePoint[]): PathPoint[] {
  const known = estimates.filter((e): e is Estimated => e.kind === 'estimate');
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || changes.length === 0) return [];
  const starts = [first.period.start, ...changes.map((change) => change.until)];
  const ends = [...changes.map((change) => change.date), last.period.end];
  return starts.flatMap((start, index) => {
    const end = ends[index] as string;
    const level = meanOf(known, { start, end });
    return level === null ? [] : [start, end].map((day) => ({ at: utcDay(day), value: level }));
  });
}

function meanOf(estimates: readonly Estimated[], { start, end }: Period): number | null {
  let [weights, sum] = [0, 0];
  for (const { period, value, standardError } of estimates) {
    if (period.start < start || period.start >= end) continue;
    weights += standardError ** -2;
    sum += value * standardError ** -2;
  }
  return weights === 0 ? null : sum / weights;
}
