import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { normalCumulative, normalQuantile } from './normal.ts';

/** Uses of one word, each author counted once a side. n is the number of different words of an author on that side. */
export interface WordCounts {
  readonly word: string;
  /** Authors who use the word before and after, and on both sides. */
  readonly before: number;
  readonly after: number;
  readonly both: number;
  /** Σ over the authors who use the word before of their n before and of their n after; the same for after. */
  readonly beforeN0: number;
  readonly beforeN1: number;
  readonly afterN0: number;
  readonly afterN1: number;
}

/** Sums over all authors of the words' side sizes n before and n after, and of their products. */
export interface WordTotals {
  readonly n0: number;
  readonly n1: number;
  readonly n0n0: number;
  readonly n1n1: number;
  readonly n0n1: number;
}

/** How strong the prior is and what is certain enough. */
export interface WordShiftOptions {
  /** Words that the prior weighs as. */
  readonly priorSize: number;
  readonly confidenceLevel: number;
}

/** A word with how much more, or less, it is used after than before. */
export interface WordShift {
  readonly word: string;
  readonly before: number;
  readonly after: number;
  /** Log of the ratio of the odds that a word is this one, after to before. */
  readonly logOdds: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly z: number;
  readonly qValue: number;
}

/**
 * Words used more or less after than before: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn
 * 2008), the prior in proportion to the use of each word on both sides together, so that rare words are drawn toward no change.
 *
 * With y uses of a word among n words and α of the prior's A: log (y₁+α)/(n₁+A−y₁−α) − log (y₀+α)/(n₀+A−y₀−α).
 * Each author counts once for a word on a side, so no single author makes a word. Variance: the larger of that of counts,
 * Σ 1/(y+α) + 1/(n+A−y−α) over both sides, and the linearized one with residuals x − (y/n)·n_a of authors a, who may stand on
 * both sides. Intervals and p-values are normal; q-values (Benjamini and Hochberg 1995) are over the words given.
 *
 * It says how words changed, not what they mean nor why. Unit: natural logarithm. Cost: words.
 *
 * @param words each used at least once
 * @returns in the order given
 */
export function wordShift(
  words: readonly WordCounts[],
  totals: WordTotals,
  { priorSize, confidenceLevel }: WordShiftOptions,
): WordShift[] {
  const half = normalQuantile((1 + confidenceLevel) / 2);
  const shifts = words.map((one) => {
    const prior = (priorSize * (one.before + one.after)) / (totals.n0 + totals.n1);
    const [first, second] = [
      odds(one.before + prior, totals.n0 + priorSize),
      odds(one.after + prior, totals.n1 + priorSize),
    ];
    const logOdds = Math.log(second.value) - Math.log(first.value);
    const variance = Math.max(
      first.slope + second.slope,
      clusteredVariance(one, totals, [first.slope, second.slope]),
    );
    const standardError = Math.sqrt(variance);
    return {
      word: one.word,
      before: one.before,
      after: one.after,
      logOdds,
      standardError,
      lower: logOdds - half * standardError,
      upper: logOdds + half * standardError,
      z: logOdds / standardError,
    };
  });
  const q = benjaminiHochberg(shifts.map(({ z }) => 2 * normalCumulative(-Math.abs(z))));
  return shifts.map((shift, i) => ({ ...shift, qValue: q[i] as number }));
}

/** y/(n − y), and the derivative of its logarithm by y, which is also the variance of the logarithm for a count. */
function odds(y: number, n: number): { readonly value: number; readonly slope: number } {
  return { value: y / (n - y), slope: 1 / y + 1 / (n - y) };
}

/** Σ over authors of the squared difference of their residuals on both sides, each times its slope. */
function clusteredVariance(
  word: WordCounts,
  totals: WordTotals,
  [b0, b1]: readonly [number, number],
): number {
  const [p0, p1] = [word.before / totals.n0, word.after / totals.n1];
  const first = word.before - 2 * p0 * word.beforeN0 + p0 * p0 * totals.n0n0;
  const second = word.after - 2 * p1 * word.afterN1 + p1 * p1 * totals.n1n1;
  const cross = word.both - p1 * word.beforeN1 - p0 * word.afterN0 + p0 * p1 * totals.n0n1;
  return b0 * b0 * first + b1 * b1 * second - 2 * b0 * b1 * cross;
}
