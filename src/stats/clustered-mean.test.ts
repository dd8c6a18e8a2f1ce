import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kishSize, meanMoments, type Observations, pairMoments } from '../../test/golden/moments.ts';
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
const golden = JSON.parse(readFileSync('test/golden/golden.json', 'utf8')) as {
  clustered: GoldenCase[];
  clusteredWeighted: GoldenCase[];
};

const OPTIONS = { confidenceLevel: 0.95, range: [-1, 1] as const };
/** What a mean needs beside its moments. */
const spreadOf = (o: Observations) => {
  const weights = o.weight ?? o.y.map(() => 1);
  const total = weights.reduce((s, w) => s + w, 0);
  return {
    meanSquare: o.y.reduce((s, y, i) => s + (weights[i] as number) * y * y, 0) / total,
    kishSize: kishSize(o),
  };
};
const combined = (v: Variances): number => Math.max(v.author + v.copies - v.both, v.author, v.copies);

test('mean and difference agree with statsmodels, two-way clustered, with and without weights', () => {
  for (const one of [...golden.clustered, ...golden.clusteredWeighted]) {
    const mean = clusteredMean(meanMoments(one), { ...OPTIONS, ...spreadOf(one) });
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
        return { moments: meanMoments(o), spread: spreadOf(o) };
      };
      const { moments, spread } = of(rows);
      fc.pre(moments.author.nGroups > 1 && moments.copies.nGroups > 1);
      const mean = clusteredMean(moments, { ...OPTIONS, ...spread });
      expect(mean.lower).toBeLessThanOrEqual(mean.value);
      expect(mean.upper).toBeGreaterThanOrEqual(mean.value);
      expect(mean.lower).toBeGreaterThanOrEqual(-1);
      expect(mean.upper).toBeLessThanOrEqual(1);
      expect(mean.upper).toBeGreaterThan(mean.lower);
      const reversed = of([...rows].reverse());
      expect(clusteredMean(reversed.moments, { ...OPTIONS, ...reversed.spread })).toEqual(mean);
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
    const mean = clusteredMean(meanMoments(o), { ...OPTIONS, ...spreadOf(o) });
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

test('weights all alike change nothing; a sample drawn unevenly is set right by its weights, and its interval covers', () => {
  const random = seededRandom(99);
  const runs = 2000;
  let [hits, plainHits] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const all = simulate(random, { nAuthors: 120, level: 0.1, shift: 0 });
    // Mentions in favor are kept in one case of three, the others always: as a source that was collected in part.
    const kept = [...all.y.keys()].filter((i) => all.y[i] !== 1 || random() < 1 / 3);
    const pick = (list: readonly number[]): number[] => kept.map((i) => list[i] as number);
    const plain = {
      y: pick(all.y),
      author: pick(all.author),
      copies: pick(all.copies),
      after: pick(all.after),
    };
    const weighted = { ...plain, weight: plain.y.map((y) => (y === 1 ? 3 : 1)) };
    const mean = clusteredMean(meanMoments(weighted), { ...OPTIONS, ...spreadOf(weighted) });
    if (mean.lower <= 0.1 && 0.1 <= mean.upper) hits++;
    const raw = clusteredMean(meanMoments(plain), { ...OPTIONS, ...spreadOf(plain) });
    if (raw.lower <= 0.1 && 0.1 <= raw.upper) plainHits++;
    if (run > 0) continue;
    const alike = { ...plain, weight: plain.y.map(() => 2) };
    const twice = clusteredMean(meanMoments(alike), { ...OPTIONS, ...spreadOf(alike) });
    expect(twice.value).toBeCloseTo(raw.value, 12);
    expect(twice.standardError).toBeCloseTo(raw.standardError, 12);
    expect(twice.effectiveSampleSize).toBeCloseTo(raw.effectiveSampleSize, 9);
  }
  expect(hits / runs).toBeGreaterThan(0.93);
  expect(hits / runs).toBeLessThan(0.97);
  expect(plainHits / runs).toBeLessThan(0.5);
});
