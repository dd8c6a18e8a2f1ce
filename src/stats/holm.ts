/**
 * Adjusted p-values of a family of tests (Holm 1979): rejecting all tests with an adjusted p ≤ α keeps the chance of one false
 * rejection at α or below, however the tests depend on each other.
 *
 * Formula: for the k-th smallest of m p-values, the largest of (m − j + 1)·p over all j ≤ k; at most 1. Cost: m log m.
 *
 * @param pValues 0–1
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
  const adjusted = new Array<number>(pValues.length);
  let most = 0;
  order.forEach((i, k) => {
    most = Math.max(most, Math.min(1, (pValues[i] as number) * (order.length - k)));
    adjusted[i] = most;
  });
  return adjusted;
}
