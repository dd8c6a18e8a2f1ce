import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import golden from '../../test/golden/events.json' with { type: 'json' };
import { whitening } from './autoregressive-noise.ts';
import type { NoiseState, SeriesPoint } from './autoregressive-regression.ts';
import { columnEffect, projectColumn, rivalEffects } from './column-effect.ts';
import { interruptedSeries, levelRegression, stepColumn, trendColumn } from './interrupted-series.ts';
import { choleskyFactor, solveFactored } from './positive-definite.ts';

const { values, variances, missing, at } = golden.series;
const points: SeriesPoint[] = values.map((value, t) =>
  missing.includes(t) ? null : { value, variance: variances[t]! },
);
const n = points.length;
const stateOf = (of: { processVariance: number; partial: number[] }): NoiseState => ({
  noise: { processVariance: of.processVariance, partial: of.partial as [number, number] },
  weight: 1,
});
const options = { confidenceLevel: 0.95, trend: 'straight' } as const;

/** Ordinary least squares by the normal equations. */
function leastSquares(columns: readonly Float64Array[], y: Float64Array): number[] {
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  const factor = choleskyFactor(columns.map((a) => columns.map((b) => dot(a, b))))!;
  return solveFactored(
    factor,
    columns.map((a) => dot(a, y)),
  );
}

test('a second column costs less with the first projected, and gives the same', () => {
  const [event, other] = [stepColumn(n, at), stepColumn(n, 8)];
  const [alone, both] = [levelRegression(points, [])!, levelRegression(points, [event])!];
  const { instead, beside } = rivalEffects(projectColumn(alone, event)!, other)!;
  const [one, two] = [columnEffect(alone, other)!, columnEffect(both, other)!];
  for (const key of ['value', 'standardError', 'logLikelihood'] as const)
    expect(instead[key]).toBeCloseTo(one[key], 8);
  // The grid of the noise follows the spread about the columns, so it differs a little.
  expect(beside.value).toBeCloseTo(two.value, 2);
  const states = golden.states.map(stateOf);
  const [known, knownBoth] = [
    levelRegression(points, [], states)!,
    levelRegression(points, [event], states)!,
  ];
  const exact = rivalEffects(projectColumn(known, event)!, other)!.beside;
  const expected = columnEffect(knownBoth, other)!;
  for (const key of ['value', 'standardError', 'statistic'] as const)
    expect(exact[key]).toBeCloseTo(expected[key], 8);
});

describe('against statsmodels and SciPy', () => {
  test.each(golden.states)('generalized least squares with noise $processVariance, $partial', (state) => {
    const map = whitening(
      stateOf(state).noise,
      points.map((point) => point?.variance ?? null),
    );
    expect(map.logDeterminant).toBeCloseTo(state.logDeterminant, 8);
    const result = interruptedSeries(points, at, { ...options, states: [stateOf(state)] })!;
    expect(result.value).toBeCloseTo(state.step, 9);
    expect(result.standardError).toBeCloseTo(state.standardError, 9);
  });

  test('likelihoods differ between columns as those of the normal distribution', () => {
    const [, state] = golden.states;
    const regression = levelRegression(points, [trendColumn(n)], [stateOf(state!)])!;
    const own = columnEffect(regression, stepColumn(n, at))!;
    const { residualSquares, logConstant } = regression.nodes[0]!;
    expect(own.logLikelihood).toBeCloseTo(logConstant - residualSquares / 2 + own.statistic ** 2 / 2, 9);
  });

  test('the mixture over states of the noise', () => {
    const result = interruptedSeries(points, at, { ...options, states: golden.states.map(stateOf) })!;
    for (const key of ['value', 'standardError', 'lower', 'upper', 'probability'] as const)
      expect(result[key], key).toBeCloseTo(golden.mixture[key], 6);
  });

  test('without errors of measurement it is Prais and Winsten, and without the first bin GLSAR', () => {
    const noise = { processVariance: 1, partial: [golden.glsar.rho, 0] as const };
    const { whiten } = whitening(
      noise,
      values.map(() => 0),
    );
    const columns = [new Float64Array(n).fill(1), trendColumn(n), stepColumn(n, at)].map((c) => whiten(c));
    const y = whiten(Float64Array.from(values));
    leastSquares(columns, y).forEach((value, i) => {
      expect(value).toBeCloseTo(golden.prais.params[i]!, 9);
    });
    const rest = columns.map((column) => column.slice(1));
    leastSquares(rest, y.slice(1)).forEach((value, i) => {
      expect(value).toBeCloseTo(golden.glsar.params[i]!, 9);
    });
  });
});

const SERIES = fc
  .array(
    fc.option(
      fc.record({
        value: fc.double({ min: -1, max: 1, noNaN: true }),
        variance: fc.double({ min: 1e-6, max: 0.3, noNaN: true }),
      }),
      { freq: 6 },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .chain((series) => fc.tuple(fc.constant(series), fc.double({ min: 0, max: series.length, noNaN: true })));

const few = { confidenceLevel: 0.95 };

describe('whatever the series', () => {
  test('there is an interval around the value, or nothing', () => {
    fc.assert(
      fc.property(SERIES, ([series, place]) => {
        const result = interruptedSeries(series, place, few);
        if (result === null) return;
        expect(result.lower).toBeLessThan(result.value);
        expect(result.upper).toBeGreaterThan(result.value);
        expect(result.probability).toBeGreaterThanOrEqual(0);
        expect(result.probability).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  test('a constant added to the series changes nothing, and its sign turns the step round', () => {
    fc.assert(
      fc.property(SERIES, ([series, place]) => {
        const moved = (by: number, sign: 1 | -1): SeriesPoint[] =>
          series.map((point) => (point === null ? null : { ...point, value: sign * point.value + by }));
        const result = interruptedSeries(series, place, few);
        const higher = interruptedSeries(moved(0.5, 1), place, few);
        const turned = interruptedSeries(moved(0, -1), place, few);
        if (result === null) return;
        const close = 1e-5 * result.standardError + 1e-9;
        expect(Math.abs(higher!.value - result.value)).toBeLessThan(close);
        expect(Math.abs(higher!.lower - result.lower)).toBeLessThan(close * 10);
        expect(Math.abs(turned!.value + result.value)).toBeLessThan(close);
      }),
      { numRuns: 40 },
    );
  });

  test('all bins alike give an interval of some width around 0', () => {
    const flat = Array.from({ length: 30 }, () => ({ value: 0.2, variance: 0.01 }));
    const result = interruptedSeries(flat, 15, few)!;
    expect(result.value).toBeCloseTo(0, 9);
    expect(result.upper - result.lower).toBeGreaterThan(0.05);
  });

  test('a step inside a gap, or with too little on a side, is not estimated', () => {
    const series = Array.from({ length: 20 }, () => ({ value: 0.2, variance: 0.01 }));
    expect(interruptedSeries(series, 5, few)).toBeNull();
    expect(interruptedSeries(series, 16, few)).toBeNull();
    expect(interruptedSeries([], 0, few)).toBeNull();
  });
});
