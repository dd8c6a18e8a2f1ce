import { measuredSeries } from './noise-model.ts';

/** What is assumed before the data. */
export interface MonitorOptions {
  /** Probability that a bin begins a new level, 0–1 exclusive. */
  readonly hazard: number;
  /** Levels come from a normal distribution with this mean and variance. */
  readonly mean: number;
  readonly variance: number;
  /** Variance around the level beyond measurement error; for autocorrelated noise its long-run variance. */
  readonly noiseVariance: number;
}

/** Probabilities of the age of the level in each bin: entry k = the level began k bins ago. They sum to 1. */
export type RunLengths = readonly Float64Array[];

/**
 * Bayesian online change-point detection: after each bin, how long the present level has lasted, from that bin and the earlier ones
 * alone. For monitoring: nothing later is used, so the probabilities are those an analyst would have seen on the day.
 *
 * Between changes, value = level + noise + measurement error with its known variance; levels are independent draws of a normal prior; each bin
 * but the first begins a new level with the probability `hazard`. Exact recursion over the age of the level, normal–normal
 * updates. A missing bin adds no evidence.
 *
 * Values in any unit, variances in its square. Assumes Gaussian errors and noise without memory. Autocorrelated noise enters by its
 * long-run variance, which is right for long runs and cautious for short ones. Cost: O(bins²).
 * Reference: Adams and MacKay, *Bayesian online changepoint detection* (2007); here a change comes before the bin's value, not after it.
 */
export function onlineChanges(
  bins: readonly ({ readonly value: number; readonly variance: number } | null)[],
  options: MonitorOptions,
): RunLengths {
  const { values, variances } = measuredSeries(bins);
  const { hazard } = options;
  const ages: Float64Array[] = [];
  let posteriors: Posterior[] = [];
  for (const [t, measurement] of variances.entries()) {
    const before = ages[t - 1];
    const prior: Posterior = { mean: options.mean, variance: options.variance };
    posteriors = [prior, ...posteriors];
    const noise = measurement + options.noiseVariance;
    const logs = posteriors.map((posterior, age) => {
      const chance =
        before === undefined ? 1 : age === 0 ? hazard : (1 - hazard) * (before[age - 1] as number);
      return Math.log(chance) + logPredictive(values[t] as number, posterior, noise);
    });
    const largest = Math.max(...logs);
    const weights = Float64Array.from(logs, (log) => Math.exp(log - largest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    ages.push(weights.map((weight) => weight / total));
    posteriors = posteriors.map((posterior) => update(posterior, values[t] as number, noise));
  }
  return ages;
}

/** Probability that the level of the last bin began in it or in one of the `within − 1` bins before it. */
export function probabilityOfRecentChange(ages: RunLengths, within: number): number {
  const last = ages.at(-1);
  if (last === undefined) return 0;
  // A level as old as the series did not begin with a change.
  return last.slice(0, Math.min(within, last.length - 1)).reduce((sum, p) => sum + p, 0);
}

interface Posterior {
  readonly mean: number;
  readonly variance: number;
}

function logPredictive(value: number, { mean, variance }: Posterior, noise: number): number {
  if (noise === Number.POSITIVE_INFINITY) return 0;
  const total = variance + noise;
  return -(Math.log(2 * Math.PI * total) + (value - mean) ** 2 / total) / 2;
}

function update(posterior: Posterior, value: number, noise: number): Posterior {
  if (noise === Number.POSITIVE_INFINITY) return posterior;
  const gain = posterior.variance / (posterior.variance + noise);
  return {
    mean: posterior.mean + gain * (value - posterior.mean),
    variance: posterior.variance * (1 - gain),
  };
}
