import { normalDraw } from './normal.ts';

/**
 * The noise of a series in equal steps: a stationary autoregressive process of order two, seen through errors of
 * measurement. Order one has 0 as its second partial autocorrelation, independent noise has two zeros.
 */
export interface AutoregressiveNoise {
  /** Variance of the process about its mean, in squared units of the series; 0 = errors of measurement alone. */
  readonly processVariance: number;
  /** Partial autocorrelations at lags one and two, each above −1 and below 1. */
  readonly partial: readonly [number, number];
}

/** A linear map that turns noise into independent values of variance 1. */
export interface Whitening {
  /** Log determinant of the covariance of the observed bins. */
  readonly logDeterminant: number;
  /**
   * One value for each observed bin, in order; what stands in the bins not observed is not read.
   * @param into array for the result, one number for each observed bin; a new one where left out
   */
  readonly whiten: (column: Float64Array, into?: Float64Array) => Float64Array;
  readonly filter: NoiseFilter;
}

/** The filter that whitens: for each bin 1 over the deviation of its prediction, 0 where it was not observed, and the gains. */
export interface NoiseFilter {
  readonly scale: Float64Array;
  readonly gain1: Float64Array;
  readonly gain2: Float64Array;
  /** Of the recursion of the process. */
  readonly phi1: number;
  readonly phi2: number;
}

/** Coefficients of the recursion uₜ = φ₁uₜ₋₁ + φ₂uₜ₋₂ + εₜ. */
function coefficients({ partial: [first, second] }: AutoregressiveNoise): readonly [number, number] {
  return [first * (1 - second), second];
}

/**
 * The whitening of a series with known variance of measurement in each bin.
 *
 * One-step predictions of a Kalman filter, each over its standard deviation. Where nothing is measured with error and the
 * order is one, this is the transformation of Prais and Winsten (1954): yₜ − φyₜ₋₁, and y₁·√(1−φ²) for the first bin. A bin
 * that was not observed is predicted over, so that a gap keeps its length.
 *
 * Cost: linear in the number of bins, for the making and for each column.
 * Reference: Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, sections 3.4 and 7.3.
 *
 * @param noise variance and partial autocorrelations of the process
 * @param variances variance of measurement of each bin, above 0 unless the process has a variance; null = not observed
 */
export function whitening(noise: AutoregressiveNoise, variances: readonly (number | null)[]): Whitening {
  const [phi1, phi2] = coefficients(noise);
  const { length } = variances;
  const scale = new Float64Array(length);
  const gain1 = new Float64Array(length);
  const gain2 = new Float64Array(length);
  const innovation = innovationVariance(noise);
  let p11 = noise.processVariance;
  let p12 = noise.partial[0] * p11;
  let p22 = p11;
  let logDeterminant = 0;
  let nObserved = 0;
  for (let t = 0; t < length; t++) {
    const variance = variances[t] as number | null;
    if (variance !== null) {
      const f = p11 + variance;
      const k1 = p11 / f;
      const k2 = p12 / f;
      logDeterminant += Math.log(f);
      nObserved++;
      scale[t] = 1 / Math.sqrt(f);
      gain1[t] = k1;
      gain2[t] = k2;
      p22 -= k2 * p12;
      p12 -= k1 * p12;
      p11 -= k1 * p11;
    }
    const before = p11;
    const cross = phi1 * p11 + phi2 * p12;
    p11 = phi1 * phi1 * p11 + 2 * phi1 * phi2 * p12 + phi2 * phi2 * p22 + innovation;
    p12 = cross;
    p22 = before;
  }
  const whiten: Whitening['whiten'] = (column, result = new Float64Array(nObserved)) => {
    let level = 0;
    let before = 0;
    let n = 0;
    let t = 0;
    // A step is 0 at first, and so is what it is whitened to.
    for (; t < length && column[t] === 0; t++) if ((scale[t] as number) > 0) result[n++] = 0;
    for (; t < length; t++) {
      const s = scale[t] as number;
      if (s > 0) {
        const error = (column[t] as number) - level;
        result[n++] = error * s;
        level += (gain1[t] as number) * error;
        before += (gain2[t] as number) * error;
      }
      const next = phi1 * level + phi2 * before;
      before = level;
      level = next;
    }
    return result;
  };
  return { logDeterminant, whiten, filter: { scale, gain1, gain2, phi1, phi2 } };
}

function innovationVariance({ processVariance, partial: [first, second] }: AutoregressiveNoise): number {
  return processVariance * (1 - first * first) * (1 - second * second);
}

/**
 * One series of noise: the process from its stationary distribution, plus errors of measurement.
 * @param variances variance of measurement of each bin; null = not observed, and 0 stands in its place
 * @param random uniform in [0, 1), as `seededRandom` gives
 */
export function simulateNoise(
  noise: AutoregressiveNoise,
  variances: readonly (number | null)[],
  random: () => number,
): Float64Array {
  const [phi1, phi2] = coefficients(noise);
  const deviation = Math.sqrt(innovationVariance(noise));
  const [first] = noise.partial;
  const started = Math.sqrt(noise.processVariance);
  let before = started * normalDraw(random);
  let level = first * before + started * Math.sqrt(1 - first * first) * normalDraw(random);
  return Float64Array.from(variances, (variance) => {
    const value = variance === null ? 0 : level + Math.sqrt(variance) * normalDraw(random);
    const next = phi1 * level + phi2 * before + deviation * normalDraw(random);
    before = level;
    level = next;
    return value;
  });
}
