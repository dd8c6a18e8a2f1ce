import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepColumn } from './interrupted-series.ts';
import { rectifierJump } from './rectifier-jump.ts';
import type { PathObservation } from './rectifier-path.ts';

interface GoldenJump {
  readonly nPeriods: number;
  readonly at: number;
  readonly period: number[];
  readonly size: number[];
  readonly mean: number[];
  readonly coefficients: number[];
  readonly contrast: { readonly mean: number; readonly variance: number };
}
const { jumps } = JSON.parse(readFileSync('test/golden/rectifier.json', 'utf8')) as { jumps: GoldenJump[] };

test('a contrast of a walk that may jump agrees with covariance matrices', () => {
  for (const one of jumps) {
    const seen = one.period.map((period, i) => ({ period, size: one.size[i]!, mean: one.mean[i]! }));
    const column = stepColumn(one.nPeriods, one.at);
    const found = rectifierJump(seen, { coefficients: one.coefficients, column, deviation: 0.6 });
    expect(found?.mean).toBeCloseTo(one.contrast.mean, 9);
    expect(found?.variance).toBeCloseTo(one.contrast.variance, 9);
  }
});

const periods = fc.uniqueArray(
  fc.record({
    period: fc.nat(19),
    size: fc.double({ min: 0.5, max: 40, noNaN: true }),
    mean: fc.double({ min: -2, max: 2, noNaN: true }),
  }),
  { minLength: 1, maxLength: 20, selector: (one) => one.period },
);
const COLUMN = stepColumn(20, 10);
/** Mean after − mean before. */
const COEFFICIENTS = Array.from(COLUMN, (x) => (2 * x - 1) / 10);

test('a jump of any size goes whole into the contrast and leaves its variance; codings on one side tell none', () => {
  fc.assert(
    fc.property(periods, fc.double({ min: -3, max: 3, noNaN: true }), (seen, jump) => {
      const of = (observations: readonly PathObservation[]) =>
        rectifierJump(observations, { coefficients: COEFFICIENTS, column: COLUMN, deviation: 0.6 });
      const plain = of(seen);
      const moved = of(seen.map((one) => ({ ...one, mean: one.mean + jump * COLUMN[one.period]! })));
      const sides = new Set(seen.map(({ period }) => COLUMN[period]));
      if (sides.size < 2) {
        expect(plain).toBeNull();
        return;
      }
      expect(plain?.variance).toBeGreaterThan(0);
      expect(moved?.mean).toBeCloseTo((plain?.mean ?? Number.NaN) + jump, 8);
      expect(moved?.variance).toBeCloseTo(plain?.variance ?? Number.NaN, 8);
    }),
  );
});
