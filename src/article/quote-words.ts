import type { WordForms, WordsSought } from '../store/queries/quote-candidates.ts';
import { CYRILLIC_WORDS, LATIN_WORDS } from '../text/frequent-words.ts';
import { scriptsOfHan } from '../text/han-scripts.ts';
import type { QuoteToken } from './match-quote.ts';

/** Words by which documents are chosen before they are compared. */
const CHOSEN = 8;
/** Share of them that a candidate must have. */
const LEAST_SHARE = 0.34;
/** A quotation of fewer words is sought as it stands. */
export const SHORT_QUOTE = 4;

const FREQUENT = new Set(
  [...Object.values(CYRILLIC_WORDS), ...Object.values(LATIN_WORDS)].join(' ').split(/\s+/),
);

/** Beginnings of words, and pairs of Chinese characters, by which a quotation can be sought, without those that every text has. */
export function searchWords(tokens: readonly QuoteToken[]): string[] {
  const words = tokens.flatMap(({ word, stem }, i) => {
    if (!/\p{Script=Han}/u.test(word)) return [stem.length >= 3 ? stem : word];
    const next = tokens[i + 1];
    return next !== undefined && /\p{Script=Han}/u.test(next.word) && next.start === tokens[i]?.end
      ? [word + next.word]
      : [];
  });
  const all = [...new Set(words.length > 0 ? words : tokens.map(({ word }) => word))];
  const rare = all.filter((word) => !FREQUENT.has(word) && word.length > 1);
  return rare.length >= 2 ? rare : all;
}

/** A word as texts may have it: Chinese in either script. */
export function formsOf(word: string): WordForms {
  const [, ...others] = /\p{Script=Han}/u.test(word) ? scriptsOfHan(word) : [];
  return [word, ...others];
}

/** The rarest words of a quotation, and how many of them a document must have to be looked at. */
export function chooseWords(tokens: readonly QuoteToken[], counts: ReadonlyMap<string, number>): WordsSought {
  const words = searchWords(tokens)
    .map((word) => ({ word, n: counts.get(word) ?? 0 }))
    .sort((a, b) => a.n - b.n || b.word.length - a.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, CHOSEN)
    .map(({ word }) => formsOf(word));
  const atLeast =
    tokens.length < SHORT_QUOTE
      ? words.length
      : Math.max(Math.min(2, words.length), Math.ceil(LEAST_SHARE * words.length));
  return { words, atLeast };
}
