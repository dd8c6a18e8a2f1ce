import { describe, expect, test } from 'vitest';
import { simulateNoise } from './autoregressive-noise.ts';
import type { SeriesPoint } from './autoregressive-regression.ts';
import { anyDateThreshold, dateSet, fewDatesThreshold } from './date-set.ts';
import { differenceSeries } from './difference-series.ts';
import { type EventTest, eventTest, readEventTest } from './event-test.ts';
import { detectableStep, minimumDetectableEffect } from './minimum-detectable-effect.ts';
import { seededRandom } from './random.ts';

const N = 60;
const VARIANCE = 0.0016;

function series(seed: number, shape: (t: number) => number): SeriesPoint[] {
  const noise = simulateNoise(
    { processVariance: 0.0004, partial: [0.3, 0] },
    Array.from({ length: N }, () => VARIANCE),
    seededRandom(seed),
  );
  return [...noise].map((value, t) => ({ value: value + shape(t), variance: VARIANCE }));
}

const testOf = (points: readonly SeriesPoint[], rivals: readonly number[] = [], at = 30): EventTest =>
  eventTest({
    points,
    at,
    rivals,
    confidenceLevel: 0.95,
    nSeries: 199,
    nEnough: 10,
    random: seededRandom(1),
  })!;
const step = (size: number) => (t: number) => (t >= 30 ? size : 0);

describe('one event', () => {
  test('a step at the event is found there, and at no placebo', () => {
    const { step: found, placebo, dates, best, isAmongDates, isGradual } = testOf(series(1, step(0.2)));
    expect(found.lower).toBeGreaterThan(0.1);
    expect(found.upper).toBeLessThan(0.3);
    expect(placebo).toEqual({ probability: 1 / 200, nSeries: 199, nAsLarge: 0 });
    expect(dates).toMatchObject({ n: 48, nAsLarge: 0 });
    expect([best.at, isAmongDates, isGradual]).toEqual([30, true, false]);
  });

  test('nothing at the event is nothing', () => {
    const { placebo, isGradual } = testOf(series(2, () => 0));
    expect(placebo.probability).toBeGreaterThan(0.05);
    expect(placebo.nAsLarge).toBe(10);
    expect(isGradual).toBe(true);
  });

  test('a steady drift is told as gradual', () => {
    expect(testOf(series(3, (t) => (0.4 * t) / N)).isGradual).toBe(true);
  });

  test('a step at another date is not laid to the event', () => {
    const { isAmongDates, best } = testOf(series(4, (t) => (t >= 15 ? 0.3 : 0)));
    expect(isAmongDates).toBe(false);
    expect(best.from).toBeLessThanOrEqual(15);
    expect(best.to).toBeGreaterThanOrEqual(15);
  });

  test('a rival next door cannot be separated, one far away can', () => {
    const points = series(5, step(0.15));
    const crowded = testOf(points, [30.2, 42]);
    expect(crowded.inseparable).toEqual([0]);
    expect(readEventTest(crowded, { probability: 0.01, level: 0.05 })).toBe('cannot-separate');
    expect(readEventTest(crowded, { probability: 0.06, level: 0.05 })).toBe('no-change-seen');
    expect(testOf(points, [30]).inseparable).toEqual([0]);
  });

  test('the same seed gives the same test', () => {
    const points = series(6, step(0.05));
    const [once, again] = [testOf(points), testOf(points)];
    expect(again.placebo).toEqual(once.placebo);
    expect(again.step.upper).toBe(once.step.upper);
  });
});

test('a control series takes out what both have in common', () => {
  const shock = (t: number): number => (t >= 30 ? -0.3 : 0) + (t === 10 ? 0.5 : 0);
  const difference = differenceSeries(
    series(7, (t) => shock(t) + step(0.2)(t)),
    [...series(8, shock).slice(0, 50), null],
  );
  expect(difference.slice(50).every((point) => point === null)).toBe(true);
  expect(difference[0]?.variance).toBe(2 * VARIANCE);
  const { step: found } = testOf(difference);
  expect(found.lower).toBeGreaterThan(0.05);
});

test('thresholds of date sets', () => {
  // Hansen (2000), table I: 7.35 for twice the logarithm at 95 %, 10.59 at 99 %.
  expect(2 * anyDateThreshold(0.95)).toBeCloseTo(7.35, 2);
  expect(2 * anyDateThreshold(0.99)).toBeCloseTo(10.59, 2);
  expect(fewDatesThreshold(0.95, 1)).toBeCloseTo(1.6449 ** 2 / 2, 3);
  expect(fewDatesThreshold(0.95, 1000)).toBe(anyDateThreshold(0.95));
  expect(dateSet([-10, -11, -14], 1.35)).toEqual([0, 1]);
  expect(dateSet([-2, Number.NEGATIVE_INFINITY], 1)).toEqual([0]);
});

test('what could have been seen', () => {
  expect(minimumDetectableEffect(0.01, { critical: 1.96, power: 0.8 })).toBeCloseTo(0.028, 4);
  const { step: found } = testOf(series(1, step(0.2)));
  const rule = { critical: 1.96, power: 0.8 };
  expect(detectableStep(found.effect, rule)).toBeGreaterThan(
    minimumDetectableEffect(found.standardError, rule) * 0.98,
  );
});
