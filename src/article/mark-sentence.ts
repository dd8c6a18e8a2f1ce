import type {
  ArticleFlag,
  ArticleSentence,
  CheckedQuote,
  CheckedSentence,
} from '../domain/checked-article.ts';
import type { Claim } from '../domain/claim.ts';
import { findPopulationWords } from '../text/population-words.ts';
import { checkFacts, type PreparedRecord, unnamedShares } from './check-facts.ts';
import type { LedgerSentence } from './ledger-spec.ts';
import type { SentenceNames } from './suggest-claim.ts';

/** What a sentence is marked with. */
export interface MarkContext {
  readonly claims: readonly Claim[];
  readonly record: PreparedRecord;
  readonly namesIn: (text: string) => SentenceNames;
  readonly entitiesIn: (text: string) => readonly string[];
}

/** Puts together what is known of a sentence. Verdicts stand only beside entries that a person confirmed. */
export function markSentence(
  sentence: ArticleSentence,
  { entry, quotes }: { readonly entry: LedgerSentence | null; readonly quotes: readonly CheckedQuote[] },
  context: MarkContext,
): CheckedSentence {
  const isConfirmed = entry?.confirmed === true;
  const bound = context.claims.find(({ id }) => id === entry?.claim) ?? null;
  const marked = {
    ...sentence,
    kind: entry?.kind ?? ('no-claim' as const),
    isConfirmed,
    claim: entry?.claim ?? null,
    verdict: isConfirmed ? bound : null,
    source: entry?.source ?? null,
    base: entry?.base ?? null,
    record: entry?.record ?? null,
    note: entry?.note ?? null,
    entities: context.entitiesIn(sentence.text),
    quotes,
  };
  return { ...marked, flags: flagsOf(marked, { entry, bound }, context) };
}

function flagsOf(
  sentence: Omit<CheckedSentence, 'flags'>,
  { entry, bound }: { readonly entry: LedgerSentence | null; readonly bound: Claim | null },
  context: MarkContext,
): ArticleFlag[] {
  const { text, kind, isConfirmed, cues, quotes } = sentence;
  const hasPoll = entry?.poll !== undefined;
  const population = findPopulationWords(text).map(
    ({ words, about }): ArticleFlag => ({ kind: 'population-word', words, about, hasPoll }),
  );
  const named = context.namesIn(text).classes;
  const flags: ArticleFlag[] = [
    ...(hasPoll ? [] : population),
    ...classFlags(named, { bound: isConfirmed ? bound : null, quotes }),
    ...checkFacts({ text, record: sentence.record }, context.record),
  ];
  if (kind !== 'measured' && kind !== 'no-claim' && sentence.base === null)
    flags.push(...unnamedShares(text).map((words): ArticleFlag => ({ kind: 'no-base', words })));
  if (isConfirmed && kind === 'measured' && bound === null && cues.includes('number'))
    flags.push({ kind: 'unbound-number', words: text });
  if (isConfirmed && kind === 'measured' && bound === null && !cues.includes('number'))
    flags.push({ kind: 'no-source' });
  if (isConfirmed && kind === 'third-party' && sentence.source === null && sentence.record === null)
    flags.push({ kind: 'no-source' });
  if (kind === 'measured' && cues.includes('cause') && bound?.kind !== 'driver' && bound?.kind !== 'order')
    flags.push({ kind: 'cause-not-measured' });
  if (quotes.some(({ result, original }) => result !== 'found' || original !== null))
    flags.push({ kind: 'not-original-words' });
  if (isConfirmed && bound?.verdict != null && bound.verdict !== 'supported')
    flags.push({ kind: 'not-supported', claim: bound.id });
  return flags;
}

/** Classes are never pooled or exchanged silently: what is named must be what was measured or quoted. */
function classFlags(
  named: readonly string[],
  { bound, quotes }: { readonly bound: Claim | null; readonly quotes: readonly CheckedQuote[] },
): ArticleFlag[] {
  const ofQuotes = [
    ...new Set(quotes.flatMap(({ sources }) => sources.slice(0, 1).map((source) => source.class))),
  ];
  const differs = (classes: readonly string[]): boolean =>
    classes.length > 0 && !classes.some((id) => named.includes(id));
  const flags: ArticleFlag[] = [];
  if (bound !== null && differs(bound.classes))
    flags.push({ kind: 'other-class', named, bound: bound.classes });
  if (named.length > 0 && differs(ofQuotes)) flags.push({ kind: 'other-class', named, bound: ofQuotes });
  return flags;
}
