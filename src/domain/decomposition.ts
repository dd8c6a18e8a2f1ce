import type { ContributionKind } from '../stats/change-decomposition.ts';
import type { Estimate, Interval, Period } from './estimate.ts';

/** What a change is split by. `discovered` = themes that the corpus shows; `author` = authors who stand on both sides, who came, who went. */
export const DIMENSIONS = ['theme', 'discovered', 'source', 'region', 'language', 'author', 'class'] as const;

/** One of {@link DIMENSIONS}. */
export type Dimension = (typeof DIMENSIONS)[number];

/** Levels that no study file names. */
export const OWN_LEVELS = {
  /** Mentions without a theme. */
  noTheme: 'none-of-these',
  /** Mentions whose region, language or author is not known. */
  unknown: 'unknown',
  /** Levels with too little on both sides to be told apart, together. */
  rest: 'rest',
  stayed: 'stayed',
  entered: 'entered',
  left: 'left',
} as const;

export type { ContributionKind } from '../stats/change-decomposition.ts';

/** A part of a change, in the unit of the change. */
export interface PartOfChange {
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/** One term of a decomposition. */
export interface Contribution extends PartOfChange {
  readonly dimension: Dimension;
  readonly level: string;
  readonly kind: ContributionKind;
  /** Probability of being the largest of all terms in the direction of the change, 0–1. */
  readonly probabilityFirst: number;
}

/** One level of a decomposition: its talk, its stance and what it added, all terms together. */
export interface DecompositionLevel {
  readonly level: string;
  readonly shareBefore: Estimate;
  readonly shareAfter: Estimate;
  readonly balanceBefore: Estimate;
  readonly balanceAfter: Estimate;
  readonly contribution: PartOfChange;
  /** Contribution − mean share × change: what the level adds beyond what its size alone would. */
  readonly excess: PartOfChange;
  /** Probability of having the largest contribution in the direction of the change, and one of the three largest. */
  readonly probabilityFirst: number;
  readonly probabilityFirstThree: number;
  /** False discovery rate at which "adds nothing" is rejected, over all levels of this dimension in the finding. */
  readonly qValue: number;
}

/** A word that is used more or less after than before. */
export interface ShiftedWord {
  /** The form that most authors use. */
  readonly word: string;
  /** Authors who use it; where none is known, texts. Null: one to nine, withheld. */
  readonly nAuthorsBefore: number | null;
  readonly nAuthorsAfter: number | null;
  /** Log of the ratio of its odds among all words, after to before. */
  readonly logOdds: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly qValue: number;
}

/** What changed in the words of one level. */
export interface LevelWords {
  readonly level: string;
  readonly nAuthorsBefore: number;
  readonly nAuthorsAfter: number;
  /** Words that enough authors use. */
  readonly nTested: number;
  /** Surest first. */
  readonly more: readonly ShiftedWord[];
  readonly less: readonly ShiftedWord[];
}

/** A change of net balance split over the levels of one dimension. The contributions sum to the change. */
export interface Decomposition {
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly event: string | null;
  readonly from: Period;
  readonly to: Period;
  readonly dimension: Dimension;
  /** Net balance of the whole on both sides. */
  readonly before: Estimate;
  readonly after: Estimate;
  readonly change: Estimate;
  /** The change with classifier error corrected; null without codings. */
  readonly corrected: Estimate | null;
  /** Change − corrected: what of the change in the labels is the annotator's error. It belongs to no level; null without codings. */
  readonly measurement: PartOfChange | null;
  readonly contributions: readonly Contribution[];
  /** Contributions of each kind together. */
  readonly kinds: readonly (PartOfChange & { readonly kind: ContributionKind })[];
  /** In order of their contributions, the largest in the direction of the change first. */
  readonly levels: readonly DecompositionLevel[];
  /** Of themes that add to the change. */
  readonly words: readonly LevelWords[];
}
