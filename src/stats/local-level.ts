import { type MeasuredSeries, measuredSeries } from './noise-model.ts';

/** A level with its variance. */
interface LevelState {
  readonly level: number;
  readonly variance: number;
}

/** A series as a level that wanders. */
export interface LocalLevel {
  /** Variance of the level's moves from bin to bin. */
  readonly levelVariance: number;
  /** Variance around the level beyond measurement error. */
  readonly irregularVariance: number;
  /** Log likelihood of all present bins after the first, which starts the filter. */
  readonly logLikelihood: number;
  /** The level in each bin from all bins; the last one is the nowcast. */
  readonly smoothed: readonly LevelState[];
}

/** Variances over the variance of the series, in powers of two. */
const LOG_RATIO = { from: -14, to: 2, step: 2 };
const REFINEMENTS = 7;

/**
 * Local level model with known measurement variances: value = level + irregular + measurement error, and the level moves from bin to
 * bin by independent steps. Both variances by maximum likelihood (zero included; a grid of powers of two, refined around its best point);
 * the level by the Kalman filter, started at the first present bin (diffuse prior), and the fixed-interval smoother. In missing
 * bins, and before the first present one, the level is drawn through with a wider variance.
 *
 * The smoothed level is averaged over both variances by their likelihood, so that its variance contains their uncertainty.
 *
 * Assumes Gaussian errors and a level that moves as often up as down; a step is smoothed over the bins around it.
 * Value and level in one unit, variances in its square. Cost: about 130 filters and 81 smoothers, O(bins) each.
 * Reference: Durbin and Koopman, *Time Series Analysis by State Space Methods* (2012), 2.
 * @returns null with fewer than 3 bins present
 * @example localLevel([{ value: 0.1, variance: 0.01 }, null, …])?.smoothed.at(-1) // the nowcast
 */
export function localLevel(
  bins: readonly ({ readonly value: number; readonly variance: number } | null)[],
): LocalLevel | null {
  const series = measuredSeries(bins);
  const values = bins.flatMap((bin, t) =>
    (series.variances[t] as number) < Number.POSITIVE_INFINITY ? [bin?.value ?? 0] : [],
  );
  if (values.length < 3) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const best = smooth(series, maximizeLikelihood(series, spread));
  return { ...best, smoothed: averageOver(series, { spread, best }) };
}

/**
 * The smoothed level averaged over both variances, each weighted by its likelihood and a prior that is flat in the standard deviation
 * (Gelman 2006): where the likelihood is largest at a level that does not move at all, it may move all the same.
 */
function averageOver(
  series: MeasuredSeries,
  of: { readonly spread: number; readonly best: LocalLevel },
): LevelState[] {
  const { from, to, step } = LOG_RATIO;
  const sums = of.best.smoothed.map(({ level }) => ({ middle: level, weight: 0, off: 0, square: 0 }));
  for (let level = from; level <= to; level += step) {
    for (let irregular = from; irregular <= to; irregular += step) {
      const levelVariance = of.spread * 2 ** level;
      const irregularVariance = of.spread * 2 ** irregular;
      const one = smooth(series, { levelVariance, irregularVariance });
      const weight = Math.exp(one.logLikelihood - of.best.logLikelihood) * 2 ** ((level + irregular) / 2);
      for (const [t, sum] of sums.entries()) {
        const state = one.smoothed[t] as LevelState;
        const off = state.level - sum.middle;
        sum.weight += weight;
        sum.off += weight * off;
        sum.square += weight * (state.variance + off * off);
      }
    }
  }
  return sums.map(({ middle, weight, off, square }) => ({
    level: middle + off / weight,
    variance: square / weight - (off / weight) ** 2,
  }));
}

/** The local level model at given variances. */
export function smoothLevel(
  bins: readonly ({ readonly value: number; readonly variance: number } | null)[],
  variances: LevelVariances,
): LocalLevel {
  return smooth(measuredSeries(bins), variances);
}

interface LevelVariances {
  readonly levelVariance: number;
  readonly irregularVariance: number;
}

function maximizeLikelihood(series: MeasuredSeries, spread: number): LevelVariances {
  const OFF = LOG_RATIO.from - LOG_RATIO.step;
  const variance = (ratio: number): number => (ratio <= OFF ? 0 : spread * 2 ** ratio);
  let best = { level: OFF, irregular: OFF, logLikelihood: Number.NEGATIVE_INFINITY };
  const consider = (level: number, irregular: number): void => {
    if (Math.max(level, irregular) > LOG_RATIO.to || Math.min(level, irregular) < OFF) return;
    const { logLikelihood } = filter(series, {
      levelVariance: variance(level),
      irregularVariance: variance(irregular),
    });
    if (logLikelihood > best.logLikelihood) best = { level, irregular, logLikelihood };
  };
  for (let level = OFF; level <= LOG_RATIO.to; level += LOG_RATIO.step)
    for (let irregular = OFF; irregular <= LOG_RATIO.to; irregular += LOG_RATIO.step)
      consider(level, irregular);
  for (let round = 1; round <= REFINEMENTS; round++) {
    const step = LOG_RATIO.step / 2 ** round;
    const { level, irregular } = best;
    for (const i of [-step, 0, step]) for (const j of [-step, 0, step]) consider(level + i, irregular + j);
  }
  return { levelVariance: variance(best.level), irregularVariance: variance(best.irregular) };
}

interface Filtered {
  readonly states: readonly LevelState[];
  readonly logLikelihood: number;
}

function filter({ values, variances }: MeasuredSeries, of: LevelVariances): Filtered {
  const states: LevelState[] = [];
  let state: LevelState = { level: 0, variance: Number.POSITIVE_INFINITY };
  let logLikelihood = 0;
  for (const [t, measurement] of variances.entries()) {
    const value = values[t] as number;
    const predicted = { level: state.level, variance: state.variance + of.levelVariance };
    const noise = measurement + of.irregularVariance;
    if (noise === Number.POSITIVE_INFINITY) state = predicted;
    else if (predicted.variance === Number.POSITIVE_INFINITY) state = { level: value, variance: noise };
    else {
      const total = predicted.variance + noise;
      const gain = predicted.variance / total;
      const error = value - predicted.level;
      logLikelihood -= (Math.log(2 * Math.PI * total) + (error * error) / total) / 2;
      state = { level: predicted.level + gain * error, variance: predicted.variance * (1 - gain) };
    }
    states.push(state);
  }
  return { states, logLikelihood };
}

function smooth(series: MeasuredSeries, of: LevelVariances): LocalLevel {
  const { states, logLikelihood } = filter(series, of);
  const smoothed: LevelState[] = [];
  let next: LevelState | undefined;
  for (const state of states.toReversed()) {
    next = next === undefined ? state : smoothBack(state, next, of.levelVariance);
    smoothed.unshift(next);
  }
  return { ...of, logLikelihood, smoothed };
}

function smoothBack(state: LevelState, next: LevelState, levelVariance: number): LevelState {
  if (state.variance === Number.POSITIVE_INFINITY)
    return { level: next.level, variance: next.variance + levelVariance };
  const predicted = state.variance + levelVariance;
  if (predicted === 0) return state;
  const weight = state.variance / predicted;
  return {
    level: state.level + weight * (next.level - state.level),
    variance: state.variance + weight * weight * (next.variance - predicted),
  };
}
