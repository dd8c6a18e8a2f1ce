import { containment } from '../text/minhash.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import type { Bucket } from './find-candidates.ts';

/** Two texts are near-duplicates when the smaller one's shingles stand in the other to this share. */
export const NEAR_DUPLICATE_CONTAINMENT = 0.7;

/** In larger buckets a text is compared with one text of each group found so far, at most this many. */
const FULL_COMPARISON = 64;

/**
 * Joins the texts of each bucket whose containment is high enough. Pairs that are already joined are not
 * compared again, which changes no group. `similarity` keeps each text's best verified containment.
 */
export function verifyCopies(
  buckets: Iterable<Bucket>,
  shingles: (index: number) => Uint32Array,
  result: { readonly sets: DisjointSets; readonly similarity: Float64Array },
): void {
  const { sets, similarity } = result;
  const joins = (a: number, b: number): boolean => {
    if (sets.root(a) === sets.root(b)) return true;
    const share = containment(shingles(a), shingles(b));
    if (share < NEAR_DUPLICATE_CONTAINMENT) return false;
    similarity[a] = Math.max(similarity[a] ?? 0, share);
    similarity[b] = Math.max(similarity[b] ?? 0, share);
    sets.join(a, b);
    return true;
  };
  for (const bucket of buckets) {
    const heads: number[] = [];
    for (const member of bucket) {
      let joined = false;
      for (const head of heads) {
        joined = joins(head, member);
        if (joined && bucket.length > FULL_COMPARISON) break;
      }
      if (bucket.length <= FULL_COMPARISON || (!joined && heads.length < FULL_COMPARISON)) heads.push(member);
    }
  }
}
