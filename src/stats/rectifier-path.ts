/** Codings of one period. */
export interface PathObservation {
  /** Index of the period, 0 … nPeriods − 1; each period at most once. */
  readonly period: number;
  /** Independent codings of equal weight that they are worth. */
  readonly size: number;
  /** Mean of coded value − λ × score. */
  readonly mean: number;
}

/** How far the rectifier may have moved over all periods, as a distribution over a grid. */
export interface DriftPosterior {
  /** Standard deviation of the movement from the first period to the last, in standard deviations of one coding. */
  readonly scales: readonly number[];
  /** Probability of each, summing to 1. */
  readonly weights: readonly number[];
}

/** The rectifier of one period. */
export interface RectifierAt {
  readonly mean: number;
  readonly variance: number;
}

/** A movement of two standard deviations of a coding is nearly all that a label in −1…1 can do. */
const LARGEST_SCALE = 2;
const STEPS = 32;
/** Rate of the prior of the scale: one time in twenty a movement is larger than one standard deviation of a coding. */
const PRIOR_RATE = 3;

/** Scales of the drift that are thought of: closer near 0. */
export const DRIFT_SCALES: readonly number[] = Array.from(
  { length: STEPS + 1 },
  (_, k) => LARGEST_SCALE * (k / STEPS) ** 2,
);

/**
 * How far the annotator's net error drifts, from the codings of many periods: a random walk with steps of equal variance,
 * seen with known sampling error (local level model, Durbin and Koopman 2012, ch. 2).
 *
 * The likelihood of the scale of the walk is exact (diffuse start). The prior is exponential on the standard deviation, with
 * one chance in twenty of a movement larger than one standard deviation of a coding (penalized complexity, Simpson et al.
 * 2017). The scale is not estimated and then taken as true: the whole distribution goes into {@link smoothRectifier}, so
 * that codings which cannot exclude a drift give intervals that allow for it. With codings of one period only nothing is
 * learned and the prior stays.
 *
 * @param deviation standard deviation of one coding's residual, above 0
 * Cost: observations × 33.
 */
export function driftPosterior(
  observations: readonly PathObservation[],
  { nPeriods, deviation }: { readonly nPeriods: number; readonly deviation: number },
): DriftPosterior {
  const ordered = [...observations].sort((a, b) => a.period - b.period);
  const logs = DRIFT_SCALES.map((scale) =>
    logLikelihood(ordered, { step: stepVariance(scale, nPeriods), deviation }),
  );
  return { scales: DRIFT_SCALES, weights: driftWeights(logs) };
}

/** Probability of each of {@link DRIFT_SCALES}, from their log likelihoods and the prior. */
export function driftWeights(logs: readonly number[]): number[] {
  const highest = Math.max(...logs);
  // The grid is closer near 0; each point stands for the stretch around it.
  const raw = DRIFT_SCALES.map((scale, k) => {
    const stretch = ((DRIFT_SCALES[k + 1] ?? scale) - (DRIFT_SCALES[k - 1] ?? scale)) / 2;
    return Math.exp((logs[k] as number) - highest - PRIOR_RATE * scale) * stretch;
  });
  const total = raw.reduce((sum, w) => sum + w, 0);
  return raw.map((w) => w / total);
}

/**
 * The rectifier of every period, from codings of some: the mean over the drifts that the codings allow of the smoothed
 * random walk, with its variance (that of the walk, plus that of the mean between drifts). Periods with codings of their
 * own follow these; between and beyond them the variance grows with distance.
 *
 * Weights depend on sizes and drift alone, so that measures smoothed with one posterior add up as they do unsmoothed.
 * Formula: for each scale the two one-sided filters of the local level, combined by precision.
 * Assumes at least one observation. Cost: periods × 33.
 */
export function smoothRectifier(
  observations: readonly PathObservation[],
  options: { readonly nPeriods: number; readonly deviation: number; readonly posterior: DriftPosterior },
): RectifierAt[] {
  const { nPeriods, deviation, posterior } = options;
  const paths = posterior.scales.map((scale) =>
    smoothWalk(observations, { nPeriods, step: stepVariance(scale, nPeriods) }),
  );
  return Array.from({ length: nPeriods }, (_, period) => {
    const over = (of: (at: RectifierAt) => number): number =>
      posterior.weights.reduce((sum, w, k) => sum + w * of(paths[k]?.[period] as RectifierAt), 0);
    const mean = over((at) => at.mean);
    const variance = over((at) => deviation * deviation * at.variance + (at.mean - mean) ** 2);
    return { mean, variance };
  });
}

/** Variance of one step, in variances of one coding. */
export function stepVariance(scale: number, nPeriods: number): number {
  return (scale * scale) / nPeriods;
}

