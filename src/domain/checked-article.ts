import type { Claim, ClaimKind } from './claim.ts';

/** What a sentence of an article is, as a person confirmed it. */
export const SENTENCE_KINDS = [
  'measured',
  'quoted',
  'third-party',
  'inference',
  'opinion',
  'no-claim',
] as const;

/** One of {@link SENTENCE_KINDS}. */
export type SentenceKind = (typeof SENTENCE_KINDS)[number];

/** What in a sentence makes it claim something. */
export const SENTENCE_CUES = [
  'number',
  'date',
  'comparison',
  'superlative',
  'change',
  'population',
  'quotation',
  'speaker',
  'cause',
  'judgement',
] as const;

/** One of {@link SENTENCE_CUES}. */
export type SentenceCue = (typeof SENTENCE_CUES)[number];

/** A half-open range of UTF-16 offsets in the article, and the line where it begins, from 1. */
interface ArticlePlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A sentence as it stands in an article. */
export interface ArticleSentence extends ArticlePlace {
  /** Digest of its words; a second sentence of the same words has a number behind it. Its place is not part of it. */
  readonly id: string;
  /** In one line. */
  readonly text: string;
  readonly cues: readonly SentenceCue[];
}

/** What came of looking for the words of a quotation. */
export type QuoteResult = 'found' | 'paraphrase' | 'not-found' | 'conflicts-with-record';

/** A passage of the corpus that holds the words of a quotation, or nearly. */
export interface QuoteSource {
  /** 16 hexadecimal digits. */
  readonly documentId: string;
  readonly recordHash: string;
  readonly class: string;
  readonly source: string;
  readonly publishedAt: string;
  readonly precision: string;
  readonly language: string;
  readonly url: string | null;
  /** The words of the document, as many as privacy allows. */
  readonly passage: string;
  /** Share of the words that agree in order, 0–1. */
  readonly similarity: number;
}

/** A quotation of the article and what was found of it. */
export interface CheckedQuote extends ArticlePlace {
  /** The words in quotation marks as the article has them. */
  readonly words: string;
  readonly language: string;
  readonly result: QuoteResult;
  /** Why it is what it is. */
  readonly reason: QuoteReason;
  /** Words of the original that the user supplied; the article's are then a translation and no one's words. */
  readonly original: string | null;
  /** The nearest passages, best first. */
  readonly sources: readonly QuoteSource[];
  /** Documents with these words. */
  readonly nDocuments: number;
  /** Entry of the record that it was held against. */
  readonly record: string | null;
  /** Shares of favor and against among mentions of the cell of the best source; null where there is no such cell. */
  readonly cell: QuoteCell | null;
}

/** Why a quotation came out as it did: code → the rule in words. */
export const QUOTE_REASONS = {
  'same-words': 'The words stand in a document of the corpus.',
  'near-words': 'A document has most of these words in this order; they are not its words.',
  'original-found':
    'The original that was supplied stands in a document; the article has a translation of it.',
  'original-near': 'A document has most of the words of the original that was supplied.',
  'no-such-words': 'No document has these words or nearly these.',
  'other-language':
    'No document of the corpus is in the language of the quotation: supply the original in the ledger.',
  'too-short': 'Too few words to tell one text from another, and no document has exactly these.',
  'same-as-record': 'The record has these words.',
  'differs-from-record': 'The record has other words of this speaker on this subject.',
} as const;

/** One of {@link QUOTE_REASONS}. */
export type QuoteReason = keyof typeof QUOTE_REASONS;

/** What else is said in the cell that a quotation was taken from: one quote shows none of it. */
export interface QuoteCell {
  readonly target: string;
  readonly class: string;
  /** Null where not estimable. */
  readonly favorShare: number | null;
  readonly againstShare: number | null;
  readonly nMentions: number;
}

/** What an editor should look at. */
export type ArticleFlag =
  /** A word that speaks of a population, or of asking people. */
  | {
      readonly kind: 'population-word';
      readonly words: string;
      readonly about: 'poll' | 'people';
      readonly hasPoll: boolean;
    }
  /** The sentence names a class that the claim or the quoted document is not of. */
  | { readonly kind: 'other-class'; readonly named: readonly string[]; readonly bound: readonly string[] }
  /** A share of something that nobody named. */
  | { readonly kind: 'no-base'; readonly words: string }
  | { readonly kind: 'other-base'; readonly record: string; readonly base: string }
  | {
      readonly kind: 'other-date';
      readonly record: string;
      readonly written: string;
      readonly recorded: string;
    }
  | {
      readonly kind: 'other-number';
      readonly record: string;
      readonly written: string;
      readonly recorded: string;
    }
  /** A number is presented as measured and bound to no claim. */
  | { readonly kind: 'unbound-number'; readonly words: string }
  /** A cause beside something measured: the claim it is bound to is of no cause. */
  | { readonly kind: 'cause-not-measured' }
  /** A fact of others without a source. */
  | { readonly kind: 'no-source' }
  /** The words in quotation marks are a translation, or no words of the corpus. */
  | { readonly kind: 'not-original-words' }
  /** The article says more than the verdict bears. */
  | { readonly kind: 'not-supported'; readonly claim: string };

/** A sentence with what is known of it. */
export interface CheckedSentence extends ArticleSentence {
  readonly kind: SentenceKind;
  /** False = the kind and the claim are suggestions of a rule. */
  readonly isConfirmed: boolean;
  /** Id of the claim it is bound to, or suggested. */
  readonly claim: string | null;
  /** The claim with its verdict; null unless confirmed. */
  readonly verdict: Claim | null;
  readonly source: string | null;
  readonly base: string | null;
  readonly record: string | null;
  readonly note: string | null;
  /** Ids of the entities named in it. */
  readonly entities: readonly string[];
  readonly quotes: readonly CheckedQuote[];
  readonly flags: readonly ArticleFlag[];
}

/** One name under several spellings. */
interface ArticleEntity {
  readonly id: string;
  readonly names: readonly string[];
  /** Spellings that the article uses. */
  readonly used: readonly string[];
  /** Ids of the sentences that name it. */
  readonly sentences: readonly string[];
}

/** `article.checked.json`: an article with what a study has to say of each of its sentences. */
export interface CheckedArticle {
  readonly schema: 'groundswell-article/1';
  readonly article: { readonly name: string; readonly digest: string; readonly nSentences: number };
  readonly study: string;
  readonly runId: string;
  readonly sentences: readonly CheckedSentence[];
  readonly entities: readonly ArticleEntity[];
  readonly counts: Readonly<Record<SentenceKind, number>>;
  readonly nUnconfirmed: number;
  /** Claims of the study that no confirmed sentence is bound to. */
  readonly unusedClaims: readonly { readonly id: string; readonly kind: ClaimKind }[];
}
