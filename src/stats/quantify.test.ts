import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BugError } from '../errors/errors.ts';
import { adjustedCount } from './adjusted-count.ts';
import { calibratePosteriors, fitPosteriorCalibration } from './calibrate-posteriors.ts';
import { expectationMaximization } from './expectation-maximization.ts';
import { kernelDensities } from './kernel-densities.ts';
import { mixtureProportions } from './mixture-proportions.ts';
import { binPosteriors, meanPosterior, type PosteriorCells } from './posterior-cells.ts';
import { posteriorMeanShares } from './posterior-mean-shares.ts';
import { QUANTIFIER_NAMES, type QuantifierStatistics, quantify } from './quantify.ts';
import { quantifyInterval } from './quantify-interval.ts';
import { seededRandom } from './random.ts';
import { mixture } from './simplex-least-squares.ts';

interface GoldenCase {
  readonly coded: readonly { readonly posteriors: number[][] }[];
  readonly test: number[][];
  readonly em: number[];
  readonly kdey: number[];
  readonly calibration: number[];
}

const golden = JSON.parse(
  readFileSync(new URL('../../test/golden/quantifiers.json', import.meta.url), 'utf8'),
) as {
  readonly adjusted: readonly { rows: number[][]; observed: number[]; shares: number[] }[];
  readonly cases: readonly GoldenCase[];
};

function cellsOf(posteriors: readonly (readonly number[])[]): PosteriorCells {
  return {
    posteriors,
    weights: posteriors.map(() => 1),
    decided: posteriors.map((row) => row.indexOf(Math.max(...row))),
  };
}

function expectClose(found: readonly number[], wanted: readonly number[], digits: number): void {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(wanted[i] as number, digits);
  });
}

describe('golden values of QuaPy and SciPy', () => {
  test('adjusted count, also where the least squares lie on an edge', () => {
    for (const { rows, observed, shares } of golden.adjusted) {
      const found = adjustedCount({ observed, byClass: rows });
      // QuaPy searches, so its minimum is a little above the exact one.
      expectClose(found, shares, 3);
      const distance = (p: readonly number[]): number =>
        mixture(rows, p).reduce((sum, value, x) => sum + (value - (observed[x] as number)) ** 2, 0);
      expect(distance(found)).toBeLessThanOrEqual(distance(shares) + 1e-12);
    }
    expect(golden.adjusted.some(({ shares }) => shares.some((s) => s < 1e-4))).toBe(true);
  });

  test.each(golden.cases.map((one, i) => [i, one] as const))('case %i', (_, one) => {
    const coded = one.coded.map(({ posteriors }) => cellsOf(posteriors));
    const corpus = cellsOf(one.test);
    const n = coded.map(({ weights }) => weights.length);
    const total = n.reduce((sum, k) => sum + k, 0);
    const training = n.map((k) => k / total);
    expectClose(expectationMaximization(corpus, training), one.em, 5);
    expectClose(quantify('expectation-maximization', { corpus, coded }), one.em, 5);
    const densities = kernelDensities(corpus, coded);
    expectClose(mixtureProportions({ densities, weights: corpus.weights }), one.kdey, 3);
    const { slope, shifts } = fitPosteriorCalibration(coded);
    expectClose([slope, ...shifts.slice(0, 2)], one.calibration, 4);
  });
});

/** A classifier of three classes: probabilities under training shares, of texts with other shares. */
function drawStatistics(
  shares: readonly number[],
  n: number,
  random: () => number,
  nCoded: readonly number[] = [60, 200, 60],
): QuantifierStatistics {
  const draw = (label: number): number[] => {
    const powers = [0, 1, 2].map((k) => Math.exp((k === label ? 1.2 : 0) + 1.5 * (random() + random() - 1)));
    const sum = powers.reduce((a, b) => a + b, 0);
    return powers.map((power) => power / sum);
  };
  const labels = Array.from({ length: n }, () => {
    const u = random();
    return u < (shares[0] as number) ? 0 : u < (shares[0] as number) + (shares[1] as number) ? 1 : 2;
  });
  return {
    corpus: cellsOf(labels.map(draw)),
    coded: nCoded.map((size, label) => cellsOf(Array.from({ length: size }, () => draw(label)))),
  };
}

test('every quantifier gives shares, whatever the order of the mentions', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 60 }), (seed, n) => {
      const random = seededRandom(seed);
      const { corpus, coded } = drawStatistics([random(), random() / 2, random()], n, random);
      const turned = {
        posteriors: corpus.posteriors.toReversed(),
        weights: corpus.weights,
        decided: corpus.decided.toReversed(),
      };
      for (const name of QUANTIFIER_NAMES) {
        const shares = quantify(name, { corpus, coded });
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        for (const share of shares) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expectClose(quantify(name, { corpus: turned, coded }), shares, 5);
      }
    }),
    { numRuns: 8 },
  );
});

