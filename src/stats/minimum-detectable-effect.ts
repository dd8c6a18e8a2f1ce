import { type ColumnEffect, effectQuantile } from './column-effect.ts';
import { normalCumulative, normalQuantile } from './normal.ts';

/** What a change must survive to count as seen. */
export interface DetectionRule {
  /** Two-sided critical value of a normal statistic: 1.96 for one test at 5 %, more for many. */
  readonly critical: number;
  /** Probability with which the change is to be seen, e.g. 0.8. */
  readonly power: number;
}

/**
 * The smallest change that an estimate with this standard error would have shown with the stated probability:
 * (critical + z of the power) × standard error.
 *
 * Assumes a normal estimate whose standard error does not depend on the change.
 * Reference: Bloom (1995), Minimum detectable effects, Evaluation Review 19, 547–556.
 *
 * @example minimumDetectableEffect(0.01, { critical: 1.96, power: 0.8 }) // 0.028
 */
export function minimumDetectableEffect(standardError: number, { critical, power }: DetectionRule): number {
  return (critical + normalQuantile(power)) * standardError;
}

/**
 * The same for a change of level in a series whose noise had to be estimated: the critical value is that of the estimate's own
 * distribution, which has heavier tails than the normal one.
 */
export function detectableStep(effect: ColumnEffect, { critical, power }: DetectionRule): number {
  const tail = normalCumulative(-critical);
  const reach = (effectQuantile(effect, 1 - tail) - effectQuantile(effect, tail)) / 2;
  return reach + normalQuantile(power) * effect.standardError;
}
