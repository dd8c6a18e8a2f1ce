import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poissonScoreInterval } from './poisson-score-interval.ts';

const interval = (count: number, dispersion = 1) =>
  poissonScoreInterval({ count, dispersion, confidenceLevel: 0.95 });

test('10 events: 5.43 to 18.41', () => {
  expect(interval(10).lower).toBeCloseTo(5.432, 3);
  expect(interval(10).upper).toBeCloseTo(18.409, 3);
});

test('no event: from 0 to z², near the exact 3.69', () => {
  expect(interval(0).lower).toBe(0);
  expect(interval(0).upper).toBeCloseTo(3.8415, 3);
});

test('the limits are z standard errors from the count', () => {
  const positive = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(positive, fc.integer({ min: 1, max: 40 }), (count, dispersion) => {
      const { lower, upper } = interval(count, dispersion);
      expect(lower).toBeLessThan(count);
      for (const limit of [lower, upper].filter((one) => one > 0)) {
        expect(Math.abs(count - limit) / Math.sqrt(dispersion * limit)).toBeCloseTo(1.95996, 4);
      }
    }),
  );
});

test('it covers the mean at about the nominal rate, where the count ± z·√count does not', () => {
  const covered = (mean: number, limits: (n: number) => { lower: number; upper: number }): number => {
    let [probability, sum] = [Math.exp(-mean), 0];
    for (let n = 0; n < mean + 60; n++) {
      const { lower, upper } = limits(n);
      if (lower <= mean && mean <= upper) sum += probability;
      probability *= mean / (n + 1);
    }
    return sum;
  };
  const means = Array.from({ length: 200 }, (_, i) => 0.25 + i * 0.1);
  const average = (limits: (n: number) => { lower: number; upper: number }): number =>
    means.reduce((total, mean) => total + covered(mean, limits), 0) / means.length;
  expect(average(interval)).toBeGreaterThan(0.94);
  expect(average(interval)).toBeLessThan(0.97);
  expect(average((n) => ({ lower: n - 1.96 * Math.sqrt(n), upper: n + 1.96 * Math.sqrt(n) }))).toBeLessThan(
    0.92,
  );
});
