/** Trials with one probability of success. */
export interface Trials {
  readonly n: number;
  /** 0–1. */
  readonly probability: number;
}

/**
 * Probability of at least `successes` in independent trials with unequal probabilities: upper tail of the Poisson binomial
 * distribution, by adding one trial after another; what has reached the number stays there, so that small tails keep their
 * digits. Equal probabilities give the binomial tail. Cost: trials · successes.
 *
 * Reference: Hong 2013, "On computing the distribution function for the Poisson binomial distribution".
 * @example poissonBinomialTail([{ n: 2, probability: 0.5 }], 2) // 0.25
 */
export function poissonBinomialTail(trials: readonly Trials[], successes: number): number {
  if (successes <= 0) return 1;
  const reached = new Float64Array(successes + 1);
  reached[0] = 1;
  let before = 0;
  for (const { n, probability } of trials) {
    for (let trial = 0; trial < n; trial++) {
      const most = Math.min(before, successes - 1);
      for (let k = most; k >= 0; k--) {
        const moved = (reached[k] as number) * probability;
        reached[k + 1] = (reached[k + 1] as number) + moved;
        reached[k] = (reached[k] as number) - moved;
      }
      before++;
    }
  }
  return Math.min(1, reached[successes] as number);
}
