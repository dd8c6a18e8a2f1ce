import { containment } from '../text/minhash.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import type { Bucket } from './find-candidates.ts';

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
    const [first, second] = [shingles(a), shingles(b)];
    const share = containment(first, second);
    if (share < requiredContainment(Math.min(first.length, second.length))) return false;
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