function logLikelihood(
  ordered: readonly PathObservation[],
  { step, deviation }: { readonly step: number; readonly deviation: number },
): number {
  const [first, ...rest] = ordered;
  if (first === undefined) return 0;
  let [level, variance, period, sum] = [first.mean / deviation, 1 / first.size, first.period, 0];
  for (const one of rest) {
    variance += step * (one.period - period);
    const spread = variance + 1 / one.size;
    const surprise = one.mean / deviation - level;
    sum -= (Math.log(spread) + (surprise * surprise) / spread) / 2;
    level += (variance / spread) * surprise;
    variance *= 1 - variance / spread;
    period = one.period;
  }
  return sum;
}

/** A mean with its precision in codings; precision 0 = nothing known. */
interface Known {
  readonly mean: number;
  readonly precision: number;
}

function smoothWalk(
  observations: readonly PathObservation[],
  { nPeriods, step }: { readonly nPeriods: number; readonly step: number },
): RectifierAt[] {
  const seen = new Map(observations.map((one) => [one.period, one]));
  const own = (period: number): Known => {
    const one = seen.get(period);
    return { mean: one?.mean ?? 0, precision: one?.size ?? 0 };
  };
  /** What earlier periods (in the given order) say of each. */
  const filtered = (order: readonly number[]): Known[] => {
    const before: Known[] = [];
    let known: Known = { mean: 0, precision: 0 };
    for (const period of order) {
      before[period] = known;
      const { mean, precision } = joined(known, own(period));
      known = { mean, precision: precision === 0 ? 0 : 1 / (1 / precision + step) };
    }
    return before;
  };
  const order = Array.from({ length: nPeriods }, (_, period) => period);
  const past = filtered(order);
  const future = filtered([...order].reverse());
  return order.map((period) => {
    const { mean, precision } = joined(joined(past[period] as Known, own(period)), future[period] as Known);
    return { mean, variance: 1 / precision };
  });
}

function joined(a: Known, b: Known): Known {
  const precision = a.precision + b.precision;
  const mean = precision === 0 ? 0 : (a.precision * a.mean + b.precision * b.mean) / precision;
  return { mean, precision };
}

/**
 * A linear contrast of the rectifier over periods, as {@link smoothRectifier} gives single periods: a mean over some of
 * them, or a difference of two such means, with the covariance between periods.
 *
 * Formula: for each scale the posterior precision of all periods is tridiagonal; one solution of it with the coefficients
 * on the right gives mean and variance. Assumes at least one observation. Cost: periods × 33.
 * @param coefficients one for each period
 */
export function rectifierContrast(
  observations: readonly PathObservation[],
  options: {
    readonly coefficients: readonly number[];
    readonly deviation: number;
    readonly posterior: DriftPosterior;
  },
): RectifierAt {
  const { coefficients, deviation, posterior } = options;
  const at = posterior.scales.map((scale) =>
    walkContrast(observations, coefficients, stepVariance(scale, coefficients.length)),
  );
  const over = (of: (one: RectifierAt) => number): number =>
    posterior.weights.reduce((sum, w, k) => sum + w * of(at[k] as RectifierAt), 0);
  const mean = over((one) => one.mean);
  const variance = over((one) => deviation * deviation * one.variance + (one.mean - mean) ** 2);
  return { mean, variance };
}

function walkContrast(
  observations: readonly PathObservation[],
  coefficients: readonly number[],
  step: number,
): RectifierAt {
  if (step === 0) {
    const size = observations.reduce((sum, one) => sum + one.size, 0);
    const level = observations.reduce((sum, one) => sum + one.size * one.mean, 0) / size;
    const total = coefficients.reduce((sum, c) => sum + c, 0);
    return { mean: total * level, variance: total ** 2 / size };
  }
  const n = coefficients.length;
  const sizes = new Array<number>(n).fill(0);
  for (const { period, size } of observations) sizes[period] = size;
  const diagonal = sizes.map((size, t) => size + (Number(t > 0) + Number(t < n - 1)) / step);
  const solution = solveTridiagonal(diagonal, -1 / step, coefficients);
  const mean = observations.reduce(
    (sum, one) => sum + (solution[one.period] as number) * one.size * one.mean,
    0,
  );
  const variance = coefficients.reduce((sum, c, t) => sum + c * (solution[t] as number), 0);
  return { mean, variance: Math.max(variance, 0) };
}

/** x in A·x = b for a symmetric A with the same number beside the diagonal everywhere (Thomas algorithm). */
export function solveTridiagonal(
  diagonal: readonly number[],
  beside: number,
  right: readonly number[],
): number[] {
  const n = diagonal.length;
  const pivots = [...diagonal];
  const x = [...right];
  for (let t = 1; t < n; t++) {
    const factor = beside / (pivots[t - 1] as number);
    pivots[t] = (pivots[t] as number) - factor * beside;
    x[t] = (x[t] as number) - factor * (x[t - 1] as number);
  }
  for (let t = n - 1; t >= 0; t--) {
    const after = t === n - 1 ? 0 : beside * (x[t + 1] as number);
    x[t] = ((x[t] as number) - after) / (pivots[t] as number);
  }
  return x;
}
