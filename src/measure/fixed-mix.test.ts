import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stratumSample } from '../../test/golden/stratum-sample.ts';
import type { Estimate, Estimated } from '../domain/estimate.ts';
import type { ClassMix } from '../domain/reference-mix.ts';
import type { StratumMoments } from '../store/queries/stratum-moments.ts';
import { balanceAtMix, changeAtMix, referenceOf } from './fixed-mix.ts';

interface Post {
  readonly y: number;
  readonly source: string;
  readonly side: 0 | 1;
  readonly author: number;
  readonly region?: string;
}

function moments(posts: readonly Post[]): StratumMoments {
  const key = ({ source, region, side }: Post): string =>
    JSON.stringify({ source, region: region ?? 'unknown', side });
  const keys = [...new Set(posts.map(key))].sort();
  const { totals, products } = stratumSample(
    {
      y: posts.map((p) => p.y),
      author: posts.map((p) => p.author),
      copies: posts.map((_, i) => i),
      component: posts.map((p) => keys.indexOf(key(p))),
    },
    keys.length,
  );
  const components = keys.map((text, c) => {
    const { side, ...stratum } = JSON.parse(text) as { source: string; region: string; side: 0 | 1 };
    return { ...totals[c]!, stratum, side };
  });
  return { target: 't', class: 'c', bin: -1, components, products };
}

/** Posts of as many authors: `n` of a source on a side, of which a share is in favor and the others are against. */
const posts = (source: string, side: 0 | 1, [n, favor]: readonly [number, number]): Post[] =>
  Array.from({ length: n }, (_, i) => ({
    y: i < favor ? 1 : -1,
    source,
    side,
    author: source.length * 10_000 + side * 1000 + i,
  }));

const observed = (value = 0): Estimated => ({
  kind: 'estimate',
  period: { start: '2024-01-01', end: '2025-01-01' },
  value,
  standardError: 0.1,
  interval: { lower: value - 0.2, upper: value + 0.2, level: 0.95 },
  effectiveSampleSize: 100,
  nDocuments: 100,
  nAuthors: 100,
  nClusters: 100,
  method: '',
  correction: 'none',
  mix: 'observed',
});

const options = (whole: readonly Post[], mix: ClassMix = { source: 'observed' }) => ({
  confidenceLevel: 0.95,
  weights: { copies: 'each', authorWeekCap: null, sources: {} } as const,
  reference: referenceOf(moments(whole.map((p) => ({ ...p, side: 0 }))), mix),
});

function estimated(estimate: Estimate): Estimated {
  if (estimate.kind !== 'estimate') expect.unreachable(estimate.reason);
  return estimate;
}

describe('a change', () => {
  // Source a is at +0.5, source bb at −0.5, before and after; bb grows threefold.
  const mixOnly = [
    ...posts('a', 0, [40, 30]),
    ...posts('bb', 0, [40, 10]),
    ...posts('a', 1, [40, 30]),
    ...posts('bb', 1, [120, 30]),
  ];

  test('of the mix alone is composition and nothing else', () => {
    const change = estimated(changeAtMix(moments(mixOnly), observed(-0.25), options(mixOnly)));
    expect(change.value).toBeCloseTo(0, 12);
    expect(change.reference?.composition?.value).toBeCloseTo(-0.25, 12);
    expect(change.reference?.composition?.interval.upper).toBeLessThan(0);
    expect(change).toMatchObject({ mix: 'fixed', correction: 'none', reference: { coverage: 1 } });
  });

  test('where a source falls silent on one side is not covered', () => {
    const silent = mixOnly.filter(({ source, side }) => source === 'a' || side === 0);
    expect(changeAtMix(moments(silent), observed(), options(mixOnly))).toMatchObject({
      kind: 'not-estimable',
      reason: 'reference-not-covered',
      nDocuments: 100,
    });
  });

  test('whose observed number has a reason keeps it', () => {
    const { period, nDocuments, nAuthors, nClusters } = observed();
    const none = {
      kind: 'not-estimable',
      reason: 'one-side-empty',
      period,
      nDocuments,
      nAuthors,
      nClusters,
    } as const;
    expect(changeAtMix(undefined, none, options(mixOnly))).toEqual(none);
  });
});

