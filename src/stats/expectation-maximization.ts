import { mixtureProportions } from './mixture-proportions.ts';
import type { PosteriorCells } from './posterior-cells.ts';

/**
 * Shares of the classes under which a classifier's probabilities, learned under other shares, agree with themselves: EMQ, also
 * called SLD (Saerens, Latinne and Decaestecker 2002).
 *
 * A probability divided by the share of its class in training is, up to a factor of the text, the density of the text in
 * the class; the shares are the maximum likelihood ones of that mixture. Assumes probabilities that are calibrated for
 * texts with `trainingShares`, and that texts of a class are alike in training and in the corpus.
 * @param trainingShares shares of the classes that the probabilities are calibrated for, all above 0
 */
export function expectationMaximization(cells: PosteriorCells, trainingShares: readonly number[]): number[] {
  return mixtureProportions({ densities: classDensities(cells, trainingShares), weights: cells.weights });
}

/** Density of each cell in each class, up to a factor of the cell. */
export function classDensities(cells: PosteriorCells, trainingShares: readonly number[]): number[][] {
  return cells.posteriors.map((row) => row.map((p, k) => p / (trainingShares[k] as number)));
}
