import { simplifyHan } from '../text/han-scripts.ts';
import { wordStem } from '../text/word-stem.ts';

/** A word of a text, or a Chinese character, and where it stands. */
export interface QuoteToken {
  /** Lower case, ё = е, Chinese in simplified characters. */
  readonly word: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/** The stretch of a text that is most like a quotation. */
export interface QuoteMatch {
  /** Share of the words that are the same in the same order, 0–1. */
  readonly similarity: number;
  /** The same where forms of one word count as the same. */
  readonly stemSimilarity: number;
  readonly start: number;
  readonly end: number;
}

/** From here on the words are the same: one in ten may differ, as slips and cuts of editors do. */
export const SAME_WORDS = 0.9;
/** From here on, by stems, the passage says nearly the same in these words. */
export const NEAR_WORDS = 0.6;

const TOKEN = /\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}]+/gu;
/** Tokens of a document that are compared; a longer one is a book. */
const LONGEST_DOCUMENT = 40_000;
/** Tokens of a quotation that are compared. */
const LONGEST_QUOTE = 400;

/** Words in order; punctuation, case, spaces and the script of Chinese do not count. */
export function tokensOf(text: string): QuoteToken[] {
  return [...text.matchAll(TOKEN)].map(({ 0: written, index }) => {
    const word = simplifyHan(written.normalize('NFKC')).toLowerCase().replaceAll('ё', 'е');
    return { word, stem: wordStem(word), start: index, end: index + written.length };
  });
}

/**
 * The parts of a quotation between marks of omission, without what an editor put in brackets. All of them must stand in a text, in
 * this order.
 */
export function partsOfQuote(words: string): QuoteToken[][] {
  return words
    .split(/…|\.{3,}|\[[^\]]{0,200}\]|[（(][^()（）]{0,200}[)）]/u)
    .map(tokensOf)
    .filter((part) => part.length > 0);
}

/**
 * The most similar stretch of a text: edit distance of words with a free beginning and end (Sellers 1980), parts one behind another.
 * Cost: words of the quotation times words of the text.
 */
export function matchQuote(
  parts: readonly (readonly QuoteToken[])[],
  document: readonly QuoteToken[],
): QuoteMatch {
  const text = document.slice(0, LONGEST_DOCUMENT);
  let from = 0;
  let [total, wrong, wrongStems] = [0, 0, 0];
  const spans: TextSpan[] = [];
  for (const whole of parts) {
    const part = whole.slice(0, LONGEST_QUOTE);
    const rest = text.slice(from);
    const near = bestStretch(part, rest, (a, b) => a.stem === b.stem);
    const stretch = rest.slice(near.start, near.end);
    const same = bestStretch(part, stretch, (a, b) => a.word === b.word);
    total += part.length;
    wrongStems += near.distance;
    wrong += same.distance;
    if (near.end > near.start) {
      spans.push({
        start: (rest[near.start] as QuoteToken).start,
        end: (rest[near.end - 1] as QuoteToken).end,
      });
      from += near.end;
    }
  }
  const share = (distance: number): number => (total === 0 ? 0 : Math.max(0, 1 - distance / total));
  return {
    similarity: share(wrong),
    stemSimilarity: share(wrongStems),
    start: spans[0]?.start ?? 0,
    end: spans.at(-1)?.end ?? 0,
  };
}

type TextSpan = Pick<QuoteMatch, 'start' | 'end'>;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly distance: number;
}

function bestStretch(
  part: readonly QuoteToken[],
  text: readonly QuoteToken[],
  isSame: (a: QuoteToken, b: QuoteToken) => boolean,
): Stretch {
  const m = part.length;
  let cost = Int32Array.from({ length: m + 1 }, (_, i) => i);
  let begin = new Int32Array(m + 1);
  let best: Stretch = { start: 0, end: 0, distance: m };
  for (let j = 1; j <= text.length; j++) {
    const nextCost = new Int32Array(m + 1);
    const nextBegin = new Int32Array(m + 1);
    nextBegin[0] = j;
    const token = text[j - 1] as QuoteToken;
    for (let i = 1; i <= m; i++) {
      const change = (cost[i - 1] as number) + (isSame(part[i - 1] as QuoteToken, token) ? 0 : 1);
      const extra = (cost[i] as number) + 1;
      const left = (nextCost[i - 1] as number) + 1;
      const least = Math.min(change, extra, left);
      nextCost[i] = least;
      nextBegin[i] = (
        least === change ? begin[i - 1] : least === extra ? begin[i] : nextBegin[i - 1]
      ) as number;
    }
    [cost, begin] = [nextCost, nextBegin];
    if ((cost[m] as number) < best.distance)
      best = { start: begin[m] as number, end: j, distance: cost[m] as number };
  }
  return best;
}
