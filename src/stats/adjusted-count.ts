import { simplexLeastSquares } from './simplex-least-squares.ts';

/** What an adjusted count is made of. */
export interface AdjustedCountInputs {
  /** What the classifier says of the corpus: shares of labels (ACC), or mean probabilities (PACC); sums to 1. */
  readonly observed: readonly number[];
  /** The same for coded texts of each true class: one row a class, each sums to 1. */
  readonly byClass: readonly (readonly number[])[];
}

/**
 * Adjusted count: the shares of the classes that, mixed by how the classifier reads each class, give what it says of
 * the corpus. With shares of labels it is ACC (adjusted classify-and-count), with mean probabilities PACC.
 *
 * Formula: the p on the simplex that minimizes ‖Σ pₖ·byClassₖ − observed‖² (constrained least squares, as in QuaPy).
 * Assumes that texts of a class are read alike in the corpus and in the coded texts (only the shares differ: label
 * shift). Returns shares 0–1 that sum to 1. Exact; cost grows as 2 to the number of classes.
 *
 * References: Forman 2008; Bella et al. 2010; Bunse 2022.
 * @example adjustedCount({ observed: [0.5, 0.5], byClass: [[0.8, 0.2], [0.3, 0.7]] }) // [0.4, 0.6]
 */
export function adjustedCount({ observed, byClass }: AdjustedCountInputs): number[] {
  return simplexLeastSquares(byClass, observed);
}
