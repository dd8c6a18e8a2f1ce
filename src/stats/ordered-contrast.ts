import { BugError } from '../errors/errors.ts';
import type { GroupMeans } from './heterogeneity.ts';
import type { Bounded } from './linear-estimate.ts';
import { satterthwaite } from './satterthwaite.ts';
import { studentTCumulative, studentTQuantile } from './student-t.ts';

/** How contrasts are bounded. */
export interface OrderedOptions {
  /** Nominal coverage, 0–1. */
  readonly confidenceLevel: number;
  /** Largest possible distance of two means. */
  readonly range: number;
}

/** A trend over means in a given order. */
export interface OrderedContrast {
  /** Difference by step: the least-squares slope of the means over 0, 1, 2, … */
  readonly perStep: Bounded;
  /** Two-sided p-value of no slope. */
  readonly pValue: number;
  /** Each mean less the one before it. */
  readonly steps: readonly Bounded[];
}

/**
 * Linear contrast of means in an order that was given before they were seen, and the differences of neighbours.
 *
 * With c = (t − t̄) / Σ(t − t̄)² the slope is Σ c·m, each mean counting the same however many observations it has; its variance is
 * cᵀΣc with Σ the covariance of the means, so what means share cancels. One number stands for the whole order, so it sees a
 * steady rise that no pair of neighbours shows, and does not see one that turns. Interval: Student's t with
 * Satterthwaite's degrees of freedom.
 *
 * Reference: Rosenthal and Rosnow (1985), Contrast analysis. Cost: groups².
 *
 * @throws {BugError} of fewer than two means
 */
export function orderedContrast(
  { values, covariance, degrees }: GroupMeans,
  { confidenceLevel, range }: OrderedOptions,
): OrderedContrast {
  const k = values.length;
  if (k < 2) throw new BugError('an ordered contrast of fewer than two means');
  const squares = (k * (k * k - 1)) / 12;
  const slope = values.map((_, t) => (t - (k - 1) / 2) / squares);
  const bound = (c: readonly number[]): Bounded & { readonly df: number } => {
    const value = c.reduce((sum, x, i) => sum + x * (values[i] as number), 0);
    let variance = 0;
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++)
        variance += (c[i] as number) * (c[j] as number) * (covariance[i]?.[j] as number);
    const df = satterthwaite(
      c.map((x, i) => ({ variance: x * x * (covariance[i]?.[i] as number), degrees: degrees[i] as number })),
    );
    const standardError = Math.sqrt(variance);
    const half = studentTQuantile((1 + confidenceLevel) / 2, df) * standardError;
    return {
      value,
      standardError,
      lower: Math.max(-range, value - half),
      upper: Math.min(range, value + half),
      df,
    };
  };
  const { df, ...perStep } = bound(slope);
  return {
    perStep,
    pValue: 2 * studentTCumulative(-Math.abs(perStep.value) / perStep.standardError, df),
    steps: values.slice(1).map((_, t) => {
      const { df: __, ...step } = bound(values.map((___, i) => (i === t + 1 ? 1 : i === t ? -1 : 0)));
      return step;
    }),
  };
}
