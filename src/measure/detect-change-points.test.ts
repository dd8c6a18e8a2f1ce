import { expect, test } from 'vitest';
import type { Estimate, Series } from '../domain/estimate.ts';
import { normalDraw } from '../stats/normal.ts';
import { seededRandom } from '../stats/random.ts';
import { detectChangePoints } from './detect-change-points.ts';
import { timeBins } from './time-bins.ts';

const bins = timeBins({ start: '2024-01-01', end: '2025-01-01' }, 'week');
const OPTIONS = { confidenceLevel: 0.95 };

function estimates(
  levelAt: (week: number) => number | null,
  mix: 'observed' | 'fixed' = 'observed',
): Estimate[] {
  const random = seededRandom(11);
  return bins.map(({ period }, week): Estimate => {
    const level = levelAt(week);
    const noise = 0.03 * normalDraw(random);
    const counts = { period, nDocuments: 300, nAuthors: 100, nClusters: 290 };
    if (level === null) return { kind: 'not-estimable', reason: 'no-collection', ...counts };
    const value = level + noise;
    return {
      kind: 'estimate',
      ...counts,
      value,
      standardError: 0.03,
      interval: { lower: value - 0.06, upper: value + 0.06, level: 0.95 },
      effectiveSampleSize: 280,
      method: 'classify-and-count; clustered by author and copies',
      correction: 'none',
      mix,
    };
  });
}

function series(id: string, levelAt: (week: number) => number | null): Series {
  return {
    id,
    target: id,
    stratum: { class: 'public' },
    measure: 'net-balance',
    estimates: estimates(levelAt),
  };
}
const fall = (week: number): number => (week < 26 ? 0.1 : -0.1);

test('a fall has its date, its size and the days between which it began; still series and placebos have none', () => {
  const { changePoints, trends } = detectChangePoints(
    [series('china', fall), series('india', () => 0.1)],
    OPTIONS,
  );
  expect(changePoints).toHaveLength(1);
  const [change] = changePoints;
  expect(change).toMatchObject({
    series: 'china',
    kind: 'step',
    date: '2024-07-01',
    until: '2024-07-01',
    looks: 2,
  });
  expect(change?.dateInterval.start.localeCompare('2024-07-01')).toBeLessThanOrEqual(0);
  expect(change?.dateInterval.end.localeCompare('2024-07-08')).toBeGreaterThanOrEqual(0);
  expect(change?.size.interval.upper).toBeLessThan(0);
  expect(trends.map((one) => one.notTested)).toEqual([null, null]);
  expect(trends[0]?.level).toHaveLength(bins.length);
});

test('shares are not searched, and a short series says why it was not', () => {
  const short = series('turkey', (week) => (week % 3 === 0 ? 0.1 : null));
  const share: Series = { ...series('china', fall), id: 'share', measure: 'favor-share' };
  const { changePoints, trends } = detectChangePoints([short, share], OPTIONS);
  expect(changePoints).toEqual([]);
  expect(trends.map((one) => [one.series, one.notTested])).toEqual([['turkey', 'too-few-periods']]);
});

test('a hole in collection is no change', () => {
  const { changePoints } = detectChangePoints(
    [series('china', (week) => (week >= 20 && week < 26 ? null : 0.1))],
    OPTIONS,
  );
  expect(changePoints).toEqual([]);
});

test('the fixed mix is searched where there is one', () => {
  const mixed: Series = {
    ...series('china', fall),
    variants: [{ correction: 'none', mix: 'fixed', estimates: estimates(() => 0.1, 'fixed') }],
  };
  expect(detectChangePoints([mixed], OPTIONS).changePoints).toEqual([]);
  const both = {
    ...mixed,
    variants: [{ correction: 'none', mix: 'fixed', estimates: estimates(fall, 'fixed') }] as const,
  };
  expect(detectChangePoints([both], OPTIONS).changePoints[0]?.size.mix).toBe('fixed');
});
