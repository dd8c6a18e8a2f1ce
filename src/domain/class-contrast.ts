import type { Estimate, Interval } from './estimate.ts';

/** Two classes compared over the same mix of periods, toward one target. */
export interface ClassContrast {
  readonly target: string;
  /** First and second class. */
  readonly classes: readonly [string, string];
  readonly measure: 'net-balance' | 'theme-share';
  /** Of a theme's share of talk; null of net balance. */
  readonly theme: string | null;
  readonly first: Estimate;
  readonly second: Estimate;
  /** First − second. */
  readonly difference: Estimate;
  /** First over second share; null where one is 0, and of net balance. */
  readonly ratio: { readonly value: number; readonly interval: Interval } | null;
  /** Periods with mentions in both classes. */
  readonly nPeriods: number;
  /** False discovery rate at which "no difference" is rejected, over all contrasts of this measure in the finding. */
  readonly qValue: number;
}
