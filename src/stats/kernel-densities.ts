import type { PosteriorCells } from './posterior-cells.ts';

/** Bandwidth at which QuaPy publishes KDEy. */
const BANDWIDTH = 0.1;

/**
 * Density of probabilities in each class by Gaussian kernels over the coded texts of the class: the components of KDEy-ML
 * (Moreo, González and del Coz 2025), whose shares {@link mixtureProportions} finds. Up to a factor that all share.
 * Cost: cells × coded cells.
 */
export function kernelDensities(
  cells: PosteriorCells,
  byClass: readonly PosteriorCells[],
  bandwidth = BANDWIDTH,
): number[][] {
  const totals = byClass.map(({ weights }) => weights.reduce((sum, w) => sum + w, 0));
  return cells.posteriors.map((row) =>
    byClass.map(({ posteriors, weights }, y) => {
      let sum = 0;
      posteriors.forEach((coded, i) => {
        let square = 0;
        for (let k = 0; k < row.length; k++) square += ((row[k] as number) - (coded[k] as number)) ** 2;
        sum += (weights[i] as number) * Math.exp(-square / (2 * bandwidth * bandwidth));
      });
      return sum / (totals[y] as number);
    }),
  );
}
