import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderedContrast } from './ordered-contrast.ts';

interface Golden {
  readonly shared: {
    readonly values: number[];
    readonly covariance: number[][];
    readonly degrees: number[];
  } & Readonly<Record<'slope' | 'step', Readonly<Record<'value' | 'se' | 'lower' | 'upper' | 'p', number>>>>;
}

const { shared } = JSON.parse(readFileSync('test/golden/heterogeneity.json', 'utf8')) as Golden;
const OPTIONS = { confidenceLevel: 0.95, range: 2 };

test('slope and steps of R', () => {
  const { perStep, pValue, steps } = orderedContrast(shared, OPTIONS);
  for (const [found, expected] of [
    [perStep, shared.slope],
    [steps[0], shared.step],
  ] as const) {
    expect(found?.value).toBeCloseTo(expected.value, 10);
    expect(found?.standardError).toBeCloseTo(expected.se, 10);
    expect(found?.lower).toBeCloseTo(Math.max(-2, expected.lower), 8);
    expect(found?.upper).toBeCloseTo(Math.min(2, expected.upper), 8);
  }
  expect(pValue).toBeCloseTo(shared.slope.p, 10);
  expect(steps).toHaveLength(5);
});

test('of two means slope and step are one', () => {
  const two = {
    values: [0.1, 0.4],
    covariance: [
      [0.01, 0.002],
      [0.002, 0.02],
    ],
    degrees: [12, 30],
  };
  const { perStep, steps } = orderedContrast(two, OPTIONS);
  expect(steps).toEqual([perStep]);
  expect(perStep.value).toBeCloseTo(0.3, 12);
});

test('turned round, the slope has the other sign and the same p', () => {
  const mean = fc.record({
    value: fc.double({ min: -1, max: 1, noNaN: true }),
    variance: fc.double({ min: 1e-4, max: 0.1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(mean, { minLength: 2, maxLength: 8 }), (list) => {
      const of = (rows: typeof list) =>
        orderedContrast(
          {
            values: rows.map(({ value }) => value),
            covariance: rows.map(({ variance }, i) => rows.map((_, j) => (i === j ? variance : 0))),
            degrees: rows.map(() => 20),
          },
          OPTIONS,
        );
      const [plain, turned] = [of(list), of(list.toReversed())];
      expect(turned.perStep.value).toBeCloseTo(-plain.perStep.value, 10);
      expect(turned.pValue).toBeCloseTo(plain.pValue, 8);
      expect(plain.perStep.standardError).toBeGreaterThan(0);
    }),
  );
});

test('one mean is a mistake of the caller', () => {
  expect(() => orderedContrast({ values: [0], covariance: [[1]], degrees: [3] }, OPTIONS)).toThrow();
});
