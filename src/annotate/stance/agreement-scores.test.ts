import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Score } from '../../domain/evaluation.ts';
import { seededRandom } from '../../stats/random.ts';
import { agreementScores, type LabelUnit } from './agreement-scores.ts';

const options = { resamples: 60, level: 0.95, seed: 1 };
const scored = (units: readonly LabelUnit[], groups = units.map((_, i) => String(i))) =>
  agreementScores(units, groups, options);

test('three annotators by hand', () => {
  const { share, alpha, pairs } = scored([
    [0, 0, 0],
    [1, 1, null],
    [2, 1, 2],
    [0, null, null],
    [1, 1, 1],
  ]);
  expect(share.value).toBeCloseTo(3 / 4);
  expect(pairs.map(({ a, b, n }) => [a, b, n])).toEqual([
    [0, 1, 4],
    [0, 2, 3],
    [1, 2, 3],
  ]);
  expect(pairs[0]?.share.value).toBeCloseTo(3 / 4);
  expect(pairs[0]?.kappa.value).toBeCloseTo((0.75 - 7 / 16) / (1 - 7 / 16));
  expect(pairs[1]?.kappa.value).toBe(1);
  expect(alpha.value).toBeCloseTo(1 - (10 * 2) / (110 - 6 - 30 - 2));
});

test('what cannot be given says why, and full agreement in few rows is no certainty', () => {
  const apart = scored([
    [0, null],
    [null, 1],
  ]);
  expect(apart.alpha).toMatchObject({ value: null, reason: 'no-shared-row' });
  expect(apart.pairs[0]?.share).toMatchObject({ value: null, reason: 'no-shared-row' });
  const dull = scored([
    [1, 1],
    [1, 1],
  ]);
  expect(dull.alpha).toMatchObject({ value: null, reason: 'one-label' });
  expect(dull.share.value).toBe(1);
  const equal = scored(Array.from({ length: 9 }, (_, i) => [i % 3, i % 3]));
  for (const score of [equal.alpha, equal.share, equal.pairs[0]?.kappa as Score]) {
    expect(score.value).toBe(1);
    expect(score.lower).toBeLessThan(0.8);
  }
  const units = [
    [0, 0],
    [1, 1],
  ];
  expect(scored(units, ['g', 'g']).alpha).toEqual({ value: 1, lower: -1, upper: 1 });
});

test('every score is in its interval and range, or null', () => {
  const label = fc.option(fc.integer({ min: 0, max: 2 }));
  const row = fc.tuple(label, label, label, fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (rows) => {
      const { share, alpha, pairs } = scored(
        rows.map(([a, b, c]) => [a, b, c]),
        rows.map((one) => String(one[3])),
      );
      for (const score of [share, alpha, ...pairs.flatMap((pair) => [pair.share, pair.kappa])]) {
        if (score.value === null) continue;
        expect(score.lower).toBeGreaterThanOrEqual(-1);
        expect(score.lower).toBeLessThanOrEqual(score.value);
        expect(score.value).toBeLessThanOrEqual(score.upper);
        expect(score.upper).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 60 },
  );
});

/** Texts of several rows that are easy or hard for both annotators. */
function simulate(random: () => number, nGroups: number) {
  const units: (number | null)[][] = [];
  const groups: string[] = [];
  const labelOf = (u: number): number => (u < 0.2 ? 0 : u < 0.7 ? 1 : 2);
  for (let g = 0; g < nGroups; g++) {
    const [clear, size] = [0.3 + 0.6 * random(), 1 + Math.floor(5 * random() ** 2)];
    for (let i = 0; i < size; i++) {
      const label = labelOf(random());
      const say = (): number => (random() < clear ? label : labelOf(random()));
      units.push([say(), random() < 0.1 ? null : say()]);
      groups.push(`g${g}`);
    }
  }
  return { units, groups };
}

test.each([15, 80])('intervals of %i groups at .95 cover the truth in at least .92 of 300 samples', (n) => {
  const big = simulate(seededRandom(3), 60_000);
  const flat = (units: readonly LabelUnit[], groups: readonly string[], resamples: number) => {
    const { share, alpha, pairs } = agreementScores(units, groups, { ...options, resamples });
    return [share, alpha, pairs[0]?.kappa as Score];
  };
  const truth = flat(big.units, big.groups, 1).map((score) => score.value ?? Number.NaN);
  const hits = truth.map(() => 0);
  const random = seededRandom(8);
  for (let run = 0; run < 300; run++) {
    const sample = simulate(random, n);
    flat(sample.units, sample.groups, 200).forEach((score, i) => {
      const t = truth[i] as number;
      if (score.value !== null && score.lower <= t && t <= score.upper) hits[i]! += 1;
    });
  }
  for (const hit of hits) expect(hit / 300).toBeGreaterThan(0.92);
});
