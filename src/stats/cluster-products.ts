/** The ways in which observations depend on each other. */
export const GROUPINGS = ['author', 'copies', 'both'] as const;

/** One of {@link GROUPINGS}. */
export type Grouping = (typeof GROUPINGS)[number];

/**
 * Σ over clusters of products of their totals in components a ≤ b, a component being a stratum of the sample: of y with y,
 * y with n, n with y and n with n. A pair of components that share no cluster needs no entry.
 */
export interface ClusterProduct {
  readonly a: number;
  readonly b: number;
  /** Clusters with an observation in both; of a component with itself, its clusters. */
  readonly shared: number;
  readonly yy: number;
  readonly yn: number;
  readonly ny: number;
  readonly nn: number;
}

/** Products of totals for one way of clustering. */
export interface ClusterProducts {
  /** Clusters with at least one observation in any component. */
  readonly nGroups: number;
  readonly products: readonly ClusterProduct[];
}

/** By how much one more y, and one more observation, in each component moves an estimate: its linearization. */
export interface Influence {
  readonly y: readonly number[];
  readonly n: readonly number[];
}

/**
 * Σ over clusters of the squared influence of a cluster, (Σ over components of u·Y + v·N)², from products of totals alone.
 * Exact: no observation is read again, so a mean at any mix, and any difference of such means, gets the variance that a
 * pass over the observations would give. Cost: linear in the number of products.
 */
export function squaredInfluence({ products }: ClusterProducts, influence: Influence): number {
  let sum = 0;
  for (const product of products) sum += influenceOf(product, influence);
  return Math.max(sum, 0);
}

/** The same for each of several strata on its own, with what clusters do in that stratum alone. */
export function squaredInfluenceWithin(
  { products }: ClusterProducts,
  influence: Influence,
  strata: readonly (readonly number[])[],
): number[] {
  const stratumOf = stratumIndex(strata);
  const sums = strata.map(() => 0);
  for (const product of products) {
    const k = stratumOf.get(product.a);
    if (k !== undefined && k === stratumOf.get(product.b))
      sums[k] = (sums[k] as number) + influenceOf(product, influence);
  }
  return sums.map((sum) => Math.max(sum, 0));
}

function influenceOf({ a, b, yy, yn, ny, nn }: ClusterProduct, { y, n }: Influence): number {
  const [ya, na, yb, nb] = [y[a] ?? 0, n[a] ?? 0, y[b] ?? 0, n[b] ?? 0];
  return (a === b ? 1 : 2) * (ya * yb * yy + ya * nb * yn + na * yb * ny + na * nb * nn);
}

/**
 * Clusters with an observation in the components of each of several strata. Exact for a stratum of all components, and where
 * no cluster stands in more than two components of it; else not more than there are.
 */
export function countGroups(
  { nGroups, products }: ClusterProducts,
  strata: readonly (readonly number[])[],
): number[] {
  const stratumOf = stratumIndex(strata);
  const found = strata.map(() => ({ sum: 0, largest: 0, nProducts: 0 }));
  for (const { a, b, shared } of products) {
    const k = stratumOf.get(a);
    if (k === undefined || k !== stratumOf.get(b)) continue;
    const one = found[k] as (typeof found)[number];
    one.sum += a === b ? shared : -shared;
    one.largest = Math.max(one.largest, a === b ? shared : 0);
    one.nProducts++;
  }
  return found.map(({ sum, largest, nProducts }) =>
    nProducts === products.length ? nGroups : Math.max(largest, sum),
  );
}

function stratumIndex(strata: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  return new Map(strata.flatMap((components, k) => components.map((c) => [c, k] as const)));
}
