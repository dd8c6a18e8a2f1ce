import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConfusionInversionInputs, confusionInversion } from './confusion-inversion.ts';
import { type ConfusionSpread, confusionSpread } from './confusion-spread.ts';

const KIND = [
  [700, 200, 100],
  [100, 800, 100],
  [150, 250, 600],
];
const OTHER = [
  [600, 300, 100],
  [200, 700, 100],
  [100, 300, 600],
];
const THIRD = [
  [800, 100, 100],
  [150, 650, 200],
  [150, 150, 700],
];
const NET = [-1, 0, 1] as const;

function decidedBy(
  rates: readonly (readonly number[])[],
  shares: readonly number[],
): [number, number, number] {
  const of = (x: number): number =>
    rates.reduce((sum, row, k) => sum + (shares[k] as number) * (row[x] as number), 0);
  return [of(0), of(1), of(2)];
}

function multinomial(shares: readonly number[], n: number): number[][] {
  return shares.map((p, i) => shares.map((q, j) => ((i === j ? p : 0) - p * q) / n));
}

function inputsOf(spread: ConfusionSpread, shares: readonly number[], n = 500): ConfusionInversionInputs {
  const decided = decidedBy(spread.rates, shares);
  return { spread, decided, covariance: multinomial(decided, n), mass: [1, 0], functional: NET, level: 0.95 };
}

const shares = fc
  .tuple(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 98 }))
  .map(([a, b]) => [a / 200, 1 - (a + b) / 200, b / 200]);

describe('spread of confusion', () => {
  test('one kind: its rates, and their sampling error', () => {
    const spread = confusionSpread([[KIND]], { group: 0, kind: null });
    expect(spread).toMatchObject({ transfers: false, degreesOfFreedom: Number.POSITIVE_INFINITY });
    expect(spread.rates[0]?.[0]).toBeCloseTo(700.5 / 1001.5, 12);
    expect(spread.covariance[0]?.[0]).toBeCloseTo((0.69945 * 0.30055) / 1001.5, 8);
    expect(spread.covariance[0]?.[4]).toBe(0);
  });

  test('several: their mean, the spread around it, wider for a kind that nobody coded', () => {
    const groups = [
      [KIND, OTHER],
      [THIRD, KIND, OTHER],
    ];
    const unknown = confusionSpread(groups, { group: 0, kind: null });
    const known = confusionSpread(groups, { group: 0, kind: 1 });
    expect(unknown.degreesOfFreedom).toBe(3);
    expect(unknown.rates[0]?.[0]).toBeCloseTo((700.5 + 600.5) / 2 / 1001.5, 12);
    expect(known.rates[0]?.[0]).toBeCloseTo(600.5 / 1001.5, 12);
    expect((unknown.covariance[0]?.[0] as number) / (known.covariance[0]?.[0] as number)).toBeCloseTo(1.5, 9);
    for (const row of unknown.rates) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
});

describe('inversion', () => {
  const known = confusionSpread([[KIND]], { group: 0, kind: null });
  const spread = confusionSpread([[KIND, OTHER, THIRD, KIND]], { group: 0, kind: null });

  test('holds the truth that made the shares, and is wider the less is known', () => {
    fc.assert(
      fc.property(shares, (p) => {
        const truth = (p[2] as number) - (p[0] as number);
        const narrow = confusionInversion(inputsOf(known, p));
        const wide = confusionInversion(inputsOf(spread, p));
        expect(narrow && wide).not.toBeNull();
        for (const band of [narrow, wide]) {
          expect(band?.lower).toBeLessThanOrEqual(truth + 1e-9);
          expect(band?.upper).toBeGreaterThanOrEqual(truth - 1e-9);
          expect(band?.lower).toBeGreaterThanOrEqual(-1);
          expect(band?.upper).toBeLessThanOrEqual(1);
        }
        const width = (band: typeof narrow): number => (band?.upper ?? 0) - (band?.lower ?? 0);
        expect(width(narrow)).toBeGreaterThan(0.01);
        expect(width(wide)).toBeGreaterThan(width(narrow));
      }),
      { numRuns: 40 },
    );
  });

  test('away from the edges it is the classical interval of the inverted matrix', () => {
    const p = [0.3, 0.4, 0.3];
    const inputs = inputsOf({ ...known, covariance: known.covariance.map((row) => row.map(() => 0)) }, p);
    const band = confusionInversion(inputs);
    // g solves rates·g = (−1, 0, 1); the variance of g·decided follows.
    const [r0, r1, r2] = known.rates as [number[], number[], number[]];
    const [a, b, c, d] = [r0[0]! - r1[0]!, r0[2]! - r1[2]!, r2[0]! - r1[0]!, r2[2]! - r1[2]!];
    const determinant = a * d - b * c;
    const [ga, gf] = [(-1 * d - b * 1) / determinant, (a * 1 - c * -1) / determinant];
    const v = inputs.covariance;
    const variance = ga * ga * v[0]![0]! + 2 * ga * gf * v[0]![2]! + gf * gf * v[2]![2]!;
    expect(band?.upper).toBeCloseTo(1.959964 * Math.sqrt(variance), 4);
    expect(band?.lower).toBeCloseTo(-1.959964 * Math.sqrt(variance), 4);
  });

  test('a difference of nothing holds zero; a clear one does not, and is larger than what was counted', () => {
    const difference = (now: readonly number[], then: readonly number[]) => {
      const [after, before] = [inputsOf(spread, now, 5000), inputsOf(spread, then, 5000)];
      return confusionInversion({
        ...after,
        decided: after.decided.map((x, i) => x - (before.decided[i] as number)) as [number, number, number],
        covariance: after.covariance.map((row, i) => row.map((x, j) => x + before.covariance[i]![j]!)),
        mass: [1, 1],
      });
    };
    const none = difference([0.3, 0.4, 0.3], [0.3, 0.4, 0.3]);
    expect(none?.lower).toBeLessThan(0);
    expect(none?.upper).toBeGreaterThan(0);
    const fall = difference([0.5, 0.4, 0.1], [0.3, 0.4, 0.3]);
    expect(fall?.upper).toBeLessThan(-0.2);
    expect(fall?.lower).toBeLessThan(-0.4);
  });

  test('an annotator that cannot tell the classes apart leaves every value possible', () => {
    const blind = [
      [300, 400, 300],
      [300, 400, 300],
      [300, 400, 300],
    ];
    const band = confusionInversion(
      inputsOf(confusionSpread([[blind]], { group: 0, kind: null }), [0.3, 0.4, 0.3]),
    );
    expect(band).toEqual({ lower: -1, upper: 1 });
  });

  test('shares that no truth can give under these rates give no band', () => {
    const inputs = { ...inputsOf(known, [0.3, 0.4, 0.3], 5000), decided: [0.01, 0.98, 0.01] as const };
    expect(confusionInversion(inputs)).toBeNull();
  });
});
