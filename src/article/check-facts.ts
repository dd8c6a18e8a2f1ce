import type { ArticleFlag, CheckedQuote } from '../domain/checked-article.ts';
import { agreesWith, findDates } from './find-dates.ts';
import type { RecordFact } from './ledger-spec.ts';
import { matchQuote, NEAR_WORDS, partsOfQuote, SAME_WORDS, tokensOf } from './match-quote.ts';
import { createNameFinder, type NameFinder } from './name-finder.ts';
import { withoutDates } from './sentence-cues.ts';

/** What is on record, made ready to be looked up. */
export interface PreparedRecord {
  readonly facts: readonly RecordFact[];
  /** Facts by the names of what they are about, and speakers by all their names. */
  readonly about: NameFinder;
  readonly speakers: NameFinder;
}

/** Prepares a record; a speaker goes by every name of the entity that has the name. */
export function prepareRecord(
  facts: readonly RecordFact[],
  entities: readonly { readonly id: string; readonly names: readonly string[] }[],
): PreparedRecord {
  const named = (id: string, words: readonly string[]) => ({ id, names: { ru: words } });
  return {
    facts,
    about: createNameFinder(facts.map(({ id, about }) => named(id, about ?? []))),
    speakers: createNameFinder(
      facts.map(({ id, speaker }) => {
        const entity = entities.find(
          ({ id: own, names }) => own === speaker || names.includes(speaker ?? ''),
        );
        return named(id, speaker === undefined ? [] : [speaker, ...(entity?.names ?? [])]);
      }),
    ),
  };
}

interface AskedSentence {
  readonly text: string;
  /** Id of the fact that a person bound it to. */
  readonly record: string | null;
}

/** Where a sentence says other than the record: dates, numbers, and what a share is of. */
export function checkFacts({ text, record }: AskedSentence, { facts, about }: PreparedRecord): ArticleFlag[] {
  const named = about.find(text);
  return facts
    .filter(({ id }) => id === record || (record === null && named.has(id)))
    .flatMap((fact) => [
      ...dateFlags(text, fact),
      ...numberFlags(text, fact, fact.id === record),
      ...baseFlags(text, fact),
    ]);
}

function dateFlags(text: string, { id, date }: RecordFact): ArticleFlag[] {
  const written = findDates(text);
  if (date === undefined || written.length === 0 || written.some((one) => agreesWith(one, date))) return [];
  return [
    { kind: 'other-date', record: id, written: written.map(({ words }) => words).join('; '), recorded: date },
  ];
}

function numberFlags(text: string, { id, number }: RecordFact, isBound: boolean): ArticleFlag[] {
  if (number === undefined || !isBound) return [];
  const written = numbersIn(text);
  if (written.length === 0 || written.includes(number)) return [];
  return [{ kind: 'other-number', record: id, written: written.join('; '), recorded: String(number) }];
}

function baseFlags(text: string, { id, base, number }: RecordFact): ArticleFlag[] {
  if (base === undefined || !PERCENT.test(text)) return [];
  if (number !== undefined && !numbersIn(text).includes(number)) return [];
  const said = new Set(tokensOf(text).map(({ stem }) => stem));
  const asked = [
    ...new Set(
      tokensOf(base)
        .map(({ stem }) => stem)
        .filter((stem) => stem.length > 3 || /\p{Script=Han}/u.test(stem)),
    ),
  ];
  const share = asked.length === 0 ? 1 : asked.filter((stem) => said.has(stem)).length / asked.length;
  return share >= 0.6 ? [] : [{ kind: 'other-base', record: id, base }];
}

const PERCENT = /\d\s?[%٪％]|\d\s?(?:percent|per cent|процент)|百分之/iu;
const NAMED_BASE =
  /(?:[%％]|percent|per cent)\s+of\s|\bof (?:all|its|their|the total)\b|[%％]\s+(?:от\s|\p{Script=Cyrillic})|процент\p{L}*\s+(?:от\s|\p{Script=Cyrillic})|[占佔].{1,40}(?:[%％]|百分之)/iu;

/** Percentages of something that the sentence does not name. */
export function unnamedShares(text: string): string[] {
  if (!PERCENT.test(text) || NAMED_BASE.test(text)) return [];
  return [...text.matchAll(/\d+(?:[.,]\d+)?\s?(?:[%％]|percent|per cent|процент\p{L}*)|百分之\p{L}+/giu)].map(
    ([words]) => words,
  );
}

/** Numbers of a sentence that are no dates; a comma between thousands is left out, one before decimals is a point. */
function numbersIn(text: string): number[] {
  return [...withoutDates(text).matchAll(/(?<![\p{L}\p{N}.,])\d[\d,.\u00a0\u202f]*/gu)]
    .map(([digits]) => {
      const plain = digits.replace(/[\u00a0\u202f]/g, '').replace(/[.,]+$/, '');
      return Number(
        /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.'),
      );
    })
    .filter((n) => Number.isFinite(n));
}

type JudgedQuote = Pick<CheckedQuote, 'result' | 'reason' | 'record'>;

/**
 * What the record says of a quotation: its words, nearly its words, or other words of this speaker on this subject. The last is a
 * conflict only where the corpus does not have the words either. Null = the record says nothing of it.
 */
export function checkQuoteAgainst(
  words: string,
  sentence: AskedSentence,
  { facts, about, speakers }: PreparedRecord,
): JudgedQuote | null {
  const [named, speaking] = [about.find(sentence.text), speakers.find(sentence.text)];
  const asked = facts.filter(
    ({ id, words: own }) =>
      own !== undefined &&
      (id === sentence.record || (sentence.record === null && speaking.has(id) && named.has(id))),
  );
  if (asked.length === 0) return null;
  const parts = partsOfQuote(words);
  const matched = asked
    .map(({ id, words: own }) => ({ id, match: matchQuote(parts, tokensOf(own ?? '')) }))
    .sort((a, b) => b.match.similarity - a.match.similarity);
  const best = matched[0] as (typeof matched)[number];
  if (best.match.similarity >= SAME_WORDS)
    return { result: 'found', reason: 'same-as-record', record: best.id };
  if (Math.max(best.match.similarity, best.match.stemSimilarity) >= NEAR_WORDS)
    return { result: 'paraphrase', reason: 'near-words', record: best.id };
  return { result: 'conflicts-with-record', reason: 'differs-from-record', record: best.id };
}
