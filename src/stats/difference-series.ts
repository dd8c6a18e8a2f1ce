import type { SeriesPoint } from './autoregressive-regression.ts';

/**
 * A series minus its control series, bin by bin: an interrupted series of it is a difference in differences. What moves both
 * alike cancels, shocks of a season or of the collection as well.
 *
 * The variances add, which takes the two errors as independent; errors in common make the interval too wide, never too narrow,
 * where they are positive. A bin missing in either is missing.
 *
 * Assumes that without the event both would have moved in parallel, and that the event did not reach the control.
 * Reference: Angrist and Pischke (2009), Mostly harmless econometrics, section 5.2.
 *
 * @param control as many bins as the series
 */
export function differenceSeries(
  series: readonly SeriesPoint[],
  control: readonly SeriesPoint[],
): SeriesPoint[] {
  return series.map((point, t) => {
    const other = control[t] ?? null;
    return point === null || other === null
      ? null
      : { value: point.value - other.value, variance: point.variance + other.variance };
  });
}
