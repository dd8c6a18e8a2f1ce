import { studentTQuantile } from './student-t.ts';

/**
 * Interval of a share by inverting the score test (Wilson 1927). It holds for small samples and for shares of 0 and 1,
 * where it is never of no width; it assumes independent observations.
 *
 * Formula: the shares p for which |x/n − p| ≤ z · √(p(1 − p)/n).
 *
 * @param hits 0 … n; need not be whole
 * @param n above 0
 * @param confidenceLevel nominal coverage, 0–1
 * @example wilsonInterval(10, 10, 0.95) // [0.7224…, 1]
 */
export function wilsonInterval(hits: number, n: number, confidenceLevel: number): [number, number] {
  const z = studentTQuantile((1 + confidenceLevel) / 2, Number.POSITIVE_INFINITY);
  const share = hits / n;
  const center = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [hits <= 0 ? 0 : Math.max(0, center - half), hits >= n ? 1 : Math.min(1, center + half)];
}
