import fc from 'fast-check';
import { expect, test } from 'vitest';
import golden from '../../test/golden/deletion.json' with { type: 'json' };
import { combinedShares, type WeightedShare } from './combined-shares.ts';
import { wilsonInterval } from './wilson-interval.ts';

test.each(golden.cases)('agrees with statsmodels on a difference, %#', ({ hits, n, level, lower, upper }) => {
  const parts = [1, -1].map((weight, i) => ({ hits: hits[i] as number, n: n[i] as number, weight }));
  const own = combinedShares(parts, level);
  expect(own.lower).toBeCloseTo(lower, 6);
  expect(own.upper).toBeCloseTo(upper, 6);
});

const share = fc
  .tuple(
    fc.integer({ min: 1, max: 300 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([n, at, weight]): WeightedShare => ({ n, hits: Math.round(n * at), weight: weight / 10 }));

test('one share with weight 1 has the interval of Wilson', () => {
  const { lower, upper } = combinedShares([{ hits: 3, n: 17, weight: 1 }], 0.95);
  const [low, high] = wilsonInterval(3, 17, 0.95);
  expect([lower, upper]).toEqual([expect.closeTo(low, 12), expect.closeTo(high, 12)]);
});

test('has a width around the value, does not depend on the order, and turns round with the signs', () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 6 }), (parts) => {
      const { value, lower, upper } = combinedShares(parts, 0.95);
      expect(lower).toBeLessThanOrEqual(value);
      expect(upper).toBeGreaterThanOrEqual(value);
      expect(upper).toBeGreaterThan(lower);
      expect(combinedShares(parts.toReversed(), 0.95).lower).toBeCloseTo(lower, 12);
      const turned = combinedShares(
        parts.map((one) => ({ ...one, weight: -one.weight })),
        0.95,
      );
      expect([turned.lower, turned.upper]).toEqual([expect.closeTo(-upper, 12), expect.closeTo(-lower, 12)]);
    }),
  );
});

test('is the narrower the more was counted', () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 4 }), (parts) => {
      const width = (times: number): number => {
        const more = parts.map((one) => ({ ...one, n: one.n * times, hits: one.hits * times }));
        const { lower, upper } = combinedShares(more, 0.95);
        return upper - lower;
      };
      expect(width(4)).toBeLessThan(width(1));
    }),
  );
});
