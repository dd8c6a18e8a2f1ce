import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ActionTable, featureWeights } from './action-table.ts';
import { coactionPairs, pairStrength } from './coaction-pairs.ts';
import { mutualGroups } from './mutual-groups.ts';
import { poissonBinomialTail, type Trials } from './poisson-binomial.ts';
import { seededRandom } from './random.ts';
import { shuffleActions } from './shuffle-actions.ts';
import { strongestByChance } from './strongest-by-chance.ts';

interface Golden {
  readonly networks: readonly {
    readonly authors: number[];
    readonly features: number[];
    readonly fewest: number;
    readonly threshold: number;
    readonly weights: number[];
    readonly pairs: { first: number; second: number; nShared: number; similarity: number }[];
    readonly groups: number[][];
  }[];
  readonly tails: readonly { readonly trials: Trials[]; readonly successes: number; readonly tail: number }[];
}
const golden = JSON.parse(
  readFileSync(new URL('../../test/golden/coordination.json', import.meta.url), 'utf8'),
) as Golden;

/** Rows `[author, feature, stratum]` as a table; strata stand for periods too. */
function tableOf(rows: readonly (readonly [number, number, number])[]): ActionTable {
  const sorted = rows.toSorted((a, b) => a[2] - b[2] || a[1] - b[1] || a[0] - b[0]);
  const column = (of: 0 | 1 | 2): Int32Array => Int32Array.from(sorted, (row) => row[of]);
  const most = (of: 0 | 1): number => 1 + Math.max(-1, ...sorted.map((row) => row[of]));
  return {
    nAuthors: most(0),
    nFeatures: most(1),
    authors: column(0),
    features: column(1),
    moments: column(1),
    strata: column(2),
    periods: column(2),
  };
}

/** Authors with features at random in some strata; a feature belongs to one stratum. */
function organic(random: () => number, nAuthors = 60): ActionTable {
  const rows = new Map<string, readonly [number, number, number]>();
  for (let i = 0; i < 12 * nAuthors; i++) {
    const author = Math.floor(nAuthors * random() ** 2);
    const stratum = Math.floor(4 * random());
    const feature = 50 * stratum + Math.floor(50 * random() ** 1.5);
    rows.set(`${author} ${feature}`, [author, feature, stratum]);
  }
  return tableOf([...rows.values()]);
}

const counts = (keys: Iterable<string>): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const key of keys) found[key] = (found[key] ?? 0) + 1;
  return found;
};

describe('as scikit-learn and networkx have it', () => {
  test.each(golden.networks)('a network of $pairs.length pairs', (one) => {
    const table = tableOf(one.authors.map((author, i) => [author, one.features[i] as number, 0]));
    const weights = featureWeights(table);
    for (const [feature, weight] of one.weights.entries()) expect(weights[feature]).toBeCloseTo(weight, 12);
    const pairs = [...coactionPairs(table, weights, { fewest: one.fewest, mostAuthors: 1e9 })];
    expect(pairs.map(({ first, second, nShared }) => [first, second, nShared])).toEqual(
      one.pairs.map(({ first, second, nShared }) => [first, second, nShared]),
    );
    for (const [i, { similarity }] of pairs.entries())
      expect(similarity).toBeCloseTo(one.pairs[i]?.similarity as number, 12);
    const edges = pairs
      .filter((pair) => pair.similarity > one.threshold)
      .map(({ first, second }) => [first, second] as const);
    expect(mutualGroups(edges)).toEqual(one.groups);
    expect(mutualGroups(edges.toReversed())).toEqual(one.groups);
  });

  test.each(golden.tails)('a tail of $tail', ({ trials, successes, tail }) => {
    expect(poissonBinomialTail(trials, successes) / tail).toBeCloseTo(1, 9);
    expect(poissonBinomialTail(trials.toReversed(), successes) / tail).toBeCloseTo(1, 9);
  });
});

