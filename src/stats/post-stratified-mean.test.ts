import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kishSize, meanMoments } from '../../test/golden/moments.ts';
import { type StratifiedObservations, stratumSample } from '../../test/golden/stratum-sample.ts';
import { squaredInfluence } from './cluster-products.ts';
import { clusteredMean } from './clustered-mean.ts';
import { boundEstimate, type LinearEstimate, subtract } from './linear-estimate.ts';
import { observedMean, reweightedMean } from './post-stratified-mean.ts';
import { type Margin, rake } from './rake.ts';

interface Result {
  readonly value: number;
  readonly se: number;
}

interface Golden {
  readonly shares: { readonly source: number[]; readonly region: number[] };
  readonly samples: Readonly<
    Record<
      'nested' | 'crossed',
      {
        readonly data: Readonly<Record<'y' | 'author' | 'source' | 'region' | 'weight', number[]>>;
        readonly results: {
          readonly observed: Result;
          readonly poststratified: Result;
          readonly stratified?: Result;
          readonly raked: Result;
          readonly rakedShares: number[];
        };
      }
    >
  >;
}
const golden = JSON.parse(readFileSync('test/golden/mix.json', 'utf8')) as Golden;
const OPTIONS = { bounds: [0, 1e9], maximumIterations: 500, tolerance: 1e-10 } as const;
const LEVEL = { confidenceLevel: 0.95, range: [-1, 1] } as const;

/** Six components: source × region. */
function load(name: 'nested' | 'crossed') {
  const { data, results } = golden.samples[name];
  const o: StratifiedObservations = {
    y: data.y,
    author: data.author,
    copies: data.y.map((_, i) => i),
    component: data.source.map((source, i) => source * 2 + (data.region[i] as number)),
    weight: data.weight,
  };
  const { totals, products } = stratumSample(o, 6);
  const source: Margin = { categoryOf: [0, 0, 1, 1, 2, 2], shares: golden.shares.source };
  const region: Margin = { categoryOf: [0, 1, 0, 1, 0, 1], shares: golden.shares.region };
  const inputs = { totals, products, components: [0, 1, 2, 3, 4, 5] };
  const mean = (margins: readonly Margin[]) => {
    const raked = rake(
      totals.map((t) => t.sumN),
      margins,
      OPTIONS,
    );
    return { raked, estimate: reweightedMean(inputs, raked, margins) };
  };
  return { o, totals, products, inputs, source, region, mean, results };
}

/** Standard error by author with one factor G/(G−1) for the whole sample, as R has it where a sample is not stratified. */
function plainError(
  sample: ReturnType<typeof load>,
  estimate: LinearEstimate,
  margins: readonly Margin[],
): number {
  const { y, n } = estimate.influence.author;
  const factor = (c: number): number =>
    Math.max(
      ...margins.map((margin, d) => {
        const g = estimate.partitions[d]?.[margin.categoryOf[c] as number]?.groups.author ?? 2;
        return Math.sqrt(g / (g - 1));
      }),
    );
  const plain = { y: y.map((v, c) => v / factor(c)), n: n.map((v, c) => v / factor(c)) };
  const { nGroups } = sample.products.author;
  return Math.sqrt((nGroups / (nGroups - 1)) * squaredInfluence(sample.products.author, plain));
}

describe.each(['nested', 'crossed'] as const)('R survey, authors %s in sources', (name) => {
  const sample = load(name);

  test('mean at the observed mix', () => {
    const { value, se } = sample.results.observed;
    const estimate = observedMean(sample.inputs);
    expect(estimate.value).toBeCloseTo(value, 12);
    expect(Math.sqrt(squaredInfluence(sample.products.author, estimate.influence.author))).toBeCloseTo(
      se,
      12,
    );
  });

  test('postStratify', () => {
    const { value, se } = sample.results.poststratified;
    const { estimate } = sample.mean([sample.source]);
    expect(estimate.value).toBeCloseTo(value, 12);
    expect(plainError(sample, estimate, [sample.source])).toBeCloseTo(se, 12);
  });

  test('rake', () => {
    const { value, se } = sample.results.raked;
    const margins = [sample.source, sample.region];
    const { estimate, raked } = sample.mean(margins);
    expect(raked.converged).toBe(true);
    raked.shares.forEach((share, c) => {
      const [source, region] = [Math.floor(c / 2), c % 2];
      expect(share).toBeCloseTo(sample.results.rakedShares[region * 3 + source]!, 8);
    });
    expect(estimate.value).toBeCloseTo(value, 8);
    // R's `rake` linearizes with unweighted residuals; ours are weighted, as the derivative of raking is.
    const error = plainError(sample, estimate, margins);
    expect(Math.abs(error / se - 1)).toBeLessThan(0.04);
    expect(error).toBeCloseTo(numericError(sample, margins), 6);
  });
});

