import { BugError } from '../errors/errors.ts';
import { incompleteBeta, logBetaInverse } from './incomplete-beta.ts';

/** Means of several groups and how surely they are known. */
export interface GroupMeans {
  readonly values: readonly number[];
  /** Of the means, with what they owe to the same authors and the same copied texts. */
  readonly covariance: readonly (readonly number[])[];
  /** Degrees of freedom of each variance: clusters less one. */
  readonly degrees: readonly number[];
}

/** Whether groups differ more than chance makes them. */
export interface Heterogeneity {
  /** Cochran's Q: squared distances of the means from their common mean, in variances. */
  readonly q: number;
  /** Q brought to the scale of F. */
  readonly statistic: number;
  readonly degrees: readonly [number, number];
  readonly pValue: number;
}

/**
 * Test that several means are one, by Cochran's Q with the weights 1/variance. If they are one, Q is a sum of χ² of one degree of freedom
 * with the weights λ, the eigenvalues of M·Σ, where Σ is the covariance of the means and M = diag(w) − w·wᵀ/Σw. As in Rao and Scott's
 * (1984) second-order correction, Q is divided by the mean of the λ and compared with (Σλ)²/Σλ² degrees of freedom; as the variances are
 * estimated, with Welch's (1951) correction and denominator. Where nothing is shared between groups all λ are 1 and the
 * test is Welch's; where variances are known it is Cochran's.
 *
 * Assumes a variance above 0 and two clusters in each group; Welch's correction holds from about ten clusters on.
 * Reference: Rao and Scott (1984), Annals of Statistics 12, 46–60; Welch (1951), Biometrika 38, 330–336. Cost: groups³.
 *
 * @throws {BugError} of fewer than two groups
 */
export function heterogeneity({ values, covariance, degrees }: GroupMeans): Heterogeneity {
  const k = values.length;
  if (k < 2) throw new BugError('heterogeneity of fewer than two groups');
  const weights = values.map((_, i) => 1 / (covariance[i]?.[i] as number));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mean = values.reduce((sum, y, i) => sum + (weights[i] as number) * y, 0) / total;
  const q = values.reduce((sum, y, i) => sum + (weights[i] as number) * (y - mean) ** 2, 0);
  const { trace, traceOfSquare } = chanceOfQ(weights, covariance);
  const spread = weights.reduce(
    (sum, w, i) => sum + (1 - w / total) ** 2 / Math.max(degrees[i] as number, 1),
    0,
  );
  const statistic = q / trace / (1 + (2 * (k - 2) * spread) / (k * k - 1));
  const [first, second] = [(trace * trace) / traceOfSquare, (k * k - 1) / (3 * spread)];
  return { q, statistic, degrees: [first, second], pValue: upperTail(statistic, first, second) };
}

/** Σλ and Σλ² of the eigenvalues of M·Σ: its trace and that of its square. */
function chanceOfQ(
  weights: readonly number[],
  covariance: readonly (readonly number[])[],
): { readonly trace: number; readonly traceOfSquare: number } {
  const total = weights.reduce((sum, w) => sum + w, 0);
  // Row i of M·Σ is w_i·(Σ_i − the weighted mean of all rows).
  const n = weights.length;
  const mean = Array.from(
    { length: n },
    (_, j) => weights.reduce((sum, w, i) => sum + w * (covariance[i]?.[j] as number), 0) / total,
  );
  const product = weights.map((w, i) =>
    mean.map((m, j) => w * ((covariance[i]?.[j] as number) - (m as number))),
  );
  let [trace, traceOfSquare] = [0, 0];
  for (let i = 0; i < n; i++) {
    trace += product[i]?.[i] as number;
    for (let j = 0; j < n; j++) traceOfSquare += (product[i]?.[j] as number) * (product[j]?.[i] as number);
  }
  return { trace, traceOfSquare };
}

/** P(F > f). */
function upperTail(f: number, first: number, second: number): number {
  if (f <= 0) return 1;
  const [a, b] = [second / 2, first / 2];
  return incompleteBeta(second / (second + first * f), { a, b, logBeta: logBetaInverse(a, b) });
}