describe('pairs', () => {
  test('what everybody does at a time brings nobody together', () => {
    const everybody = [0, 1, 2, 3].flatMap((author) =>
      [0, 1, 2].map((feature) => [author, feature, 0] as const),
    );
    const table = tableOf(everybody);
    expect([...featureWeights(table)]).toEqual([0, 0, 0]);
    expect([...coactionPairs(table, featureWeights(table), { fewest: 1, mostAuthors: 100 })]).toEqual([]);
  });

  test('what two do alike in one window is one occasion', () => {
    const rows = [0, 1].flatMap((author) => [0, 1, 2, 3].map((feature) => [author, feature, 0] as const));
    const table = tableOf([...rows, [2, 4, 0]]);
    const counted = (moments: number[]): number[] =>
      [
        ...coactionPairs(
          { ...table, moments: table.features.map((feature) => moments[feature] as number) },
          featureWeights(table),
          {
            fewest: 1,
            mostAuthors: 100,
          },
        ),
      ].map((pair) => pair.nShared);
    expect([counted([0, 1, 2, 3, 4]), counted([0, 0, 1, 1, 1]), counted([0, 0, 0, 0, 0])]).toEqual([
      [4],
      [2],
      [1],
    ]);
  });

  test('a feature of more authors than asked for makes no pairs, and an empty table none', () => {
    const rows = Array.from({ length: 9 }, (_, author) => [author, author < 6 ? 0 : 1, 0] as const);
    const table = tableOf(rows);
    const pairs = [...coactionPairs(table, featureWeights(table), { fewest: 1, mostAuthors: 5 })];
    expect(pairs.map(({ first, second }) => [first, second])).toEqual([
      [6, 7],
      [6, 8],
      [7, 8],
    ]);
    const none = tableOf([]);
    expect([...coactionPairs(none, featureWeights(none), { fewest: 1, mostAuthors: 5 })]).toEqual([]);
  });
});

describe('shuffles', () => {
  test('every author keeps the rows in each stratum, every feature its authors, and nobody comes twice', () => {
    const table = organic(seededRandom(4));
    const authors = shuffleActions(table, seededRandom(5));
    const margins = (of: Int32Array): Record<string, number> =>
      counts(Array.from(of, (author, row) => `${author} ${table.strata[row]}`));
    expect(margins(authors)).toEqual(margins(table.authors));
    expect([...authors]).not.toEqual([...table.authors]);
    const cells = Array.from(authors, (author, row) => `${author} ${table.features[row]}`);
    expect(new Set(cells).size).toBe(cells.length);
    expect([...shuffleActions(table, seededRandom(5))]).toEqual([...authors]);
  });

  test('the strongest pair of an organic table is as likely the strongest of all as any other', () => {
    const nShuffles = 9;
    const options = { fewest: 2, mostAuthors: 1e9 };
    let above = 0;
    const tables = 100;
    for (let seed = 0; seed < tables; seed++) {
      // A table that is a shuffle itself: authors in it act alike by chance alone.
      const drawn = organic(seededRandom(1_000 + seed), 40);
      const base = { ...drawn, authors: shuffleActions(drawn, seededRandom(3_000 + seed)) };
      const strongest = Math.max(
        0,
        ...[...coactionPairs(base, featureWeights(base), options)].map((pair) => pairStrength(pair, 2)),
      );
      if (strongest > strongestByChance(base, { ...options, nShuffles, seed })) above++;
    }
    // One table in ten; 99.9 % of such counts lie within 10 ± 10.
    expect(above).toBeGreaterThan(1);
    expect(above).toBeLessThan(22);
  });

  test('a team stands above chance', () => {
    const random = seededRandom(8);
    const table = organic(random);
    const rows = Array.from(
      table.authors,
      (author, row) => [author, table.features[row] as number, table.strata[row] as number] as const,
    );
    const team = [60, 61, 62, 63].flatMap((author) =>
      Array.from({ length: 8 }, (_, i) => [author, 200 + i, i % 4] as const),
    );
    const whole = tableOf([...rows, ...team]);
    const options = { fewest: 3, mostAuthors: 1e9 };
    const threshold = strongestByChance(whole, { ...options, nShuffles: 19, seed: 1 });
    const found = [...coactionPairs(whole, featureWeights(whole), options)]
      .filter((pair) => pairStrength(pair, 3) > threshold)
      .map(({ first, second }) => [first, second] as const);
    expect(mutualGroups(found)).toEqual([[60, 61, 62, 63]]);
  });
});

test('a chain and a pair are no group, two rings with a bridge are one', () => {
  expect(
    mutualGroups([
      [0, 1],
      [1, 2],
      [5, 6],
    ]),
  ).toEqual([]);
  expect(
    mutualGroups([
      [7, 8],
      [8, 9],
      [9, 7],
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 7],
      [2, 3],
    ]),
  ).toEqual([[0, 1, 2, 7, 8, 9]]);
});

test('a tail needs no successes, cannot have more than trials, and keeps its digits', () => {
  expect(poissonBinomialTail([{ n: 4, probability: 0.3 }], 0)).toBe(1);
  expect(poissonBinomialTail([{ n: 4, probability: 0.3 }], 5)).toBe(0);
  expect(poissonBinomialTail([{ n: 40, probability: 0.001 }], 40) / 1e-120).toBeCloseTo(1, 9);
});
