/** Probabilities rounded to two decimals may miss 1 by this much; they are then divided by their sum. */
const SUM_TOLERANCE = 0.01;

/** Three probabilities divided by their sum; null where one is not between 0 and 1 or the sum is not 1 within 0.01. */
export function probabilityShares(values: readonly unknown[]): number[] | null {
  const numbers = values.filter((value): value is number => typeof value === 'number');
  if (numbers.length !== values.length || !numbers.every((value) => value >= 0 && value <= 1)) return null;
  const sum = numbers.reduce((total, value) => total + value, 0);
  // The small part is for sums such as 0.33 + 0.33 + 0.33, which miss 0.99 by the last binary digit.
  return Math.abs(sum - 1) > SUM_TOLERANCE + 1e-9 ? null : numbers.map((value) => value / sum);
}
