import { describe, expect, test } from 'vitest';
import type { Decomposition } from '../domain/decomposition.ts';
import type { ErrorBand, Estimate, Estimated, NotEstimableReason } from '../domain/estimate.ts';
import type { EventContrast, EventVerdict } from '../domain/finding.ts';
import type { ClaimConfig } from '../study/claim-config.ts';
import type { ClaimNumbers } from './claim-numbers.ts';
import { testClaims } from './test-claims.ts';

const PERIOD = { start: '2024-01-01', end: '2025-01-01' };

function estimate(value: number, standardError: number, more: Partial<Estimated> = {}): Estimated {
  const half = 1.96 * standardError;
  return {
    ...{ kind: 'estimate', period: PERIOD, value, standardError, effectiveSampleSize: 400 },
    interval: { lower: value - half, upper: value + half, level: 0.95 },
    ...{ nDocuments: 500, nAuthors: 200, nClusters: 450, method: 'x', correction: 'none', mix: 'observed' },
    ...more,
  };
}

const missing = (reason: NotEstimableReason, nDocuments = 0): Estimate => ({
  ...{
    kind: 'not-estimable',
    period: PERIOD,
    reason,
    nDocuments,
    nAuthors: nDocuments,
    nClusters: nDocuments,
  },
});

const level = (name: string, of: Estimate) => ({
  ...{ target: 'china', stratum: { class: name }, measure: 'net-balance' as const, estimate: of },
});

function event(name: string, step: Estimate, verdict: EventVerdict, more: Partial<EventContrast> = {}) {
  return {
    ...{ event: 'july', label: 'July', kind: 'declared', date: PERIOD, expected: null, target: 'china' },
    ...{ stratum: { class: name }, windowDays: 90, before: step, after: step, effect: step, step },
    ...{ pPlacebo: 0.001, pAdjusted: verdict === 'no-change-seen' ? 0.6 : 0.004, looks: 4, verdict },
    ...{ inseparableFrom: [], minimumDetectableEffect: 0.12 },
    ...more,
  } as EventContrast;
}

function split(contributions: Readonly<Record<string, number>>, standardError = 0.01): Decomposition {
  const levels = Object.entries(contributions).map(([name, value]) => {
    const half = 1.96 * standardError;
    const part = {
      value,
      standardError,
      interval: { lower: value - half, upper: value + half, level: 0.95 },
    };
    const side = estimate(0.3, 0.01, { nDocuments: 100 });
    return {
      ...{ level: name, shareBefore: side, shareAfter: side, balanceBefore: side, balanceAfter: side },
      ...{ contribution: part, excess: part, probabilityFirst: 0, probabilityFirstThree: 0, qValue: 0 },
    };
  });
  const whole = estimate(-0.3, 0.02);
  return {
    ...{ target: 'china', stratum: { class: 'public' }, event: 'july', from: PERIOD, to: PERIOD },
    ...{ dimension: 'theme', before: whole, after: whole, change: whole, corrected: null, measurement: null },
    ...{ contributions: [], kinds: [], words: [], levels },
  };
}

const NUMBERS: ClaimNumbers = {
  period: PERIOD,
  levels: [],
  events: [],
  classContrasts: [],
  decompositions: [],
  spans: [],
  nDocuments: (name) => (name === 'silent' ? 0 : 1000),
};

const measure = { confidenceLevel: 0.95, minimumMentions: 30, minimumAuthors: 10 } as never;
const verdictsOf = (claims: readonly ClaimConfig[], numbers: Partial<ClaimNumbers>) =>
  testClaims({ study: { claims, measure }, numbers: { ...NUMBERS, ...numbers } });
const verdictOf = (claim: ClaimConfig, numbers: Partial<ClaimNumbers>) => {
  const [only] = verdictsOf([claim], numbers);
  return only ?? expect.unreachable();
};