test('corrections find shares that counting misses', () => {
  const random = seededRandom(5);
  const shares = [0.7, 0.1, 0.2];
  const statistics = drawStatistics(shares, 4000, random, [800, 2000, 800]);
  const error = (name: (typeof QUANTIFIER_NAMES)[number]): number =>
    quantify(name, statistics).reduce((sum, s, k) => sum + Math.abs(s - (shares[k] as number)) / 3, 0);
  expect(error('classify-and-count')).toBeGreaterThan(0.045);
  // Without calibration EMQ takes the probabilities at their word, and these were drawn without heed to it.
  expect(error('expectation-maximization')).toBeGreaterThan(0.1);
  for (const name of [
    'adjusted-count',
    'probabilistic-adjusted-count',
    'calibrated-expectation-maximization',
    'posterior-mean',
    'kernel-density',
  ] as const)
    expect(error(name), name).toBeLessThan(0.03);
});

test('a histogram keeps means, and shares to within its width', () => {
  const { corpus, coded } = drawStatistics([0.2, 0.5, 0.3], 2000, seededRandom(3));
  const binned = { corpus: binPosteriors(corpus, 20), coded: coded.map((one) => binPosteriors(one, 20)) };
  expect(binned.corpus.weights.length).toBeLessThan(500);
  expectClose(meanPosterior(binned.corpus), meanPosterior(corpus), 9);
  for (const name of QUANTIFIER_NAMES) {
    const [fine, coarse] = [quantify(name, { corpus, coded }), quantify(name, binned)];
    fine.forEach((share, k) => {
      expect(Math.abs(share - (coarse[k] as number)), name).toBeLessThan(0.02);
    });
  }
});

test('the mean of a flat prior and counts is that of a Dirichlet distribution, for few counts and many', () => {
  const densities = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  for (const weights of [
    [3, 1, 0.5],
    [30, 10, 1],
    [30_000, 10_000, 500],
  ]) {
    const total = weights.reduce((a, b) => a + b, 3);
    const mean = posteriorMeanShares({ densities, weights });
    mean.forEach((share, k) => {
      expect(Math.abs(share - ((weights[k] as number) + 1) / total)).toBeLessThan(0.002);
    });
  }
  expect(() => posteriorMeanShares({ densities: [[1, 1, 1, 1]], weights: [1] })).toThrow(BugError);
});

test('a calibration undoes a known distortion', () => {
  const { coded } = drawStatistics([1, 0, 0], 1, seededRandom(8));
  const target = fitPosteriorCalibration(coded);
  const distorted = coded.map((cells) => calibratePosteriors(cells, { slope: 2, shifts: [0.5, -0.5, 0] }));
  const back = distorted.map((cells) => calibratePosteriors(cells, fitPosteriorCalibration(distorted)));
  const wanted = coded.map((cells) => calibratePosteriors(cells, target));
  back[0]?.posteriors.forEach((row, i) => {
    expectClose(row, wanted[0]?.posteriors[i] as number[], 2);
  });
});

test('an interval is wide, seeded, and wider with dependence', () => {
  const statistics = drawStatistics([0.3, 0.4, 0.3], 300, seededRandom(2));
  const options = {
    functional: [-1, 0, 1],
    confidenceLevel: 0.95,
    resamples: 60,
    seed: 1,
    designEffect: 1,
  };
  const once = quantifyInterval('probabilistic-adjusted-count', statistics, options);
  expect(quantifyInterval('probabilistic-adjusted-count', statistics, options)).toEqual(once);
  expect(once.lower).toBeLessThan(once.value);
  expect(once.upper).toBeGreaterThan(once.value);
  const dependent = quantifyInterval('probabilistic-adjusted-count', statistics, {
    ...options,
    designEffect: 8,
  });
  expect(dependent.standardError).toBeGreaterThan(1.3 * once.standardError);
});

test('mentions that all agree still have an interval with a width', () => {
  const { coded } = drawStatistics([0.3, 0.4, 0.3], 5, seededRandom(2));
  const corpus = cellsOf(Array.from({ length: 20 }, () => [0, 0, 1]));
  const { value, lower, upper } = quantifyInterval(
    'classify-and-count',
    { corpus, coded },
    { functional: [-1, 0, 1], confidenceLevel: 0.95, resamples: 20, seed: 1, designEffect: 1 },
  );
  expect([value, upper]).toEqual([1, 1]);
  expect(lower).toBeLessThan(0.9);
});

test('nothing to count is an error, not a number', () => {
  const { corpus, coded } = drawStatistics([0.3, 0.4, 0.3], 5, seededRandom(2));
  const none = cellsOf([]);
  expect(() => quantify('adjusted-count', { corpus, coded: [...coded.slice(0, 2), none] })).toThrow(
    'class 2',
  );
  expect(() => quantify('adjusted-count', { corpus: none, coded })).toThrow('no mention');
  expect(() => adjustedCount({ observed: [Number.NaN, 1], byClass: [[1, 0]] })).toThrow(BugError);
});