describe('a balance', () => {
  const two = [...posts('a', 0, [60, 45]), ...posts('bb', 0, [20, 5])];

  test('at declared shares is their mean of the sources', () => {
    const at = estimated(
      balanceAtMix(moments(two), observed(), options(two, { source: { a: 0.2, bb: 0.8 } })),
    );
    expect(at.value).toBeCloseTo(0.2 * 0.5 - 0.8 * 0.5, 12);
    expect(at.reference?.designEffect).toBeGreaterThan(1);
    expect(at.effectiveSampleSize).toBeLessThan(80);
  });

  test('at the observed shares of its own period is the observed one, and nothing is composition', () => {
    const at = estimated(balanceAtMix(moments(two), observed(), options(two)));
    expect(at.value).toBeCloseTo((60 * 0.5 - 20 * 0.5) / 80, 12);
    expect(at.reference).toMatchObject({ coverage: 1, designEffect: 1, composition: null });
  });

  test('a source without a share has no part', () => {
    const at = estimated(balanceAtMix(moments(two), observed(), options(two, { source: { a: 1 } })));
    expect(at.value).toBeCloseTo(0.5, 12);
  });

  test('a reference that is hardly there is not covered', () => {
    const mix = { region: { moscow: 0.7, unknown: 0.3 } };
    expect(balanceAtMix(moments(two), observed(), options(two, mix))).toMatchObject({
      reason: 'reference-not-covered',
    });
    expect(balanceAtMix(moments(two), observed(), options(two, { region: { moscow: 1 } }))).toMatchObject({
      reason: 'reference-not-covered',
    });
  });

  test('a factor at its bound takes from the coverage what it misses', () => {
    const rare = [...posts('a', 0, [970, 500]), ...posts('bb', 0, [30, 10])];
    const at = estimated(
      balanceAtMix(moments(rare), observed(), options(rare, { source: { a: 0.6, bb: 0.4 } })),
    );
    expect(at.reference?.largestFactor).toBeCloseTo(10, 9);
    expect(at.reference?.coverage).toBeCloseTo(0.9, 9);
  });
});

test('any posts give a number with an interval of some width, or a reason; raw is fixed and composition', () => {
  const post = fc.record({
    y: fc.integer({ min: -1, max: 1 }),
    source: fc.constantFrom('a', 'b', 'c'),
    side: fc.constantFrom(0 as const, 1 as const),
    author: fc.nat({ max: 15 }),
    region: fc.constantFrom('x', 'y', 'unknown'),
  });
  const mixes = fc.constantFrom<ClassMix>(
    { source: 'observed' },
    { source: 'observed', region: 'observed' },
    { source: { a: 0.5, b: 0.5 }, region: { x: 0.4, y: 0.6 } },
    { region: { nowhere: 1 } },
  );
  fc.assert(
    fc.property(fc.array(post, { minLength: 2, maxLength: 80 }), mixes, (list, mix) => {
      const mean = (side: 0 | 1): number => {
        const mine = list.filter((p) => p.side === side);
        return mine.reduce((sum, p) => sum + p.y, 0) / mine.length;
      };
      if (new Set(list.map((p) => p.author)).size < 2) return;
      const change = changeAtMix(moments(list), observed(), options(list, mix));
      if (change.kind !== 'estimate') {
        expect(change.reason).toBe('reference-not-covered');
        return;
      }
      expect(change.interval.upper).toBeGreaterThan(change.interval.lower);
      for (const n of [change.value, change.standardError, change.effectiveSampleSize])
        expect(n).toSatisfy(Number.isFinite);
      expect(change.effectiveSampleSize).toBeGreaterThan(0);
      const part = change.reference?.composition ?? null;
      if (part !== null) {
        expect(change.value + part.value).toBeCloseTo(mean(1) - mean(0), 9);
        expect(part.standardError).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});
