import { wilsonInterval } from './wilson-interval.ts';

/** A share that was counted in a random sample, and for how much it counts in a sum. */
export interface WeightedShare {
  /** 0 … n. */
  readonly hits: number;
  /** Above 0. */
  readonly n: number;
  /** Any number; negative where the share is taken away. */
  readonly weight: number;
}

/**
 * A sum of shares from samples that were drawn apart, such as a stratified mean (weights N_h / N) or a difference (1, −1), with the
 * interval that their own intervals give: MOVER, the method of variance estimates recovery (Zou and Donner 2008); for a difference of two
 * shares it is Newcombe's hybrid score interval (Newcombe 1998, method 10).
 *
 * Formula: Σ w·p; below it by √Σ d², d = w·(p − l) where w is positive and |w|·(u − p) where it is not, l and u being Wilson's limits of
 * p; above it likewise. So a share of 0 in a small sample still lends the sum its uncertainty.
 *
 * Assumes samples that are independent of each other, each a simple random one. Of a sample without replacement the interval is rather
 * too wide. Unit: that of the weights. Cost: one pass. Checked against statsmodels (`confint_proportions_2indep`, `newcomb`).
 *
 * @param parts at least one, with a weight other than 0
 * @example combinedShares([{ hits: 56, n: 70, weight: 1 }, { hits: 48, n: 80, weight: -1 }], 0.95) // 0.2 [0.0524, 0.3339]
 */
export function combinedShares(
  parts: readonly WeightedShare[],
  confidenceLevel: number,
): { readonly value: number; readonly lower: number; readonly upper: number } {
  let [value, below, above, least, most] = [0, 0, 0, 0, 0];
  for (const { hits, n, weight } of parts) {
    const share = hits / n;
    const [low, high] = wilsonInterval(hits, n, confidenceLevel);
    const [down, up] = weight > 0 ? [share - low, high - share] : [high - share, share - low];
    value += weight * share;
    below += (weight * down) ** 2;
    above += (weight * up) ** 2;
    if (weight > 0) most += weight;
    else least += weight;
  }
  return {
    value,
    lower: Math.max(least, value - Math.sqrt(below)),
    upper: Math.min(most, value + Math.sqrt(above)),
  };
}
