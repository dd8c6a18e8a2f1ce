import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctedStep, labelReliance, stepWeights } from './corrected-step.ts';
import { type EventTest, eventTest } from './event-test.ts';
import { normalDraw } from './normal.ts';
import { seededRandom } from './random.ts';

/** 40 weeks of labels with a step after the twentieth, one week missing. */
function labelTest(step: number, seed = 5): EventTest {
  const random = seededRandom(seed);
  const points = Array.from({ length: 40 }, (_, t) =>
    t === 7 ? null : { value: 0.03 * normalDraw(random) + step * Number(t >= 20), variance: 0.0009 },
  );
  const drawn = { rivals: [], confidenceLevel: 0.95, nSeries: 199, nEnough: 20, random };
  return eventTest({ points, at: 20, ...drawn }) ?? expect.unreachable();
}

const PERFECT = { slope: 1, spread: 1, degrees: 397 };
const how = (seed: number) => ({
  confidenceLevel: 0.95,
  nSeries: 999,
  nEnough: 20,
  random: seededRandom(seed),
});

test('the weights read the step from the values, whatever they are', () => {
  const found = labelTest(-0.1);
  const weights = stepWeights(found);
  const sum = (of: (t: number) => number): number => weights.reduce((s, w, t) => s + w * of(t), 0);
  const { points } = found.step.regression;
  expect(sum((t) => points[t]?.value ?? 0)).toBeCloseTo(found.step.value, 6);
  expect(sum(() => 1)).toBeCloseTo(0, 9);
  expect(sum((t) => found.step.column[t]!)).toBeCloseTo(1, 9);
});

test('labels without error give the test of the labels', () => {
  const labels = labelTest(-0.1);
  const rectifier = { mean: 0, variance: 1e-12 };
  const corrected = correctedStep(labels, { ...PERFECT, labels: labels.step.value, rectifier }, how(1));
  expect(corrected.value).toBeCloseTo(labels.step.value, 9);
  expect(corrected.standardError).toBeCloseTo(labels.step.standardError, 6);
  expect(corrected.lower).toBeCloseTo(labels.step.value - (labels.step.upper - labels.step.lower) / 2, 4);
  expect(corrected.share).toBeCloseTo(1, 4);
  expect(corrected.placebo.probability).toBeLessThan(0.01);
});

test('a step that the codings take back is none, one that labels hide is seen', () => {
  const rectifier = { mean: 0.1, variance: 0.0004 };
  const half = (found: EventTest) => ({ ...PERFECT, labels: 0.6 * found.step.value, slope: 0.6 });
  const [moved, still] = [labelTest(-0.17), labelTest(0)];
  const undone = correctedStep(moved, { ...half(moved), rectifier }, how(2));
  expect(undone.placebo.probability).toBeGreaterThan(0.3);
  const hidden = correctedStep(still, { ...half(still), rectifier: { ...rectifier, mean: -0.2 } }, how(3));
  expect(hidden.placebo.probability).toBeLessThan(0.02);
  expect(hidden.dates.nAsLarge).toBe(0);
  expect(hidden.probability).toBeLessThan(0.001);
});

test('the smaller the error of the rectifier, the smaller the step that is detectable; never of width zero', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 0.2, noNaN: true }), fc.nat(20), (variance, seed) => {
      const labels = labelTest(0.05, seed + 1);
      const at = (v: number) =>
        correctedStep(
          labels,
          { ...PERFECT, labels: 0.05, rectifier: { mean: 0, variance: v } },
          { ...how(4), nSeries: 19 },
        );
      const [near, far] = [at(variance), at(2 * variance)];
      const rule = { critical: 2, power: 0.8 };
      expect(near.detectable(rule)).toBeLessThan(far.detectable(rule));
      expect(near.upper).toBeGreaterThan(near.lower);
      expect(near.probability).toSatisfy((p: number) => p > 0 && p <= 1);
    }),
    { numRuns: 6 },
  );
});

test('what codings say of labels: how far to rely on them and how far they follow', () => {
  const coding = (coded: number, label: number, weight: number) => ({ coded, label, weight });
  const found = labelReliance([coding(1, 1, 3), coding(1, -1, 1), coding(-1, -1, 3), coding(-1, 1, 1)]);
  expect(found).toEqual({ lambda: 0.5, slope: 0.5, spread: 1 });
  expect(labelReliance([coding(1, 0, 1), coding(-1, 0, 1)])).toEqual({ lambda: 0, slope: 0, spread: 1 });
  expect(labelReliance([coding(0, 1, 1), coding(0, -1, 1)])).toEqual({ lambda: 0, slope: 0, spread: 0 });
});
