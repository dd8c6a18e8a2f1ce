import { describe, expect, test } from 'vitest';
import type { Estimate, Estimated, Period } from '../domain/estimate.ts';
import type { ClaimConfig } from '../study/claim-config.ts';
import type { MeasuredSpan } from './claim-spans.ts';
import { claimSpans, spanName } from './claim-spans.ts';
import { testClaims } from './test-claims.ts';

const WHOLE = { start: '2024-01-01', end: '2025-01-01' };
const QUARTERS: readonly Period[] = [
  { start: '2024-01-01', end: '2024-04-01' },
  { start: '2024-04-01', end: '2024-07-01' },
  { start: '2024-07-01', end: '2024-10-01' },
  { start: '2024-10-01', end: '2025-01-01' },
];

function estimate(value: number, more: Partial<Estimated> = {}, standardError = 0.03): Estimated {
  const half = 1.96 * standardError;
  return {
    ...{ kind: 'estimate', period: WHOLE, value, standardError, effectiveSampleSize: 400 },
    interval: { lower: value - half, upper: value + half, level: 0.95 },
    ...{ nDocuments: 500, nAuthors: 200, nClusters: 450, method: 'x', correction: 'none', mix: 'observed' },
    ...more,
  };
}
const nothing: Estimate = {
  ...{
    kind: 'not-estimable',
    period: WHOLE,
    reason: 'too-few-mentions',
    nDocuments: 3,
    nAuthors: 3,
    nClusters: 3,
  },
};

const side = (of: Estimate, target = 'china', name = 'public') => ({
  ...{ target, stratum: { class: name }, before: of, effect: nothing },
});
const inQuarter = (
  i: number,
  contrasts: MeasuredSpan['contrasts'],
  regions: readonly string[] | null = null,
) => ({
  ...{ first: QUARTERS[i] as Period, second: null, regions, contrasts, counted: contrasts },
});

const measure = { confidenceLevel: 0.95, minimumMentions: 30, minimumAuthors: 10 } as never;
function verdictOf(claim: ClaimConfig, spans: readonly MeasuredSpan[]) {
  const numbers = { period: WHOLE, spans, levels: [], events: [], classContrasts: [], decompositions: [] };
  const [only] = testClaims({
    study: { claims: [claim], measure },
    numbers: { ...numbers, nDocuments: () => 1000 },
  });
  return only ?? expect.unreachable();
}

const named = { id: 'c', text: 'x', target: 'china' };
const below = (inAtLeast?: number): ClaimConfig => ({
  ...{ ...named, kind: 'level', classes: ['public'], measure: 'net-balance', is: 'below', threshold: 0 },
  ...{ periods: QUARTERS, inAtLeast },
});
const quarters = (values: readonly (number | Estimate)[]): MeasuredSpan[] =>
  values.map((value, i) => inQuarter(i, [side(typeof value === 'number' ? estimate(value) : value)]));

describe('a level in parts of the period', () => {
  test.each([
    ['in every one', [-0.2, -0.3, -0.2, -0.2], 'supported', 'beyond'],
    ['in all but one', [-0.2, -0.3, 0.2, -0.2], 'contradicted', 'opposite'],
    ['in all but one, of which nothing is known', [-0.2, -0.3, nothing, -0.2], 'not-estimable', 'too-little'],
  ] as const)('%s', (_, values, verdict, rule) => {
    expect(verdictOf(below(), quarters(values))).toMatchObject({ verdict, rule });
  });

  test.each([
    ['two of four', 0.5, [-0.2, 0.2, 0.2, -0.2], 'supported', 'often-enough', -0.2],
    ['one of four, where two are claimed', 0.5, [-0.2, 0.2, 0.2, 0.2], 'contradicted', 'too-seldom', 0.2],
    ['one is clear and one is not', 0.5, [-0.2, -0.03, 0.2, 0.2], 'cannot-separate', 'overlaps', -0.03],
    [
      'the others are unknown',
      0.5,
      [-0.2, nothing, nothing, nothing],
      'not-estimable',
      'too-little',
      undefined,
    ],
    ['a third of four is two', 0.3, [-0.2, 0.2, 0.2, 0.2], 'contradicted', 'too-seldom', 0.2],
  ] as const)('in a share of them: %s', (_, share, values, verdict, rule, value) => {
    const found = verdictOf(below(share), quarters(values));
    expect(found).toMatchObject({ verdict, rule });
    expect(found.effect?.kind === 'estimate' ? found.effect.value : undefined).toBe(value);
    expect(found.parts).toHaveLength(4);
  });

  test('labels that the annotator’s error allows on both sides do not count', () => {
    const errorBand = { lower: -0.5, upper: 0.1, level: 0.95, basis: 'between-domains' } as const;
    const banded = estimate(-0.2, { errorBand });
    expect(verdictOf(below(0.5), quarters([-0.2, banded, 0.2, 0.2])).verdict).toBe('cannot-separate');
  });
});

