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
  | 'reference-not-covered'
  | 'too-few-periods'
  | 'too-few-codings'
  | 'theme-not-known'
  | 'withheld';

/** The counts behind a cell. */
export interface CellCounts {
  readonly nDocuments: number;
  readonly nAuthors: number;
  readonly nClusters: number;
}

/** Correction for classifier error; `none` = uncorrected, `dsl` = by a probability sample of codings (PPI++, DSL). */
export type Correction = 'none' | 'dsl';

/** Source mix that a number stands for. */
export type Mix = 'observed' | 'fixed';

/**
 * Range of the true number if the annotator errs in this corpus as it did on coded texts: sampling error, the error of its
 * confusion matrix, and how differently it errs on different kinds of text.
 */
export interface ErrorBand extends Interval {
  /** `between-domains`: the spread between kinds of coded text is in it; `within-domain`: it is not known. */
  readonly basis: 'between-domains' | 'within-domain';
}

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
  /** Only at the fixed mix: how far the number stands for it. */
  readonly reference?: ReferenceFit;
  /** Of an uncorrected number; absent where nothing is known of the annotator's errors or it cannot be told. */
  readonly errorBand?: ErrorBand;
}

/** How a number at the fixed mix stands to its reference, and to the number at the observed mix. */
interface ReferenceFit {
  /** Share of the reference mix that has mentions of its own, 0–1; the rest is stood for by what is nearest. */
  readonly coverage: number;
  /** By how much the reweighting lengthens the variance: Kish's design effect of its factors. */
  readonly designEffect: number;
  /** Largest factor of a mention, where the mean is 1. */
  readonly largestFactor: number;
  /** Number at the observed mix minus this one: the part that is composition. Null where nothing is weighted anew, and of corrected numbers. */
  readonly composition: Composition | null;
}

/** A part of a number, with its uncertainty. */
export interface Composition {
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/** A place where a number would stand, and why it does not. */
export interface NotEstimable extends Nullable<CellCounts> {
  readonly kind: 'not-estimable';
  readonly period: Period;
  readonly reason: NotEstimableReason;
}

/** Null where the reason is `withheld`: there would be counts, and they would tell of fewer than ten authors. */
type Nullable<Counts> = { readonly [Key in keyof Counts]: Counts[Key] | null };

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
interface SeriesVariant extends Variant {
  readonly estimates: readonly Estimate[];
}

/** One number estimated in another way. */
export interface EstimateVariant extends Variant {
  readonly estimate: Estimate;
}
