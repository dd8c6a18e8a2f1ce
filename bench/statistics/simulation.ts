/** One value of one setting of a simulation. */
type Setting = string | number;

/** A column of a simulation's table: what the replicates of a case come to. */
export interface Column {
  /** Name of the number in a replicate. */
  readonly of: string;
  readonly label: string;
  /**
   * `rate` = share of replicates with 1, shown in percent, or the mean of shares, whose error is then less than shown; `mean` =
   * mean of the number.
   */
  readonly kind: 'rate' | 'mean';
  /** Range the column is meant to lie in, ends included; a case may be left out of it. */
  readonly goal?: { readonly from?: number; readonly to?: number; readonly cases?: (at: Case) => boolean };
}

/** The settings of one row of a table. */
export type Case = Readonly<Record<string, Setting>>;

/**
 * A question to an estimator that only repetition can answer: does its interval cover, does its test keep its error rate.
 * One file each, one line in `registry.ts`. A replicate may use nothing but its case and its random numbers.
 */
export interface Simulation {
  /** Base name of the file and of the table. */
  readonly id: string;
  readonly title: string;
  /** What is simulated and what the columns mean, for a reader of the table. */
  readonly text: string;
  readonly cases: readonly Case[];
  readonly columns: readonly Column[];
  /** Replicates of each case: of the full run, and of the short one in `npm test` (all cases, unless `short` chooses). */
  readonly replicates: { readonly full: number; readonly short: number };
  readonly short?: (at: Case) => boolean;
  /** A smaller case that is run in `npm test` instead, where all are long. */
  readonly small?: Case;
  /** Files besides the estimators that the numbers depend on, as patterns. */
  readonly code?: readonly string[];
  /** Replicates that are computed and kept together, where they are long. */
  readonly chunk?: number;
  /** One replicate: numbers by name; a missing name does not count in that column. */
  readonly run: (at: Case, random: () => number) => Replicate | Promise<Replicate>;
}

/** What one replicate comes to. */
export type Replicate = Readonly<Record<string, number>>;

/** Replicates that are computed and kept together. */
export const CHUNK = 50;

/** Sums over the replicates of one case. */
export type Sums = Readonly<
  Record<string, { readonly n: number; readonly sum: number; readonly squares: number }>
>;
