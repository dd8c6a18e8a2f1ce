import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localLevel, smoothLevel } from './local-level.ts';

interface Golden {
  readonly levels: readonly {
    readonly y: readonly (number | null)[];
    readonly variances: readonly number[];
    readonly levelVariance: number;
    readonly irregularVariance: number;
    readonly logLikelihood: number;
    readonly level: readonly number[];
    readonly variance: readonly number[];
  }[];
  readonly fittedLevel: {
    readonly y: readonly number[];
    readonly levelVariance: number;
    readonly irregularVariance: number;
    readonly logLikelihood: number;
  };
}
const golden = JSON.parse(readFileSync('test/golden/change.json', 'utf8')) as Golden;

test.each(golden.levels)('likelihood and smoothed level agree with statsmodels, %#', (one) => {
  const bins = one.y.map((value, t) =>
    value === null ? null : { value, variance: one.variances[t] as number },
  );
  const found = smoothLevel(bins, one);
  expect(found.logLikelihood).toBeCloseTo(one.logLikelihood, 4);
  found.smoothed.forEach(({ level, variance }, t) => {
    expect(level).toBeCloseTo(one.level[t] as number, 5);
    expect(variance).toBeCloseTo(one.variance[t] as number, 5);
  });
});

test('the maximum of the likelihood is that of UnobservedComponents', () => {
  const { y, ...fitted } = golden.fittedLevel;
  const found = localLevel(y.map((value) => ({ value, variance: 1e-9 })));
  expect(found?.logLikelihood).toBeCloseTo(fitted.logLikelihood, 2);
  expect(found?.levelVariance).toBeCloseTo(fitted.levelVariance, 1);
  expect(found?.irregularVariance).toBeCloseTo(fitted.irregularVariance, 1);
});

test('without movement the level is the mean weighted by precision', () => {
  const bins = [
    { value: 1, variance: 1 },
    { value: 3, variance: 0.5 },
    { value: 2, variance: 2 },
  ];
  const { smoothed } = smoothLevel(bins, { levelVariance: 0, irregularVariance: 0 });
  for (const { level, variance } of smoothed) {
    expect(level).toBeCloseTo((1 + 6 + 1) / 3.5, 12);
    expect(variance).toBeCloseTo(1 / 3.5, 12);
  }
});

test('whatever the series, every bin has a finite level with a variance above zero', () => {
  const bin = fc.option(
    fc.record({
      value: fc.double({ min: -1, max: 1, noNaN: true }),
      variance: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    }),
    { freq: 4 },
  );
  fc.assert(
    fc.property(fc.array(bin, { maxLength: 20 }), (bins) => {
      const found = localLevel(bins);
      if (bins.filter((one) => one !== null).length < 3) {
        expect(found).toBeNull();
        return;
      }
      expect(found?.smoothed).toHaveLength(bins.length);
      for (const { level, variance } of found?.smoothed ?? []) {
        expect(Number.isFinite(level)).toBe(true);
        expect(variance).toBeGreaterThan(0);
        expect(variance).toBeLessThan(Number.POSITIVE_INFINITY);
      }
    }),
    { numRuns: 40 },
  );
});