const named = { id: 'c', text: 'x', target: 'china' };
const levelAbove = (classes: string[], threshold = 0): ClaimConfig => ({
  ...{ ...named, kind: 'level', classes, measure: 'net-balance', is: 'above', threshold },
});
const fall = (classes: string[], by = 0): ClaimConfig => ({
  ...{ ...named, kind: 'change', classes, event: 'july', direction: 'fall', by },
});
const gap = (is: 'higher' | 'lower', by = 0): ClaimConfig => ({
  ...{ ...named, kind: 'gap', class: 'public', than: 'press', is, by },
});

describe('levels', () => {
  const band: ErrorBand = { lower: -0.1, upper: 0.6, level: 0.95, basis: 'between-domains' };

  test.each([
    ['clear', estimate(0.3, 0.05), 'supported', 'beyond'],
    ['clear the other way', estimate(-0.3, 0.05), 'contradicted', 'opposite'],
    ['unclear', estimate(0.05, 0.05), 'cannot-separate', 'overlaps'],
    [
      'clear, within the error of the annotator',
      estimate(0.3, 0.05, { errorBand: band }),
      'cannot-separate',
      'annotator-error',
    ],
    ['clear and corrected', estimate(0.3, 0.05, { correction: 'dsl' }), 'supported', 'beyond'],
    ['of few mentions', missing('too-few-mentions', 12), 'not-estimable', 'too-little'],
    ['of none', missing('no-mentions'), 'no-data', 'no-documents'],
  ] as const)('%s: %#', (_, of, verdict, rule) => {
    expect(verdictOf(levelAbove(['public']), { levels: [level('public', of)] })).toMatchObject({
      verdict,
      rule,
    });
  });

  test('one of several classes that fails contradicts; one without data leaves nothing to support', () => {
    const levels = [level('public', estimate(-0.3, 0.05)), level('press', estimate(0.3, 0.05))];
    const failed = verdictOf(levelAbove(['press', 'public']), { levels });
    expect(failed).toMatchObject({ verdict: 'contradicted', effect: { value: -0.3 } });
    expect(failed.parts.map((part) => part.verdict)).toEqual(['contradicted', 'supported']);
    const silent = verdictOf(levelAbove(['press', 'silent']), { levels });
    expect(silent).toMatchObject({ verdict: 'no-data', nDocuments: 0 });
    expect(silent.wouldChange).toEqual([{ kind: 'missing-class', class: 'silent' }]);
  });

  test('claims count for each other: what is clear alone is not beside nine others', () => {
    const levels = [level('public', estimate(0.11, 0.05))];
    const one = levelAbove(['public']);
    expect(verdictOf(one, { levels }).verdict).toBe('supported');
    const ten = Array.from({ length: 10 }, (_, i) => ({ ...one, id: `c${i}` }));
    expect(verdictsOf(ten, { levels }).map((claim) => claim.verdict)).toEqual(
      Array.from({ length: 10 }, () => 'cannot-separate'),
    );
  });

  test('says how much more would tell it: as many mentions as make the interval reach the threshold', () => {
    const { wouldChange } = verdictOf(levelAbove(['public']), {
      levels: [level('public', estimate(0.05, 0.05))],
    });
    expect(wouldChange.map((one) => one.kind)).toEqual(['minimum-detectable', 'more-mentions']);
    const [detectable, mentions] = wouldChange as readonly { value?: number; count?: number }[];
    expect(detectable?.value).toBeCloseTo((1.959964 + 0.841621) * 0.05, 5);
    expect(mentions?.count).toBe(Math.ceil(500 * (1.959964 ** 2 - 1)));
    const nearer = estimate(0.09, 0.05);
    expect(
      verdictOf(levelAbove(['public']), { levels: [level('public', nearer)] }).wouldChange,
    ).toContainEqual({
      ...{ kind: 'codings', class: 'public', count: Math.ceil((1.959964 / 0.09) ** 2) },
    });
    const few = verdictOf(levelAbove(['public']), {
      levels: [level('public', missing('too-few-mentions', 4))],
    });
    expect(few.wouldChange).toEqual([
      { kind: 'more-mentions', class: 'public', count: 26 },
      { kind: 'more-authors', class: 'public', count: 6 },
    ]);
  });
});