describe('trends', () => {
  const trend = (direction: 'rise' | 'fall' | 'none', by = 0): ClaimConfig => ({
    ...{ ...named, kind: 'trend', classes: ['public'], direction, by },
    ...{ from: QUARTERS[0] as Period, to: QUARTERS[3] as Period },
  });
  const moved = (of: Estimate): MeasuredSpan[] => [
    {
      ...{ first: QUARTERS[0] as Period, second: QUARTERS[3] as Period, regions: null },
      contrasts: [{ ...side(nothing), effect: of }],
      counted: [],
    },
  ];

  test.each([
    ['fall', 0, -0.2, 'supported'],
    ['rise', 0, -0.2, 'contradicted'],
    ['fall', 0.3, -0.1, 'contradicted'],
    ['fall', 0, -0.03, 'cannot-separate'],
    ['none', 0.1, 0, 'supported'],
    ['none', 0.1, 0.2, 'contradicted'],
    ['none', 0.1, 0.06, 'cannot-separate'],
  ] as const)('%s by %d where it moved by %d: %s', (direction, by, value, verdict) => {
    const found = verdictOf(trend(direction, by), moved(estimate(value)));
    expect(found.verdict).toBe(verdict);
    expect(found.parts[0]?.boundTo).toBe('spans/china/public/2024-01-01..2024-04-01−2024-10-01..2025-01-01');
  });

  test('of a class with too little', () => {
    expect(verdictOf(trend('fall'), moved(nothing)).verdict).toBe('not-estimable');
    expect(verdictOf(trend('fall'), []).verdict).toBe('not-estimable');
  });
});

describe('gaps', () => {
  const gap = (more: object): ClaimConfig => ({
    ...{ ...named, kind: 'gap', class: 'public', than: 'public', is: 'lower', by: 0, ...more },
  });

  test('between two targets, in each of the days', () => {
    const claim = gap({ thanTarget: 'japan', periods: QUARTERS.slice(0, 2) });
    const spans = (second: number) => [
      inQuarter(0, [side(estimate(-0.1)), side(estimate(0.2), 'japan')]),
      inQuarter(1, [side(estimate(-0.1)), side(estimate(second), 'japan')]),
    ];
    expect(verdictOf(claim, spans(0.2))).toMatchObject({
      verdict: 'supported',
      effect: { nDocuments: 1000 },
    });
    expect(verdictOf(claim, spans(-0.4)).verdict).toBe('contradicted');
    expect(verdictOf(claim, spans(-0.1)).verdict).toBe('cannot-separate');
  });

  test('between two targets of which codings correct one: both as counted, because labels that lean alike lean alike in both', () => {
    const claim = gap({ thanTarget: 'japan', periods: QUARTERS.slice(0, 1) });
    const corrected = side(estimate(-0.3, { correction: 'dsl' }));
    const [own, other] = [side(estimate(0.1)), side(estimate(0), 'japan')];
    const spans = [{ ...inQuarter(0, [corrected, other]), counted: [own, other] }];
    expect(verdictOf(claim, spans)).toMatchObject({ effect: { value: 0.1, correction: 'none' } });
  });

  test('between places, over the whole period', () => {
    const claim = gap({ regions: ['Чита'], thanRegions: ['Москва'] });
    expect(claimSpans([claim], WHOLE).map(spanName)).toEqual([
      '2024-01-01..2025-01-01/Чита',
      '2024-01-01..2025-01-01/Москва',
    ]);
    const place = (regions: string[], value: number): MeasuredSpan => ({
      ...{ first: WHOLE, second: null, regions, contrasts: [side(estimate(value))], counted: [] },
    });
    expect(verdictOf(claim, [place(['Чита'], -0.2), place(['Москва'], 0.1)]).verdict).toBe('supported');
    expect(verdictOf(claim, [place(['Чита'], 0), place(['Москва'], 0)]).verdict).toBe('cannot-separate');
  });
});
