import { studentTQuantile } from './student-t.ts';

/**
 * Sums over clusters: all that a cluster-robust variance of a weighted mean needs. An observation of weight w counts w
 * in n and w·y in y; without weights all of these are whole numbers.
 */
export interface ClusterMoments {
  /** Clusters with at least one observation. */
  readonly nGroups: number;
  /** Σ of cluster totals of w·y, of cluster weights n = Σw, and of their squares and products. */
  readonly sumY: number;
  readonly sumN: number;
  readonly sumYY: number;
  readonly sumNN: number;
  readonly sumYN: number;
}

/** Moments by author, by cluster of copies, and by both together. */
export interface TwoWayMoments {
  readonly author: ClusterMoments;
  readonly copies: ClusterMoments;
  readonly both: ClusterMoments;
}

/** A mean with its uncertainty. */
export interface ClusteredMean {
  readonly value: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Independent observations that would give this standard error. */
  readonly effectiveSampleSize: number;
}

/** How a clustered mean is bounded. */
export interface ClusteredMeanOptions {
  /** Nominal coverage, 0–1. */
  readonly confidenceLevel: number;
  /** Smallest and largest possible y: [0, 1] for a share, [−1, 1] for a net balance. */
  readonly range: readonly [number, number];
  /** Mean of y², needed for the variance of single observations. For a share it is the share. */
  readonly meanSquare: number;
  /** (Σw)² / Σw², Kish's effective sample size: the number of observations where all weigh the same. */
  readonly kishSize: number;
}

/**
 * Weighted mean of y over observations that depend on each other within authors and within copies of one text. The weights
 * are taken as given, not as estimated.
 *
 * Variance: Taylor linearization of the ratio Σwy / Σw with residual totals per cluster, each way with the
 * factor G/(G−1), combined as author + copies − both (Cameron, Gelbach and Miller 2011). The larger of the
 * combined and the one-way variances is used, since the combination can be too small or negative.
 * A floor keeps cells in which all observations agree from getting an interval of no width: the variance of
 * single observations after adding one observation at each end of the range (Agresti and Coull 1998).
 * Interval: Student's t with G−1 degrees of freedom, G the smaller number of clusters, cut at the range.
 *
 * Assumes clusters are independent of each other; needs G ≥ 2. Cost: constant.
 */
export function clusteredMean(moments: TwoWayMoments, options: ClusteredMeanOptions): ClusteredMean {
  const value = moments.both.sumY / moments.both.sumN;
  const { author, copies, both } = meanVariances(moments);
  const variance = Math.max(author + copies - both, author, copies, floorVariance(value, options));
  const single = Math.max(options.meanSquare - value * value, 0);
  const groups = Math.min(moments.author.nGroups, moments.copies.nGroups);
  const half = studentTQuantile((1 + options.confidenceLevel) / 2, groups - 1) * Math.sqrt(variance);
  return {
    value,
    standardError: Math.sqrt(variance),
    lower: Math.max(options.range[0], value - half),
    upper: Math.min(options.range[1], value + half),
    effectiveSampleSize: Math.min(options.kishSize, single > 0 ? single / variance : groups),
  };
}

/** The one-way cluster variances that {@link clusteredMean} combines. */
export function meanVariances(moments: TwoWayMoments): Readonly<Record<keyof TwoWayMoments, number>> {
  const { sumY, sumN } = moments.both;
  const value = sumY / sumN;
  const oneWay = (m: ClusterMoments): number =>
    (m.nGroups / (m.nGroups - 1)) *
    ((m.sumYY - 2 * value * m.sumYN + value * value * m.sumNN) / (sumN * sumN));
  return { author: oneWay(moments.author), copies: oneWay(moments.copies), both: oneWay(moments.both) };
}

/** Variance of a mean of independent observations after adding one at each end of the range. */
export function floorVariance(value: number, options: Omit<ClusteredMeanOptions, 'confidenceLevel'>): number {
  const { kishSize } = options;
  const [low, high] = options.range;
  const n = kishSize + 2;
  const mean = (value * kishSize + low + high) / n;
  const square = (options.meanSquare * kishSize + low * low + high * high) / n;
  return Math.max(square - mean * mean, 0) / n;
}
