import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

interface Case {
  readonly hits: number;
  readonly n: number;
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
}
const golden = JSON.parse(readFileSync('test/golden/agreement.json', 'utf8')) as { wilson: Case[] };

test('agrees with statsmodels to six digits', () => {
  for (const { hits, n, level, lower, upper } of golden.wilson) {
    const [low, high] = wilsonInterval(hits, n, level);
    expect(low).toBeCloseTo(lower, 6);
    expect(high).toBeCloseTo(upper, 6);
  }
});

test('holds the share, stays in 0–1 and has a width', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const [low, high] = wilsonInterval(share * n, n, 0.95);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(share + 1e-12);
      expect(high).toBeGreaterThanOrEqual(share - 1e-12);
      expect(high).toBeGreaterThan(low);
    }),
  );
});
