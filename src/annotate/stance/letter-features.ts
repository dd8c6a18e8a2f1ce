import {
  addFeature,
  bucketOf,
  extendHash,
  type FeatureBuffer,
  startHash,
} from '../../learn/feature-buffer.ts';

/** A word in a text, and where it stands. */
export interface PlacedWord {
  readonly text: string;
  /** Folded form of every code unit. */
  readonly folded: Uint16Array;
  /** Half-open UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Side and closeness of the target: see `markZones`. */
  readonly zone: number;
  readonly isNegated: boolean;
}

/** Feature groups that letters add to, numbered one after another from the first. */
export const LETTER_GROUPS = { letterAnywhere: 3, letterZone: 4, negated: 5 } as const;

const BORDER = 0x20;

/** Adds the n-grams of 2–5 letters of a word with its borders. They depend on the word and its place alone. */
export function addLetterFeatures(word: PlacedWord, into: FeatureBuffer, mask: number): void {
  const { text, folded, isNegated } = word;
  const start = word.start - 1;
  const end = word.end + 1;
  const zone = 1 + word.zone;
  for (let from = start; from < end - 1; from++) {
    let hash = extendHash(startHash(2), from === start ? BORDER : (folded[text.charCodeAt(from)] as number));
    const last = Math.min(from + 5, end);
    for (let i = from + 1; i < last; i++) {
      hash = extendHash(hash, i === end - 1 ? BORDER : (folded[text.charCodeAt(i)] as number));
      addFeature(into, bucketOf(hash, 0, mask), LETTER_GROUPS.letterAnywhere);
      if (i - from < 2) continue;
      addFeature(into, bucketOf(hash, zone, mask), LETTER_GROUPS.letterZone);
      if (isNegated && i - from >= 3) addFeature(into, bucketOf(hash, 24, mask), LETTER_GROUPS.negated);
    }
  }
}
