import type { ClusterKind, ClusterMembership } from '../domain/cluster.ts';
import type { DocumentId } from '../domain/identifiers.ts';
import type { RepostLink } from '../store/queries/signatures.ts';
import { createCanonicalizer, shingleHashes, shingleSet } from '../text/shingles.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { type Bucket, bandBuckets } from './find-candidates.ts';
import { verifyCopies } from './verify-copies.ts';

/** What clustering reads; the caller decides where from. */
export interface DuplicateInputs {
  /** Distinct texts long enough to compare, ids ascending, and their band keys. */
  readonly documentIds: BigUint64Array;
  readonly bands: readonly Uint32Array[];
  /** [document, first document with the same canonical text]. */
  readonly exact: readonly (readonly [bigint, bigint])[];
  readonly reposts: readonly RepostLink[];
  readonly readTexts: (
    ids: BigUint64Array,
  ) => AsyncIterable<{ readonly documentId: bigint; readonly text: string }>;
}

/**
 * Clusters of copies: connected components over equal texts, verified near-duplicates and reposts.
 * A cluster's id is its smallest document id, whatever the order of input. Documents without copies get no row.
 */
export async function clusterDuplicates(inputs: DuplicateInputs): Promise<ClusterMembership[]> {
  const near = await nearDuplicates(inputs);
  const ids = sortedUnique([
    ...near.map((pair) => pair.document),
    ...near.map((pair) => pair.head),
    ...inputs.exact.flat(),
    ...inputs.reposts.flatMap((link) => [link.document, link.original]),
  ]);
  const nodeOf = new Map<bigint, number>();
  ids.forEach((id, node) => {
    nodeOf.set(id, node);
  });
  const node = (id: bigint): number => nodeOf.get(id) as number;
  const sets = new DisjointSets(ids.length);
  const kind = new Map<bigint, { kind: ClusterKind; similarity: number }>();
  for (const { document, head, similarity } of near) {
    sets.join(node(document), node(head));
    kind.set(document, { kind: 'near', similarity });
  }
  for (const { document, original } of inputs.reposts) {
    sets.join(node(document), node(original));
    kind.set(document, { kind: 'repost', similarity: 1 });
  }
  for (const [document, first] of inputs.exact) {
    sets.join(node(document), node(first));
    kind.set(document, { kind: 'exact', similarity: 1 });
    kind.set(first, { kind: 'exact', similarity: 1 });
  }
  const absent = new Set(inputs.reposts.filter((link) => !link.originalIsHere).map((link) => link.original));
  return memberships(ids, { sets, kind, absent });
}

function memberships(
  ids: readonly bigint[],
  found: {
    readonly sets: DisjointSets;
    readonly kind: ReadonlyMap<bigint, { kind: ClusterKind; similarity: number }>;
    /** Reposted documents that are not in the corpus: they join their reposts but are no member. */
    readonly absent: ReadonlySet<bigint>;
  },
): ClusterMembership[] {
  const first = new Map<number, bigint>();
  const size = new Map<number, number>();
  const members = ids.flatMap((id, index) =>
    found.absent.has(id) ? [] : [{ id, root: found.sets.root(index) }],
  );
  for (const { id, root } of members) {
    if (!first.has(root)) first.set(root, id);
    size.set(root, (size.get(root) ?? 0) + 1);
  }
  return members
    .filter(({ root }) => (size.get(root) ?? 0) > 1)
    .map(({ id, root }) => {
      const { kind, similarity } = found.kind.get(id) ?? { kind: 'repost' as const, similarity: 1 };
      return {
        documentId: id as DocumentId,
        clusterId: first.get(root) as DocumentId,
        kind,
        similarity,
      };
    });
}

function sortedUnique(ids: readonly bigint[]): bigint[] {
  const sorted = BigUint64Array.from(ids).sort();
  const unique: bigint[] = [];
  for (const id of sorted) if (unique.at(-1) !== id) unique.push(id);
  return unique;
}

interface NearPair {
  readonly document: bigint;
  /** Smallest id of its group. */
  readonly head: bigint;
  readonly similarity: number;
}

async function nearDuplicates(inputs: DuplicateInputs): Promise<NearPair[]> {
  const { documentIds } = inputs;
  const buckets: Bucket[] = [];
  for (const keys of inputs.bands) for (const bucket of bandBuckets(keys)) buckets.push(bucket);
  const wanted = new Uint8Array(documentIds.length);
  for (const bucket of buckets) for (const index of bucket) wanted[index] = 1;
  const wantedIds = documentIds.filter((_, index) => wanted[index] === 1);
  const canonicalize = createCanonicalizer();
  const shingles = new Map<bigint, Uint32Array>();
  for await (const { documentId, text } of inputs.readTexts(wantedIds)) {
    shingles.set(documentId, shingleSet(shingleHashes(canonicalize(text))));
  }
  const none = new Uint32Array();
  const sets = new DisjointSets(documentIds.length);
  const similarity = new Float64Array(documentIds.length);
  verifyCopies(buckets, (index) => shingles.get(documentIds[index] ?? 0n) ?? none, { sets, similarity });
  const pairs: NearPair[] = [];
  for (let index = 0; index < documentIds.length; index++) {
    if ((similarity[index] ?? 0) === 0) continue;
    pairs.push({
      document: documentIds[index] as bigint,
      head: documentIds[sets.root(index)] as bigint,
      similarity: similarity[index] as number,
    });
  }
  return pairs;
}
