/** Mentions by the probabilities that a classifier gave them: a histogram, or one cell a mention. */
export interface PosteriorCells {
  /** Probabilities of the classes, one row a cell; each sums to 1. */
  readonly posteriors: readonly (readonly number[])[];
  /** Mentions in the cell, or their weight; above 0. */
  readonly weights: readonly number[];
  /** Class that the classifier decided for in the cell; −1 = it abstained. */
  readonly decided: readonly number[];
}

/**
 * A histogram of probabilities: cells of width 1/`bins` in every class, each with the mean of what fell into it. Means
 * are kept exactly, and a million mentions become some hundred cells.
 * @param bins cells along each class, e.g. 20
 * @returns cells in the order of their probabilities, whatever the order of the mentions
 */
export function binPosteriors(
  { posteriors, weights, decided }: PosteriorCells,
  bins: number,
): PosteriorCells {
  const cells = new Map<string, { sums: number[]; weight: number; label: number }>();
  posteriors.forEach((row, i) => {
    const weight = weights[i] as number;
    const label = decided[i] as number;
    const key = [label, ...row.map((p) => Math.min(bins - 1, Math.floor(p * bins)))].join(' ');
    const cell = cells.get(key) ?? { sums: row.map(() => 0), weight: 0, label };
    row.forEach((p, k) => {
      cell.sums[k]! += weight * p;
    });
    cell.weight += weight;
    cells.set(key, cell);
  });
  const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  return {
    posteriors: sorted.map(({ sums, weight }) => sums.map((sum) => sum / weight)),
    weights: sorted.map(({ weight }) => weight),
    decided: sorted.map(({ label }) => label),
  };
}

/** Mentions decided for each class, or their weights. */
export function decidedCounts({ weights, decided }: PosteriorCells, classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  decided.forEach((label, i) => {
    if (label >= 0) counts[label]! += weights[i] as number;
  });
  return counts;
}

/** Weighted mean of the probabilities. */
export function meanPosterior({ posteriors, weights }: PosteriorCells): number[] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  return (posteriors[0] ?? []).map(
    (_, k) =>
      posteriors.reduce((sum, row, i) => sum + (weights[i] as number) * (row[k] as number), 0) / total,
  );
}
