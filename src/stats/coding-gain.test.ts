import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codingGain } from './coding-gain.ts';
import { seededRandom } from './random.ts';

const error = { sampling: 0.03, corrected: 0.05, nCodings: 200 };

test('twice the codings halve the variance that codings add, and nothing else', () => {
  // √((0.0009 + 0.0016 / 2) / 0.0025)
  expect(codingGain(error, 200)).toBeCloseTo(0.824_621_125, 9);
  expect(codingGain({ ...error, sampling: 0 }, 200)).toBeCloseTo(Math.SQRT1_2, 12);
  expect(codingGain(error, 0)).toBe(1);
  expect(codingGain({ ...error, sampling: 0.06 }, 1000)).toBe(1);
});

test('more codings never widen it, and never bring it under what drawing authors adds', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-4, max: 1, noNaN: true }),
      fc.double({ min: 1e-4, max: 1, noNaN: true }),
      fc.integer({ min: 2, max: 5000 }),
      fc.integer({ min: 0, max: 5000 }),
      (sampling, corrected, nCodings, more) => {
        const of = { sampling, corrected, nCodings };
        const [now, then] = [codingGain(of, more), codingGain(of, more + 50)];
        expect(then).toBeLessThanOrEqual(now);
        expect(then).toBeGreaterThanOrEqual(Math.min(1, sampling / corrected) - 1e-12);
      },
    ),
  );
});

test('simulated: the spread of a mean of labels put right by codings falls as it says', () => {
  const random = seededRandom(7);
  const spreadWith = (nCodings: number): number => {
    const values = Array.from({ length: 4000 }, () => {
      const mean = (n: number, sd: number): number => {
        let sum = 0;
        for (let i = 0; i < n; i++) sum += sd * Math.sqrt(12) * (random() - 0.5);
        return sum / n;
      };
      return mean(400, 0.6) + mean(nCodings, 0.5);
    });
    return Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);
  };
  const [few, many] = [spreadWith(50), spreadWith(100)];
  const told = codingGain({ sampling: 0.6 / Math.sqrt(400), corrected: few, nCodings: 50 }, 50);
  expect(many / few).toBeCloseTo(told, 1);
  expect(Math.abs(many / few - told)).toBeLessThan(0.03);
});
