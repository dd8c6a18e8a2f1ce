import { BugError } from '../errors/errors.ts';
import { seededRandom } from '../stats/random.ts';
import type { FeatureBuffer } from './feature-buffer.ts';
import { shuffle } from './grouped-folds.ts';
import { softmaxInPlace } from './softmax.ts';

/** Sparse examples, packed: features of example `i` are `[offsets[i], offsets[i + 1])`. */
export interface PackedExamples {
  readonly offsets: Int32Array;
  /** Number of each feature. */
  readonly features: Int32Array;
  /** Value of each feature. */
  readonly values: Float32Array;
  /** True class of each example. */
  readonly labels: Uint8Array;
  /** Domain of each example: a number below the `domains` of {@link LinearTrainingOptions}. */
  readonly domains: Uint8Array;
  /** How much each example counts; 1 is normal. */
  readonly weights: Float32Array;
}

/** Weights of a linear classifier: `weights[feature × classes + class]`, one bias per class. */
export interface LinearWeights {
  readonly classes: number;
  readonly features: number;
  readonly weights: Float32Array;
  readonly bias: Float64Array;
}

/** How {@link trainLinearClassifiers} learns. */
export interface LinearTrainingOptions {
  readonly classes: number;
  /** Features are numbered below this. */
  readonly features: number;
  /** How many domains there are, each with a classifier of its own. */
  readonly domains: number;
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
  scaleGroups(into, groupWeights);
}

/** Turns how many features each group has into their value: see {@link groupScales}. */
export function scaleGroups(counts: Float64Array, groupWeights: readonly number[]): void {
  for (let g = 0; g < counts.length; g++) {
    const n = counts[g] as number;
    counts[g] = n === 0 ? 0 : (groupWeights[g] as number) / Math.sqrt(n);
  }
}

/**
 * One multinomial logistic regression per domain. The weights of a domain are the sum of weights that all domains
 * share and of weights of its own, learned together under one L2 penalty: what holds everywhere is learned from every
 * example, what holds in one domain from its own (Daumé III 2007, "Frustratingly easy domain adaptation").
 *
 * Stochastic gradient descent over the examples at `places`, in an order shuffled by the seed; step
 * `rate / (1 + rate × l2 × steps)`, and the returned weights are the mean of those at the ends of the last half of the
 * epochs (averaged SGD: Polyak & Juditsky 1992; Bottou 2010). The shrinking of all weights is kept in one factor, so a
 * step costs only the example's features. Same examples and seed, same weights. Cost: epochs × features × classes.
 */
export function trainLinearClassifiers(
  examples: PackedExamples,
  places: readonly number[],
  options: LinearTrainingOptions,
): LinearWeights[] {
  const { classes, features, domains, epochs } = options;
  if (classes < 2) throw new BugError(`a classifier needs at least two classes, not ${classes}`);
  const stride = domains === 1 ? classes : classes * (1 + domains);
  const learner: Learner = {
    examples,
    options,
    stride,
    weights: new Float32Array(features * stride),
    bias: new Float64Array(stride),
    gradient: new Float64Array(classes),
    shrink: 1,
    steps: 0,
  };
  const average = new Float32Array(features * stride);
  const averageBias = new Float64Array(stride);
  const order = Int32Array.from(places);
  const random = seededRandom(options.seed);
  const kept = Math.max(1, Math.ceil(epochs / 2));
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const example of order) learn(learner, example);
    applyShrink(learner);
    if (epoch < epochs - kept) continue;
    for (let i = 0; i < average.length; i++) average[i]! += (learner.weights[i] as number) / kept;
    for (let c = 0; c < stride; c++) averageBias[c]! += (learner.bias[c] as number) / kept;
  }
  return Array.from({ length: domains }, (_, domain) =>
    weightsOfDomain({ average, averageBias, stride }, domain, { classes, features }),
  );
}

function weightsOfDomain(
  from: { readonly average: Float32Array; readonly averageBias: Float64Array; readonly stride: number },
  domain: number,
  { classes, features }: { readonly classes: number; readonly features: number },
): LinearWeights {
  const { average, averageBias, stride } = from;
  if (stride === classes) return { classes, features, weights: average, bias: averageBias };
  const own = classes * (1 + domain);
  const weights = new Float32Array(features * classes);
  for (let f = 0; f < features; f++)
    for (let c = 0; c < classes; c++)
      weights[f * classes + c] =
        (average[f * stride + c] as number) + (average[f * stride + own + c] as number);
  const bias = Float64Array.from(
    { length: classes },
    (_, c) => (averageBias[c] as number) + (averageBias[own + c] as number),
  );
  return { classes, features, weights, bias };
}