describe('changes at an event', () => {
  const step = estimate(-0.3, 0.05);

  test.each<[EventVerdict, string, string]>([
    ['supported', 'supported', 'event-moved'],
    ['cannot-separate', 'cannot-separate', 'event-rivals'],
    ['other-date', 'cannot-separate', 'event-other-date'],
    ['gradual', 'cannot-separate', 'event-gradual'],
    ['unconfirmed', 'cannot-separate', 'event-unconfirmed'],
    ['no-change-seen', 'cannot-separate', 'event-no-change'],
  ])('the test of the event says %s: %s', (of, verdict, rule) => {
    const found = verdictOf(fall(['public']), { events: [event('public', step, of)] });
    expect(found).toMatchObject({ verdict, rule, effect: { value: -0.3 } });
    expect(found.parts[0]?.boundTo).toBe('events/july/china/public/step');
  });

  test('a rise contradicts a fall; rivals are named', () => {
    const rise = event('public', estimate(0.3, 0.05), 'supported');
    expect(verdictOf(fall(['public']), { events: [rise] })).toMatchObject({ verdict: 'contradicted' });
    const torn = event('public', step, 'cannot-separate', { inseparableFrom: ['august'] });
    expect(verdictOf(fall(['public']), { events: [torn] }).wouldChange).toContainEqual({
      kind: 'rivals',
      events: ['august'],
    });
  });

  test('a size that was not reached contradicts, though a fall was seen', () => {
    const events = [event('public', step, 'supported')];
    expect(verdictOf(fall(['public'], 0.1), { events }).verdict).toBe('supported');
    expect(verdictOf(fall(['public'], 0.28), { events }).verdict).toBe('cannot-separate');
    expect(verdictOf(fall(['public'], 0.5), { events }).verdict).toBe('contradicted');
    const rivals = [event('public', step, 'cannot-separate')];
    expect(verdictOf(fall(['public'], 0.1), { events: rivals }).rule).toBe('event-rivals');
  });

  test('no change is shown by an interval within the margin, not by a test that saw none', () => {
    const none = (by: number): ClaimConfig => ({ ...fall(['public'], by), direction: 'none' }) as ClaimConfig;
    const events = [event('public', estimate(0.01, 0.03), 'no-change-seen')];
    expect(verdictOf(none(0.1), { events }).verdict).toBe('supported');
    expect(verdictOf(none(0.04), { events }).verdict).toBe('cannot-separate');
    expect(verdictOf(none(0.1), { events: [event('public', step, 'supported')] }).verdict).toBe(
      'contradicted',
    );
  });

  test('too few periods: not estimable, and so is a class without mentions before', () => {
    const untested = event('public', step, 'not-tested', { step: missing('too-few-periods', 500) });
    expect(verdictOf(fall(['public']), { events: [untested] })).toMatchObject({
      verdict: 'not-estimable',
      rule: 'event-not-tested',
    });
    const empty = missing('one-side-empty', 40);
    const oneSided = event('public', empty, 'not-estimable');
    expect(verdictOf(fall(['public']), { events: [oneSided] }).rule).toBe('too-little');
  });
});

describe('gaps', () => {
  const contrast = (difference: Estimate) => ({
    ...{
      target: 'china',
      classes: ['press', 'public'] as const,
      measure: 'net-balance' as const,
      theme: null,
    },
    ...{ first: difference, second: difference, difference, ratio: null, nPeriods: 10, qValue: 0 },
  });

  test('the paired difference is turned the way the claim has it', () => {
    const classContrasts = [contrast(estimate(0.3, 0.05))];
    const lower = verdictOf(gap('lower'), { classContrasts });
    expect(lower).toMatchObject({ verdict: 'supported', effect: { value: -0.3 }, threshold: 0 });
    expect(verdictOf(gap('higher'), { classContrasts }).verdict).toBe('contradicted');
    expect(verdictOf(gap('lower', 0.5), { classContrasts }).verdict).toBe('contradicted');
  });

  test('levels that codings correct stand before labels', () => {
    const corrected = { correction: 'dsl' as const };
    const levels = [
      level('public', estimate(0.1, 0.05, corrected)),
      level('press', estimate(0.12, 0.05, corrected)),
    ];
    const found = verdictOf(gap('lower'), { levels, classContrasts: [contrast(estimate(0.3, 0.05))] });
    expect(found).toMatchObject({ verdict: 'cannot-separate', effect: { correction: 'dsl' } });
    expect(found.effect).toMatchObject({ standardError: Math.hypot(0.05, 0.05) });
  });
});

