import { studentTQuantile } from './student-t.ts';

/**
 * Cumulative probability of the standard normal distribution: the series in odd powers (Marsaglia 2004) near 0, the
 * continued fraction of Laplace in the tails. Relative error below 1e-10 wherever the result is above 1e-300.
 */
export function normalCumulative(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(z) < 3) {
    let [sum, term] = [z, z];
    for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 + sum * density;
  }
  const x = Math.abs(z);
  let fraction = x;
  for (let n = 60; n > 0; n--) fraction = x + n / fraction;
  return z < 0 ? density / fraction : 1 - density / fraction;
}

/**
 * Quantile of the standard normal distribution, to six digits.
 * @param probability strictly between 0 and 1
 */
export function normalQuantile(probability: number): number {
  return studentTQuantile(probability, Number.POSITIVE_INFINITY);
}

/**
 * One draw from the standard normal distribution (Box and Muller 1958), from two uniform numbers.
 * @param random uniform in [0, 1), as `seededRandom` gives
 */
export function normalDraw(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