interface Learner {
  readonly examples: PackedExamples;
  readonly options: LinearTrainingOptions;
  /** Weights of a feature: those shared by all domains, then those of each domain. */
  readonly stride: number;
  /** True weights are these times `shrink`. */
  readonly weights: Float32Array;
  readonly bias: Float64Array;
  /** Logits, then probabilities, then steps. */
  readonly gradient: Float64Array;
  shrink: number;
  steps: number;
}

function applyShrink(learner: Learner): void {
  const { weights, shrink } = learner;
  for (let i = 0; i < weights.length; i++) weights[i]! *= shrink;
  learner.shrink = 1;
}

function learn(learner: Learner, example: number): void {
  const { examples, options, stride, bias, gradient } = learner;
  const { classes, rate, l2 } = options;
  const own = stride === classes ? 0 : classes * (1 + (examples.domains[example] as number));
  gradient.fill(0);
  sumWeights(learner, example, own);
  for (let c = 0; c < classes; c++) {
    const base = (bias[c] as number) + (own === 0 ? 0 : (bias[own + c] as number));
    gradient[c] = (gradient[c] as number) * learner.shrink + base;
  }
  softmaxInPlace(gradient);
  const step = rate / (1 + rate * l2 * learner.steps++);
  learner.shrink *= 1 - step * l2;
  if (learner.shrink < 1e-6) applyShrink(learner);
  const label = examples.labels[example] as number;
  const move = step * (examples.weights[example] as number);
  for (let c = 0; c < classes; c++) {
    const g = move * ((gradient[c] as number) - (c === label ? 1 : 0));
    bias[c]! -= 0.1 * g;
    if (own !== 0) bias[own + c]! -= 0.1 * g;
    gradient[c] = g / learner.shrink;
  }
  moveWeights(learner, example, own);
}

/** Adds the weights of an example's features, times their values, to the gradient's places. */
function sumWeights(
  { examples, options, stride, weights, gradient }: Learner,
  example: number,
  own: number,
): void {
  const { offsets, features, values } = examples;
  const { classes } = options;
  const to = offsets[example + 1] as number;
  // Three classes are the common case, and written out they are faster.
  if (classes === 3 && own !== 0) {
    let [first, second, third] = [0, 0, 0];
    for (let i = offsets[example] as number; i < to; i++) {
      const shared = (features[i] as number) * stride;
      const mine = shared + own;
      const value = values[i] as number;
      first += ((weights[shared] as number) + (weights[mine] as number)) * value;
      second += ((weights[shared + 1] as number) + (weights[mine + 1] as number)) * value;
      third += ((weights[shared + 2] as number) + (weights[mine + 2] as number)) * value;
    }
    gradient[0]! += first;
    gradient[1]! += second;
    gradient[2]! += third;
    return;
  }
  for (let i = offsets[example] as number; i < to; i++) {
    const at = (features[i] as number) * stride;
    const value = values[i] as number;
    for (let c = 0; c < classes; c++) gradient[c]! += (weights[at + c] as number) * value;
    if (own === 0) continue;
    for (let c = 0; c < classes; c++) gradient[c]! += (weights[at + own + c] as number) * value;
  }
}

/** Moves the weights of an example's features against the gradient. */
function moveWeights(
  { examples, options, stride, weights, gradient }: Learner,
  example: number,
  own: number,
): void {
  const { offsets, features, values } = examples;
  const { classes } = options;
  const to = offsets[example + 1] as number;
  if (classes === 3 && own !== 0) {
    const [first, second, third] = gradient as unknown as [number, number, number];
    for (let i = offsets[example] as number; i < to; i++) {
      const shared = (features[i] as number) * stride;
      const mine = shared + own;
      const value = values[i] as number;
      weights[shared]! -= first * value;
      weights[shared + 1]! -= second * value;
      weights[shared + 2]! -= third * value;
      weights[mine]! -= first * value;
      weights[mine + 1]! -= second * value;
      weights[mine + 2]! -= third * value;
    }
    return;
  }
  for (let i = offsets[example] as number; i < to; i++) {
    const at = (features[i] as number) * stride;
    const value = values[i] as number;
    for (let c = 0; c < classes; c++) weights[at + c]! -= (gradient[c] as number) * value;
    if (own === 0) continue;
    for (let c = 0; c < classes; c++) weights[at + own + c]! -= (gradient[c] as number) * value;
  }
}

/** Logits of a packed example under given weights. */
export function linearLogits(model: LinearWeights, examples: PackedExamples, example: number): Float64Array {
  const { classes, weights } = model;
  const logits = Float64Array.from(model.bias);
  const to = examples.offsets[example + 1] as number;
  for (let i = examples.offsets[example] as number; i < to; i++) {
    const at = (examples.features[i] as number) * classes;
    const value = examples.values[i] as number;
    for (let c = 0; c < classes; c++) logits[c]! += (weights[at + c] as number) * value;
  }
  return logits;
}
