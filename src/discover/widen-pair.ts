import { WORD_AUTHORS } from '../domain/word-authors.ts';

const PAIR = /^\p{Script=Han}{2}$/u;
const HAN = /^\p{Script=Han}$/u;
const LONGEST = 8;
/** A character belongs to the word where the pair stands with it at least this often. */
const MOSTLY = 0.6;

/**
 * The word that a pair of Chinese characters stands in: it takes in its neighbours as long as most uses of it have the same one
 * (俄罗 → 俄罗斯). What is no such pair stays as it is. Never a word of fewer authors than a word that is given out needs.
 */
export function widenPair(
  pair: string,
  passages: readonly { readonly text: string; readonly group: number }[],
): { readonly word: string; readonly nAuthors: number | null } {
  if (!PAIR.test(pair)) return { word: pair, nAuthors: null };
  const holding = passages.filter(({ text }) => text.includes(pair));
  let word = pair;
  let nAuthors: number | null = null;
  while (word.length < LONGEST) {
    const wider = commonestNeighbour(word, holding);
    if (wider === null) break;
    const authors = new Set(holding.filter(({ text }) => text.includes(wider)).map(({ group }) => group))
      .size;
    if (authors < WORD_AUTHORS) break;
    word = wider;
    nAuthors = authors;
  }
  return { word, nAuthors };
}

function commonestNeighbour(word: string, holding: readonly { readonly text: string }[]): string | null {
  const counts = new Map<string, number>();
  let nUses = 0;
  for (const { text } of holding) {
    const at = text.indexOf(word);
    if (at < 0) continue;
    nUses += 1;
    const [before, after] = [text[at - 1] ?? '', text[at + word.length] ?? ''];
    if (HAN.test(before)) counts.set(before + word, (counts.get(before + word) ?? 0) + 1);
    if (HAN.test(after)) counts.set(word + after, (counts.get(word + after) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best !== undefined && best[1] >= MOSTLY * nUses ? best[0] : null;
}
