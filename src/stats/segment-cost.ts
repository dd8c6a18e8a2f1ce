import type { MeasuredSeries, NoiseModel } from './noise-model.ts';

/** Cost of the bins `start … end − 1` as one segment, −2 log likelihood; infinite where a segment may not be. */
export type SegmentCost = (start: number, end: number) => number;

/**
 * Costs of all segments with a constant level (`level`) or a level and a slope (`slope`): −2 log likelihood at the best coefficients,
 * without the constant, errors as in {@link NoiseModel}. The process starts anew in each segment, so that the costs of segments add up,
 * as optimal partitioning needs. One Kalman filter from each start gives the costs of all ends.
 *
 * A segment needs `shortest` bins that are present; missing bins cost nothing.
 * With no process and equal variances v, the cost is the sum of squares around the mean, over v, + n log v. Cost: O(bins²).
 * Reference: prewhitened optimal partitioning as in Chakar et al. (2017); Romano et al. (2022).
 */
export function segmentCosts(
  series: MeasuredSeries,
  noise: NoiseModel,
  options: { readonly shape: 'level' | 'slope'; readonly shortest: number },
): SegmentCost {
  const n = series.values.length;
  const costs = new Float64Array(n * (n + 1)).fill(Number.POSITIVE_INFINITY);
  for (let start = 0; start < n; start++) costsFrom(series, { noise, ...options, start }, costs);
  return (start, end) => costs[start * (n + 1) + end] as number;
}

function costsFrom(
  { values, variances }: MeasuredSeries,
  of: {
    readonly noise: NoiseModel;
    readonly shape: 'level' | 'slope';
    readonly shortest: number;
    readonly start: number;
  },
  costs: Float64Array,
): void {
  const { start, shortest } = of;
  const { processVariance, autocorrelation } = of.noise;
  const n = values.length;
  const kept = autocorrelation * autocorrelation;
  let predicted = processVariance;
  let present = 0;
  let logDeterminant = 0;
  // What the filter expects of value (y), level (l) and slope (s), and the cross products of their errors.
  let ay = 0;
  let al = 0;
  let as = 0;
  let yy = 0;
  let yl = 0;
  let ll = 0;
  let ys = 0;
  let ls = 0;
  let ss = 0;
  for (let t = start; t < n; t++) {
    const variance = variances[t] as number;
    let gain = 0;
    if (variance < Number.POSITIVE_INFINITY) {
      const total = predicted + variance;
      gain = predicted / total;
      const ey = (values[t] as number) - ay;
      const el = 1 - al;
      present++;
      logDeterminant += Math.log(total);
      yy += (ey * ey) / total;
      yl += (ey * el) / total;
      ll += (el * el) / total;
      ay += gain * ey;
      al += gain * el;
      if (of.shape === 'slope') {
        const es = t - start - as;
        ys += (ey * es) / total;
        ls += (el * es) / total;
        ss += (es * es) / total;
        as += gain * es;
      }
    }
    ay *= autocorrelation;
    al *= autocorrelation;
    as *= autocorrelation;
    predicted = processVariance + kept * (predicted * (1 - gain) - processVariance);
    if (present < shortest) continue;
    let squares = yy - (yl * yl) / ll;
    if (of.shape === 'slope') squares -= (ys - (yl * ls) / ll) ** 2 / (ss - (ls * ls) / ll);
    costs[start * (n + 1) + t + 1] = Math.max(squares, 0) + logDeterminant;
  }
}
