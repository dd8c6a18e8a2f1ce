import type { CellCounts, Estimate } from '../domain/estimate.ts';
import { BugError } from '../errors/errors.ts';

/** The counts behind a number that is not published yet. @throws {BugError} of one that is withheld */
export function cellCounts({ nDocuments, nAuthors, nClusters }: Estimate): CellCounts {
  if (nDocuments === null || nAuthors === null || nClusters === null)
    throw new BugError('a number was measured from a withheld one');
  return { nDocuments, nAuthors, nClusters };
}
