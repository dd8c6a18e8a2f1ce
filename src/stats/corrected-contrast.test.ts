import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanMoments } from '../../test/golden/moments.ts';
import { meanVariances } from './clustered-mean.ts';
import {
  type ByGrouping,
  type CodedObservation,
  type CorrectedContrast,
  type CorrectedContrastOptions,
  correctedContrast,
  type ScoreContrast,
} from './corrected-contrast.ts';

interface Golden {
  readonly simple: readonly {
    readonly score: number[];
    readonly coded: number[];
    readonly label: number[];
    readonly of: readonly { lambda: number; value: number; standardError: number }[];
  }[];
  readonly stratified: readonly {
    readonly stratum: number[];
    readonly weight: number[];
    readonly label: number[];
    readonly inside: number[];
    readonly whole: { value: number; standardError: number };
    readonly domain: { value: number; standardError: number };
  }[];
  readonly clustered: readonly {
    readonly author: number[];
    readonly copies: number[];
    readonly side: number[];
    readonly stratum: number[];
    readonly score: number[];
    readonly coded: number[];
    readonly weight: number[];
    readonly expansion: number[];
    readonly label: number[];
    readonly of: readonly {
      contrast: number[];
      score: number;
      scoreVariance: ByGrouping;
      entries: number[];
      lambda: number;
      value: number;
      variance: ByGrouping;
    }[];
  }[];
}
const golden = JSON.parse(readFileSync('test/golden/corrected.json', 'utf8')) as Golden;

const NET: CorrectedContrastOptions = {
  contrast: [1],
  confidenceLevel: 0.95,
  labelRange: [-1, 1],
  range: [-1, 1],
  lambda: null,
};
/** No codings imagined: what other programs compute. */
const PLAIN = { ...NET, labelRange: [0, 0] as const };
const NOTHING: ByGrouping = { author: 0, copies: 0, both: 0 };
const NO_SCORE: ScoreContrast = { value: 0, variance: NOTHING, nGroups: 2 };

function corrected(...[score, codings, options]: Parameters<typeof correctedContrast>): CorrectedContrast {
  const result = correctedContrast(score, codings, options);
  return result.kind === 'corrected' ? result : expect.fail(result.reason);
}

const average = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length;

/** A mean over mentions of different authors, some of them coded. */
function simpleMean(score: readonly number[], coded: readonly number[], label: readonly number[]) {
  const [n, mean] = [score.length, average(score)];
  const alone = [...score.keys()];
  const moments = meanMoments({ y: score, author: alone, copies: alone, after: alone.map(() => 0) });
  const all: ScoreContrast = { value: mean, variance: meanVariances(moments), nGroups: n };
  const codings = coded.map((i, k): CodedObservation => {
    const total = ((score[i] as number) - mean) / n;
    return {
      author: `${i}`,
      copies: `${i}`,
      stratum: '',
      weight: n / coded.length,
      expansion: Number.POSITIVE_INFINITY,
      design: [1],
      score: score[i] as number,
      label: label[k] as number,
      scoreTotals: { author: total, copies: total, both: total },
    };
  });
  return { all, codings };
}

test('a simple random sample gives the value of ppi_py, and its variance with the covariance that it leaves out', () => {
  for (const { score, coded, label, of } of golden.simple) {
    const { all, codings } = simpleMean(score, coded, label);
    const [N, n] = [score.length, coded.length];
    for (const { lambda, value, standardError } of of) {
      const result = corrected(all, codings, { ...PLAIN, lambda });
      expect(result.value).toBeCloseTo(value, 12);
      // ppi_py divides by N and n, not N − 1 and n − 1, and takes the codings as not among the N.
      const f = coded.map((i) => score[i] as number);
      const r = f.map((s, k) => (label[k] as number) - lambda * s);
      const squares = (v: readonly number[]): number => v.reduce((s, x) => s + (x - average(v)) ** 2, 0);
      const covariance =
        f.reduce((s, x, k) => s + (x - average(score)) * ((r[k] as number) - average(r)), 0) / n;
      const expected =
        standardError ** 2 +
        (lambda ** 2 * squares(score)) / (N * N * (N - 1)) +
        squares(r) / (n * n * (n - 1)) +
        ((2 * lambda * covariance) / N) * Math.sqrt(n / (n - 1));
      expect(result.standardError ** 2).toBeCloseTo(expected, 12);
      expect(corrected(all, codings, PLAIN).standardError).toBeLessThanOrEqual(result.standardError);
    }
  }
});

