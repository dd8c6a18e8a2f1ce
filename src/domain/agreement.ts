import type { IntervalMethod, Score } from './evaluation.ts';
import type { StanceLabel } from './stance.ts';

/** One of several annotators of a sample. */
export interface ComparedAnnotator {
  /** Unique in the comparison; `coded` are the labels of the file. */
  readonly name: string;
  /** Null for `coded`. */
  readonly version: string | null;
  readonly trainedOn: readonly string[];
  /** Rows on which it says nothing. */
  readonly nAbstained: number;
}

/** How two annotators agree on the rows on which both say something. */
export interface PairAgreement {
  readonly a: string;
  readonly b: string;
  readonly n: number;
  /** Share of rows with the same label. */
  readonly share: Score;
  readonly kappa: Score;
}

/** A row on which annotators say different things. */
export interface DifferingRow {
  readonly id: string;
  /** Mean distance of two annotators' probabilities, 0–1: half the sum of their differences. Labels of the file are sure. */
  readonly difference: number;
  /** Annotator → label. */
  readonly labels: Readonly<Record<string, StanceLabel>>;
  /** Only where texts were asked for. */
  readonly target?: string;
  readonly text?: string;
}

/** What `groundswell compare` finds. */
export interface Agreement {
  /** Name of the file, without its folder. */
  readonly sample: string;
  readonly intervals: IntervalMethod;
  readonly notes: readonly string[];
  readonly n: number;
  readonly nGroups: number;
  readonly annotators: readonly ComparedAnnotator[];
  /** Krippendorff's alpha, nominal, of all annotators; abstentions are missing values. */
  readonly alpha: Score;
  /** Share of rows on which all who say something, at least two, say the same. */
  readonly share: Score;
  readonly pairs: readonly PairAgreement[];
  readonly nDiffering: number;
  /** Those that differ most, largest difference first. */
  readonly rows: readonly DifferingRow[];
}
