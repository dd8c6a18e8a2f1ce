import type { Estimate, Estimated } from '../domain/estimate.ts';
import { normalQuantile } from '../stats/normal.ts';

/**
 * Levels of two classes are taken as independent: their authors differ, and the same copies would make the difference surer. So would the
 * same authors, where two targets or two groups of places of one class are compared.
 */
export function levelDifference(first: Estimate | null, second: Estimate | null): Estimate | null {
  if (first?.kind !== 'estimate' || second?.kind !== 'estimate') return null;
  const value = first.value - second.value;
  const standardError = Math.hypot(first.standardError, second.standardError);
  const { level } = first.interval;
  const half = normalQuantile((1 + level) / 2) * standardError;
  const { errorBand: _, reference: __, ...like } = first;
  return {
    ...like,
    value,
    standardError,
    interval: { lower: Math.max(-2, value - half), upper: Math.min(2, value + half), level },
    effectiveSampleSize: Math.min(first.effectiveSampleSize, second.effectiveSampleSize),
    nDocuments: first.nDocuments + second.nDocuments,
    nAuthors: first.nAuthors + second.nAuthors,
    nClusters: first.nClusters + second.nClusters,
    method: 'difference of two levels',
    correction: first.correction === second.correction ? first.correction : 'none',
  };
}

/** Error band of a difference: what the bands of both levels add to sampling error, as if the annotator erred in each on its own. */
export function gapBand(
  { value, standardError, interval }: Estimated,
  levels: readonly (Estimate | null)[],
): { readonly lower: number; readonly upper: number } | undefined {
  const z = normalQuantile((1 + interval.level) / 2);
  const added = levels.map((one) => {
    if (one?.kind !== 'estimate' || one.errorBand === undefined) return null;
    const half = (one.errorBand.upper - one.errorBand.lower) / 2 / z;
    return Math.max(0, half ** 2 - one.standardError ** 2);
  });
  const [a, b] = added;
  if (a === null || b === null || a === undefined || b === undefined) return undefined;
  const half = z * Math.sqrt(standardError ** 2 + a + b);
  return { lower: value - half, upper: value + half };
}
