/** A half-open period of local days, ISO dates: `[start, end)`. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** A confidence interval. `level` is the nominal coverage, e.g. 0.95. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** Why a number cannot be given. */
export type NotEstimableReason =
  | 'no-collection'
  | 'no-mentions'
  | 'too-few-mentions'
  | 'too-few-authors'
  | 'one-side-empty'
  | 'too-few-periods';

/** The counts behind a cell. */
interface CellCounts {
  readonly nDocuments: number;
  readonly nAuthors: number;
  readonly nClusters: number;
}

/** Correction for classifier error; `none` = uncorrected. */
export type Correction = 'none';

/** Source mix that a number stands for. */
export type Mix = 'observed' | 'fixed';

/** A number with its uncertainty. Shares and balances are −1…1, never percent. */
export interface Estimated extends CellCounts {
  readonly kind: 'estimate';
  readonly period: Period;
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly effectiveSampleSize: number;
  readonly method: string;
  readonly correction: Correction;
  readonly mix: Mix;
}

/** A place where a number would stand, and why it does not. */
export interface NotEstimable extends CellCounts {
  readonly kind: 'not-estimable';
  readonly period: Period;
  readonly reason: NotEstimableReason;
}

/** A number with an interval, or the reason why there is none. */
export type Estimate = Estimated | NotEstimable;

/** What a series measures. */
export type Measure = 'net-balance' | 'favor-share' | 'against-share' | 'neither-share' | 'mention-share';

/** One measure of one target in one stratum over time. */
export interface Series {
  readonly id: string;
  readonly target: string;
  /** Dimension → value, e.g. `{ class: 'public' }`; empty = everything collected. */
  readonly stratum: Readonly<Record<string, string>>;
  readonly measure: Measure;
  readonly estimates: readonly Estimate[];
  /** The same estimated in other ways; absent where there is no other. */
  readonly variants?: readonly SeriesVariant[];
}

/** A way of estimating that is not the one in the foreground. */
interface Variant {
  readonly correction: Correction;
  readonly mix: Mix;
}

/** A series estimated in another way, period by period. */
export interface SeriesVariant extends Variant {
  readonly estimates: readonly Estimate[];
}

/** One number estimated in another way. */
export interface EstimateVariant extends Variant {
  readonly estimate: Estimate;
}
