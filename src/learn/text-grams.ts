import { addFeature, bucketOf, extendHash, type FeatureBuffer, startHash } from './feature-buffer.ts';

/** Words, single ideographs, single marks. */
const TOKENS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|[^\s\p{L}\p{N}]/gu;
const LONGEST_LETTERS = 5;

/** Where n-grams of a text go. */
export interface GramSink {
  readonly into: FeatureBuffer;
  /** Number of buckets − 1. */
  readonly mask: number;
  /** Feature group of the n-grams of words; those of letters go to the next one. */
  readonly group: number;
}

/**
 * Adds a text's n-grams of 1–2 words (an ideograph is a word) and of 2–5 letters, across borders of words, without
 * regard to case. Nothing is known of the language.
 */
export function addTextGrams(text: string, { into, mask, group }: GramSink): void {
  const small = text.toLowerCase().replace(/\s+/g, ' ');
  const words = (small.match(TOKENS) ?? []).map((word) => extendAll(startHash(100), word));
  words.forEach((word, i) => {
    const one = extendHash(startHash(group), word);
    addFeature(into, bucketOf(one, 0, mask), group);
    const next = words[i + 1];
    if (next !== undefined) addFeature(into, bucketOf(extendHash(one, next), 0, mask), group);
  });
  for (let from = 0; from < small.length - 1; from++) {
    let hash = extendHash(startHash(group + 1), small.charCodeAt(from));
    for (let i = from + 1; i < Math.min(small.length, from + LONGEST_LETTERS); i++) {
      hash = extendHash(hash, small.charCodeAt(i));
      addFeature(into, bucketOf(hash, 0, mask), group + 1);
    }
  }
}

function extendAll(hash: number, word: string): number {
  let h = hash;
  for (let i = 0; i < word.length; i++) h = extendHash(h, word.charCodeAt(i));
  return h;
}
