import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  driftPosterior,
  type PathObservation,
  rectifierContrast,
  smoothRectifier,
} from './rectifier-path.ts';

interface GoldenCase {
  readonly nPeriods: number;
  readonly period: number[];
  readonly size: number[];
  readonly mean: number[];
  readonly weights: number[];
  readonly path: number[];
  readonly variance: number[];
  readonly contrast: { readonly mean: number; readonly variance: number };
}
const { cases } = JSON.parse(readFileSync('test/golden/rectifier.json', 'utf8')) as { cases: GoldenCase[] };

test('the distribution of the drift and the smoothed path agree with covariance matrices', () => {
  for (const one of cases) {
    const { nPeriods } = one;
    const seen = one.period.map((period, i) => ({
      period,
      size: one.size[i] as number,
      mean: one.mean[i] as number,
    }));
    const posterior = driftPosterior(seen, { nPeriods, deviation: 0.6 });
    posterior.weights.forEach((weight, k) => {
      expect(weight).toBeCloseTo(one.weights[k] as number, 9);
    });
    const path = smoothRectifier(seen, { nPeriods, deviation: 0.6, posterior });
    path.forEach(({ mean, variance }, t) => {
      expect(mean).toBeCloseTo(one.path[t] as number, 9);
      expect(variance).toBeCloseTo(one.variance[t] as number, 9);
    });
    const quarter = Math.max(1, Math.floor(nPeriods / 4));
    const coefficients = path.map(
      (_, t) => (Number(t >= nPeriods - quarter) - Number(t < quarter)) / quarter,
    );
    const contrast = rectifierContrast(seen, { coefficients, deviation: 0.6, posterior });
    expect(contrast.mean).toBeCloseTo(one.contrast.mean, 8);
    expect(contrast.variance).toBeCloseTo(one.contrast.variance, 8);
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

test('it is finite and uncertain everywhere, and measures smoothed with one drift add up', () => {
  fc.assert(
    fc.property(periods, (seen: readonly PathObservation[]) => {
      const options = { nPeriods: 20, deviation: 0.6 };
      const posterior = driftPosterior(seen, options);
      expect(posterior.weights.reduce((s, w) => s + w, 0)).toBeCloseTo(1, 12);
      const smooth = (of: (one: PathObservation) => number) =>
        smoothRectifier(
          seen.map((one) => ({ ...one, mean: of(one) })),
          { ...options, posterior },
        );
      const [whole, half] = [smooth((one) => one.mean), smooth((one) => one.mean / 2 - 1)];
      whole.forEach(({ mean, variance }, t) => {
        expect(mean).toSatisfy(Number.isFinite);
        expect(variance).toBeGreaterThan(0);
        expect(half[t]?.mean).toBeCloseTo(mean / 2 - 1, 9);
      });
    }),
  );
});

test('between codings and beyond them the variance grows with distance', () => {
  const seen = [5, 6, 14, 15].map((period, i) => ({ period, size: 20, mean: i / 10 }));
  const options = { nPeriods: 20, deviation: 0.6 };
  const path = smoothRectifier(seen, { ...options, posterior: driftPosterior(seen, options) });
  const variance = (t: number): number => path[t]?.variance ?? Number.NaN;
  expect(variance(10)).toBeGreaterThan(variance(6));
  expect(variance(0)).toBeGreaterThan(variance(4));
  expect(variance(19)).toBeGreaterThan(variance(16));
});
