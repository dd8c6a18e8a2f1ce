import type { RecordColumns } from '../../domain/field-mapping.ts';
import type { StanceLabel, StanceProblem } from '../../domain/stance.ts';
import type { StanceEstimate } from '../../domain/stance-estimate.ts';

/** A text and where one target stands in it: all that an annotator may see. */
export interface StanceInput {
  /** The normalized text. */
  readonly text: string;
  /**
   * Every place of the target in `text`: half-open `[start, end)`, UTF-16 code units, ascending.
   * Empty where the text is about the target without naming it.
   */
  readonly spans: readonly (readonly [start: number, end: number])[];
  /** BCP 47 tag; annotators look at the primary subtag (`zh` of `zh-Hans`). */
  readonly language: string;
  /** Kind of target, such as `country` or `product`, where the study states it. */
  readonly targetKind?: string;
  /** What kind of text it is, such as `news`, where that is known; not stated, it is a post. */
  readonly domain?: string;
  /** Id of the target in the study, else what people call it, for annotators that tell targets apart. */
  readonly target?: string;
  /** Values of the record that the study names for the annotator; null = none. */
  readonly columns?: RecordColumns | null;
}

/**
 * Stance toward the target. The three probabilities are whole ten-thousandths that sum to exactly 10,000,
 * also where the label is `abstain`. The label need not be the most probable class: an annotator may decide by
 * thresholds that its card states, so that rare classes are not lost.
 */
export interface StanceResult {
  readonly label: StanceLabel;
  readonly against: number;
  readonly neither: number;
  readonly favor: number;
  /** Share of the words around the target that stand in no training text, in ten-thousandths; annotators that know theirs. */
  readonly unseen?: number;
  /** That share is beyond what is usual in the training texts: the annotator's scores say little of this text. */
  readonly outOfDomain?: boolean;
  /** Why a label that came with the record could not be used; the label is then `abstain`. */
  readonly problem?: StanceProblem;
}

/** The result where nothing is said: no class is more probable than another. */
export const NO_OPINION: StanceResult = { label: 'abstain', against: 3333, neither: 3334, favor: 3333 };

/**
 * Anything that says what a text expresses toward a target. It gives one result per input, in order; the same
 * input gives the same result, whatever stands beside it in the batch; an empty text and a language it was not
 * made for give `abstain`.
 */
export interface StanceAnnotator {
  readonly name: string;
  readonly version: string;
  /** Names of the data sets it learned from, for the manifest. */
  readonly trainedOn: readonly string[];
  /** `batch` names the inputs in messages. */
  annotate(inputs: readonly StanceInput[], batch?: string): Promise<readonly StanceResult[]>;
  /** Counts what asking would take; only annotators that cost something have it. */
  estimate?(): StanceEstimator;
  /** Lets go of what it holds, such as a running program; it is not asked again. */
  close(): void;
}

/** Adds up what asking a service would take. */
export interface StanceEstimator {
  add(inputs: readonly StanceInput[]): Promise<void>;
  total(): StanceEstimate;
}
