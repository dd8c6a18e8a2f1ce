import { wordRanges } from '../text/excerpt.ts';
import { wordStem } from '../text/word-stem.ts';

/**
 * Passages in the order of their likeness to all of them together: the cosine of their words, weighed down where many have them,
 * with the sum over all passages. Equals stay in the order given.
 */
export function byCentrality(passages: readonly string[]): number[] {
  const words = passages.map((passage) => {
    const found = wordRanges(passage).map(({ start, end }) =>
      wordStem(passage.slice(start, end).toLowerCase()),
    );
    return [...new Set(found)].sort();
  });
  const uses = new Map<string, number>();
  for (const word of words.flat()) uses.set(word, (uses.get(word) ?? 0) + 1);
  const weight = (word: string): number => Math.log((passages.length + 1) / (uses.get(word) ?? 1));
  const vectors = words.map((list) => {
    const length = Math.sqrt(list.reduce((sum, word) => sum + weight(word) ** 2, 0));
    return new Map(list.map((word) => [word, length > 0 ? weight(word) / length : 0]));
  });
  const centre = new Map<string, number>();
  for (const vector of vectors)
    for (const [word, value] of vector) centre.set(word, (centre.get(word) ?? 0) + value);
  const likeness = vectors.map((vector) =>
    [...vector].reduce((sum, [word, value]) => sum + value * (centre.get(word) ?? 0), 0),
  );
  return passages.map((_, i) => i).sort((a, b) => (likeness[b] as number) - (likeness[a] as number) || a - b);
}
