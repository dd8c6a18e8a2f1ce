import {
  type LinearWeights,
  type PackedExamples,
  trainLinearClassifiers,
} from '../../learn/linear-classifier.ts';
import { createPassageFeatures } from './theme-features.ts';

/** How the classifier of one theme learns. */
export interface ThemeLearning {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly seed: number;
}

/** The features of passages, hashed once for all themes. */
export type PackedPassages = Pick<PackedExamples, 'offsets' | 'features' | 'values'>;

/** Hashes passages. */
export function packPassages(texts: readonly string[], bits: number): PackedPassages {
  const features = createPassageFeatures(bits);
  const packed = texts.map((text) => {
    features.read(text);
    const { buffer, scales } = features;
    const groups = buffer.groups.subarray(0, buffer.length);
    const values = Float32Array.from(groups, (group) => scales[group] as number);
    return { buckets: buffer.buckets.slice(0, buffer.length), values };
  });
  const offsets = new Int32Array(texts.length + 1);
  packed.forEach(({ values }, i) => {
    offsets[i + 1] = (offsets[i] as number) + values.length;
  });
  const total = offsets[texts.length] as number;
  const [buckets, values] = [new Int32Array(total), new Float32Array(total)];
  packed.forEach((one, i) => {
    buckets.set(one.buckets, offsets[i]);
    values.set(one.values, offsets[i]);
  });
  return { offsets, features: buckets, values };
}

/**
 * Logistic regression of one theme against the rest. `labels` holds 1 where a passage has the theme; passages of which
 * `isLearned` is false do not count. The result has one class: its logit is that of the theme.
 */
export function learnTheme(
  passages: PackedPassages,
  { labels, isLearned }: { readonly labels: Uint8Array; readonly isLearned: (place: number) => boolean },
  { bits, ...learning }: ThemeLearning,
): LinearWeights {
  const examples = {
    ...passages,
    labels,
    weights: new Float32Array(labels.length).fill(1),
    domains: new Uint8Array(labels.length),
  };
  const places = [...labels.keys()].filter(isLearned);
  const options = { ...learning, classes: 2, features: 2 ** bits, domains: 1 };
  const [both] = trainLinearClassifiers(examples, places, options) as [LinearWeights];
  const weights = new Float32Array(both.features);
  for (let i = 0; i < weights.length; i++)
    weights[i] = (both.weights[2 * i + 1] as number) - (both.weights[2 * i] as number);
  const bias = Float64Array.of((both.bias[1] as number) - (both.bias[0] as number));
  return { classes: 1, features: both.features, weights, bias };
}

/** Probability of a theme, 0–1, from its logit. */
export function themeProbability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
