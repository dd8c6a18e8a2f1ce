import { expect, test } from 'vitest';
import type { Estimate } from '../domain/estimate.ts';
import type { Specification, SpecificationResult } from '../domain/multiverse.ts';
import { multiverseSentences } from '../report/formats/multiverse-text.ts';
import type { StudyConfig } from '../study/config.ts';
import { compareChoices, planSpecifications, summarizeMultiverse } from './multiverse.ts';

const study = {
  bin: 'week',
  sources: [
    { id: 'forum', class: 'public' },
    { id: 'chats', class: 'public' },
    { id: 'paper', class: 'press' },
  ],
  weights: { copies: 'each', authorWeekCap: 2, sources: {} },
  measure: { eventWindowDays: 180, voices: ['own'] },
} as unknown as StudyConfig;

const plan = (event: string | null, estimators = ['raw'], hasCampaigns = false): Specification[] =>
  planSpecifications(
    study,
    { hasEvent: event !== null, classes: ['public'], hasCampaigns },
    estimators.map((id) => ({
      id,
      mixes: id === 'one-mix' ? (['observed'] as const) : (['observed', 'fixed'] as const),
    })),
  );

test('all combinations of the small dimensions, then each source of the class left out in turn', () => {
  const planned = plan('change', ['raw', 'corrected']);
  const [estimators, copies, caps, mixes, voices, windows] = [2, 2, 3, 2, 2, 4];
  expect(planned).toHaveLength(estimators * copies * caps * mixes * voices * windows + 2);
  expect(new Set(planned.map(({ id }) => id)).size).toBe(planned.length);
  expect(planned.filter(({ isStudy }) => isStudy)).toMatchObject([
    { estimator: 'raw', copies: 'each', authorWeekCap: 2, mix: 'observed', window: 180, leftOut: null },
  ]);
  expect(planned.slice(-2).map(({ leftOut }) => leftOut)).toEqual(['forum', 'chats']);
  expect(plan('change')).toEqual(plan('change'));
});

test('where accounts act alike, the study’s own choices are tried without them too', () => {
  const planned = plan('change', ['raw'], true);
  const removed = planned.filter(({ campaigns }) => campaigns === 'removed');
  const [own] = planned.filter(({ isStudy }) => isStudy);
  expect(own?.campaigns).toBe('kept');
  expect(removed).toEqual([
    {
      ...own,
      campaigns: 'removed',
      isStudy: false,
      id: own?.id.replace('campaigns: kept', 'campaigns: removed'),
    },
  ]);
  expect(planned.filter(({ campaigns }) => campaigns === 'kept')).toEqual(plan('change'));
});

test('an estimator that knows one mix is not tried at the other', () => {
  const planned = plan('change', ['raw', 'one-mix']);
  const mixes = planned.filter(({ estimator }) => estimator === 'one-mix').map(({ mix }) => mix);
  expect(new Set(mixes)).toEqual(new Set(['observed']));
});

test('without an event the width of the bin takes the place of the window', () => {
  expect(new Set(plan(null).map(({ window }) => window))).toEqual(new Set(['day', 'week', 'month']));
});

const estimate = (value: number, half: number): Estimate => ({
  kind: 'estimate',
  period: { start: '2024-01-01', end: '2025-01-01' },
  value,
  standardError: half / 2,
  interval: { lower: value - half, upper: value + half, level: 0.95 },
  effectiveSampleSize: 10,
  nDocuments: 10,
  nAuthors: 10,
  nClusters: 10,
  method: '',
  correction: 'none',
  mix: 'observed',
});
const none: Estimate = {
  kind: 'not-estimable',
  period: { start: '2024-01-01', end: '2025-01-01' },
  reason: 'too-few-mentions',
  nDocuments: 3,
  nAuthors: 3,
  nClusters: 3,
};

function results(estimates: readonly Estimate[]): SpecificationResult[] {
  const planned = plan('change');
  const own = planned.find(({ isStudy }) => isStudy) as Specification;
  const others = planned.filter(({ isStudy }) => !isStudy);
  return estimates.map((one, i) => ({ ...((i === 0 ? own : others[i]) as Specification), estimate: one }));
}

test('agreement is counted against the study’s own number', () => {
  const summary = summarizeMultiverse(
    results([estimate(-0.2, 0.1), estimate(-0.1, 0.2), estimate(0.3, 0.1), estimate(-0.4, 0.1), none]),
  );
  expect(summary).toEqual({
    nSpecifications: 5,
    nEstimable: 4,
    nSameSign: 3,
    nExcludeZero: 2,
    nExcludeZeroOpposite: 1,
    minimum: -0.4,
    median: expect.closeTo(-0.15, 12),
    maximum: 0.3,
  });
  const effects = compareChoices(results([estimate(-0.2, 0.1), estimate(0.3, 0.1)]));
  expect(effects.every(({ nEstimable }) => nEstimable === 1)).toBe(true);
});

test('where nothing can be estimated it says so', () => {
  const summary = summarizeMultiverse(results([none, none]));
  expect(summary).toMatchObject({ nEstimable: 0, median: null, nSameSign: 0 });
  expect(multiverseSentences(summary)).toEqual(['2 specifications; none can be estimated.']);
});
