import type { NamedPlace } from './passage.ts';
import { type WordReader, wordsAround } from './passage-words.ts';

/** From this share of their words on, two passages are copies. */
const SAME = 0.7;
/** Of shorter passages only those with the very same words are. */
const SHORT = 6;

/**
 * Leaves out passages that nearly repeat an earlier one: two that share 70 % of their words (Jaccard). Which text is a copy of which
 * follows from these texts alone, whatever else is in the corpus.
 *
 * Two copies share a word among the rarest of each: of n words the 30 % and one more (prefix filter; Chaudhuri, Ganti and Kaushik 2006). Only
 * passages that do are compared. Cost: Σ over those words of the passages kept that have them.
 */
export function dropCopies<Place extends NamedPlace>(places: readonly Place[], read: WordReader): Place[] {
  const { rows, nWords } = wordsByRarity(places, read);
  /** Passages kept, by the words among their rarest. */
  const holding = new Map<number, number[]>();
  const inOwn = new Int32Array(nWords).fill(-1);
  const compared = new Int32Array(places.length).fill(-1);
  return places.filter((_, i) => {
    const own = rows[i] as Int32Array;
    const rarest = own.subarray(0, own.length - Math.ceil(SAME * own.length) + 1);
    for (const word of own) inOwn[word] = i;
    for (const word of rarest) {
      for (const other of holding.get(word) ?? []) {
        if (compared[other] === i) continue;
        compared[other] = i;
        if (isCopy(own.length, rows[other] as Int32Array, (shared) => inOwn[shared] === i)) return false;
      }
    }
    for (const word of rarest) {
      const others = holding.get(word) ?? [];
      holding.set(word, others);
      others.push(i);
    }
    return true;
  });
}

/** Whether a passage of so many words repeats another. */
function isCopy(size: number, other: Int32Array, isShared: (word: number) => boolean): boolean {
  if (Math.min(size, other.length) < SAME * Math.max(size, other.length)) return false;
  let n = 0;
  for (const word of other) if (isShared(word)) n += 1;
  return n >= (size < SHORT ? 1 : SAME) * (size + other.length - n);
}

/** Words of each passage as numbers, those that the fewest passages have first. */
function wordsByRarity(
  places: readonly NamedPlace[],
  read: WordReader,
): { readonly rows: readonly Int32Array[]; readonly nWords: number } {
  const numbers = new Map<string, number>();
  const uses: number[] = [];
  const rows = places.map((place) => {
    const words = wordsAround(read, place, 'window');
    const row = new Int32Array(words.size);
    let at = 0;
    for (const word of words.keys()) {
      const number = numbers.get(word) ?? uses.length;
      if (number === uses.length) {
        numbers.set(word, number);
        uses.push(0);
      }
      uses[number] = (uses[number] as number) + 1;
      row[at++] = number;
    }
    return row;
  });
  const byUse = Int32Array.from(uses.keys()).sort(
    (a, b) => (uses[a] as number) - (uses[b] as number) || a - b,
  );
  const ranks = new Int32Array(uses.length);
  byUse.forEach((number, rank) => {
    ranks[number] = rank;
  });
  return {
    rows: rows.map((row) => row.map((number) => ranks[number] as number).sort()),
    nWords: uses.length,
  };
}