describe('drivers, their order, omissions', () => {
  const claim = { ...named, class: 'public', event: 'july', direction: 'fall' as const };
  const events = [event('public', estimate(-0.3, 0.05), 'supported')];
  const driver: ClaimConfig = { ...claim, kind: 'driver', theme: 'goods', by: 0 };

  test('a contribution counts where the change is shown, and not where it is not', () => {
    const decompositions = [split({ goods: -0.2, war: -0.1 })];
    expect(verdictOf(driver, { events, decompositions })).toMatchObject({ verdict: 'supported' });
    const still = [event('public', estimate(-0.03, 0.05), 'no-change-seen')];
    expect(verdictOf(driver, { events: still, decompositions }).rule).toBe('change-not-shown');
    expect(verdictOf(driver, { events, decompositions: [split({ goods: 0.1 })] }).verdict).toBe(
      'contradicted',
    );
    expect(verdictOf(driver, { events, decompositions: [] })).toMatchObject({ verdict: 'not-estimable' });
  });

  test('an order holds where every two neighbours are apart by the largest error they can have', () => {
    const order: ClaimConfig = { ...claim, kind: 'order', themes: ['goods', 'war', 'money'] };
    const of = (contributions: Record<string, number>) =>
      verdictOf(order, { events, decompositions: [split(contributions)] });
    expect(of({ goods: -0.25, war: -0.15, money: -0.05 }).verdict).toBe('supported');
    expect(of({ goods: -0.25, war: -0.15, money: -0.14 })).toMatchObject({
      verdict: 'cannot-separate',
      parts: [{ verdict: 'cannot-separate' }, { verdict: 'supported' }],
    });
    expect(of({ goods: -0.05, war: -0.25, money: 0 }).verdict).toBe('contradicted');
  });

  test('an omission is judged by the ratio, or by silence among many', () => {
    const omission: ClaimConfig = {
      ...{ ...named, kind: 'omission', class: 'public', than: 'press', theme: 'goods', times: 2 },
    };
    const of = (first: Estimated, second: Estimated, ratio: number | null) => {
      const interval = { lower: 0.8 * (ratio ?? 0), upper: 1.25 * (ratio ?? 0), level: 0.95 };
      const contrast = {
        ...{ target: 'china', classes: ['public', 'press'] as const, measure: 'theme-share' as const },
        ...{ theme: 'goods', first, second, difference: estimate(first.value - second.value, 0.01) },
        ...{ ratio: ratio === null ? null : { value: ratio, interval }, nPeriods: 9, qValue: 0 },
      };
      return verdictOf(omission, { classContrasts: [contrast] });
    };
    expect(of(estimate(0.05, 0.01), estimate(0.25, 0.02), 0.2)).toMatchObject({
      verdict: 'supported',
      parts: [{ ratio: { value: 5 } }],
    });
    expect(of(estimate(0.2, 0.01), estimate(0.25, 0.02), 0.8).verdict).toBe('contradicted');
    expect(of(estimate(0.12, 0.01), estimate(0.25, 0.02), 0.48).verdict).toBe('cannot-separate');
    const silent = { ...estimate(0, 0.001), effectiveSampleSize: 300 };
    expect(of(silent, estimate(0.25, 0.02), null).verdict).toBe('supported');
    expect(of({ ...silent, effectiveSampleSize: 20 }, estimate(0.25, 0.02), null).verdict).toBe(
      'cannot-separate',
    );
    expect(of(estimate(0.25, 0.02), silent, null).verdict).toBe('contradicted');
  });
});

test('facts, quotes and opinions are listed without a verdict', () => {
  const quote: ClaimConfig = { id: 'q', text: '“x”', kind: 'quote', target: null };
  expect(verdictOf(quote, {})).toMatchObject({ verdict: null, rule: 'unmeasured', parts: [], effect: null });
});
