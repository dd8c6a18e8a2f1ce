import { expect, test } from 'vitest';
import type { MeasuredQuality } from '../domain/annotator-quality.ts';
import type { Estimated } from '../domain/estimate.ts';
import type { DecidedStratum } from '../store/queries/decided-strata.ts';
import { errorBand, spreadsOf } from './error-band.ts';

const score = { value: 0.7, lower: 0.6, upper: 0.8 };

function quality(language: string, domain: string | null, hit: number): MeasuredQuality {
  const miss = (1000 - hit) / 2;
  return {
    kind: 'measured',
    annotator: 'toy@1',
    layer: 'stance',
    stratum: { language, domain },
    nCoded: 3000,
    nGroups: 3000,
    nAbstained: 0,
    confusion: [
      [hit, miss, miss],
      [miss, hit, miss],
      [miss, miss, hit],
    ],
    agreement: score,
    macroF1: score,
    calibrationError: 0.01,
    confidenceLevel: 0.95,
  };
}

const CARD = [
  quality('ru', null, 700),
  ...['news', 'cars', 'tweets', 'posts'].map((domain, i) => quality('ru', domain, 640 + 40 * i)),
  quality('en', null, 700),
  quality('en', 'news', 700),
];

function stratum(
  counts: readonly [number, number, number],
  rest: Partial<DecidedStratum> = {},
): DecidedStratum {
  const [against, neither, favor] = counts;
  const nMentions = against + neither + favor;
  return {
    target: 'x',
    class: 'a',
    span: 0,
    language: 'ru',
    domain: 'chats',
    nMentions,
    against,
    neither,
    favor,
    ...rest,
  };
}

function estimate(value: number, standardError: number): Estimated {
  return {
    kind: 'estimate',
    period: { start: '2024-01-01', end: '2024-02-01' },
    value,
    standardError,
    interval: { lower: value - 2 * standardError, upper: value + 2 * standardError, level: 0.95 },
    effectiveSampleSize: 400,
    nDocuments: 500,
    nAuthors: 300,
    nClusters: 450,
    method: 'toy',
    correction: 'none',
    mix: 'observed',
  };
}

const spreads = spreadsOf(CARD);

function level(counted: readonly DecidedStratum[], standardError = 0.04) {
  if (spreads === null) throw new Error('the card is measured');
  return errorBand(estimate(-0.2, standardError), { measure: 'net-balance', counted, before: [], spreads });
}

test('nothing known, no band', () => {
  const unknown = { annotator: 'x', layer: 'stance', stratum: { language: null, domain: null } } as const;
  expect(spreadsOf([{ ...unknown, kind: 'unknown', reason: 'no-card' }])).toBeNull();
  expect(level([stratum([200, 200, 100], { language: 'fi' })])).toBeUndefined();
  expect(level([])).toBeUndefined();
});

test('the band is farther out than the balance, and wider where the texts are of no coded kind', () => {
  const unknown = level([stratum([200, 200, 100])]);
  const known = level([stratum([200, 200, 100], { domain: 'tweets' })]);
  expect(unknown?.basis).toBe('between-domains');
  expect(unknown?.lower).toBeLessThan(-0.3);
  expect((unknown?.upper ?? 0) - (unknown?.lower ?? 0)).toBeGreaterThan(
    (known?.upper ?? 0) - (known?.lower ?? 0),
  );
});

test('sampling error and dependence widen it', () => {
  const width = (band: ReturnType<typeof level>): number => (band?.upper ?? 0) - (band?.lower ?? 0);
  expect(width(level([stratum([200, 200, 100])], 0.1))).toBeGreaterThan(
    width(level([stratum([200, 200, 100])], 0.03)),
  );
});

test('mentions in a language that the card does not know may be anything', () => {
  const part = level([stratum([200, 200, 100]), stratum([20, 20, 10], { language: 'fi' })]);
  const whole = level([stratum([200, 200, 100])]);
  expect((part?.upper ?? 0) - (part?.lower ?? 0)).toBeGreaterThan((whole?.upper ?? 0) - (whole?.lower ?? 0));
});

test('splitting a stratum of one kind by source or bin changes nothing', () => {
  const whole = level([stratum([200, 200, 100])]);
  const split = level([stratum([150, 80, 70], { span: 0 }), stratum([50, 120, 30], { span: 1 })]);
  expect(split?.lower).toBeCloseTo(whole?.lower ?? 0, 9);
  expect(split?.upper).toBeCloseTo(whole?.upper ?? 0, 9);
});

test('a difference takes the errors to be the same on both sides', () => {
  if (spreads === null) throw new Error('the card is measured');
  const band = errorBand(estimate(-0.2, 0.03), {
    measure: 'net-balance',
    before: [stratum([200, 600, 200])],
    counted: [stratum([300, 600, 100], { span: 1 })],
    spreads,
  });
  expect(band?.upper).toBeLessThan(-0.14);
  expect(band?.lower).toBeLessThan(-0.3);
  expect(band?.lower).toBeGreaterThan(-1);
});