test('R survey, post-stratified within a sample that is stratified by source', () => {
  const sample = load('nested');
  const { value, se } = sample.results.stratified!;
  const { estimate } = sample.mean([sample.source]);
  expect(estimate.value).toBeCloseTo(value, 12);
  expect(Math.sqrt(squaredInfluence(sample.products.author, estimate.influence.author))).toBeCloseTo(se, 12);
});

/** The same error with the influence of an author found by giving its posts a little more weight and raking again. */
function numericError(sample: ReturnType<typeof load>, margins: readonly Margin[]): number {
  const { o } = sample;
  const step = 1e-5;
  const shifted = (author: number, by: number): number => {
    const weight = o.author.map((a, i) => o.weight![i]! * (a === author ? 1 + by : 1));
    const { totals, products } = stratumSample({ ...o, weight }, 6);
    const raked = rake(
      totals.map((t) => t.sumN),
      margins,
      { ...OPTIONS, tolerance: 1e-14 },
    );
    return reweightedMean({ totals, products, components: [0, 1, 2, 3, 4, 5] }, raked, margins).value;
  };
  const authors = [...new Set(o.author)];
  const influence = authors.map((author) => (shifted(author, step) - shifted(author, -step)) / (2 * step));
  const sum = influence.reduce((s, z) => s + z * z, 0);
  return Math.sqrt((authors.length / (authors.length - 1)) * sum);
}

/** Observations of a few authors over a few components. */
const observations = fc
  .array(
    fc.tuple(
      fc.integer({ min: -1, max: 1 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom(0.25, 0.5, 1, 2),
    ),
    { minLength: 8, maxLength: 60 },
  )
  .map(
    (rows): StratifiedObservations => ({
      y: rows.map((r) => r[0]),
      component: rows.map((r) => r[1]),
      author: rows.map((r) => r[2]),
      copies: rows.map((r) => r[3]),
      weight: rows.map((r) => r[4]),
    }),
  )
  .filter((o) => new Set(o.author).size > 1 && new Set(o.copies).size > 1);

/** A mean at a mix of the components that are filled, in the proportions 1, 2, 3, 4. */
function atMix(o: StratifiedObservations) {
  const { totals, products } = stratumSample(o, 4);
  const filled = [0, 1, 2, 3].filter((c) => totals[c]!.sumN > 0);
  const all = filled.reduce((sum, c) => sum + c + 1, 0);
  const margin = { categoryOf: filled.map((_, i) => i), shares: filled.map((c) => (c + 1) / all) };
  const inputs = { totals, products, components: filled };
  const raked = rake(
    filled.map((c) => totals[c]!.sumN),
    [margin],
    OPTIONS,
  );
  return { products, inputs, margin, raked, estimate: reweightedMean(inputs, raked, [margin]) };
}

test('the mean at the observed mix is the clustered mean, with the same interval', () => {
  fc.assert(
    fc.property(observations, (o) => {
      const { inputs, products } = atMix(o);
      const found = boundEstimate(observedMean(inputs), products, LEVEL);
      const square = o.y.reduce((s, y, i) => s + o.weight![i]! * y * y, 0);
      const expected = clusteredMean(meanMoments({ ...o, after: [] }), {
        ...LEVEL,
        meanSquare: square / o.weight!.reduce((s, w) => s + w, 0),
        kishSize: kishSize(o),
      });
      for (const key of ['value', 'standardError', 'lower', 'upper'] as const) {
        expect(found[key]).toBeCloseTo(expected[key], 9);
      }
    }),
  );
});

test('never NaN, no interval without width, the value between those of the components', () => {
  fc.assert(
    fc.property(observations, (o) => {
      const { estimate, products, inputs, raked } = atMix(o);
      const { value, standardError, lower, upper } = boundEstimate(estimate, products, LEVEL);
      expect(standardError).toBeGreaterThan(0);
      expect(upper).toBeGreaterThan(lower);
      const means = inputs.components.map((c) => inputs.totals[c]!.sumY / inputs.totals[c]!.sumN);
      expect(value).toBeGreaterThanOrEqual(Math.min(...means) - 1e-9);
      expect(value).toBeLessThanOrEqual(Math.max(...means) + 1e-9);
      expect(raked.converged).toBe(true);
      expect(estimate.designEffect).toBeGreaterThan(0);
    }),
  );
});

test('a mean minus itself is nothing, and what is subtracted adds up again', () => {
  fc.assert(
    fc.property(observations, (o) => {
      const { estimate, products, inputs } = atMix(o);
      const composition = subtract(observedMean(inputs), estimate);
      expect(composition.value + estimate.value).toBeCloseTo(observedMean(inputs).value, 12);
      expect(squaredInfluence(products.author, subtract(estimate, estimate).influence.author)).toBeCloseTo(
        0,
        12,
      );
    }),
  );
});
