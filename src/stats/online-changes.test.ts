import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onlineChanges, probabilityOfRecentChange } from './online-changes.ts';

interface Golden {
  readonly ages: readonly {
    readonly y: readonly (number | null)[];
    readonly variances: readonly number[];
    readonly hazard: number;
    readonly mean: number;
    readonly priorVariance: number;
    readonly noiseVariance: number;
    readonly ages: readonly number[];
  }[];
}
const golden = JSON.parse(readFileSync('test/golden/change.json', 'utf8')) as Golden;

test.each(golden.ages)('the age of the level agrees with a sum over all divisions, %#', (one) => {
  const bins = one.y.map((value, t) =>
    value === null ? null : { value, variance: one.variances[t] as number },
  );
  const ages = onlineChanges(bins, { ...one, variance: one.priorVariance });
  one.ages.forEach((age, k) => {
    expect(ages.at(-1)?.[k]).toBeCloseTo(age, 9);
  });
});

test('probabilities sum to one in every bin, missing ones too', () => {
  const bin = fc.option(
    fc.record({
      value: fc.double({ min: -1, max: 1, noNaN: true }),
      variance: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(bin, { maxLength: 30 }),
      fc.double({ min: 0.001, max: 0.5, noNaN: true }),
      (bins, hazard) => {
        const ages = onlineChanges(bins, { hazard, mean: 0, variance: 0.1, noiseVariance: 0.001 });
        ages.forEach((age, t) => {
          expect(age).toHaveLength(t + 1);
          expect(age.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        });
      },
    ),
  );
});

test('a step raises the probability of a recent change, which falls as the new level ages', () => {
  const bins = Array.from({ length: 60 }, (_, t) => ({ value: t < 40 ? 0.1 : -0.1, variance: 0.001 }));
  const options = { hazard: 0.01, mean: 0, variance: 0.1, noiseVariance: 0 };
  const recent = (n: number): number =>
    probabilityOfRecentChange(onlineChanges(bins.slice(0, n), options), 8);
  expect(recent(40)).toBeLessThan(0.1);
  expect(recent(43)).toBeGreaterThan(0.9);
  expect(recent(60)).toBeLessThan(0.1);
});
