import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import { bootstrapIntervals } from './bootstrap-interval.ts';
import { classificationScores, expectedCalibrationError } from './classification-scores.ts';
import { groupedFolds } from './grouped-folds.ts';
import { softmaxInPlace } from './softmax.ts';
import { fitTemperature, meanLogLoss } from './temperature.ts';

test('a group never stands in two folds, and folds are of like size', () => {
  const groups = fc.array(fc.constantFrom(...'abcdefghijklmnop'), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(groups, fc.integer({ min: 2, max: 5 }), (names, k) => {
      const folds = groupedFolds(names, k, 7);
      const seen = new Map<string, number>();
      names.forEach((name, i) => {
        expect(folds[i]).toBe(seen.get(name) ?? folds[i]);
        seen.set(name, folds[i] as number);
      });
    }),
  );
  const even = groupedFolds(
    Array.from({ length: 100 }, (_, i) => String(i)),
    5,
    1,
  );
  for (let fold = 0; fold < 5; fold++) expect([...even].filter((f) => f === fold)).toHaveLength(20);
});

test('folds go by the group’s name, not by its place', () => {
  const names = Array.from({ length: 40 }, (_, i) => `g${i}`);
  const forward = groupedFolds(names, 4, 3);
  const backward = groupedFolds([...names].reverse(), 4, 3);
  expect([...backward].reverse()).toEqual([...forward]);
});

test('scores of a small table by hand', () => {
  // true a a a b b c; decided a a b b – c
  const decided = [0, 0, 1, 1, null, 2];
  const scores = classificationScores(
    [0, 0, 0, 1, 1, 2].map((label, i) => ({
      label,
      decided: decided[i] as number | null,
      probabilities: [1, 0, 0],
    })),
    3,
  );
  expect(scores.confusion).toEqual([
    [2, 1, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
  expect(scores.perClass[0]?.f1).toBeCloseTo(4 / 5);
  expect(scores.perClass[1]?.f1).toBeCloseTo(2 / 4);
  expect(scores.perClass[2]?.f1).toBe(1);
  expect(scores.macroF1).toBeCloseTo((0.8 + 0.5 + 1) / 3);
  expect(scores.abstained).toBe(1);
  expect(scores.accuracy).toBeCloseTo(4 / 6);
});

test('calibration error is zero for honest and .4 for overconfident probabilities', () => {
  const honest = [0, 0, 0, 1].map((label) => ({ label, decided: 0, probabilities: [0.75, 0.25, 0] }));
  expect(expectedCalibrationError(honest)).toBeCloseTo(0);
  const proud = [0, 0, 0, 1, 1].map((label) => ({ label, decided: 0, probabilities: [1, 0, 0] }));
  expect(expectedCalibrationError(proud)).toBeCloseTo(0.4);
  expect(expectedCalibrationError([])).toBe(0);
});

test('the temperature that made the labels is found again', () => {
  const random = seededRandom(11);
  const examples = Array.from({ length: 20_000 }, () => {
    const logits = Float64Array.from([0, 1, 2], () => 6 * (random() - 0.5));
    const p = Float64Array.from(logits);
    softmaxInPlace(p, 2);
    const u = random();
    const label = u < (p[0] as number) ? 0 : u < (p[0] as number) + (p[1] as number) ? 1 : 2;
    return { logits, label };
  });
  const temperature = fitTemperature(examples);
  expect(temperature).toBeGreaterThan(1.9);
  expect(temperature).toBeLessThan(2.1);
  expect(meanLogLoss(examples, temperature)).toBeLessThan(meanLogLoss(examples, 1));
});

test('the clustered interval is wide where examples of a group agree', () => {
  const labels = Array.from({ length: 400 }, (_, i) => (Math.floor(i / 20) % 2 === 0 ? 1 : 0));
  const mean = (places: readonly number[]) => ({
    mean: places.reduce((sum, i) => sum + (labels[i] as number), 0) / places.length,
  });
  const options = { resamples: 300, level: 0.95, seed: 1 };
  const alone = bootstrapIntervals(mean, { ...options, groups: labels.map((_, i) => String(i)) });
  const grouped = bootstrapIntervals(mean, {
    ...options,
    groups: labels.map((_, i) => String(Math.floor(i / 20))),
  });
  expect(alone.mean.value).toBe(0.5);
  expect(grouped.mean.upper - grouped.mean.lower).toBeGreaterThan(3 * (alone.mean.upper - alone.mean.lower));
});
