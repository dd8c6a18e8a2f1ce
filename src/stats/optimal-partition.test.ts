import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noiseDeviance } from './noise-deviance.ts';
import { measuredSeries } from './noise-model.ts';
import { optimalPartitions } from './optimal-partition.ts';
import { segmentCosts } from './segment-cost.ts';

interface Golden {
  readonly partitions: readonly {
    readonly y: readonly number[];
    readonly dynp: readonly { readonly changes: readonly number[]; readonly cost: number }[];
    readonly pelt: readonly { readonly penalty: number; readonly changes: readonly number[] }[];
  }[];
  readonly segments: readonly {
    readonly shape: 'level' | 'slope';
    readonly y: readonly number[];
    readonly variances: readonly number[];
    readonly present: readonly boolean[];
    readonly processVariance: number;
    readonly autocorrelation: number;
    readonly costs: readonly { start: number; end: number; cost: number; restricted: number }[];
  }[];
}
const golden = JSON.parse(readFileSync('test/golden/change.json', 'utf8')) as Golden;

const NO_PROCESS = { processVariance: 0, autocorrelation: 0 };

describe('against ruptures, where all variances are equal and nothing is autocorrelated', () => {
  test.each(golden.partitions)('series %#', ({ y, dynp, pelt }) => {
    const series = measuredSeries(y.map((value) => ({ value, variance: 1 })));
    const cost = segmentCosts(series, NO_PROCESS, { shape: 'level', shortest: 4 });
    const found = optimalPartitions(cost, { n: y.length, mostChanges: 12 });
    dynp.forEach((best, k) => {
      expect(found[k + 1]?.changes).toEqual(best.changes);
      expect(found[k + 1]?.cost).toBeCloseTo(best.cost, 8);
    });
    for (const { penalty, changes } of pelt) {
      const priced = found.map((one) => ({ ...one, price: one.cost + penalty * one.changes.length }));
      expect(priced.reduce((a, b) => (b.price < a.price ? b : a)).changes).toEqual(changes);
    }
  });
});

test.each(golden.segments)('costs of segments agree with dense matrices, %#', (one) => {
  const bins = one.y.map((value, t) =>
    one.present[t] === true ? { value, variance: one.variances[t] as number } : null,
  );
  const series = measuredSeries(bins);
  const cost = segmentCosts(series, one, { shape: one.shape, shortest: 2 });
  for (const golden of one.costs) {
    expect(cost(golden.start, golden.end)).toBeCloseTo(golden.cost, 9);
    const part = measuredSeries(bins.slice(golden.start, golden.end));
    const length = golden.end - golden.start;
    const level = new Float64Array(length).fill(1);
    const slope = Float64Array.from({ length }, (_, t) => t);
    const deviance = noiseDeviance(part, one.shape === 'level' ? [level] : [level, slope]);
    expect(deviance(one, 'full')).toBeCloseTo(golden.cost, 9);
    expect(deviance(one, 'restricted')).toBeCloseTo(golden.restricted, 9);
  }
});

const bin = fc.option(
  fc.record({
    value: fc.double({ min: -1, max: 1, noNaN: true }),
    variance: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
  }),
  { freq: 8 },
);

/** Cost of every division into segments, the number of changes given. */
function cheapest(cost: (start: number, end: number) => number, n: number, changes: number): number {
  if (changes === 0) return cost(0, n);
  let best = Number.POSITIVE_INFINITY;
  for (let at = 1; at < n; at++) best = Math.min(best, cheapest(cost, at, changes - 1) + cost(at, n));
  return best;
}

test('no division of a small series is cheaper, whatever the noise and the missing bins', () => {
  fc.assert(
    fc.property(
      fc.array(bin, { minLength: 2, maxLength: 12 }),
      fc.double({ min: 0, max: 0.9, noNaN: true }),
      fc.double({ min: 0, max: 0.2, noNaN: true }),
      (bins, autocorrelation, processVariance) => {
        const noise = { autocorrelation, processVariance };
        const cost = segmentCosts(measuredSeries(bins), noise, { shape: 'level', shortest: 2 });
        const found = optimalPartitions(cost, { n: bins.length, mostChanges: 3 });
        for (let changes = 0; changes <= 3; changes++) {
          const best = cheapest(cost, bins.length, changes);
          const one = found[changes];
          if (best === Number.POSITIVE_INFINITY) {
            expect(one).toBeUndefined();
            continue;
          }
          expect(one?.cost).toBeCloseTo(best, 9);
          const edges = [0, ...(one?.changes ?? []), bins.length];
          const sum = edges.slice(1).reduce((total, end, i) => total + cost(edges[i] as number, end), 0);
          expect(sum).toBeCloseTo(best, 9);
        }
      },
    ),
    { numRuns: 60 },
  );
});
