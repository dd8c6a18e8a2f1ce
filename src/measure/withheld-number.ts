import type { Estimate, NotEstimable, Period } from '../domain/estimate.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';

/** What stands where a number would tell of too few people. */
export function withheld(period: Period): NotEstimable {
  return {
    kind: 'not-estimable',
    period,
    reason: 'withheld',
    nDocuments: null,
    nAuthors: null,
    nClusters: null,
  };
}

/** Authors of a cell; copies where some source of its class names no authors. Null = withheld. */
export function groupsOf({ nAuthors, nClusters }: Estimate, isUnnamed: boolean): number {
  return nAuthors === 0 || isUnnamed ? Math.max(nAuthors ?? 0, nClusters ?? 0) : (nAuthors ?? 0);
}

/** Whether a number tells of too few people itself. */
export function isThin(estimate: Estimate, isUnnamed: boolean): boolean {
  const groups = groupsOf(estimate, isUnnamed);
  return groups > 0 && groups < CELL_AUTHORS;
}
