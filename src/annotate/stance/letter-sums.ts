import { bucketOf, createFeatureBuffer } from '../../learn/feature-buffer.ts';
import type { LinearSection } from '../../learn/linear-model.ts';
import { addLetterFeatures, LETTER_GROUPS, type PlacedWord } from './letter-features.ts';

/** Adds what the letters of a word weigh: to `sums[group × 3 + class]`, and to `counts[group]` how many features they are. */
export type LetterSums = (word: PlacedWord, hash: number, into: LetterSumsInto) => void;

/** Where sums go. */
interface LetterSumsInto {
  readonly sums: Int32Array;
  readonly counts: Float64Array;
}

/** Words remembered; a word that falls on the slot of another takes it. */
const SLOTS = 2 ** 15;
/** Longer words are rare, and summed anew. */
const LONGEST = 20;
/** Room for the letters of a word as long as a window. */
const CAPACITY = 8_192;

const FIRST = LETTER_GROUPS.letterAnywhere;
const GROUPS = Object.keys(LETTER_GROUPS).length;
const SUMS = GROUPS * 3;

/**
 * Sums the weights of the letter features of words for one classifier of three classes. Most words were met before in the
 * same place of a window, and what was summed then is added again: whole numbers, so that the order means nothing. A word
 * is known by all its letters, so no two are taken for one. `hash` is one of the folded word.
 */
export function createLetterSums({ weights, buckets }: LinearSection): LetterSums {
  const buffer = createFeatureBuffer(CAPACITY);
  const words = new Uint16Array(SLOTS * LONGEST);
  const lengths = new Uint8Array(SLOTS);
  const places = new Uint8Array(SLOTS);
  const known = { sums: new Int16Array(SLOTS * SUMS), counts: new Uint8Array(SLOTS * GROUPS) };
  const fresh = { sums: new Int32Array(SUMS), counts: new Int32Array(GROUPS) };

  const sum = (word: PlacedWord): void => {
    fresh.sums.fill(0);
    fresh.counts.fill(0);
    buffer.length = 0;
    addLetterFeatures(word, buffer, buckets - 1);
    for (let i = 0; i < buffer.length; i++) {
      const at = (buffer.buckets[i] as number) * 3;
      const group = (buffer.groups[i] as number) - FIRST;
      fresh.counts[group]! += 1;
      for (let c = 0; c < 3; c++) fresh.sums[group * 3 + c]! += weights[at + c] as number;
    }
  };

  const isAt = (slot: number, { text, folded, start, end }: PlacedWord): boolean => {
    if (lengths[slot] !== end - start) return false;
    for (let i = start, at = slot * LONGEST; i < end; i++, at++)
      if (words[at] !== folded[text.charCodeAt(i)]) return false;
    return true;
  };

  const keep = (slot: number, { text, folded, start, end }: PlacedWord): void => {
    lengths[slot] = end - start;
    for (let i = start; i < end; i++)
      words[slot * LONGEST + i - start] = folded[text.charCodeAt(i)] as number;
    known.sums.set(fresh.sums, slot * SUMS);
    known.counts.set(fresh.counts, slot * GROUPS);
  };

  return (word, hash, { sums, counts }) => {
    const place = word.zone * 2 + (word.isNegated ? 1 : 0);
    const slot = bucketOf(hash, place, SLOTS - 1);
    let from: { readonly sums: Int16Array | Int32Array; readonly counts: Uint8Array | Int32Array } = known;
    let at = slot;
    if (places[slot] !== place || !isAt(slot, word)) {
      sum(word);
      if (word.end - word.start <= LONGEST) {
        places[slot] = place;
        keep(slot, word);
      } else [from, at] = [fresh, 0];
    }
    for (let k = 0; k < SUMS; k++) sums[FIRST * 3 + k]! += from.sums[at * SUMS + k] as number;
    for (let g = 0; g < GROUPS; g++) counts[FIRST + g]! += from.counts[at * GROUPS + g] as number;
  };
}
