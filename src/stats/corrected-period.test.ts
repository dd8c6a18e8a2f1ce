import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codedPeriods, correctedPeriod } from './corrected-period.ts';

test('residuals by period: means, independent sizes, and a spread that is never nothing', () => {
  const of = (period: number, author: string, residual: number, weight = 1) => ({
    period,
    author,
    weight,
    residual,
  });
  const codings = [of(0, 'a', 1), of(0, 'a', 0), of(0, 'b', -1, 2), of(2, 'c', 0.5, 3)];
  const { observations, size, deviation } = codedPeriods(codings, [-1, 1]);
  expect(observations).toEqual([
    { period: 0, size: (size * 4) / 7, mean: -0.25 },
    { period: 2, size: (size * 3) / 7, mean: 0.5 },
  ]);
  expect(size).toBeCloseTo(49 / 17, 12);
  expect(deviation).toBeGreaterThan(0);
  const agreed = codedPeriods([of(0, 'a', 0), of(1, 'b', 0)], [0, 1]);
  expect(agreed.deviation).toBeCloseTo(Math.sqrt(0.5 / 4), 12);
});

test('a corrected period is finite, in range and at least as wide as its rectifier is uncertain', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, unit, fc.double({ min: -1, max: 1, noNaN: true }), (lambda, spread, mean) => {
      const variance = { author: spread / 50, copies: spread / 60, both: spread / 60 };
      const result = correctedPeriod(
        { value: mean, variance, nGroups: 30 },
        { mean: -mean / 2, variance: 0.001 + spread / 100 },
        { lambda, deviation: 0.6, size: 100, kishSize: 40, confidenceLevel: 0.95, range: [-1, 1] },
      );
      expect(result.standardError ** 2).toBeGreaterThanOrEqual(0.001);
      expect(result.lower).toBeLessThan(result.upper);
      expect(Math.max(-result.lower, result.upper)).toBeLessThanOrEqual(1);
    }),
  );
});
