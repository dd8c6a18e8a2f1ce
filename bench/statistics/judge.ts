import { wilsonInterval } from '../../src/stats/wilson-interval.ts';
import type { Case, Column, Sums } from './simulation.ts';

/** What a column comes to for one case. */
export interface Judged {
  readonly value: number;
  /** Interval for what endless repetition would give. */
  readonly lower: number;
  readonly upper: number;
  /** Null = no goal for this case. `unclear` = the interval holds both values that meet the goal and values that do not. */
  readonly verdict: 'met' | 'unclear' | 'missed' | null;
}

/**
 * The value of a column with its Monte Carlo interval, and whether it meets the goal: by the value, with `unclear` where
 * the value lies outside and the interval reaches in.
 * @returns null where no replicate has a number
 */
export function judge(
  column: Column,
  sums: Sums,
  of: { readonly at: Case; readonly level: number },
): Judged | null {
  const total = sums[column.of];
  if (total === undefined) return null;
  const { n, sum, squares } = total;
  const value = sum / n;
  const [lower, upper] =
    column.kind === 'rate' ? wilsonInterval(sum, n, of.level) : meanInterval({ n, sum, squares }, of.level);
  const { goal } = column;
  if (goal === undefined || goal.cases?.(of.at) === false) return { value, lower, upper, verdict: null };
  const from = goal.from ?? Number.NEGATIVE_INFINITY;
  const to = goal.to ?? Number.POSITIVE_INFINITY;
  if (value >= from && value <= to) return { value, lower, upper, verdict: 'met' };
  return { value, lower, upper, verdict: upper >= from && lower <= to ? 'unclear' : 'missed' };
}

function meanInterval(
  { n, sum, squares }: { readonly n: number; readonly sum: number; readonly squares: number },
  level: number,
): [number, number] {
  const mean = sum / n;
  const error = Math.sqrt(Math.max(squares / n - mean * mean, 0) / Math.max(n - 1, 1));
  const z = level > 0.99 ? 3.3 : 1.96;
  return [mean - z * error, mean + z * error];
}
