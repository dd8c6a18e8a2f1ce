import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cohenKappa } from './cohen-kappa.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

type Ratings = readonly (number | null)[];
interface Golden {
  readonly alpha: readonly { readonly ratings: readonly Ratings[]; readonly alpha: number }[];
  readonly kappa: readonly { readonly a: number[]; readonly b: number[]; readonly kappa: number }[];
}
const golden = JSON.parse(readFileSync('test/golden/agreement.json', 'utf8')) as Golden;

const unitsOf = (ratings: readonly Ratings[]): Ratings[] =>
  (ratings[0] ?? []).map((_, unit) => ratings.map((one) => one[unit] ?? null));

function tableOf(a: readonly number[], b: readonly number[]): number[][] {
  const table = [0, 1, 2].map(() => [0, 0, 0]);
  a.forEach((label, i) => {
    table[label]![b[i]!]! += 1;
  });
  return table;
}

test('alpha agrees with the Python package krippendorff', () => {
  expect(golden.alpha.length).toBeGreaterThan(4);
  for (const { ratings, alpha } of golden.alpha)
    expect(krippendorffAlpha(unitsOf(ratings), 5)).toBeCloseTo(alpha, 12);
});

test('kappa agrees with scikit-learn', () => {
  for (const { a, b, kappa } of golden.kappa) expect(cohenKappa(tableOf(a, b))).toBeCloseTo(kappa, 12);
});

test('the examples of the docstrings hold', () => {
  const units = [
    [0, 0],
    [1, 1],
    [0, 1],
    [1, null],
  ];
  expect(krippendorffAlpha(units, 2)).toBeCloseTo(0.4444444, 6);
  expect(
    cohenKappa([
      [20, 5],
      [10, 15],
    ]),
  ).toBeCloseTo(0.4, 12);
});

const ratings = fc.array(
  fc.array(fc.option(fc.integer({ min: 0, max: 2 })), { minLength: 3, maxLength: 3 }),
  { maxLength: 30 },
);

test('alpha is at most 1, goes by labels and not by names, places or order, and says when it has no value', () => {
  fc.assert(
    fc.property(ratings, (units) => {
      const alpha = krippendorffAlpha(units, 3);
      const paired = units.map((u) => u.filter((l) => l !== null)).filter((u) => u.length > 1);
      expect(Number.isNaN(alpha)).toBe(new Set(paired.flat()).size < 2);
      if (Number.isNaN(alpha)) return;
      expect(alpha).toBeLessThanOrEqual(1);
      const renamed = units.map((u) => u.map((l) => (l === null ? null : 2 - l)).reverse()).reverse();
      expect(krippendorffAlpha(renamed, 3)).toBeCloseTo(alpha, 12);
      expect(alpha === 1).toBe(paired.every((u) => new Set(u).size === 1));
    }),
  );
});

test('kappa is 1 for equal labels, symmetric, and says when it has no value', () => {
  const labels = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })));
  fc.assert(
    fc.property(labels, (pairs) => {
      const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
      const kappa = cohenKappa(tableOf(a, b));
      expect(Number.isNaN(kappa)).toBe(new Set([...a, ...b]).size < 2);
      if (Number.isNaN(kappa)) return;
      expect(cohenKappa(tableOf(b, a))).toBeCloseTo(kappa, 12);
      expect(cohenKappa(tableOf(a, a)) === 1 || new Set(a).size < 2).toBe(true);
    }),
  );
});
