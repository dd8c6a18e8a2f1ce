import { createFeatureBuffer, type FeatureBuffer } from '../../learn/feature-buffer.ts';
import { groupScales } from '../../learn/linear-classifier.ts';
import { addTextGrams } from '../../learn/text-grams.ts';

/** Version of the features: weights made for one version mean nothing under another. */
export const THEME_FEATURE_VERSION = 1;

/** Enough for the n-grams of three thousand letters; what comes after is not read. */
const CAPACITY = 16_384;

/** N-grams of words and of letters weigh the same. */
const GROUP_WEIGHTS = [1, 1];

/** The hashed n-grams of a passage, in memory that the next one overwrites. */
export interface PassageFeatures {
  /** Features `[0, length)` of the last passage read. */
  readonly buffer: FeatureBuffer;
  /** Value of a feature, by its group. */
  readonly scales: Float64Array;
  read(text: string): void;
}

/** Makes a reader of passages with memory of its own: one per thread. */
export function createPassageFeatures(bits: number): PassageFeatures {
  const buffer = createFeatureBuffer(CAPACITY);
  const scales = new Float64Array(GROUP_WEIGHTS.length);
  return {
    buffer,
    scales,
    read: (text) => {
      buffer.length = 0;
      addTextGrams(text, { into: buffer, mask: 2 ** bits - 1, group: 0 });
      groupScales(buffer, GROUP_WEIGHTS, scales);
    },
  };
}
