import type { CellCounts, Estimate, Estimated, NotEstimable, Series } from '../domain/estimate.ts';
import type { Finding } from '../domain/finding.ts';

/** Name of the method, as printed beside the figures. */
const GAP_METHOD = 'difference of two intervals (MOVER), classes independent';

/**
 * Difference of two independent estimates of the same period, first − second, with its interval.
 *
 * Uses the method of variance estimates recovery: with estimates a, b and intervals [la, ua], [lb, ub] of equal
 * level, the lower limit is (a − b) − √((a − la)² + (ub − b)²) and the upper (a − b) + √((ua − a)² + (b − lb)²).
 * It keeps the asymmetry of the two intervals and needs nothing but them. Independence holds where no document
 * belongs to both; authors who write in both classes would make the interval too wide or too narrow.
 *
 * Reference: Zou & Donner (2008), Construction of confidence limits about effect measures, Statistics in Medicine
 * 27, 1693–1702.
 *
 * @example 0.10 [0.05, 0.15] and 0.02 [−0.01, 0.05] differ by 0.08 [0.022, 0.138]
 */
export function estimateGap(first: Estimate, second: Estimate): Estimate {
  if (first.kind === 'not-estimable') return pooled(first, second);
  if (second.kind === 'not-estimable') return pooled(second, first);
  const value = first.value - second.value;
  const [a, b] = [first.interval, second.interval];
  const gap: Estimated = {
    ...first,
    ...pooledCounts(first, second),
    value,
    standardError: Math.hypot(first.standardError, second.standardError),
    interval: {
      lower: value - Math.hypot(first.value - a.lower, b.upper - second.value),
      upper: value + Math.hypot(a.upper - first.value, second.value - b.lower),
      level: Math.min(a.level, b.level),
    },
    effectiveSampleSize: first.effectiveSampleSize + second.effectiveSampleSize,
    method: GAP_METHOD,
  };
  return gap;
}

/** Why there is no difference, with the counts of both where they are published. */
function pooled(missing: NotEstimable, other: Estimate): NotEstimable {
  const add = (a: number | null, b: number | null): number | null =>
    a === null || b === null ? null : a + b;
  return {
    ...missing,
    reason: other.nDocuments === null ? 'withheld' : missing.reason,
    nDocuments: add(missing.nDocuments, other.nDocuments),
    nAuthors: add(missing.nAuthors, other.nAuthors),
    nClusters: add(missing.nClusters, other.nClusters),
  };
}

function pooledCounts(first: CellCounts, second: CellCounts): CellCounts {
  return {
    nDocuments: first.nDocuments + second.nDocuments,
    nAuthors: first.nAuthors + second.nAuthors,
    nClusters: first.nClusters + second.nClusters,
  };
}

/** The gap between the two classes of each target that has exactly two measured ones, period by period, first class minus second. */
export function classGaps({ study, series }: Finding): Estimate[][] {
  const order = study.classes.map(({ id }) => id);
  return study.targets.flatMap(({ id }) => {
    const measured = series
      .filter(
        ({ target, measure, stratum }) =>
          target === id && measure === 'net-balance' && Object.keys(stratum).length <= 1,
      )
      .filter(({ estimates }) => estimates.some(({ kind }) => kind === 'estimate'))
      .toSorted((a, b) => order.indexOf(a.stratum['class'] ?? '') - order.indexOf(b.stratum['class'] ?? ''));
    const [first, second] = measured;
    return measured.length === 2 && first !== undefined && second !== undefined
      ? [gapEstimates(first, second)]
      : [];
  });
}

/** First minus second, in the periods that both have. */
export function gapEstimates(first: Series, second: Series): Estimate[] {
  const others = new Map(second.estimates.map((e) => [e.period.start, e]));
  return first.estimates.flatMap((estimate) => {
    const other = others.get(estimate.period.start);
    return other === undefined ? [] : [estimateGap(estimate, other)];
  });
}
