import type { DisjointSets } from '../stats/disjoint-sets.ts';
import type { Buckets } from './find-candidates.ts';
import type { ShingleStore } from './shingle-store.ts';

/**
 * Share of the smaller text's shingles that must stand in the other for the two to be near-duplicates. Short posts share
 * stock phrases without being copies, and one wrong link would chain groups together, so they need 0.9; a long text that
 * stands to 0.7 in another was taken from it. Between 80 and 300 shingles the bound falls evenly.
 * @param nShingles shingles of the smaller text
 */
export function requiredContainment(nShingles: number): number {
  const length = Math.min(Math.max((nShingles - 80) / 220, 0), 1);
  return 0.9 - 0.2 * length;
}

/** In larger buckets a text is compared with one text of each group found so far, at most this many. */
const FULL_COMPARISON = 64;

/** What verification reads and writes. */
export interface Verification {
  readonly bands: readonly Uint32Array[];
  readonly shingles: ShingleStore;
  readonly sets: DisjointSets;
  /** Each text's best verified containment. */
  readonly similarity: Float32Array;
}

/**
 * Joins the texts of one band's buckets whose containment is high enough. Pairs that are joined already, or that an
 * earlier band brought together, are not compared again: that changes no group.
 */
export function verifyCopies(band: number, buckets: Buckets, verification: Verification): void {
  const { bands, shingles, sets, similarity } = verification;
  const seenBefore = (a: number, b: number): boolean => {
    for (let k = 0; k < band; k++) {
      const keys = bands[k] as Uint32Array;
      if (keys[a] === keys[b]) return true;
    }
    return false;
  };
  const joins = (a: number, b: number): boolean => {
    if (sets.root(a) === sets.root(b)) return true;
    if (seenBefore(a, b)) return false;
    const required = requiredContainment(Math.min(shingles.size(a), shingles.size(b)));
    const share = shingles.containment(a, b, required);
    if (share < required) return false;
    similarity[a] = Math.max(similarity[a] as number, share);
    similarity[b] = Math.max(similarity[b] as number, share);
    sets.join(a, b);
    return true;
  };
  const { members, starts } = buckets;
  for (let bucket = 0; bucket + 1 < starts.length; bucket++) {
    const [first, end] = [starts[bucket] as number, starts[bucket + 1] as number];
    const isSmall = end - first <= FULL_COMPARISON;
    const heads: number[] = [];
    for (let i = first; i < end; i++) {
      const member = members[i] as number;
      let joined = false;
      for (const head of heads) {
        joined = joins(head, member);
        if (joined && !isSmall) break;
      }
      if (isSmall || (!joined && heads.length < FULL_COMPARISON)) heads.push(member);
    }
  }
}
