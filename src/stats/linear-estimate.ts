import {
  type ClusterProducts,
  GROUPINGS,
  type Grouping,
  type Influence,
  squaredInfluence,
  squaredInfluenceWithin,
} from './cluster-products.ts';
import { studentTQuantile } from './student-t.ts';

/** An estimate with the influence of every component of the sample on it, so that estimates can be subtracted. */
export interface LinearEstimate {
  readonly value: number;
  readonly influence: Readonly<Record<Grouping, Influence>>;
  /** The variance is not less than this. */
  readonly floorVariance: number;
  /** Divisions of the sample into strata, of which each uses up a degree of freedom. */
  readonly partitions: readonly (readonly EstimateStratum[])[];
}

/** Components that are estimated together, with their number of clusters by each grouping. */
export interface EstimateStratum {
  readonly components: readonly number[];
  readonly groups: Readonly<Record<Grouping, number>>;
}

/** How an estimate is bounded. */
export interface BoundOptions {
  /** Nominal coverage, 0–1. */
  readonly confidenceLevel: number;
  /** Smallest and largest possible value. */
  readonly range: readonly [number, number];
}

/** An estimate with its standard error and interval. */
export interface Bounded {
  readonly value: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** Cluster products by each grouping, over the same components. */
export type TwoWayProducts = Readonly<Record<Grouping, ClusterProducts>>;

/**
 * First minus second estimate from one sample: what both owe to the same author or the same copied text cancels.
 * @param floorVariance the sum of both floors, unless the estimates share observations
 */
export function subtract(
  first: LinearEstimate,
  second: LinearEstimate,
  floorVariance: number = first.floorVariance + second.floorVariance,
): LinearEstimate {
  const minus = (a: readonly number[], b: readonly number[]): number[] =>
    Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0) - (b[i] ?? 0));
  const of = (grouping: Grouping): Influence => ({
    y: minus(first.influence[grouping].y, second.influence[grouping].y),
    n: minus(first.influence[grouping].n, second.influence[grouping].n),
  });
  const length = Math.max(first.partitions.length, second.partitions.length);
  return {
    value: first.value - second.value,
    influence: { author: of('author'), copies: of('copies'), both: of('both') },
    floorVariance,
    partitions: Array.from({ length }, (_, d) => [
      ...(first.partitions[d] ?? first.partitions[0] ?? []),
      ...(second.partitions[d] ?? second.partitions[0] ?? []),
    ]),
  };
}

/**
 * Standard error and interval of an estimate that is linear in the totals of clusters, or nearly so.
 *
 * Variance: squared influences of clusters, combined as author + copies − both (Cameron, Gelbach and Miller 2011); the
 * larger of the combined and the one-way variances, not below the floor. Interval: Student's t, cut at the range. Degrees
 * of freedom: Satterthwaite's from the variance of each stratum and its clusters, at most the clusters in all minus 1.
 *
 * Assumes clusters are independent of each other; needs two clusters in each stratum. Cost: linear in the products.
 */
export function boundEstimate(
  estimate: LinearEstimate,
  products: TwoWayProducts,
  { confidenceLevel, range }: BoundOptions,
): Bounded {
  const variance = clusteredVariance(estimate, products);
  const degrees = degreesOfFreedom(estimate, products);
  const half = studentTQuantile((1 + confidenceLevel) / 2, degrees) * Math.sqrt(variance);
  return {
    value: estimate.value,
    standardError: Math.sqrt(variance),
    lower: Math.max(range[0], estimate.value - half),
    upper: Math.min(range[1], estimate.value + half),
  };
}

/** Two-way clustered variance, not below the floor. */
function clusteredVariance({ influence, floorVariance }: LinearEstimate, products: TwoWayProducts): number {
  const [author, copies, both] = GROUPINGS.map((g) => squaredInfluence(products[g], influence[g])) as [
    number,
    number,
    number,
  ];
  return Math.max(author + copies - both, author, copies, floorVariance);
}

function degreesOfFreedom({ influence, partitions }: LinearEstimate, products: TwoWayProducts): number {
  const least = (['author', 'copies'] as const).map((grouping) => {
    const inAll = products[grouping].nGroups - 1;
    const satterthwaite = partitions.map((strata) => {
      const parts = squaredInfluenceWithin(
        products[grouping],
        influence[grouping],
        strata.map(({ components }) => components),
      );
      const sum = parts.reduce((s, v) => s + v, 0);
      const squares = parts.reduce(
        (s, v, k) => s + v ** 2 / Math.max((strata[k] as EstimateStratum).groups[grouping] - 1, 1),
        0,
      );
      return squares > 0 ? sum ** 2 / squares : inAll;
    });
    return Math.min(inAll, ...satterthwaite);
  });
  return Math.max(1, Math.min(...least));
}
