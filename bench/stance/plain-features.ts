import { type GoldRow, STANCE_CLASSES } from '../../src/annotate/stance/gold.ts';
import { createFeatureBuffer, type FeatureBuffer } from '../../src/learn/feature-buffer.ts';
import { groupScales, type PackedExamples } from '../../src/learn/linear-classifier.ts';
import { addTextGrams } from '../../src/learn/text-grams.ts';

/** What a plain classifier sees: the text alone, or also where the target stands in it. */
export type PlainView = 'text' | 'target';

/** Buckets that n-grams are hashed into. */
export const PLAIN_BUCKETS = 2 ** 18;

/** Code units of the windows to the left and right of the target. */
const WINDOW = 60;
/** Words and letters of the text and of the two windows. */
const GROUP_WEIGHTS = [1, 1, 1, 1, 1, 1];
/** Enough for the longest text of the sets. */
const CAPACITY = 2 ** 16;
/** Stands for the target, so that its name is not learned. */
const MASK = ' \uE000 ';

/**
 * Hashes rows into n-grams of 1–2 words (in Chinese: ideographs) and of 2–5 letters. Seeing the target, its name is
 * masked and the windows on its left and right give n-grams of their own beside those of the whole text. Each kind of
 * n-gram is scaled as a group, as the model's features are.
 */
export function packPlain(rows: readonly GoldRow[], view: PlainView): PackedExamples {
  const buffer = createFeatureBuffer(CAPACITY);
  const scales = new Float64Array(GROUP_WEIGHTS.length);
  const packed = rows.map((row) => {
    addPlainFeatures(row, view, buffer);
    groupScales(buffer, GROUP_WEIGHTS, scales);
    const groups = buffer.groups.subarray(0, buffer.length);
    const values = Float32Array.from(groups, (group) => scales[group] as number);
    return { buckets: buffer.buckets.slice(0, buffer.length), values };
  });
  const offsets = new Int32Array(rows.length + 1);
  packed.forEach((one, i) => {
    offsets[i + 1] = (offsets[i] as number) + one.buckets.length;
  });
  const total = offsets[rows.length] as number;
  const [buckets, values] = [new Int32Array(total), new Float32Array(total)];
  packed.forEach((one, i) => {
    buckets.set(one.buckets, offsets[i]);
    values.set(one.values, offsets[i]);
  });
  return {
    offsets,
    features: buckets,
    values,
    domains: new Uint8Array(rows.length),
    labels: Uint8Array.from(rows, (row) => STANCE_CLASSES.indexOf(row.label)),
    weights: new Float32Array(rows.length).fill(1),
  };
}

function addPlainFeatures({ text, span }: GoldRow, view: PlainView, into: FeatureBuffer): void {
  into.length = 0;
  if (view === 'text' || span === null) {
    addGrams(text, 0, into);
    return;
  }
  const [left, right] = [text.slice(0, span[0]), text.slice(span[1])];
  addGrams(left + MASK + right, 0, into);
  addGrams(left.slice(-WINDOW) + MASK, 2, into);
  addGrams(MASK + right.slice(0, WINDOW), 4, into);
}

function addGrams(text: string, group: number, into: FeatureBuffer): void {
  addTextGrams(text, { into, mask: PLAIN_BUCKETS - 1, group });
}
