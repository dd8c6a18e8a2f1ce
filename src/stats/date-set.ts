import { normalQuantile } from './normal.ts';

/**
 * How far the log likelihood of a date may lie below that of the best date before the date is excluded, where the change may lie
 * anywhere: −log(1 − √level), 3.68 at 95 %.
 *
 * The likelihood ratio between the best date and the true one tends to the larger of two independent exponential numbers
 * (Siegmund 1988; Hansen 2000, who gives 7.35 for twice it); in discrete time it is less, so the set holds the true date at
 * least as often as stated.
 *
 * @param confidenceLevel 0–1
 */
export function anyDateThreshold(confidenceLevel: number): number {
  return -Math.log(1 - Math.sqrt(confidenceLevel));
}

/**
 * The same where the change lies at one of a few given dates: z²/2 with z the normal quantile of 1 − (1 − level)/rivals.
 *
 * Twice the likelihood ratio of a wrong date over the true one is normal with mean −d² and variance 4d²,
 * d the distance between both; it exceeds z² with probability Φ(−(z² + d²)/(2d)), which is largest at d = z. For several rivals
 * the bound of Bonferroni is used.
 *
 * @param nRivals dates beside the true one, at least 1
 */
export function fewDatesThreshold(confidenceLevel: number, nRivals: number): number {
  const z = normalQuantile(1 - (1 - confidenceLevel) / nRivals);
  return Math.min((z * z) / 2, anyDateThreshold(confidenceLevel));
}

/**
 * Which of several dates may be that of the change: those whose log likelihood lies within the threshold of the best.
 *
 * Assumes that there is one change in the window and that it lies at one of the dates.
 * Reference: Hansen (2000), Sample splitting and threshold estimation, Econometrica 68, 575–603.
 *
 * @param logLikelihoods of the same series with the change at each date
 * @returns indices, in order
 * @example dateSet([-10, -11, -14], 1.35) // [0, 1]
 */
export function dateSet(logLikelihoods: readonly number[], threshold: number): number[] {
  const best = Math.max(...logLikelihoods);
  return logLikelihoods.flatMap((log, i) => (best - log <= threshold ? [i] : []));
}
