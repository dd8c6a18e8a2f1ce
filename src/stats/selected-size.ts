import { normalCumulative } from './normal.ts';

/**
 * Smallest size, in standard errors, that goes with a size observed only because it passed a threshold: the lower end of an equal-tailed
 * interval for the mean of a normal variable that is reported when its absolute value exceeds `threshold`, zero at least.
 *
 * What is just found is overstated, and an interval that does not know this covers too rarely; this one goes down to zero where the
 * observed size barely passed. Far above the threshold it is the usual `observed − quantile`.
 * Reference: Zhong and Prentice (2008); Weinstein, Fithian and Benjamini (2013).
 * @param observed size over its standard error, above the threshold
 * @param tail probability left below, e.g. 0.025
 */
export function smallestSelectedSize(
  observed: number,
  { threshold, tail }: { readonly threshold: number; readonly tail: number },
): number {
  const beyond = (mean: number): number =>
    normalCumulative(mean - observed) /
    (normalCumulative(mean - threshold) + normalCumulative(-mean - threshold));
  let [low, high] = [0, observed];
  if (beyond(low) >= tail) return 0;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (beyond(middle) < tail) low = middle;
    else high = middle;
  }
  return low;
}
