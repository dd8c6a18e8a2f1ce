import fc from 'fast-check';
import { expect, test } from 'vitest';
import golden from '../../test/golden/events.json' with { type: 'json' };
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { normalQuantile } from './normal.ts';
import { seededRandom } from './random.ts';
import { maxTCritical, stepDownMaxT } from './step-down-max-t.ts';

const { pValues, benjaminiHochberg: expected, stepDownSidak } = golden.multiplicity;

const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));

test('Benjamini and Hochberg as in statsmodels', () => {
  benjaminiHochberg(pValues).forEach((p, i) => {
    expect(p).toBeCloseTo(expected[i]!, 12);
  });
});

test('independent tests: the largest |z| agrees with the step-down Šidák formula of statsmodels', () => {
  const statistics = pValues.map((p) => normalQuantile(1 - p / 2));
  const adjusted = stepDownMaxT(statistics, {
    correlation: identity(pValues.length),
    nDraws: 20_000,
    random: seededRandom(1),
  });
  adjusted.forEach((p, i) => {
    expect(Math.abs(p - stepDownSidak[i]!)).toBeLessThan(0.012);
  });
});

test('equal tests are one test; correlation lowers the critical value', () => {
  const options = { nDraws: 20_000, random: seededRandom(2) };
  const equal = identity(5).map((row) => row.map(() => 1));
  const [p] = stepDownMaxT([1.96, 1.96, 1.96, 1.96, 1.96], { ...options, correlation: equal });
  expect(p).toBeCloseTo(0.05, 2);
  expect(maxTCritical(0.05, { ...options, correlation: [[1]] })).toBeCloseTo(1.96, 1);
  expect(maxTCritical(0.05, { ...options, correlation: identity(5) })).toBeCloseTo(2.57, 1);
  expect(maxTCritical(0.05, { ...options, correlation: equal })).toBeCloseTo(1.96, 1);
});

test('whatever the tests, adjusted p-values keep their order and are never smaller', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.0001, max: 1, noNaN: true }), { maxLength: 12 }), (ps) => {
      const zs = ps.map((p) => normalQuantile(1 - p / 2));
      const options = { correlation: identity(ps.length), nDraws: 400, random: seededRandom(3) };
      const maxT = stepDownMaxT(zs, options);
      const bh = benjaminiHochberg(ps);
      ps.forEach((p, i) => {
        expect(bh[i]).toBeGreaterThanOrEqual(p - 1e-12);
        expect(bh[i]).toBeLessThanOrEqual(1);
        expect(maxT[i]).toBeGreaterThan(0);
        expect(maxT[i]).toBeLessThanOrEqual(1);
        ps.forEach((q, j) => {
          if (p < q - 1e-6) expect(maxT[i]).toBeLessThanOrEqual(maxT[j]!);
        });
      });
    }),
    { numRuns: 40 },
  );
});
