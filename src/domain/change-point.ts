import type { Correction, Interval, Mix, Period } from './estimate.ts';

/** By how much a level moved: net balance after − before. */
interface ChangeSize {
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly correction: Correction;
  readonly mix: Mix;
}

/** A lasting change in the level of a series. */
export interface ChangePoint {
  /** Id of the series. */
  readonly series: string;
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly kind: 'step' | 'slope';
  /** First day of the first period at a new level. */
  readonly date: string;
  /** Day from which the new level is complete: the date itself for a step. */
  readonly until: string;
  /** Days in which the change may have begun. */
  readonly dateInterval: Period;
  readonly size: ChangeSize;
  /** Share of series without a change that would show any change, by simulation. */
  readonly falseAlarmRate: number;
  /** Series that were looked at in this finding. */
  readonly looks: number;
}

/** Why a series was not searched for changes. */
export type NotTestedReason = 'too-few-periods' | 'no-variation';

/** The level of a series in one period, smoothed: for display only. */
interface TrendLevel {
  readonly period: Period;
  readonly value: number;
  readonly interval: Interval;
}

/** What was found of the course of one series besides its changes. */
export interface Trend {
  /** Id of the series. */
  readonly series: string;
  readonly correction: Correction;
  readonly mix: Mix;
  /** Null: the series was searched for changes. */
  readonly notTested: NotTestedReason | null;
  /** What moves the series around its level besides sampling error; null where it was not searched. */
  readonly noise: { readonly standardDeviation: number; readonly autocorrelation: number } | null;
  /** Probability that the level of the last period began within the last `periods`; null where not estimable. */
  readonly recentChange: { readonly periods: number; readonly probability: number } | null;
  /** Local level by period, the last one the nowcast; empty where not estimable. */
  readonly level: readonly TrendLevel[];
}
