import type { ClusteredMean, ClusterMoments } from './clustered-mean.ts';
import { studentTQuantile } from './student-t.ts';

/** Sums over clusters for two sets of weighted observations that may share clusters; see {@link ClusterMoments}. */
export interface PairMoments {
  readonly nGroups: number;
  /** Totals of the first set (before) and the second (after). */
  readonly sumY0: number;
  readonly sumN0: number;
  readonly sumY1: number;
  readonly sumN1: number;
  readonly y0y0: number;
  readonly y0n0: number;
  readonly n0n0: number;
  readonly y1y1: number;
  readonly y1n1: number;
  readonly n1n1: number;
  readonly y0y1: number;
  readonly y0n1: number;
  readonly n0y1: number;
  readonly n0n1: number;
}

/** Pair moments by author, by copies and by both. */
export interface TwoWayPairMoments {
  readonly author: PairMoments;
  readonly copies: PairMoments;
  readonly both: PairMoments;
}

/** How a difference is bounded. */
export interface ClusteredDifferenceOptions {
  readonly confidenceLevel: number;
  /** Range of the difference, e.g. [−2, 2] for net balances. */
  readonly range: readonly [number, number];
  /** Lower bound for the variance: the sum of the two sides' floors. */
  readonly floorVariance: number;
}

/**
 * Second mean minus first mean, where the same author or the same copied text may stand on both sides:
 * the linearized residual of a cluster is its residual in the second set over n₁ minus that in the first
 * over n₀, so what a cluster has in common cancels. Clusters combine as in {@link clusteredMean}.
 */
export function clusteredDifference(
  moments: TwoWayPairMoments,
  options: ClusteredDifferenceOptions,
): Omit<ClusteredMean, 'effectiveSampleSize'> {
  const { author, copies, both } = differenceVariances(moments);
  const variance = Math.max(author + copies - both, author, copies, options.floorVariance);
  const groups = Math.min(moments.author.nGroups, moments.copies.nGroups);
  const half = studentTQuantile((1 + options.confidenceLevel) / 2, groups - 1) * Math.sqrt(variance);
  const { sumY0, sumN0, sumY1, sumN1 } = moments.both;
  const value = sumY1 / sumN1 - sumY0 / sumN0;
  return {
    value,
    standardError: Math.sqrt(variance),
    lower: Math.max(options.range[0], value - half),
    upper: Math.min(options.range[1], value + half),
  };
}

/** The one-way cluster variances that {@link clusteredDifference} combines. */
export function differenceVariances(
  moments: TwoWayPairMoments,
): Readonly<Record<keyof TwoWayPairMoments, number>> {
  const { sumY0, sumN0, sumY1, sumN1 } = moments.both;
  const m0 = sumY0 / sumN0;
  const m1 = sumY1 / sumN1;
  const oneWay = (m: PairMoments): number => {
    const before = (m.y0y0 - 2 * m0 * m.y0n0 + m0 * m0 * m.n0n0) / (sumN0 * sumN0);
    const after = (m.y1y1 - 2 * m1 * m.y1n1 + m1 * m1 * m.n1n1) / (sumN1 * sumN1);
    const cross = (m.y0y1 - m1 * m.y0n1 - m0 * m.n0y1 + m0 * m1 * m.n0n1) / (sumN0 * sumN1);
    return (m.nGroups / (m.nGroups - 1)) * (before + after - 2 * cross);
  };
  return { author: oneWay(moments.author), copies: oneWay(moments.copies), both: oneWay(moments.both) };
}