test('without the score it is the stratified mean of samplics, of everything and of a domain', () => {
  for (const one of golden.stratified) {
    const codings = (design: (i: number) => number): CodedObservation[] =>
      one.label.map((label, i) => ({
        author: `${i}`,
        copies: `${i}`,
        stratum: `${one.stratum[i]}`,
        weight: one.weight[i] as number,
        expansion: Number.POSITIVE_INFINITY,
        design: [design(i)],
        score: 0,
        label,
        scoreTotals: NOTHING,
      }));
    const whole = corrected(
      NO_SCORE,
      codings(() => 1),
      { ...PLAIN, lambda: 0 },
    );
    expect(whole.value).toBeCloseTo(one.whole.value, 12);
    expect(whole.standardError).toBeCloseTo(one.whole.standardError, 12);
    const domain = corrected(
      NO_SCORE,
      codings((i) => one.inside[i] as number),
      { ...PLAIN, lambda: 0 },
    );
    expect(domain.value).toBeCloseTo(one.domain.value, 12);
    expect(domain.standardError).toBeCloseTo(one.domain.standardError, 12);
  }
});

test('weighted, stratified and clustered two ways, means, differences and slopes agree with residuals written out', () => {
  for (const one of golden.clustered) {
    const n = one.author.length;
    const key = {
      author: (i: number) => `${one.author[i]}`,
      copies: (i: number) => `${one.copies[i]}`,
      both: (i: number) => `${one.author[i]}/${one.copies[i]}`,
    };
    for (const { contrast, score, scoreVariance, entries, lambda, value, variance } of one.of) {
      const total = (by: keyof ByGrouping, i: number): number =>
        entries.reduce((s, e, j) => (key[by](j) === key[by](i) ? s + e : s), 0);
      const design = (i: number): number[] => {
        if (contrast.length === 1) return [1];
        if (contrast[0] === 0) return [1, i / n];
        return one.side[i] === 1 ? [0, 1] : [1, 0];
      };
      const codings = one.coded.map(
        (i, k): CodedObservation => ({
          author: key.author(i),
          copies: key.copies(i),
          stratum: `${one.stratum[i]}`,
          weight: one.weight[k] as number,
          expansion: one.expansion[k] as number,
          design: design(i),
          score: one.score[i] as number,
          label: one.label[k] as number,
          scoreTotals: { author: total('author', i), copies: total('copies', i), both: total('both', i) },
        }),
      );
      const all = { value: score, variance: scoreVariance, nGroups: 40 };
      const result = corrected(all, codings, { ...PLAIN, contrast, range: [-9, 9], lambda });
      expect(result.value).toBeCloseTo(value, 11);
      const { author, copies, both } = variance;
      expect(result.standardError ** 2).toBeCloseTo(Math.max(author + copies - both, author, copies), 11);
    }
  }
});

const mention = fc.record({
  score: fc.constantFrom(-1, -0.4, 0, 0.7, 1),
  truth: fc.constantFrom(-1, 0, 1),
});

test('the interval is finite, in range, wider than nothing and does not depend on order, whatever is coded', () => {
  fc.assert(
    fc.property(fc.array(mention, { minLength: 60, maxLength: 90 }), fc.boolean(), (rows, alike) => {
      const coded = [...rows.keys()].filter((i) => i % 2 === 0);
      const labels = coded.map((i) => (alike ? 1 : (rows[i]?.truth as number)));
      const scores = rows.map((r) => (alike ? 1 : r.score));
      const { all, codings } = simpleMean(scores, coded, labels);
      const result = corrected(all, codings, NET);
      for (const value of Object.values(result))
        if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
      expect(result.lower).toBeLessThan(result.upper);
      expect(result.lower).toBeGreaterThanOrEqual(-1);
      expect(result.upper).toBeLessThanOrEqual(1);
      expect(result.value).toBeGreaterThanOrEqual(result.lower);
      expect(result.value).toBeLessThanOrEqual(result.upper);
      expect(result.lambda).toBeGreaterThanOrEqual(0);
      expect(result.lambda).toBeLessThanOrEqual(1);
      const reversed = corrected(all, [...codings].reverse(), NET);
      expect(reversed.value).toBeCloseTo(result.value, 12);
      expect(reversed.standardError).toBeCloseTo(result.standardError, 12);
    }),
  );
});

