import { noiseDeviance } from './noise-deviance.ts';
import type { MeasuredSeries, NoiseModel } from './noise-model.ts';

/** A fitted noise model. */
export interface FittedNoise extends NoiseModel {
  /** −2 log likelihood without the constant. */
  readonly deviance: number;
}

/** Closer to 1, a process that comes back to its level cannot be told from one that does not. */
const MOST_AUTOCORRELATION = 0.9;

/** Process variance over the variance of the series, in powers of two: smallest, largest, first step. */
const LOG_RATIO = { from: -6, to: 2, step: 1.6 };
const AUTOCORRELATION_STEP = 0.225;
const REFINEMENTS = 5;

/**
 * Process variance and autocorrelation of a series around a level that is linear in given columns, the measurement variances known.
 *
 * `restricted` likelihood integrates the coefficients out (REML), which takes away most of the downward bias that estimated levels
 * put on both parameters in short series; `full` maximizes over them, for comparing different columns by their deviance.
 * Maximized over process variance = 0 and a grid of (autocorrelation 0–0.9, log process variance), refined around its best point
 * to ± 0.004 in autocorrelation: deterministic, no start values.
 *
 * Assumes Gaussian errors. Where measurement error is most of the variance, the autocorrelation is hardly known; it then matters
 * little. Cost: about 70 regressions. Reference: Patterson and Thompson (1971); Harvey (1989), 4.
 */
export function fitNoise(
  series: MeasuredSeries,
  columns: readonly Float64Array[],
  likelihood: 'full' | 'restricted',
): FittedNoise {
  const spread = rawVariance(series);
  const deviance = noiseDeviance(series, columns);
  const none = { autocorrelation: 0, processVariance: 0 };
  let best: FittedNoise = { ...none, deviance: deviance(none, likelihood) };
  if (spread === 0) return best;
  let phi = 0;
  let ratio = 0;
  const consider = (autocorrelation: number, logRatio: number): void => {
    if (autocorrelation < 0 || autocorrelation > MOST_AUTOCORRELATION || logRatio > LOG_RATIO.to) return;
    const noise = { autocorrelation, processVariance: spread * 2 ** logRatio };
    const found = deviance(noise, likelihood);
    if (found >= best.deviance) return;
    best = { ...noise, deviance: found };
    phi = autocorrelation;
    ratio = logRatio;
  };
  for (let p = 0; p <= MOST_AUTOCORRELATION; p += AUTOCORRELATION_STEP)
    for (let r = LOG_RATIO.from; r <= LOG_RATIO.to; r += LOG_RATIO.step) consider(p, r);
  if (best.processVariance === 0) return best;
  for (let round = 1; round <= REFINEMENTS; round++) {
    const [dp, dr] = [AUTOCORRELATION_STEP / 2 ** round, LOG_RATIO.step / 2 ** round];
    const [p, r] = [phi, ratio];
    for (const i of [-1, 0, 1])
      for (const j of [-1, 0, 1]) if (i !== 0 || j !== 0) consider(p + i * dp, r + j * dr);
  }
  return best;
}

/** Sample variance of the bins that are present. */
function rawVariance({ values, variances }: MeasuredSeries): number {
  let [n, mean, squares] = [0, 0, 0];
  for (let t = 0; t < values.length; t++) {
    if (variances[t] === Number.POSITIVE_INFINITY) continue;
    const off = (values[t] as number) - mean;
    n++;
    mean += off / n;
    squares += off * ((values[t] as number) - mean);
  }
  return n > 1 ? squares / (n - 1) : 0;
}
