/** A corrected number: what its error is made of is told from the number without correction. */
export interface CorrectedError {
  /** Standard error counted from labels: what drawing authors adds, however many are coded. */
  readonly sampling: number;
  /** Standard error of the corrected number. */
  readonly corrected: number;
  /** Codings behind it. */
  readonly nCodings: number;
}

/**
 * How much of the width of a corrected number's interval would be left after further codings: √((s² + c²·n/(n + m)) / (s² + c²)).
 *
 * Purpose: say whether another fifty codings are worth the trouble. Formula: the variance of a corrected number is that of
 * drawing authors, s², about what it is without correction, and that of the codings, c² = what is more than that; the
 * second falls as one over their number, the first stays. Where correction has not widened the interval, more codings would not narrow it.
 *
 * Assumes codings drawn as those at hand, an annotator that errs as these show, and no drift. A plan, not a promise.
 * Reference: the variance of prediction-powered inference (Angelopoulos et al. 2023). Cost: none.
 *
 * @param more further codings, m ≥ 0
 * @returns 0–1
 * @example codingGain({ sampling: 0.03, corrected: 0.05, nCodings: 200 }, 200) // 0.8246…
 */
export function codingGain({ sampling, corrected, nCodings }: CorrectedError, more: number): number {
  const fixed = Math.min(sampling, corrected) ** 2;
  const ofCodings = corrected ** 2 - fixed;
  return Math.sqrt((fixed + (ofCodings * nCodings) / (nCodings + more)) / (fixed + ofCodings));
}
