import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DriverObservation, driverMoments } from '../../test/golden/driver-moments.ts';
import { type DriverAnalysis, driverContributions } from './driver-contributions.ts';
import type { Bounded } from './linear-estimate.ts';
import { seededRandom } from './random.ts';
import { rankProbabilities } from './rank-probabilities.ts';

const analyse = (
  observations: readonly DriverObservation[],
  nLevels: number,
  more: { form?: 'symmetric' | 'threefold'; told?: (level: number) => 'split' | 'entry' | 'remainder' } = {},
): DriverAnalysis => {
  const { levels, crossProducts } = driverMoments(observations, nLevels, more.told);
  return driverContributions(levels, crossProducts, {
    form: more.form ?? 'symmetric',
    confidenceLevel: 0.95,
    draws: 200,
    random: seededRandom(1),
  });
};

const every = ({ change, before, after, drivers, kinds }: DriverAnalysis): Bounded[] => [
  change,
  before,
  after,
  ...kinds,
  ...drivers.flatMap((d) => [
    ...d.terms,
    d.contribution,
    d.excess,
    d.shareBefore,
    d.shareAfter,
    ...[d.meanBefore, d.meanAfter].filter((m) => m !== null),
  ]),
];

const post = fc.record({
  y: fc.integer({ min: -1, max: 1 }),
  after: fc.boolean(),
  author: fc.integer({ min: 0, max: 5 }),
  copies: fc.integer({ min: 0, max: 9 }),
  levels: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
  weight: fc.constantFrom(0.25, 1, 2),
});

describe('for any posts', () => {
  test('there is a number with an interval of some width everywhere, and the terms add up', () => {
    fc.assert(
      fc.property(
        fc.array(post, { minLength: 4, maxLength: 60 }),
        fc.constantFrom('symmetric', 'threefold'),
        (posts, form) => {
          fc.pre(
            new Set(posts.map((p) => p.author)).size > 1 && new Set(posts.map((p) => p.copies)).size > 1,
          );
          fc.pre(posts.some((p) => p.after) && posts.some((p) => !p.after));
          const has = (level: number, after: boolean): boolean =>
            posts.some((p) => p.after === after && p.levels.includes(level));
          const told = (level: number) =>
            (has(level, true) && has(level, false) ? 'split' : 'entry') as 'split' | 'entry';
          const result = analyse(posts, 4, { form, told });
          for (const { value, standardError, lower, upper } of every(result)) {
            expect(Number.isFinite(value) && Number.isFinite(standardError)).toBe(true);
            expect(standardError).toBeGreaterThan(0);
            expect(lower).toBeLessThan(upper);
            expect(lower).toBeLessThanOrEqual(value + 1e-12);
            expect(upper).toBeGreaterThanOrEqual(value - 1e-12);
          }
          const added = result.drivers.flatMap((d) => d.terms).reduce((sum, t) => sum + t.value, 0);
          expect(added).toBeCloseTo(result.change.value, 9);
          expect(result.drivers.reduce((sum, d) => sum + d.excess.value, 0)).toBeCloseTo(0, 9);
          expect(result.drivers.reduce((sum, d) => sum + d.first, 0)).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function clustered(seed: number, nAuthors: number): DriverObservation[] {
  const random = seededRandom(seed);
  return Array.from({ length: nAuthors }, (_, author) => {
    const own = (random() - 0.5) * 0.6;
    const home = Math.floor(random() * 3);
    return Array.from({ length: 1 + Math.floor(8 * random() ** 2) }, (__, p): DriverObservation => {
      const after = random() < 0.5;
      const level = random() < 0.5 ? home : Math.floor(random() * 3);
      const mean = own + 0.2 * level - (after && level === 0 ? 0.3 : 0);
      const u = random();
      const y = u < 0.3 + mean / 2 ? 1 : u > 0.7 + mean / 2 ? -1 : 0;
      return {
        y,
        after,
        author,
        copies: author * 100 + p,
        levels: random() < 0.2 ? [0, level === 0 ? 1 : level] : [level],
      };
    });
  }).flat();
}

test('standard errors are those of a bootstrap of authors', () => {
  const posts = clustered(3, 250);
  const byAuthor = [...Map.groupBy(posts, (p) => p.author).values()];
  const random = seededRandom(4);
  const draws: number[][] = [];
  for (let b = 0; b < 150; b++) {
    const drawn = byAuthor.flatMap((_, author) =>
      (byAuthor[Math.floor(random() * byAuthor.length)] as DriverObservation[]).map((p) => ({
        ...p,
        author,
      })),
    );
    draws.push(every(withoutRanks(drawn)).map((one) => one.value));
  }
  every(withoutRanks(posts)).forEach((one, i) => {
    const values = draws.map((d) => d[i] as number);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / (values.length - 1));
    // Mix terms where both factors are near zero are bounded by their floor.
    expect(one.standardError / deviation).toBeGreaterThan(0.8);
    expect(one.standardError).toBeLessThan(1.2 * deviation + 0.008);
  });
});

function withoutRanks(posts: readonly DriverObservation[]): DriverAnalysis {
  const { levels, crossProducts } = driverMoments(posts, 3);
  return driverContributions(levels, crossProducts, {
    form: 'symmetric',
    confidenceLevel: 0.95,
    draws: 1,
    random: seededRandom(1),
  });
}

test('a level on one side only is told as one number', () => {
  const posts = clustered(5, 60).filter((p) => p.after || !p.levels.includes(2));
  const { drivers, kinds, change } = analyse(posts, 3, {
    told: (level) => (level === 2 ? 'entry' : 'split'),
  });
  expect(drivers[2]?.terms.map((t) => t.kind)).toEqual(['entry']);
  expect([drivers[2]?.meanBefore === null, drivers[2]?.meanAfter === null]).toEqual([true, false]);
  expect(kinds.map((k) => k.kind)).toEqual(['mix', 'within', 'entry']);
  expect(kinds.reduce((sum, k) => sum + k.value, 0)).toBeCloseTo(change.value, 12);
});

test('one cluster is refused', () => {
  const alone = clustered(5, 60).map((p) => ({ ...p, author: 1, copies: 1 }));
  expect(() => analyse(alone, 3)).toThrow(/two clusters/);
});

describe('ranks', () => {
  test('two independent values with equal variance: the probability of a normal difference', () => {
    const [a] = rankProbabilities(
      [1, 0],
      [
        [0.5, 0],
        [0, 0.5],
      ],
      { direction: 1, draws: 40_000, random: seededRandom(2) },
    );
    expect(a?.first).toBeCloseTo(0.8413, 2);
    expect(a?.firstThree).toBe(1);
  });

  test('values that always move together keep their order; the direction turns it', () => {
    const covariance = [0, 1, 2, 3].map(() => [1, 1, 1, 1]);
    const of = (direction: 1 | -1) =>
      rankProbabilities([4, 3, 2, 1], covariance, { direction, draws: 50, random: seededRandom(2) });
    expect(of(1).map((r) => Math.round(100 * r.first))).toEqual([100, 0, 0, 0]);
    expect(of(-1).map((r) => Math.round(100 * r.firstThree))).toEqual([0, 100, 100, 100]);
  });
});
