import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changePenalty } from './change-penalty.ts';
import { changePoints } from './change-points.ts';
import { normalDraw } from './normal.ts';
import { seededRandom } from './random.ts';

interface Bin {
  readonly value: number;
  readonly variance: number;
}
const LEVEL = { level: 0.95 };

function bins(n: number, levelAt: (t: number) => number, seed: number): Bin[] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, (_, t) => {
    const variance = 0.001 * (1 + random());
    return { value: levelAt(t) + Math.sqrt(variance) * normalDraw(random), variance };
  });
}
const stepAt = (at: number) => (t: number) => (t < at ? 0.1 : -0.1);

test('a clear step is found where it is, with its size', () => {
  const [change, ...more] = changePoints(bins(60, stepAt(33), 7), LEVEL)?.changes ?? [];
  expect(more).toEqual([]);
  expect(change).toMatchObject({ kind: 'step', start: 33, duration: 1 });
  expect(change?.lower).toBeLessThan(-0.2);
  expect(change?.upper).toBeGreaterThan(-0.2);
  expect(change?.upper).toBeLessThan(0);
});

test('steps up and down again are two changes', () => {
  const level = (t: number): number => (t >= 20 && t < 40 ? 0.15 : 0);
  const found = changePoints(bins(60, level, 2), LEVEL)?.changes ?? [];
  expect(found.map(({ start, kind }) => [start, kind])).toEqual([
    [20, 'step'],
    [40, 'step'],
  ]);
});

test('a steady decline is one slope, not a staircase', () => {
  const level = (t: number): number => -0.4 * Math.min(Math.max((t - 14) / 40, 0), 1);
  const found = changePoints(bins(70, level, 3), LEVEL)?.changes ?? [];
  expect(found.map(({ kind }) => kind)).toEqual(['slope']);
  expect(found[0]?.startRange[0]).toBeLessThanOrEqual(15);
  expect(found[0]?.startRange[1]).toBeGreaterThanOrEqual(15);
});

test('missing bins are missing: a hole is no change, and a change inside one may lie anywhere in it', () => {
  const silent = (list: readonly Bin[]): (Bin | null)[] => list.map((b, t) => (t >= 25 && t < 35 ? null : b));
  expect(changePoints(silent(bins(60, () => 0.1, 4)), LEVEL)?.changes).toEqual([]);
  const [change] = changePoints(silent(bins(60, stepAt(30), 5)), LEVEL)?.changes ?? [];
  expect(change?.startRange[0]).toBeLessThanOrEqual(25);
  expect(change?.startRange[1]).toBeGreaterThanOrEqual(35);
});

test('too few bins, or all the same, give nothing', () => {
  expect(
    changePoints(
      bins(19, () => 0, 6),
      LEVEL,
    ),
  ).toBeNull();
  expect(changePoints(Array(40).fill({ value: 0.2, variance: 0.01 }), LEVEL)).toBeNull();
  expect(changePoints(Array(40).fill(null), LEVEL)).toBeNull();
});

test('units and the zero do not matter', () => {
  const seeds = fc.integer({ min: 1, max: 1e6 });
  fc.assert(
    fc.property(seeds, fc.constantFrom(-3, 0, 5), fc.constantFrom(0.25, 4), (seed, shift, scale) => {
      const series = bins(40, stepAt(22), seed);
      const moved = series.map(({ value, variance }) => ({
        value: shift + scale * value,
        variance: scale ** 2 * variance,
      }));
      const [a, b] = [series, moved].map((one) => changePoints(one, LEVEL));
      expect(b?.changes.map(({ start, kind }) => [start, kind])).toEqual(
        a?.changes.map(({ start, kind }) => [start, kind]),
      );
      a?.changes.forEach((change, i) => {
        expect(b?.changes[i]?.size).toBeCloseTo(scale * change.size, 6);
        expect(b?.changes[i]?.startRange).toEqual(change.startRange);
      });
    }),
    { numRuns: 8 },
  );
});

test('whatever the series, numbers are finite, intervals have width and changes are in order', () => {
  const cell = fc.option(
    fc.record({
      value: fc.constantFrom(-1, -0.2, 0, 0.1, 0.5, 1),
      variance: fc.constantFrom(1e-9, 0.001, 0.01, 1),
    }),
    { freq: 6 },
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 15, maxLength: 40 }), (series) => {
      const found = changePoints(series, LEVEL);
      if (found === null) return;
      expect(Number.isFinite(found.noise.processVariance)).toBe(true);
      found.changes.forEach((change, i) => {
        for (const number of [change.size, change.standardError, change.lower, change.upper])
          expect(Number.isFinite(number)).toBe(true);
        expect(change.upper).toBeGreaterThan(change.lower);
        expect(change.start).toBeGreaterThan(found.changes[i - 1]?.start ?? 0);
        expect(change.startRange[0]).toBeLessThanOrEqual(change.start);
        expect(change.startRange[1]).toBeGreaterThanOrEqual(change.start);
      });
    }),
    { numRuns: 40 },
  );
});

test('the penalty is larger for more autocorrelation and stays between the entries of its table', () => {
  for (const n of [5, 20, 33, 104, 260, 5000]) {
    expect(changePenalty(n, 0)).toBe(changePenalty(n, 0.6));
    expect(changePenalty(n, 0.9)).toBeGreaterThan(changePenalty(n, 0.6));
    expect(changePenalty(n, 0.99)).toBe(changePenalty(n, 0.9));
  }
});
