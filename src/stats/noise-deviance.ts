import type { MeasuredSeries, NoiseModel } from './noise-model.ts';

/** Below this share of a column's length, what is left of it after the others is rounding error. */
const DEPENDENT = 1e-9;

/** Deviance of a series as a function of the noise, the coefficients of the columns at their best. */
export type NoiseDeviance = (noise: NoiseModel, likelihood: 'full' | 'restricted') => number;

/**
 * −2 log likelihood, without the constant, of a series whose level is linear in given columns, errors as in {@link NoiseModel}:
 * log |Σ| + r′Σ⁻¹r, restricted also + log |X′Σ⁻¹X|. One pass of the Kalman filter adds up the cross products of the
 * whitened columns and values; Cholesky reduces them. Columns that depend on earlier ones are left out.
 * Cost: O(bins × columns²) each call.
 */
export function noiseDeviance(series: MeasuredSeries, columns: readonly Float64Array[]): NoiseDeviance {
  const { values, variances } = series;
  const all = [...columns, values];
  const k = all.length;
  const expected = new Float64Array(k);
  const error = new Float64Array(k);
  const products = new Float64Array(k * k);
  return ({ processVariance, autocorrelation }, likelihood) => {
    expected.fill(0);
    products.fill(0);
    let logDeterminant = 0;
    let predicted = processVariance;
    const kept = autocorrelation * autocorrelation;
    for (let t = 0; t < values.length; t++) {
      const variance = variances[t] as number;
      let gain = 0;
      if (variance < Number.POSITIVE_INFINITY) {
        const total = predicted + variance;
        gain = predicted / total;
        logDeterminant += Math.log(total);
        for (let i = 0; i < k; i++) {
          const e = ((all[i] as Float64Array)[t] as number) - (expected[i] as number);
          error[i] = e;
          (expected[i] as number) += gain * e;
          const weighted = e / total;
          for (let j = 0; j <= i; j++) (products[i * k + j] as number) += weighted * (error[j] as number);
        }
      }
      for (let i = 0; i < k; i++) (expected[i] as number) *= autocorrelation;
      predicted = processVariance + kept * (predicted * (1 - gain) - processVariance);
    }
    const { squares, logInformation } = reduce(products, k);
    return logDeterminant + squares + (likelihood === 'restricted' ? logInformation : 0);
  };
}

/** Cholesky of the lower triangle in place: what the columns leave of the last one, and the log determinant of their part. */
function reduce(products: Float64Array, k: number): { squares: number; logInformation: number } {
  let logInformation = 0;
  for (let j = 0; j < k; j++) {
    const length = products[j * k + j] as number;
    let left = length;
    for (let m = 0; m < j; m++) left -= (products[j * k + m] as number) ** 2;
    if (j === k - 1) return { squares: Math.max(left, 0), logInformation };
    const isDependent = !(left > DEPENDENT * length);
    const pivot = isDependent ? Number.POSITIVE_INFINITY : Math.sqrt(left);
    if (!isDependent) logInformation += Math.log(left);
    products[j * k + j] = isDependent ? 0 : pivot;
    for (let i = j + 1; i < k; i++) {
      let sum = products[i * k + j] as number;
      for (let m = 0; m < j; m++) sum -= (products[i * k + m] as number) * (products[j * k + m] as number);
      products[i * k + j] = sum / pivot;
    }
  }
  return { squares: 0, logInformation };
}
