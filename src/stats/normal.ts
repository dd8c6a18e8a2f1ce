import { studentTCumulative, studentTQuantile } from './student-t.ts';

/** Cumulative probability of the standard normal distribution, to six digits: Student's t with endless degrees of freedom. */
export function normalCumulative(z: number): number {
  return studentTCumulative(z, Number.POSITIVE_INFINITY);
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
