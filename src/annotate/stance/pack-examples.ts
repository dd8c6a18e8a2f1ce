import { createFeatureBuffer } from '../../learn/feature-buffer.ts';
import { groupScales, type PackedExamples } from '../../learn/linear-classifier.ts';
import type { StanceInput } from './annotator.ts';
import { type GoldRow, STANCE_CLASSES } from './gold.ts';
import { createStanceFeatures, FEATURE_CAPACITY } from './stance-features.ts';

/** How the features of a stance model are hashed and scaled. */
export interface FeatureSettings {
  /** The model has `2 ** bits` buckets. */
  readonly bits: number;
  /** Weight of each feature group, in the order of `FEATURE_GROUPS`. */
  readonly groupWeights: readonly number[];
}

/** A mention of a sample as an annotator would see it. */
export function inputOfRow(row: Omit<GoldRow, 'label'>): StanceInput {
  return {
    text: row.text,
    spans: row.span === null ? [] : [row.span],
    language: row.language,
    target: row.target,
    ...(row.targetKind === null ? {} : { targetKind: row.targetKind }),
  };
}

/** Hashes gold rows into packed examples; `weightOf` says how much a row counts. */
export function packExamples(
  rows: readonly GoldRow[],
  settings: FeatureSettings,
  weightOf: (row: GoldRow, index: number) => number = () => 1,
): PackedExamples {
  const extract = createStanceFeatures(2 ** settings.bits - 1);
  const buffer = createFeatureBuffer(FEATURE_CAPACITY);
  const scales = new Float64Array(settings.groupWeights.length);
  const offsets = new Int32Array(rows.length + 1);
  let buckets = new Int32Array(1 << 20);
  let values = new Float32Array(1 << 20);
  let used = 0;
  rows.forEach((row, r) => {
    extract(inputOfRow(row), 0, buffer);
    groupScales(buffer, settings.groupWeights, scales);
    if (used + buffer.length > buckets.length) {
      const size = Math.max(buckets.length * 2, used + buffer.length);
      const [wider, longer] = [new Int32Array(size), new Float32Array(size)];
      wider.set(buckets);
      longer.set(values);
      [buckets, values] = [wider, longer];
    }
    for (let i = 0; i < buffer.length; i++) {
      const scale = scales[buffer.groups[i] as number] as number;
      if (scale === 0) continue;
      buckets[used] = buffer.buckets[i] as number;
      values[used++] = scale;
    }
    offsets[r + 1] = used;
  });
  return {
    offsets,
    buckets,
    values,
    labels: Uint8Array.from(rows, (row) => STANCE_CLASSES.indexOf(row.label)),
    weights: Float32Array.from(rows, weightOf),
  };
}

/** The examples at the given places, packed again (features are copied). */
export function selectExamples(examples: PackedExamples, which: readonly number[]): PackedExamples {
  const sizeOf = (i: number): number => (examples.offsets[i + 1] as number) - (examples.offsets[i] as number);
  const total = which.reduce((sum, i) => sum + sizeOf(i), 0);
  const buckets = new Int32Array(total);
  const values = new Float32Array(total);
  const offsets = new Int32Array(which.length + 1);
  let used = 0;
  which.forEach((i, k) => {
    const [from, to] = [examples.offsets[i] as number, examples.offsets[i + 1] as number];
    buckets.set(examples.buckets.subarray(from, to), used);
    values.set(examples.values.subarray(from, to), used);
    used += to - from;
    offsets[k + 1] = used;
  });
  return {
    offsets,
    buckets,
    values,
    labels: Uint8Array.from(which, (i) => examples.labels[i] as number),
    weights: Float32Array.from(which, (i) => examples.weights[i] as number),
  };
}
