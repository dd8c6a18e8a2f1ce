/** How an exhibit was chosen within its target, class and side; a counter-exhibit by the same rule stands on the other side. */
export const SELECTIONS = ['central', 'random', 'extreme', 'earliest'] as const;

/** One of {@link SELECTIONS}. */
export type Selection = (typeof SELECTIONS)[number];

/**
 * Each rule in words, as printed. In all of them: mentions in the author's own words with probability of the side at least 0.6, one
 * for each author and each group of copies, and no document or author twice in a finding.
 */
export const EXHIBIT_RULES: Readonly<Record<Selection, string>> = {
  central: 'nearest in words to the centre of the theme that this side mentions most',
  random: 'drawn at random among mentions with probability of the side at least 0.6',
  extreme: 'largest probability of the side',
  earliest: 'earliest mention with probability of the side at least 0.6',
};

/** What stands for the words: the sentence, at most six words of it, or none, to be put in other words. */
export const QUOTATIONS = ['verbatim', 'excerpt', 'paraphrase'] as const;

/** One of {@link QUOTATIONS}. */
export type Quotation = (typeof QUOTATIONS)[number];

/** Words of an exhibit in another language. They are the translator's: nobody said them. */
interface ExhibitTranslation {
  readonly text: string;
  /** BCP 47 tag of the language of the report. */
  readonly language: string;
  readonly translator: { readonly name: string; readonly version: string };
}

/** A quoted post, chosen by a stated rule. */
export interface Exhibit {
  readonly documentId: string;
  readonly recordHash: string;
  readonly target: string;
  readonly class: string;
  readonly source: string;
  readonly side: 'against' | 'favor';
  readonly rule: string;
  readonly seed: number;
  /** Of a private person's words the day only. */
  readonly publishedAt: string;
  readonly precision: string;
  readonly language: string;
  /** The words around the mention, as they stand in the normalized text, with `▮` for every identifier; empty for a paraphrase. */
  readonly text: string;
  /** Offsets of the words in the document, UTF-16 units, half-open. */
  readonly start: number;
  readonly end: number;
  /** The sentence goes on before or after `text`: it was cut for its length. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
  /** Offsets of the target inside `text`. */
  readonly mention: { readonly start: number; readonly end: number };
  /** The annotator's probability for the side shown, 0–1. */
  readonly probability: number;
  readonly nCopies: number;
  readonly url: string | null;
  /** Absent in findings made before there were several rules: then at random. */
  readonly selection?: Selection;
  /** Absent in findings made before it was told. */
  readonly quotation?: Quotation;
  /** Themes of the codebook that the document mentions. */
  readonly themes?: readonly string[];
  /** Labels of the target and class over the whole period, shares 0–1: what the exhibit is one of. */
  readonly cell?: { readonly against: number; readonly neither: number; readonly favor: number };
  /** Null = the translator gave none; absent where none was wanted: no translator, no words, or the language of the report. */
  readonly translation?: ExhibitTranslation | null;
}
