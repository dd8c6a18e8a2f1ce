import { type NamedPlace, passageAround } from './passage.ts';
import type { WordReader } from './passage-words.ts';

/** From this share of their words on, two passages are copies. */
const SAME = 0.7;
/** Of shorter passages only those with the very same words are. */
const SHORT = 6;

/**
 * Leaves out passages that nearly repeat an earlier one: two that share 70 % of their words (Jaccard). Which text is a copy of which
 * follows from these texts alone, whatever else is in the corpus. Cost: Σ over words of the passages kept that have them.
 */
export function dropCopies<Place extends NamedPlace>(places: readonly Place[], read: WordReader): Place[] {
  const holding = new Map<string, number[]>();
  const sizes: number[] = [];
  return places.filter((place) => {
    const words = [...read(passageAround(place, 'window')).keys()];
    const shared = new Map<number, number>();
    for (const word of words)
      for (const other of holding.get(word) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, n] of shared) {
      const all = words.length + (sizes[other] as number) - n;
      if (n >= (words.length < SHORT ? 1 : SAME) * all) return false;
    }
    for (const word of words) {
      const others = holding.get(word) ?? [];
      holding.set(word, others);
      others.push(sizes.length);
    }
    sizes.push(words.length);
    return true;
  });
}
