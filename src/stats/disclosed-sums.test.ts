import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givesAway } from '../../test/gives-away.ts';
import { disclosedSums, type PublishedSum } from './disclosed-sums.ts';

const MINIMUM = 10;
const sum = (atoms: readonly number[], nAuthors: number, rank: number | null = 0): PublishedSum => ({
  atoms,
  nAuthors,
  rank,
});
const hide = (authors: readonly number[], sums: readonly PublishedSum[]): number[] =>
  disclosedSums({ atoms: authors.map((nAuthors) => ({ nAuthors })), sums, minimumAuthors: MINIMUM });

test('nothing thin, nothing hidden', () => {
  expect(hide([12, 30], [sum([0], 12), sum([1], 30), sum([0, 1], 42, null)])).toEqual([]);
});

test('a thin cell is hidden, and the smallest other with it, as the total is published', () => {
  const sums = [sum([0], 4), sum([1], 30), sum([2], 12), sum([0, 1, 2], 46, null)];
  expect(hide([4, 30, 12], sums)).toEqual([0, 2]);
});

test('without a total nothing more need be hidden', () => {
  expect(hide([4, 30, 12], [sum([0], 4), sum([1], 30), sum([2], 12)])).toEqual([0]);
});

test('a total that may be given up goes before a cell of a higher rank', () => {
  expect(hide([4, 30], [sum([0], 4), sum([1], 30, 2), sum([0, 1], 34, 1)])).toEqual([0, 2]);
});

test('a sum of four cells less four cells tells of a fifth', () => {
  const cells = [3, 20, 21, 22, 23];
  const sums = [...cells.slice(1).map((n, i) => sum([i + 1], n)), sum([0, 1, 2, 3, 4], 80, null)];
  expect(hide(cells, sums)).toEqual([0]);
});

test('halves of sums tell as well: three pairs give a cell away', () => {
  // (ab + bc + ac) / 2 − bc = a
  const sums = [sum([0, 1], 24), sum([1, 2], 40), sum([0, 2], 24)];
  expect(hide([4, 20, 20], sums)).toHaveLength(1);
});

test('two tables that overlap: tiers less regions', () => {
  const authors = [5, 15, 20, 25];
  const sums = [sum([1], 15), sum([2], 20), sum([3], 25), sum([0, 1], 20, 1), sum([2, 3], 45, 1)];
  const hidden = hide(authors, sums);
  expect(hidden).toEqual([0]);
});

test('several thin cells that have enough authors together may be told together, and not apart', () => {
  const all = [sum([0, 1, 2], 40), sum([2], 25)];
  const of = (sums: readonly PublishedSum[]): number[] =>
    disclosedSums({
      atoms: [6, 7, 25].map((nAuthors) => ({ nAuthors })),
      allowed: [[0, 1]],
      sums,
      minimumAuthors: MINIMUM,
    });
  expect(of(all)).toEqual([]);
  expect(of([...all, sum([0, 2], 30)])).toEqual([2]);
});

test('thin cells may not be told together where a fixed sum of some of them leaves the others', () => {
  const of = (fixed: readonly number[], nAuthors: number): number[] =>
    disclosedSums({
      atoms: [7, 1, 3].map((nAuthors) => ({ nAuthors })),
      allowed: [[0, 1, 2]],
      sums: [sum([0, 1, 2], 11), sum(fixed, nAuthors, null)],
      minimumAuthors: MINIMUM,
    });
  expect(of([0, 2], 10)).toEqual([0]);
  expect(of([0, 1, 2], 11)).toEqual([]);
});

test('what fixed sums tell among themselves hides nothing else', () => {
  const sums = [sum([0, 1], 30, null), sum([1], 25, null), sum([2], 20)];
  expect(hide([5, 25, 20], sums)).toEqual([]);
});

test('cells without anybody give nothing away', () => {
  expect(hide([0, 15], [sum([1], 15), sum([0, 1], 15, null)])).toEqual([]);
});

test('no linear combination of what is published is a thin cell', () => {
  const tables = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 3, maxLength: 9 }).chain((authors) =>
    fc.record({
      authors: fc.constant(authors),
      sums: fc.array(
        fc.record({
          atoms: fc.subarray([...authors.keys()], { minLength: 1 }),
          rank: fc.integer({ min: 0, max: 2 }),
        }),
        { minLength: 1, maxLength: 14 },
      ),
    }),
  );
  fc.assert(
    fc.property(tables, ({ authors, sums }) => {
      const published = sums.map(({ atoms, rank }) =>
        sum(
          atoms,
          atoms.reduce((n, i) => n + (authors[i] as number), 0),
          rank,
        ),
      );
      const hidden = new Set(hide(authors, published));
      const rows = published.flatMap(({ atoms }, i) =>
        hidden.has(i) ? [] : [authors.map((n, a) => Number(n > 0 && atoms.includes(a)))],
      );
      for (const [column, n] of authors.entries())
        if (n > 0 && n < MINIMUM) expect(givesAway(rows, column)).toBe(false);
    }),
    { numRuns: 500 },
  );
});
