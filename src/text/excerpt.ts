import type { TextRange } from './sentences.ts';

/**
 * Words as strictly as anyone counts them: what hyphens and apostrophes join are several, and in scripts without spaces
 * every character is one.
 */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}])+/gu;

/** Places of the words of a text, in order. */
export function wordRanges(text: string): TextRange[] {
  return Array.from(text.matchAll(WORDS), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** Where to look and how much to show. */
export interface ExcerptOptions extends TextRange {
  /** Borders that the excerpt stays inside of. */
  readonly within: TextRange;
  /** Most words, as {@link wordRanges} counts them. */
  readonly words: number;
}

/** The words around a span, as many on both sides where there are, and never more than asked for: of a longer span its first. */
export function excerptAround(text: string, { start, end, within, words }: ExcerptOptions): TextRange {
  const ranges = wordRanges(text.slice(within.start, within.end)).map((one) => ({
    start: one.start + within.start,
    end: one.end + within.start,
  }));
  let first = ranges.findIndex((one) => one.end > start);
  if (first < 0) return { start, end: start };
  let last = ranges.findLastIndex((one) => one.start < end);
  last = Math.min(Math.max(last, first), first + words - 1);
  for (let side = 0; last - first + 1 < words && (first > 0 || last < ranges.length - 1); side++) {
    if (side % 2 === 0 ? last < ranges.length - 1 : first === 0) last = Math.min(last + 1, ranges.length - 1);
    else if (first > 0) first--;
  }
  return { start: (ranges[first] as TextRange).start, end: (ranges[last] as TextRange).end };
}

/** The most words in a row that two texts share, whatever their case: the length of the longest common substring in words. */
export function sharedWords(one: string, other: string): number {
  const wordsOf = (text: string): string[] =>
    wordRanges(text).map(({ start, end }) => text.slice(start, end).toLowerCase());
  const [a, b] = [wordsOf(one), wordsOf(other)];
  let longest = 0;
  let before = new Uint32Array(b.length + 1);
  for (const word of a) {
    const row = new Uint32Array(b.length + 1);
    for (let j = 0; j < b.length; j++) {
      if (word !== b[j]) continue;
      row[j + 1] = (before[j] as number) + 1;
      longest = Math.max(longest, row[j + 1] as number);
    }
    before = row;
  }
  return longest;
}
