import { BugError } from '../errors/errors.ts';
import { seededRandom } from '../stats/random.ts';
import type { FeatureBuffer } from './feature-buffer.ts';
import { shuffle } from './grouped-folds.ts';
import { softmaxInPlace } from './softmax.ts';

/** Hashed examples, packed: features of example `i` are `[offsets[i], offsets[i + 1])`. */
export interface PackedExamples {
  readonly offsets: Int32Array;
  readonly buckets: Int32Array;
  /** Value of each feature. */
  readonly values: Float32Array;
  /** True class of each example. */
  readonly labels: Uint8Array;
  /** How much each example counts; 1 is normal. */
  readonly weights: Float32Array;
}

/** Weights of a linear classifier: `weights[bucket × classes + class]`, one bias per class. */
export interface LinearWeights {
  readonly classes: number;
  readonly buckets: number;
  readonly weights: Float32Array;
  readonly bias: Float64Array;
}

/** How {@link trainLinearClassifier} learns. */
export interface LinearTrainingOptions {
  readonly classes: number;
  readonly buckets: number;
  readonly seed: number;
  /** Passes over the examples. */
  readonly epochs: number;
  /** First step size. */
  readonly rate: number;
  /** L2 penalty on the weights (not the biases), per example. */
  readonly l2: number;
}

/**
 * Value of each group's features in a buffer: `groupWeight / √(features in the group)`.
 * `into` must be as long as `groupWeights`.
 */
export function groupScales(
  buffer: FeatureBuffer,
  groupWeights: readonly number[],
  into: Float64Array,
): void {
  into.fill(0);
  for (let i = 0; i < buffer.length; i++) into[buffer.groups[i] as number]! += 1;
  for (let g = 0; g < into.length; g++) {
    const n = into[g] as number;
    into[g] = n === 0 ? 0 : (groupWeights[g] as number) / Math.sqrt(n);
  }
}

/**
 * Multinomial logistic regression with an L2 penalty, by stochastic gradient descent over examples in an order
 * shuffled by the seed; step `rate / (1 + rate × l2 × steps)`, and the returned weights are the mean of those at the
 * ends of the last half of the epochs (averaged SGD: Polyak & Juditsky 1992; Bottou 2010). The shrinking of all
 * weights is kept in one factor, so a step costs only the example's features. Same examples and seed, same weights.
 * Cost: epochs × features × classes.
 */
export function trainLinearClassifier(
  examples: PackedExamples,
  options: LinearTrainingOptions,
): LinearWeights {
  const { classes, buckets, epochs } = options;
  if (classes < 2) throw new BugError(`a classifier needs at least two classes, not ${classes}`);
  const n = examples.labels.length;
  const learner: Learner = {
    examples,
    options,
    weights: new Float32Array(buckets * classes),
    bias: new Float64Array(classes),
    p: new Float64Array(classes),
    shrink: 1,
    steps: 0,
  };
  const average = new Float32Array(buckets * classes);
  const averageBias = new Float64Array(classes);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const random = seededRandom(options.seed);
  const kept = Math.max(1, Math.ceil(epochs / 2));
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let k = 0; k < n; k++) learn(learner, order[k] as number);
    applyShrink(learner);
    if (epoch < epochs - kept) continue;
    for (let i = 0; i < average.length; i++) average[i]! += (learner.weights[i] as number) / kept;
    for (let c = 0; c < classes; c++) averageBias[c]! += (learner.bias[c] as number) / kept;
  }
  return { classes, buckets, weights: average, bias: averageBias };
}

interface Learner {
  readonly examples: PackedExamples;
  readonly options: LinearTrainingOptions;
  /** True weights are these times `shrink`. */
  readonly weights: Float32Array;
  readonly bias: Float64Array;
  readonly p: Float64Array;
  shrink: number;
  steps: number;
}

function applyShrink(learner: Learner): void {
  const { weights, shrink } = learner;
  for (let i = 0; i < weights.length; i++) weights[i]! *= shrink;
  learner.shrink = 1;
}

function learn(learner: Learner, example: number): void {
  const { examples, options, weights, bias, p } = learner;
  const { classes, rate, l2 } = options;
  const from = examples.offsets[example] as number;
  const to = examples.offsets[example + 1] as number;
  p.fill(0);
  for (let i = from; i < to; i++) {
    const at = (examples.buckets[i] as number) * classes;
    const value = examples.values[i] as number;
    for (let c = 0; c < classes; c++) p[c]! += (weights[at + c] as number) * value;
  }
  for (let c = 0; c < classes; c++) p[c] = (p[c] as number) * learner.shrink + (bias[c] as number);
  softmaxInPlace(p);
  const step = rate / (1 + rate * l2 * learner.steps++);
  learner.shrink *= 1 - step * l2;
  if (learner.shrink < 1e-6) applyShrink(learner);
  const label = examples.labels[example] as number;
  const move = step * (examples.weights[example] as number);
  for (let c = 0; c < classes; c++) {
    const g = move * ((p[c] as number) - (c === label ? 1 : 0));
    bias[c]! -= 0.1 * g;
    p[c] = g / learner.shrink;
  }
  for (let i = from; i < to; i++) {
    const at = (examples.buckets[i] as number) * classes;
    const value = examples.values[i] as number;
    for (let c = 0; c < classes; c++) weights[at + c]! -= (p[c] as number) * value;
  }
}

/** Logits of a packed example under given weights. */
export function linearLogits(model: LinearWeights, examples: PackedExamples, example: number): Float64Array {
  const logits = Float64Array.from(model.bias);
  const to = examples.offsets[example + 1] as number;
  for (let i = examples.offsets[example] as number; i < to; i++) {
    const at = (examples.buckets[i] as number) * model.classes;
    const value = examples.values[i] as number;
    for (let c = 0; c < model.classes; c++) logits[c]! += (model.weights[at + c] as number) * value;
  }
  return logits;
}
