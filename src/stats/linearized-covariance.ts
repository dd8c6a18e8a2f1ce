/** Over clusters: their number and Σ x·xᵀ of their totals x, symmetric. */
export interface CrossProducts {
  readonly nGroups: number;
  readonly products: readonly (readonly number[])[];
}

/** Cross-products by author, by cluster of copies, and by both together. */
export interface TwoWayCrossProducts {
  readonly author: CrossProducts;
  readonly copies: CrossProducts;
  readonly both: CrossProducts;
}

/**
 * Covariance of functions of totals, such as shares, means and contributions, over observations that depend on each other
 * within authors and within copies of one text.
 *
 * Taylor linearization: with g the gradient of a function by the totals and x_c the totals of a cluster, the variance one way
 * is G/(G−1)·Σ_c (g·x_c)² = G/(G−1)·gᵀ(Σ x_c·x_cᵀ)g. For functions of ratios Σ_c g·x_c = 0, so nothing has to be centred.
 * The ways combine as in {@link clusteredMean}: author + copies − both, and no variance is less than either way alone, nor
 * than its floor. Correlations are those of the way with the larger variances, so that the matrix stays positive semidefinite.
 *
 * Assumes clusters are independent of each other; G ≥ 2 each way. Cost: functions² × totals + functions × totals².
 *
 * @param gradients one row for each function, one number for each total
 * @param floors least variance of each function
 */
export function linearizedCovariance(
  gradients: readonly (readonly number[])[],
  crossProducts: TwoWayCrossProducts,
  floors: readonly number[],
): number[][] {
  const [author, copies, both] = (['author', 'copies', 'both'] as const).map((way) =>
    oneWay(gradients, crossProducts[way]),
  ) as [number[][], number[][], number[][]];
  const at = (matrix: readonly (readonly number[])[], i: number, j: number): number => matrix[i]?.[j] ?? 0;
  const trace = (matrix: number[][]): number => matrix.reduce((sum, row, i) => sum + (row[i] as number), 0);
  const shape = trace(author) >= trace(copies) ? author : copies;
  const variances = gradients.map((_, i) =>
    Math.max(
      at(author, i, i) + at(copies, i, i) - at(both, i, i),
      at(author, i, i),
      at(copies, i, i),
      floors[i] as number,
    ),
  );
  const scales = variances.map((v, i) => (at(shape, i, i) > 0 ? Math.sqrt(v / at(shape, i, i)) : 0));
  return gradients.map((_, i) =>
    gradients.map((__, j) =>
      i === j ? (variances[i] as number) : at(shape, i, j) * (scales[i] as number) * (scales[j] as number),
    ),
  );
}

function oneWay(gradients: readonly (readonly number[])[], { nGroups, products }: CrossProducts): number[][] {
  const factor = nGroups / (nGroups - 1);
  const projected = gradients.map((g) => products.map((row) => dot(row, g)));
  return gradients.map((g) => projected.map((p) => factor * dot(g, p)));
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
