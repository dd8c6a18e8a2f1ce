import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeCategories, type ReferenceCategory } from './merge-categories.ts';
import { type Margin, marginShares, rake } from './rake.ts';

const OPTIONS = { bounds: [0, 1e9], maximumIterations: 1000, tolerance: 1e-10 } as const;
const one = (shares: readonly number[]): Margin => ({ categoryOf: shares.map((_, i) => i), shares });

test('one margin is post-stratification: done in one step, empty cells stay empty', () => {
  const raked = rake([60, 40, 0], [{ categoryOf: [0, 1, 1], shares: [0.5, 0.5] }], OPTIONS);
  expect(raked).toMatchObject({ iterations: 1, converged: true, nTrimmed: 0 });
  expect(raked.factors[0]).toBeCloseTo(0.5 / 0.6, 12);
  expect(raked.factors[1]).toBeCloseTo(0.5 / 0.4, 12);
  expect(raked.factors[2]).toBe(0);
});

test('a sample that has the shares already is left as it is', () => {
  expect(rake([30, 70], [one([0.3, 0.7])], OPTIONS)).toMatchObject({ iterations: 0, factors: [1, 1] });
});

test('a factor at its bound is counted, the margin then missed by what is said', () => {
  const raked = rake([97, 3], [one([0.5, 0.5])], { ...OPTIONS, bounds: [0, 10] });
  expect(raked.factors[1]).toBeCloseTo(10, 9);
  expect(raked).toMatchObject({ nTrimmed: 1, converged: false });
  expect(raked.deviation).toBeCloseTo(0.2, 9);
  const low = rake([90, 5, 5], [one([0.2, 0.4, 0.4])], { ...OPTIONS, bounds: [0.5, 1e9] });
  expect(low.factors[0]).toBeCloseTo(0.5, 9);
  expect(low.shares[0]).toBeCloseTo(0.45, 9);
});

test('margins that no weights can meet end without convergence and say by how much they are missed', () => {
  const impossible = [one([0.5, 0.5]), { categoryOf: [0, 1], shares: [0.2, 0.8] }];
  const raked = rake([10, 10], impossible, { ...OPTIONS, maximumIterations: 50 });
  expect(raked.converged).toBe(false);
  expect(raked.deviation).toBeCloseTo(0.3, 6);
});

test('the margins are met, the mean factor is 1, in any order of cells', () => {
  const cells = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 6, maxLength: 6 });
  const parts = (n: number) => fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n });
  fc.assert(
    fc.property(cells, parts(2), parts(3), (sizes, a, b) => {
      const toOne = (list: readonly number[]) => list.map((x) => x / list.reduce((s, y) => s + y, 0));
      const margins = [
        { categoryOf: [0, 0, 0, 1, 1, 1], shares: toOne(a) },
        { categoryOf: [0, 1, 2, 0, 1, 2], shares: toOne(b) },
      ];
      const raked = rake(sizes, margins, OPTIONS);
      expect(raked.converged).toBe(true);
      for (const margin of margins) {
        for (const [k, share] of marginShares(raked.shares, margin).entries()) {
          expect(share).toBeCloseTo(margin.shares[k]!, 9);
        }
      }
      const total = sizes.reduce((s, n) => s + n, 0);
      expect(sizes.reduce((s, n, c) => s + (n * raked.factors[c]!) / total, 0)).toBeCloseTo(1, 9);
      const turned = rake(
        sizes.toReversed(),
        margins.map(({ categoryOf, shares }) => ({ categoryOf: categoryOf.toReversed(), shares })),
        OPTIONS,
      );
      for (const [c, factor] of turned.factors.toReversed().entries()) {
        expect(factor).toBeCloseTo(raked.factors[c]!, 6);
      }
    }),
  );
});

const category = (name: string, share: number, groups: number, mean: number | null): ReferenceCategory => ({
  name,
  share,
  groups,
  mean,
});

test('an empty category goes to the nearest, and the coverage says so', () => {
  const merged = mergeCategories(
    [category('a', 0.5, 40, 0.3), category('b', 0.3, 30, -0.4), category('c', 0.2, 0, -0.3)],
    5,
  );
  expect(merged.categories.map(({ names }) => names)).toEqual([['a'], ['b', 'c']]);
  expect(merged.categories[1]?.share).toBeCloseTo(0.5, 12);
  expect(merged.coverage).toBeCloseTo(0.8, 12);
});

test('a category of which nothing is known gives its share to the others', () => {
  const merged = mergeCategories([category('a', 0.6, 40, 0.3), category('never', 0.4, 0, null)], 5);
  expect(merged).toEqual({ categories: [{ names: ['a'], share: 1 }], coverage: 0.6 });
  expect(mergeCategories([category('never', 1, 0, null)], 5)).toEqual({ categories: [], coverage: 0 });
});

test('merged categories hold every filled one, their shares sum to 1, in any order of the input', () => {
  const list = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 50 }),
      fc.nat({ max: 12 }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    ),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(list, (rows) => {
      const all = rows.map(([share, groups, mean], i) => category(`c${i}`, share / 100, groups, mean));
      const merged = mergeCategories(all, 5);
      expect(mergeCategories(all.toReversed(), 5)).toEqual(merged);
      const names = merged.categories.flatMap((one) => one.names);
      for (const { name, groups } of all) if (groups > 0) expect(names).toContain(name);
      if (names.length > 0)
        expect(merged.categories.reduce((s, { share }) => s + share, 0)).toBeCloseTo(1, 9);
      const groupsOf = (name: string) => all.find((one) => one.name === name)?.groups ?? 0;
      if (merged.categories.length > 1) {
        for (const one of merged.categories) {
          expect(one.names.reduce((s, name) => s + groupsOf(name), 0)).toBeGreaterThanOrEqual(5);
        }
      }
      expect(merged.coverage).toBeGreaterThanOrEqual(0);
      expect(merged.coverage).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});
