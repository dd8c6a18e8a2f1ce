import { BugError } from '../errors/errors.ts';
import { meanPosterior, type PosteriorCells } from './posterior-cells.ts';

/**
 * Probabilistic classify-and-count (PCC): the mean of the probabilities. Right where the classifier is calibrated on
 * texts with the very shares of the corpus; where the shares differ it leans toward those of its training (Bella et al.
 * 2010).
 * @example probabilisticCount({ posteriors: [[0.8, 0.2], [0.4, 0.6]], weights: [1, 1] }) // [0.6, 0.4]
 */
export function probabilisticCount(cells: PosteriorCells): number[] {
  if (cells.weights.length === 0) throw new BugError('no mention has probabilities');
  return meanPosterior(cells);
}
