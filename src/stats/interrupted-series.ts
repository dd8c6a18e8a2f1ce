import {
  type AutoregressiveRegression,
  autoregressiveRegression,
  type Column,
  type NoiseState,
  type SeriesPoint,
} from './autoregressive-regression.ts';
import { type ColumnEffect, columnEffect, effectProbability, effectQuantile } from './column-effect.ts';

/** A change of level at a date, with its interval. */
export interface InterruptedSeries {
  readonly value: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Two-sided p-value of no change, by the distribution of the estimate. */
  readonly probability: number;
  readonly effect: ColumnEffect;
  readonly regression: AutoregressiveRegression;
  readonly column: Column;
}

/** How a series is interrupted. */
export interface InterruptedSeriesOptions {
  /** Nominal coverage, 0–1. */
  readonly confidenceLevel: number;
  /** Places of other changes of level that are held in the model. */
  readonly others?: readonly number[];
  /** A straight trend in the model, and one that may bend at the date: the step is then the jump at the date. */
  readonly trend?: 'none' | 'straight' | 'bent';
  /** States of the noise, where they are known. */
  readonly states?: readonly NoiseState[];
}

/** Bins that must be observed on each side of a date. */
const FEWEST_BINS_ASIDE = 6;

/**
 * A step at a place in a series: 0 before, 1 after; the bin in which it falls takes the share of the bin that lies after it.
 * @param at place in bins from the start of the series; 10.5 is the middle of the eleventh bin
 */
export function stepColumn(nBins: number, at: number): Float64Array {
  return Float64Array.from({ length: nBins }, (_, t) => Math.min(1, Math.max(0, t + 1 - at)));
}

/** A straight line from −1 to 1 over the series. */
export function trendColumn(nBins: number): Float64Array {
  return Float64Array.from({ length: nBins }, (_, t) => (2 * t) / (nBins - 1) - 1);
}

/** A regression on a level and further columns. */
export function levelRegression(
  points: readonly SeriesPoint[],
  columns: readonly Column[],
  states?: readonly NoiseState[],
): AutoregressiveRegression | null {
  return autoregressiveRegression(points, [new Float64Array(points.length).fill(1), ...columns], states);
}

/** Whether enough bins are observed on both sides of a place. */
export function isAdmissible(points: readonly SeriesPoint[], at: number): boolean {
  const before = points.filter((point, t) => point !== null && t + 1 <= at).length;
  const after = points.filter((point, t) => point !== null && t >= at).length;
  return before >= FEWEST_BINS_ASIDE && after >= FEWEST_BINS_ASIDE;
}

/**
 * Change of level of a series at a given date: regression on a level and a step, with autocorrelated noise and known errors of
 * measurement (an interrupted time series; Bernal, Cummins and Gasparrini 2017). A trend may be held in the model, which
 * makes the interval about twice as wide.
 *
 * The estimate and its interval average over what variance and autocorrelation of the noise may be, see
 * {@link autoregressiveRegression}: the interval is that between quantiles of the mixture, so that it is as wide as a short
 * series demands. Bins without an estimate are missing.
 *
 * Assumes that without the event the series would have gone on as it was, that the change came at once and lasted, and that
 * nothing else changed at the date: a regression cannot know what else happened.
 * Unit and range: those of the series. Cost: see {@link autoregressiveRegression}.
 * Reference: Bernal, Cummins and Gasparrini (2017), Interrupted time series regression, IJE 46, 348–355.
 *
 * @param points bins of equal length
 * @param at place of the event in bins from the start; see {@link stepColumn}
 * @returns null where fewer than six bins are observed on a side, or the step cannot be told from the rest of the model
 * @example interruptedSeries(points, 52, { confidenceLevel: 0.95 }) // { value: -0.061, lower: -0.098, upper: -0.023, … }
 */
export function interruptedSeries(
  points: readonly SeriesPoint[],
  at: number,
  options: InterruptedSeriesOptions,
): InterruptedSeries | null {
  if (!isAdmissible(points, at)) return null;
  const n = points.length;
  const { others = [], trend = 'none' } = options;
  const ramp = Float64Array.from(points, (_, t) => Math.max(0, t + 0.5 - at) / n);
  const columns = [
    ...others.map((place) => stepColumn(n, place)),
    ...(trend === 'none' ? [] : [trendColumn(n)]),
    ...(trend === 'bent' ? [ramp] : []),
  ];
  const regression = levelRegression(points, columns, options.states);
  if (regression === null) return null;
  const column = stepColumn(points.length, at);
  const effect = columnEffect(regression, column);
  if (effect === null) return null;
  return {
    value: effect.value,
    standardError: effect.standardError,
    lower: effectQuantile(effect, (1 - options.confidenceLevel) / 2),
    upper: effectQuantile(effect, (1 + options.confidenceLevel) / 2),
    probability: effectProbability(effect),
    effect,
    regression,
    column,
  };
}
