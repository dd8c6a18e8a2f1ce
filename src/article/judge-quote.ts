import type { QuoteReason, QuoteResult, QuoteSource } from '../domain/checked-article.ts';
import { printId } from '../domain/identifiers.ts';
import type { QuoteCandidate } from '../store/queries/quote-candidates.ts';
import type { StudyConfig } from '../study/config.ts';
import {
  matchQuote,
  NEAR_WORDS,
  partsOfQuote,
  type QuoteMatch,
  SAME_WORDS,
  tokensOf,
} from './match-quote.ts';
import { SHORT_QUOTE } from './quote-words.ts';
import { showPassage } from './show-passage.ts';

/** Passages shown of one quotation. */
const SHOWN = 3;

/** What the corpus says of a quotation. */
export interface QuoteVerdict {
  readonly result: Exclude<QuoteResult, 'conflicts-with-record'>;
  readonly reason: QuoteReason;
  readonly sources: readonly QuoteSource[];
  readonly nDocuments: number;
}

interface JudgeOptions {
  readonly study: Pick<StudyConfig, 'sources' | 'classes' | 'privacy'>;
  /** True where the words are an original that the user supplied for a translation. */
  readonly isOriginal: boolean;
  /** Whether any document is in the language of the words. */
  readonly isLanguageCollected: boolean;
}

/** Compares a quotation with the documents that may hold it. Pure. */
export function judgeQuote(
  words: string,
  candidates: readonly QuoteCandidate[],
  options: JudgeOptions,
): QuoteVerdict {
  const parts = partsOfQuote(words);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const isShort = length < SHORT_QUOTE;
  const matched = candidates
    .map((candidate) => ({ candidate, match: matchQuote(parts, tokensOf(candidate.text)) }))
    .filter(({ match }) => (isShort ? match.similarity === 1 : likeness(match) >= NEAR_WORDS))
    .sort(
      (a, b) =>
        b.match.similarity - a.match.similarity ||
        a.candidate.publishedAt - b.candidate.publishedAt ||
        (a.candidate.documentId < b.candidate.documentId ? -1 : 1),
    );
  const same = matched.filter(({ match }) => match.similarity >= SAME_WORDS);
  const shown = same.length > 0 ? same : matched;
  const sources = shown
    .slice(0, SHOWN)
    .map(({ candidate, match }) => sourceOf(candidate, match, options.study));
  const found = { sources, nDocuments: shown.length };
  if (same.length > 0)
    return { result: 'found', reason: options.isOriginal ? 'original-found' : 'same-words', ...found };
  if (matched.length > 0)
    return { result: 'paraphrase', reason: options.isOriginal ? 'original-near' : 'near-words', ...found };
  const reason = !options.isLanguageCollected ? 'other-language' : isShort ? 'too-short' : 'no-such-words';
  return { result: 'not-found', reason, ...found };
}

const likeness = ({ similarity, stemSimilarity }: QuoteMatch): number => Math.max(similarity, stemSimilarity);

function sourceOf(candidate: QuoteCandidate, match: QuoteMatch, study: JudgeOptions['study']): QuoteSource {
  const className = study.sources.find(({ id }) => id === candidate.source)?.class ?? '';
  const shown = showPassage(candidate.text, match, { className, study });
  return {
    documentId: printId(candidate.documentId),
    recordHash: candidate.recordHash,
    class: className,
    source: candidate.source,
    publishedAt: new Date(candidate.publishedAt).toISOString(),
    precision: candidate.precision,
    language: candidate.language,
    url: shown.isVerbatim ? candidate.url : null,
    passage: shown.text,
    similarity: match.similarity,
  };
}
