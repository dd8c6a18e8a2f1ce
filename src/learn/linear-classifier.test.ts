import { expect, test } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import { addFeature, bucketOf, createFeatureBuffer, extendHash, startHash } from './feature-buffer.ts';
import {
  groupScales,
  type LinearTrainingOptions,
  type LinearWeights,
  linearLogits,
  type PackedExamples,
  trainLinearClassifiers,
} from './linear-classifier.ts';

/** Three classes, each with a feature of its own among noise. */
function toyExamples(n: number, seed: number): PackedExamples {
  const random = seededRandom(seed);
  const labels = Uint8Array.from({ length: n }, () => Math.floor(random() * 3));
  const buckets = new Int32Array(n * 3);
  labels.forEach((label, i) => {
    buckets.set([label, 3 + Math.floor(random() * 50), 3 + Math.floor(random() * 50)], i * 3);
  });
  return {
    labels,
    features: buckets,
    values: new Float32Array(n * 3).fill(1),
    offsets: Int32Array.from({ length: n + 1 }, (_, i) => 3 * i),
    weights: new Float32Array(n).fill(1),
    domains: new Uint8Array(n),
  };
}

const OPTIONS = { classes: 3, features: 64, domains: 1, seed: 1, epochs: 5, rate: 0.3, l2: 1e-4 };

function train(examples: PackedExamples, options: LinearTrainingOptions = OPTIONS): LinearWeights {
  return trainLinearClassifiers(examples, [...examples.labels.keys()], options)[0] as LinearWeights;
}

test('learns what separates the classes', () => {
  const model = train(toyExamples(300, 1));
  const fresh = toyExamples(300, 2);
  const hits = [...fresh.labels].filter((label, i) => {
    const logits = linearLogits(model, fresh, i);
    return logits.indexOf(Math.max(...logits)) === label;
  });
  expect(hits.length).toBeGreaterThan(295);
});

test('same seed, same weights; another seed, others', () => {
  const examples = toyExamples(100, 3);
  const one = train(examples);
  expect(train(examples)).toEqual(one);
  expect(train(examples, { ...OPTIONS, seed: 2 }).weights).not.toEqual(one.weights);
});

test('a weight of zero takes an example out', () => {
  const examples = toyExamples(60, 4);
  const silent = { ...examples, weights: new Float32Array(60) };
  const model = train(silent);
  expect(model.weights.every((w) => w === 0)).toBe(true);
});

test('a stronger penalty gives smaller weights', () => {
  const examples = toyExamples(200, 5);
  const size = (l2: number): number =>
    train(examples, { ...OPTIONS, l2 }).weights.reduce((sum, w) => sum + w * w, 0);
  expect(size(1e-2)).toBeLessThan(size(1e-4));
});

test('a group of n features has the length of its weight', () => {
  const buffer = createFeatureBuffer(8);
  for (let i = 0; i < 4; i++) addFeature(buffer, i, 0);
  addFeature(buffer, 9, 1);
  const scales = new Float64Array(3);
  groupScales(buffer, [1, 2, 5], scales);
  expect([...scales]).toEqual([0.5, 2, 0]);
});

test('a full buffer leaves out what comes after', () => {
  const buffer = createFeatureBuffer(2);
  for (let i = 0; i < 5; i++) addFeature(buffer, i, 0);
  expect(buffer.length).toBe(2);
});

test('n-grams spread evenly over the buckets', () => {
  const counts = new Int32Array(256);
  for (let a = 0x430; a < 0x450; a++)
    for (let b = 0x430; b < 0x450; b++)
      for (let c = 0x430; c < 0x450; c++)
        counts[bucketOf(extendHash(extendHash(extendHash(startHash(1), a), b), c), 0, 255)]! += 1;
  const expected = 32 ** 3 / 256;
  const chiSquare = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  expect(chiSquare).toBeLessThan(340);
});

test('domains learn what is theirs and share what is common', () => {
  const examples = toyExamples(600, 6);
  // In domain 1 the first two classes have changed places.
  const domains = Uint8Array.from(examples.labels, (_, i) => i % 2);
  const labels = examples.labels.map((label, i) => (domains[i] === 1 && label < 2 ? 1 - label : label));
  const mixed = { ...examples, domains, labels };
  const places = [...labels.keys()];
  const models = trainLinearClassifiers(mixed, places, { ...OPTIONS, domains: 2 });
  const hits = places.filter((i) => {
    const logits = linearLogits(models[domains[i] as number] as LinearWeights, mixed, i);
    return logits.indexOf(Math.max(...logits)) === labels[i];
  });
  expect(models).toHaveLength(2);
  expect(hits.length).toBeGreaterThan(590);
});
