import { checkQuoteAgainst, type PreparedRecord } from '../article/check-facts.ts';
import { couldBeSpeech, findQuotations } from '../article/find-quotations.ts';
import { judgeQuote, type QuoteVerdict } from '../article/judge-quote.ts';
import type { Ledger } from '../article/ledger-spec.ts';
import { partsOfQuote } from '../article/match-quote.ts';
import { chooseWords, formsOf, searchWords } from '../article/quote-words.ts';
import type { SentenceNames } from '../article/suggest-claim.ts';
import type { ArticleSentence, CheckedQuote, QuoteCell } from '../domain/checked-article.ts';
import type { Estimate } from '../domain/estimate.ts';
import type { Finding } from '../domain/finding.ts';
import {
  corpusLanguages,
  countWords,
  poolCandidates,
  quoteCandidates,
} from '../store/queries/quote-candidates.ts';
import { createLanguageIdentifier } from '../text/language.ts';
import type { StageContext } from './run-context.ts';

/** A quotation of an article that is to be sought. */
export interface SoughtQuote {
  readonly sentence: ArticleSentence;
  /** Offsets in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Words in the language in which they were said, where the user supplied them. */
  readonly original: string | null;
  readonly record: string | null;
}

/** What quotations are judged with beside the corpus. */
interface QuoteContext {
  readonly finding: Finding;
  readonly record: PreparedRecord;
  readonly namesIn: (text: string) => SentenceNames;
}

/** Candidates compared with one quotation. */
const CANDIDATES = 200;

/** The quotations of the sentences; an original belongs to the first of its sentence. */
export function quotesToSeek(sentences: readonly ArticleSentence[], ledger: Ledger): SoughtQuote[] {
  const entries = new Map(ledger.sentences.map((one) => [one.id, one]));
  return sentences.flatMap((sentence) => {
    const entry = entries.get(sentence.id);
    return findQuotations(sentence.text)
      .filter(({ start, end }) => couldBeSpeech(sentence.text.slice(start, end)))
      .map(({ start, end }, i) => ({
        sentence,
        start,
        end,
        words: sentence.text.slice(start, end),
        original: i === 0 ? (entry?.original ?? null) : null,
        record: entry?.record ?? null,
      }));
  });
}

/**
 * Seeks every quotation in the corpus: one scan of all texts for documents with the rarest words of any, then a comparison word by
 * word with those few. Sentence id → its quotations in order.
 */
export async function searchQuotes(
  { database, corpus, study }: StageContext,
  sought: readonly SoughtQuote[],
  context: QuoteContext,
): Promise<Map<string, CheckedQuote[]>> {
  const identifier = createLanguageIdentifier();
  const tokens = sought.map(({ words, original }) => partsOfQuote(original ?? words).flat());
  const words = [...new Set(tokens.flatMap(searchWords))].sort();
  const counts = await countWords(database, corpus, words.map(formsOf));
  const chosen = tokens.map((one) => chooseWords(one, counts));
  await poolCandidates(
    database,
    corpus,
    chosen.filter(({ words }) => words.length > 0),
  );
  const collected = new Set((await corpusLanguages(database, corpus)).map(primary));
  const checked: { readonly id: string; readonly quote: CheckedQuote }[] = [];
  for (const [i, quote] of sought.entries()) {
    const asked = chosen[i] ?? { words: [], atLeast: 0 };
    const candidates =
      asked.words.length === 0 ? [] : await quoteCandidates(database, { ...asked, limit: CANDIDATES });
    const words = quote.original ?? quote.words;
    const { language } = identifier.identify(words);
    const verdict = judgeQuote(words, candidates, {
      study,
      isOriginal: quote.original !== null,
      isLanguageCollected: collected.has(primary(language)),
    });
    const own = identifier.identify(quote.words).language;
    checked.push({ id: quote.sentence.id, quote: checkedQuote(quote, { verdict, language: own }, context) });
  }
  return new Map(
    [...Map.groupBy(checked, ({ id }) => id)].map(([id, list]) => [id, list.map(({ quote }) => quote)]),
  );
}

const primary = (language: string): string => language.split('-')[0] ?? language;

function checkedQuote(
  { sentence, start, end, words, original, record }: SoughtQuote,
  { verdict, language }: { readonly verdict: QuoteVerdict; readonly language: string },
  context: QuoteContext,
): CheckedQuote {
  const recorded = checkQuoteAgainst(original ?? words, { text: sentence.text, record }, context.record);
  const isOver = recorded !== null && verdict.result !== 'found';
  return {
    start: sentence.start + start,
    end: sentence.start + end,
    line: sentence.line,
    words,
    language,
    result: isOver ? recorded.result : verdict.result,
    reason: isOver ? recorded.reason : verdict.reason,
    original,
    sources: verdict.sources,
    nDocuments: verdict.nDocuments,
    record: recorded?.record ?? null,
    cell: cellOf(verdict, sentence.text, context),
  };
}

/** Levels of the class that the best source is of, for the first target that the sentence names, else the first of the study. */
function cellOf(
  { sources }: QuoteVerdict,
  text: string,
  { finding, namesIn }: QuoteContext,
): QuoteCell | null {
  const className = sources[0]?.class;
  const target = namesIn(text).targets[0] ?? finding.study.targets[0]?.id;
  if (className === undefined || target === undefined) return null;
  const level = (measure: string): Estimate | undefined =>
    finding.levels?.find(
      (one) => one.target === target && one.measure === measure && one.stratum['class'] === className,
    )?.estimate;
  const [favor, against] = [level('favor-share'), level('against-share')];
  if (favor === undefined && against === undefined) return null;
  const value = (one: Estimate | undefined): number | null => (one?.kind === 'estimate' ? one.value : null);
  return {
    target,
    class: className,
    favorShare: value(favor),
    againstShare: value(against),
    nMentions: (favor ?? against)?.nDocuments ?? 0,
  };
}
