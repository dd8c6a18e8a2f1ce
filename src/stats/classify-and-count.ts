import { BugError } from '../errors/errors.ts';
/**
 * Classify and count: the shares of the labels that a classifier decided for. Uncorrected: what it confuses stays
 * confused, and differences shrink by what it confuses. The baseline of every correction.
 * @param decided mentions of each label, or their weights; some above 0
 * @example classifyAndCount([30, 50, 20]) // [0.3, 0.5, 0.2]
 */
export function classifyAndCount(decided: readonly number[]): number[] {
  const total = decided.reduce((sum, n) => sum + n, 0);
  if (!(total > 0)) throw new BugError('no mention was decided');
  return decided.map((n) => n / total);
}