test('at one λ the shares sum to one and the net balance is their difference', () => {
  fc.assert(
    fc.property(
      fc.array(mention, { minLength: 60, maxLength: 90 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (rows, lambda) => {
        const coded = [...rows.keys()].filter((i) => i % 2 === 1);
        const part = (of: (v: number) => number): number => {
          const { all, codings } = simpleMean(
            rows.map((r) => of(r.score)),
            coded,
            coded.map((i) => of(rows[i]?.truth as number)),
          );
          return corrected(all, codings, { ...NET, range: [-9, 9], lambda }).value;
        };
        const [favor, against, neither] = [
          part((v) => Math.max(v, 0)),
          part((v) => Math.max(-v, 0)),
          part((v) => 1 - Math.abs(v)),
        ] as const;
        expect(favor + against + neither).toBeCloseTo(1, 12);
        expect(part((v) => v)).toBeCloseTo(favor - against, 12);
      },
    ),
  );
});

test('a side without codings and too few independent codings are said, not estimated', () => {
  const { all, codings } = simpleMean(Array(90).fill(0.5), [...Array(30).keys()], Array(30).fill(1));
  const onOneSide = codings.map((c) => ({ ...c, design: [1, 0] }));
  expect(correctedContrast(all, onOneSide, { ...NET, contrast: [-1, 1] })).toEqual({
    kind: 'not-correctable',
    reason: 'no-codings',
    nCoded: 30,
  });
  const ofOneAuthor = codings.map((c) => ({ ...c, author: 'one' }));
  expect(correctedContrast(all, ofOneAuthor, NET)).toMatchObject({ reason: 'too-few-codings' });
  expect(correctedContrast(all, [], NET)).toMatchObject({ reason: 'no-codings', nCoded: 0 });
});

test('codings added where they are dense already do not make an estimate impossible', () => {
  const { all, codings } = simpleMean(Array(300).fill(0.2), [...Array(120).keys()], Array(120).fill(0));
  const weighed = (heavy: number, light: number) =>
    codings
      .slice(0, heavy + light)
      .map((c, i) => ({ ...c, expansion: i < heavy ? 5 : 1, weight: i < heavy ? 5 : 1 }));
  expect(correctedContrast(all, weighed(24, 0), NET)).toMatchObject({ kind: 'corrected' });
  const more = corrected(all, weighed(9, 80), NET);
  expect(more.degreesOfFreedom).toBeLessThan(corrected(all, weighed(0, 80), NET).degreesOfFreedom);
  expect(correctedContrast(all, weighed(9, 8), NET)).toMatchObject({ reason: 'too-few-codings' });
});

test('a stratum with one coding joins its neighbour, and a score that tells nothing is not used', () => {
  const scores = Array.from({ length: 120 }, (_, i) => (i % 2 === 0 ? 1 : -1));
  const coded = Array.from({ length: 40 }, (_, k) => 3 * k);
  // Labels change every two codings, scores every one: they are unrelated.
  const { all, codings } = simpleMean(
    scores,
    coded,
    coded.map((_, k) => (k % 4 < 2 ? 1 : -1)),
  );
  expect(corrected(all, codings, NET).lambda).toBe(0);
  const strata = codings.map((c, i) => ({ ...c, stratum: i === 0 ? 'a' : i === 39 ? 'z' : 'm' }));
  expect(corrected(all, strata, NET).standardError).toBeCloseTo(
    corrected(all, codings, NET).standardError,
    12,
  );
});
