import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Estimated } from '../domain/estimate.ts';
import { measurementPart } from './decompose-changes.ts';

const change = (value: number, half: number): Estimated => ({
  kind: 'estimate',
  period: { start: '2024-01-01', end: '2024-03-01' },
  value,
  standardError: half / 2,
  interval: { lower: value - half, upper: value + half, level: 0.95 },
  effectiveSampleSize: 100,
  nDocuments: 100,
  nAuthors: 80,
  nClusters: 90,
  method: 'mean',
  correction: 'none',
  mix: 'observed',
});

test('the raw change is the corrected one and measurement, for any two ends of their intervals too', () => {
  const number = fc.double({ min: -2, max: 2, noNaN: true });
  const width = fc.double({ min: 0.001, max: 1, noNaN: true });
  fc.assert(
    fc.property(number, width, number, width, (rawValue, rawHalf, correctedValue, correctedHalf) => {
      const [raw, corrected] = [change(rawValue, rawHalf), change(correctedValue, correctedHalf)];
      const part = measurementPart(raw, corrected);
      expect((part?.value as number) + correctedValue).toBeCloseTo(rawValue, 12);
      expect(part?.interval.lower).toBeCloseTo(raw.interval.lower - corrected.interval.upper, 12);
      expect(part?.interval.upper).toBeCloseTo(raw.interval.upper - corrected.interval.lower, 12);
      expect(part?.standardError).toBeGreaterThanOrEqual(
        Math.hypot(raw.standardError, corrected.standardError),
      );
    }),
  );
});

test('without codings nothing is known of it', () => {
  expect(measurementPart(change(-0.2, 0.05), null)).toBe(null);
});
