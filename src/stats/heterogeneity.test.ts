import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heterogeneity } from './heterogeneity.ts';

interface Golden {
  readonly independent: Readonly<Record<'means' | 'variances' | 'degrees', number[]>> &
    Readonly<Record<'statistic' | 'first' | 'second' | 'p' | 'q' | 'qp', number>>;
  readonly shared: {
    readonly values: number[];
    readonly covariance: number[][];
    readonly degrees: number[];
  } & Readonly<Record<'q' | 'statistic' | 'first' | 'second' | 'p', number>>;
}

const golden = JSON.parse(readFileSync('test/golden/heterogeneity.json', 'utf8')) as Golden;

const diagonal = (variances: readonly number[]): number[][] =>
  variances.map((v, i) => variances.map((_, j) => (i === j ? v : 0)));

test('independent groups: Welch’s test of R, Q of metafor', () => {
  const { means, variances, degrees, ...expected } = golden.independent;
  const found = heterogeneity({ values: means, covariance: diagonal(variances), degrees });
  expect(found.q).toBeCloseTo(expected.q, 10);
  expect(found.statistic).toBeCloseTo(expected.statistic, 10);
  expect(found.degrees[0]).toBeCloseTo(expected.first, 10);
  expect(found.degrees[1]).toBeCloseTo(expected.second, 8);
  expect(found.pValue).toBeCloseTo(expected.p, 10);
});

test('known variances: Cochran’s test', () => {
  const { means, variances, qp } = golden.independent;
  const found = heterogeneity({
    values: means,
    covariance: diagonal(variances),
    degrees: means.map(() => 1e9),
  });
  expect(found.pValue).toBeCloseTo(qp, 6);
});

test('groups that share clusters: the eigenvalues of R', () => {
  const { shared } = golden;
  const found = heterogeneity(shared);
  expect(found.q).toBeCloseTo(shared.q, 9);
  expect(found.statistic).toBeCloseTo(shared.statistic, 9);
  expect(found.degrees[0]).toBeCloseTo(shared.first, 8);
  expect(found.degrees[1]).toBeCloseTo(shared.second, 8);
  expect(found.pValue).toBeCloseTo(shared.p, 9);
});

test('neither the order of groups, nor a shift or a change of the unit bears on the test', () => {
  const groups = fc.array(
    fc.record({
      value: fc.double({ min: -1, max: 1, noNaN: true }),
      variance: fc.double({ min: 1e-4, max: 0.5, noNaN: true }),
      degrees: fc.integer({ min: 1, max: 200 }),
    }),
    { minLength: 2, maxLength: 12 },
  );
  fc.assert(
    fc.property(groups, fc.double({ min: 0.5, max: 4, noNaN: true }), (list, unit) => {
      const of = (rows: typeof list, shift: number, scale: number) =>
        heterogeneity({
          values: rows.map(({ value }) => scale * (value + shift)),
          covariance: diagonal(rows.map(({ variance }) => scale * scale * variance)),
          degrees: rows.map(({ degrees }) => degrees),
        });
      const plain = of(list, 0, 1);
      const other = of(list.toReversed(), 0.25, unit);
      expect(plain.pValue).toBeGreaterThanOrEqual(0);
      expect(plain.pValue).toBeLessThanOrEqual(1);
      expect(other.pValue).toBeCloseTo(plain.pValue, 6);
      expect(other.degrees[0]).toBeCloseTo(list.length - 1, 6);
    }),
  );
});

test('equal means give no hint of a difference', () => {
  const found = heterogeneity({
    values: [0.1, 0.1, 0.1],
    covariance: diagonal([0.01, 0.02, 0.03]),
    degrees: [20, 20, 20],
  });
  expect(found.pValue).toBeCloseTo(1, 10);
});

test('one group is a mistake of the caller', () => {
  expect(() => heterogeneity({ values: [0], covariance: [[1]], degrees: [3] })).toThrow();
});
