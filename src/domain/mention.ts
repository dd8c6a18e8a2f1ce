import type { TimePrecision } from './document.ts';
import type { AuthorKey, DocumentId } from './identifiers.ts';
import type { StanceLabel, StanceProblem } from './stance.ts';

/**
 * Whose words a mention stands in: the author's own, words that the author quotes, or the headline of a link that the
 * author shares. The stance is what the words say, whoever's they are.
 */
export const VOICES = ['own', 'quoted', 'shared-headline'] as const;

/** One of {@link VOICES}. */
export type Voice = (typeof VOICES)[number];

/** A document that mentions a target: one row per document and target, with every place of the mention. */
export interface Mention {
  readonly documentId: DocumentId;
  readonly target: string;
  /** The words matched at that place, as they stand. */
  readonly matched: string;
  /**
   * Offset of the first place, UTF-16 units, half-open `[start, end)`: of the first own one where there is any. In
   * `document.text`; where the target is not there, in `document.quoted`, then in `document.sharedHeadline`.
   */
  readonly start: number;
  readonly end: number;
  readonly nSpans: number;
  /** Another's only if no place of the target stands in the author's own words. */
  readonly voice: Voice;
  /** Ids of the study's themes whose terms stand in the document. */
  readonly themes: readonly string[];
  // What a measurement groups by, copied from the document so that no post is read again.
  readonly sourceId: string;
  readonly publishedDay: number;
  readonly precision: TimePrecision;
  readonly authorKey: AuthorKey | null;
  readonly language: string;
  readonly region: string | null;
}

/** The stance of one mention, by one annotator. Probabilities in ten-thousandths, summing to 10,000. */
export interface StanceAnnotation {
  readonly documentId: DocumentId;
  readonly target: string;
  readonly annotator: string;
  readonly label: StanceLabel;
  readonly against: number;
  readonly neither: number;
  readonly favor: number;
  /** Share of words that the annotator's training texts do not hold, in ten-thousandths; null = not known. */
  readonly unseen: number | null;
  /** The words are more unlike the training texts than is usual among these; null = not known. */
  readonly outOfDomain: boolean | null;
  /** Why a label that came with the record could not be used; null = nothing was wrong. */
  readonly problem: StanceProblem | null;
}
