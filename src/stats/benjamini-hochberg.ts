/**
 * q-values of a family of tests (Benjamini and Hochberg 1995): rejecting all tests with q ≤ α keeps the expected share of
 * false rejections at α or below, where the tests are independent or positively dependent.
 *
 * Formula: for the k-th smallest of m p-values, the smallest of m·p/j over all j ≥ k; at most 1. Cost: m log m.
 *
 * @param pValues 0–1
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
  const q = new Array<number>(pValues.length);
  let least = 1;
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k] as number;
    least = Math.min(least, (pValues[i] as number) * (order.length / (k + 1)));
    q[i] = least;
  }
  return q;
}
