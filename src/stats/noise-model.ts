/** A series of measured values: one entry a bin, with the variance of its measurement error; infinite = missing. */
export interface MeasuredSeries {
  readonly values: Float64Array;
  readonly variances: Float64Array;
}

/**
 * What moves a series besides measurement error: a stationary first-order autoregressive process around the level.
 * Units: the variance is in squared units of the values; the autocorrelation is from bin to bin, 0–1.
 */
export interface NoiseModel {
  readonly processVariance: number;
  readonly autocorrelation: number;
}

/** Turns columns into columns with independent errors of variance 1; rows of missing bins become 0. */
export interface Whitener {
  /** @param from rows before it are 0 in the column */
  whiten(column: Float64Array, from?: number): Float64Array;
}

/** Packs bins into arrays. A bin without a finite value and a finite, positive variance is missing. */
export function measuredSeries(
  bins: readonly ({ readonly value: number; readonly variance: number } | null)[],
): MeasuredSeries {
  const known = bins.map((bin) =>
    bin !== null && Number.isFinite(bin.value) && Number.isFinite(bin.variance) && bin.variance > 0
      ? bin
      : { value: 0, variance: Number.POSITIVE_INFINITY },
  );
  return {
    values: Float64Array.from(known, ({ value }) => value),
    variances: Float64Array.from(known, ({ variance }) => variance),
  };
}

/**
 * Prewhitening by the Kalman filter: value = level + process + measurement error, where the process is a stationary AR(1)
 * and the error of each bin has its own known variance. Multiplying a column by the inverse Cholesky factor of the covariance
 * is the same as taking standardized one-step errors of the filter, which needs no matrix and lets missing bins be missing.
 *
 * Cost: O(bins) each column.
 * Reference: Harvey, *Forecasting, Structural Time Series Models and the Kalman Filter* (1989), 3.4.
 */
export function whitener(variances: Float64Array, noise: NoiseModel): Whitener {
  const { processVariance, autocorrelation } = noise;
  const n = variances.length;
  const gain = new Float64Array(n);
  const scale = new Float64Array(n);
  let predicted = processVariance;
  for (let t = 0; t < n; t++) {
    const variance = variances[t] as number;
    if (variance < Number.POSITIVE_INFINITY) {
      const total = predicted + variance;
      gain[t] = predicted / total;
      scale[t] = 1 / Math.sqrt(total);
    }
    const kept = predicted * (1 - (gain[t] as number));
    predicted = processVariance + autocorrelation * autocorrelation * (kept - processVariance);
  }
  const whiten = (column: Float64Array, from = 0): Float64Array => {
    const white = new Float64Array(n);
    let expected = 0;
    for (let t = from; t < n; t++) {
      const weight = scale[t] as number;
      const error = weight === 0 ? 0 : (column[t] as number) - expected;
      white[t] = error * weight;
      expected = autocorrelation * (expected + (gain[t] as number) * error);
    }
    return white;
  };
  return { whiten };
}
