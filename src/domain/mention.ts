import type { TimePrecision } from './document.ts';
import type { AuthorKey, DocumentId } from './identifiers.ts';
import type { StanceLabel, StanceProblem } from './stance.ts';

/** A document that mentions a target: one row per document and target, with every place of the mention. */
export interface Mention {
  readonly documentId: DocumentId;
  readonly target: string;
  /** The words matched at the first place, as they stand in the text. */
  readonly matched: string;
  /** Offset of the first place in `document.text`, UTF-16 units, half-open `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly nSpans: number;
  /** Whose words: the author's own, or only inside a quotation. */
  readonly voice: 'own' | 'quoted';
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
  /** Why a label that came with the record could not be used; null = nothing was wrong. */
  readonly problem: StanceProblem | null;
}
