import type { SegmentCost } from './segment-cost.ts';

/** A division of a series into segments. */
export interface Partition {
  /** First bins of the second and later segments, ascending. */
  readonly changes: readonly number[];
  readonly cost: number;
}

/**
 * The divisions of `n` bins into 1, 2, … segments with the smallest sums of costs: exact, by dynamic programming over the last
 * change (optimal partitioning for each number of changes). The best division for a penalty β per change is the one of them with the smallest
 * cost + β × changes, so PELT with the same cost gives one of these.
 *
 * @returns one entry for each number of changes from 0 to `mostChanges`; the list ends where the segments would be too short
 * Cost: O(n² × mostChanges). Reference: Auger and Lawrence (1989); Jackson et al. (2005); Killick et al. (2012).
 * @example optimalPartitions(cost, { n: 100, mostChanges: 2 })[1]?.changes // [40]
 */
export function optimalPartitions(
  cost: SegmentCost,
  { n, mostChanges }: { readonly n: number; readonly mostChanges: number },
): Partition[] {
  let best = Float64Array.from({ length: n + 1 }, (_, end) =>
    end === 0 ? Number.POSITIVE_INFINITY : cost(0, end),
  );
  const origins: Int32Array[] = [];
  const partitions: Partition[] = [];
  for (let changes = 0; changes <= mostChanges; changes++) {
    const total = best[n] as number;
    if (total === Number.POSITIVE_INFINITY) break;
    partitions.push({ changes: traceBack(origins, n), cost: total });
    const next = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const origin = new Int32Array(n + 1);
    for (let end = 1; end <= n; end++) {
      for (let start = 1; start < end; start++) {
        const sum = (best[start] as number) + cost(start, end);
        if (sum < (next[end] as number)) {
          next[end] = sum;
          origin[end] = start;
        }
      }
    }
    best = next;
    origins.push(origin);
  }
  return partitions;
}

function traceBack(origins: readonly Int32Array[], n: number): number[] {
  const changes: number[] = [];
  let end = n;
  for (const origin of origins.toReversed()) {
    end = origin[end] as number;
    changes.unshift(end);
  }
  return changes;
}
