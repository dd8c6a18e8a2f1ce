import { expect, test } from 'vitest';
import type { Estimate } from '../domain/estimate.ts';
import { estimateGap } from './class-gap.ts';

const period = { start: '2024-01-01', end: '2024-01-08' };

function estimate(value: number, lower: number, upper: number): Estimate {
  return {
    kind: 'estimate',
    period,
    value,
    standardError: (upper - lower) / 3.92,
    interval: { lower, upper, level: 0.95 },
    effectiveSampleSize: 40,
    nDocuments: 50,
    nAuthors: 20,
    nClusters: 45,
    method: 'x',
    correction: 'none',
    mix: 'observed',
  };
}

test('the example of the docstring', () => {
  const gap = estimateGap(estimate(0.1, 0.05, 0.15), estimate(0.02, -0.01, 0.05));
  expect(gap).toMatchObject({ kind: 'estimate', nDocuments: 100 });
  if (gap.kind === 'estimate') {
    expect(gap.value).toBeCloseTo(0.08, 12);
    expect(gap.interval.lower).toBeCloseTo(0.08 - Math.sqrt(0.05 ** 2 + 0.03 ** 2), 12);
    expect(gap.interval.upper).toBeCloseTo(0.08 + Math.sqrt(0.05 ** 2 + 0.03 ** 2), 12);
  }
});

test('swapping the classes mirrors the interval', () => {
  const [a, b] = [estimate(0.1, 0.02, 0.15), estimate(-0.3, -0.34, -0.2)];
  const [forth, back] = [estimateGap(a, b), estimateGap(b, a)];
  if (forth.kind !== 'estimate' || back.kind !== 'estimate') throw forth;
  expect(back.interval.lower).toBeCloseTo(-forth.interval.upper, 12);
  expect(back.interval.upper).toBeCloseTo(-forth.interval.lower, 12);
});

test('a gap with a missing side is missing, for the same reason', () => {
  const missing: Estimate = {
    kind: 'not-estimable',
    period,
    reason: 'no-collection',
    nDocuments: 0,
    nAuthors: 0,
    nClusters: 0,
  };
  expect(estimateGap(estimate(0, -0.1, 0.1), missing)).toMatchObject({
    kind: 'not-estimable',
    reason: 'no-collection',
    nDocuments: 50,
  });
  expect(estimateGap(missing, estimate(0, -0.1, 0.1))).toMatchObject({
    kind: 'not-estimable',
    reason: 'no-collection',
  });
});
