import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanMoments, type Observations, pairMoments } from '../../test/golden/moments.ts';
import { clusteredDifference } from './clustered-difference.ts';
import { clusteredMean } from './clustered-mean.ts';
import { seededRandom } from './random.ts';

type Variances = Record<'author' | 'copies' | 'both', number>;
interface GoldenCase extends Observations {
  readonly mean: number;
  readonly meanVariance: Variances;
  readonly difference: number;
  readonly differenceVariance: Variances;
}
const golden = JSON.parse(readFileSync('test/golden/golden.json', 'utf8')) as { clustered: GoldenCase[] };

const OPTIONS = { confidenceLevel: 0.95, range: [-1, 1] as const };
const meanSquare = (y: readonly number[]): number => y.reduce((s, v) => s + v * v, 0) / y.length;
const combined = (v: Variances): number => Math.max(v.author + v.copies - v.both, v.author, v.copies);

test('mean and difference agree with statsmodels, two-way clustered', () => {
  for (const one of golden.clustered) {
    const mean = clusteredMean(meanMoments(one), { ...OPTIONS, meanSquare: meanSquare(one.y) });
    expect(mean.value).toBeCloseTo(one.mean, 12);
    expect(mean.standardError).toBeCloseTo(Math.sqrt(combined(one.meanVariance)), 12);
    const difference = clusteredDifference(pairMoments(one), {
      confidenceLevel: 0.95,
      range: [-2, 2],
      floorVariance: 0,
    });
    expect(difference.value).toBeCloseTo(one.difference, 12);
    expect(difference.standardError).toBeCloseTo(Math.sqrt(combined(one.differenceVariance)), 12);
  }
});

test('the interval holds the value, stays in range and does not depend on order', () => {
  const observation = fc.record({
    y: fc.constantFrom(-1, 0, 1),
    author: fc.integer({ min: 0, max: 9 }),
    copies: fc.integer({ min: 0, max: 30 }),
  });
  fc.assert(
    fc.property(fc.array(observation, { minLength: 12, maxLength: 80 }), (rows) => {
      const of = (list: typeof rows) => {
        const o = {
          y: list.map((r) => r.y),
          author: list.map((r) => r.author),
          copies: list.map((r) => r.copies),
          after: list.map(() => 0),
        };
        return { moments: meanMoments(o), square: meanSquare(o.y) };
      };
      const { moments, square } = of(rows);
      fc.pre(moments.author.nGroups > 1 && moments.copies.nGroups > 1);
      const mean = clusteredMean(moments, { ...OPTIONS, meanSquare: square });
      expect(mean.lower).toBeLessThanOrEqual(mean.value);
      expect(mean.upper).toBeGreaterThanOrEqual(mean.value);
      expect(mean.lower).toBeGreaterThanOrEqual(-1);
      expect(mean.upper).toBeLessThanOrEqual(1);
      expect(mean.upper).toBeGreaterThan(mean.lower);
      const reversed = of([...rows].reverse());
      expect(clusteredMean(reversed.moments, { ...OPTIONS, meanSquare: reversed.square })).toEqual(mean);
    }),
  );
});

/** Authors with a level of their own, some very active; some posts copied by others word for word. */
function simulate(
  random: () => number,
  options: { nAuthors: number; level: number; shift: number },
): Observations {
  const o = { y: [] as number[], author: [] as number[], copies: [] as number[], after: [] as number[] };
  let text = 0;
  for (let author = 0; author < options.nAuthors; author++) {
    const own = (random() - 0.5) * 0.8;
    const posts = 1 + Math.floor(6 * random() ** 3);
    for (let p = 0; p < posts; p++) {
      const after = random() < 0.5 ? 1 : 0;
      const level = options.level + own + options.shift * after;
      const u = random();
      o.y.push(u < 0.3 + level / 2 ? 1 : u > 0.7 + level / 2 ? -1 : 0);
      o.author.push(author);
      o.copies.push(text++);
      o.after.push(after);
    }
  }
  return o;
}

test('95 % intervals cover the truth in 93–97 % of 2,000 samples of clustered posts', () => {
  const random = seededRandom(20240701);
  const truth = { mean: 0.1 + 0.05, difference: 0.1 };
  const hits = { mean: 0, difference: 0 };
  const runs = 2000;
  for (let run = 0; run < runs; run++) {
    const o = simulate(random, { nAuthors: 60, level: 0.1, shift: 0.1 });
    const mean = clusteredMean(meanMoments(o), { ...OPTIONS, meanSquare: meanSquare(o.y) });
    if (mean.lower <= truth.mean && truth.mean <= mean.upper) hits.mean++;
    const d = clusteredDifference(pairMoments(o), {
      confidenceLevel: 0.95,
      range: [-2, 2],
      floorVariance: 0,
    });
    if (d.lower <= truth.difference && truth.difference <= d.upper) hits.difference++;
  }
  for (const share of [hits.mean / runs, hits.difference / runs]) {
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  }
});
