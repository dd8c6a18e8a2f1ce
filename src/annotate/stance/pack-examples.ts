import { groupScales, type PackedExamples } from '../../learn/linear-classifier.ts';
import type { StanceInput } from './annotator.ts';
import { type GoldRow, primarySubtag, STANCE_CLASSES } from './gold.ts';
import { PLACE_VECTOR_LENGTH } from './place-vectors.ts';
import { createStanceBuffer, createStanceFeatures } from './stance-features.ts';
import type { WordVectors } from './word-vectors.ts';

/** How the features of a stance model are hashed and scaled. */
export interface FeatureSettings {
  /** The model has `2 ** bits` buckets. */
  readonly bits: number;
  /** Weight of each feature group, in the order of `FEATURE_GROUPS`. */
  readonly groupWeights: readonly number[];
  /** Weight of the sums of word vectors; 0 leaves them out. */
  readonly vectorWeight: number;
}

/** A mention of a sample as an annotator would see it. */
export function inputOfRow(row: Omit<GoldRow, 'label'>): StanceInput {
  return {
    text: row.text,
    spans: row.span === null ? [] : [row.span],
    language: row.language,
    target: row.target,
    ...(row.targetKind === null ? {} : { targetKind: row.targetKind }),
    ...(row.domain === '' ? {} : { domain: row.domain }),
  };
}

/** What a row counts as. */
export interface RowRole {
  readonly label: number;
  readonly domain: number;
  readonly weight: number;
}

/**
 * Turns gold rows into packed examples: hashed features first, then the sums of word vectors, numbered from
 * `2 ** bits`. `roleOf` says what a row counts as.
 */
export function packExamples(
  rows: readonly GoldRow[],
  { bits, groupWeights, vectorWeight }: FeatureSettings,
  context: {
    readonly vectors: ReadonlyMap<string, WordVectors>;
    readonly roleOf: (row: GoldRow, index: number) => RowRole;
  },
): PackedExamples {
  const extract = createStanceFeatures({ mask: 2 ** bits - 1, isReading: false });
  const buffer = createStanceBuffer();
  const scales = new Float64Array(groupWeights.length);
  const width = vectorWeight === 0 ? 0 : PLACE_VECTOR_LENGTH;
  const offsets = new Int32Array(rows.length + 1);
  let features = new Int32Array(1 << 20);
  let values = new Float32Array(1 << 20);
  let used = 0;
  const add = (feature: number, value: number): void => {
    if (value === 0) return;
    features[used] = feature;
    values[used++] = value;
  };
  rows.forEach((row, r) => {
    const vectors = width === 0 ? undefined : context.vectors.get(primarySubtag(row.language));
    extract(inputOfRow(row), 0, { into: buffer, vectors });
    groupScales(buffer, groupWeights, scales);
    if (used + buffer.length + width > features.length) {
      const [wider, longer] = [new Int32Array(features.length * 2), new Float32Array(features.length * 2)];
      wider.set(features);
      longer.set(values);
      [features, values] = [wider, longer];
    }
    for (let i = 0; i < buffer.length; i++)
      add(buffer.buckets[i] as number, scales[buffer.groups[i] as number] as number);
    for (let d = 0; d < width; d++) add(2 ** bits + d, (buffer.dense[d] as number) * vectorWeight);
    offsets[r + 1] = used;
  });
  const roles = rows.map(context.roleOf);
  return {
    offsets,
    features,
    values,
    labels: Uint8Array.from(roles, (role) => role.label),
    domains: Uint8Array.from(roles, (role) => role.domain),
    weights: Float32Array.from(roles, (role) => role.weight),
  };
}

/** Place of a row's label among the classes. */
export function classOf(row: GoldRow): number {
  return STANCE_CLASSES.indexOf(row.label);
}
