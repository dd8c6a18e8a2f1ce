import type { Score } from './evaluation.ts';

/** Rows that a score rests on. Both null = the whole layer. */
export interface QualityStratum {
  /** Primary subtag of BCP 47. */
  readonly language: string | null;
  /** Domain of the coded texts, such as news; null = all domains of the language. */
  readonly domain: string | null;
}

interface Assessed {
  /** Name and version. */
  readonly annotator: string;
  readonly layer: 'stance';
  readonly stratum: QualityStratum;
}

/** How well an annotator agrees with human coders in one stratum, on texts it did not learn from. */
export interface MeasuredQuality extends Assessed {
  readonly kind: 'measured';
  /** Mentions coded by people, and the documents or sentences they come from. */
  readonly nCoded: number;
  readonly nGroups: number;
  /** Coded mentions on which the annotator does not say; they stand in no cell of `confusion`. */
  readonly nAbstained: number;
  /** Counts; rows: the coded label, columns: the annotator's; both against, neither, favor. */
  readonly confusion: readonly (readonly number[])[];
  /** Share of coded mentions with the same label; an abstention is a miss. */
  readonly agreement: Score;
  readonly macroF1: Score;
  /** Mean distance of probability and share right, 0-1. */
  readonly calibrationError: number;
  /** Nominal coverage of the intervals. */
  readonly confidenceLevel: number;
}

/** An annotator of whose errors nothing is known. */
export interface UnknownQuality extends Assessed {
  readonly kind: 'unknown';
  /** `given-labels`: the labels came with the records; `no-card`: a program without a model card. */
  readonly reason: 'given-labels' | 'no-card';
}

/** What is known of an annotator's errors: by this a measurement can be corrected. */
export type AnnotatorQuality = MeasuredQuality | UnknownQuality;
