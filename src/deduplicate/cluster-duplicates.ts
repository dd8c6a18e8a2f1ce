import type { ClusterKind, ClusterMembership } from '../domain/cluster.ts';
import type { DocumentId } from '../domain/identifiers.ts';
import { DisjointSets } from '../stats/disjoint-sets.ts';
import type { RepostLink, TextChunk } from '../store/queries/signatures.ts';
import { createCanonicalizer, createShingler } from '../text/shingles.ts';
import { type Buckets, bandBuckets } from './find-candidates.ts';
import { bytesOfText, ShingleStore } from './shingle-store.ts';
import { verifyCopies } from './verify-copies.ts';

/** What clustering reads; the caller decides where from. */
export interface DuplicateInputs {
  /** Distinct texts long enough to compare, ids ascending, and their band keys. */
  readonly documentIds: BigUint64Array;
  readonly bands: readonly Uint32Array[];
  /** [document, first document with the same canonical text]. */
  readonly exact: readonly (readonly [bigint, bigint])[];
  readonly reposts: readonly RepostLink[];
  /** Shingles of each text. */
  readonly nShingles: Uint32Array;
  /** Bytes of shingles that may stand in memory at once; more only where a single band needs more. */
  readonly shingleBytes: number;
  /** Texts of the documents whose place in `documentIds` is marked 1. */
  readonly readTexts: (chosen: Uint8Array) => AsyncIterable<TextChunk>;
}

/**
 * Clusters of copies: connected components over equal texts, verified near-duplicates and reposts.
 * A cluster's id is its smallest document id, whatever the order of input. Documents without copies get no row.
 */
export async function clusterDuplicates(inputs: DuplicateInputs): Promise<ClusterMembership[]> {
  const near = await nearDuplicates(inputs);
  const ids = involvedIds(inputs, near);
  const node = (id: bigint): number => indexOf(ids, id);
  const sets = new DisjointSets(ids.length);
  const kinds = new Uint8Array(ids.length).fill(KINDS.indexOf('repost'));
  const similarity = new Float32Array(ids.length).fill(1);
  near.documents.forEach((index, i) => {
    const at = node(inputs.documentIds[index] as bigint);
    sets.join(at, node(inputs.documentIds[near.heads[i] as number] as bigint));
    kinds[at] = KINDS.indexOf('near');
    similarity[at] = near.similarity[i] as number;
  });
  for (const { document, original } of inputs.reposts) {
    sets.join(node(document), node(original));
    kinds[node(document)] = KINDS.indexOf('repost');
    similarity[node(document)] = 1;
  }
  for (const pair of inputs.exact) {
    sets.join(node(pair[0]), node(pair[1]));
    for (const id of pair) {
      kinds[node(id)] = KINDS.indexOf('exact');
      similarity[node(id)] = 1;
    }
  }
  const absent = new Set(inputs.reposts.filter((link) => !link.originalIsHere).map((link) => link.original));
  return memberships({ ids, sets, kinds, similarity, absent });
}

const KINDS: readonly ClusterKind[] = ['exact', 'near', 'repost'];

interface Components {
  /** Documents with any link, ascending. */
  readonly ids: BigUint64Array;
  readonly sets: DisjointSets;
  readonly kinds: Uint8Array;
  readonly similarity: Float32Array;
  /** Reposted documents that are not in the corpus: they join their reposts but are no member. */
  readonly absent: ReadonlySet<bigint>;
}

function memberships({ ids, sets, kinds, similarity, absent }: Components): ClusterMembership[] {
  const first = new Int32Array(ids.length).fill(-1);
  const size = new Uint32Array(ids.length);
  ids.forEach((id, index) => {
    if (absent.has(id)) return;
    const root = sets.root(index);
    if (first[root] === -1) first[root] = index;
    size[root] = (size[root] as number) + 1;
  });
  const rows: ClusterMembership[] = [];
  ids.forEach((id, index) => {
    const root = sets.root(index);
    if (absent.has(id) || (size[root] as number) < 2) return;
    rows.push({
      documentId: id as DocumentId,
      clusterId: ids[first[root] as number] as DocumentId,
      kind: KINDS[kinds[index] as number] as ClusterKind,
      similarity: similarity[index] as number,
    });
  });
  return rows;
}

function involvedIds(inputs: DuplicateInputs, near: NearPairs): BigUint64Array {
  const all = new BigUint64Array(2 * (near.documents.length + inputs.exact.length + inputs.reposts.length));
  let n = 0;
  for (const index of [...near.documents, ...near.heads]) all[n++] = inputs.documentIds[index] as bigint;
  for (const pair of inputs.exact) for (const id of pair) all[n++] = id;
  for (const { document, original } of inputs.reposts) {
    all[n++] = document;
    all[n++] = original;
  }
  all.sort();
  return all.filter((id, i) => i === 0 || id !== all[i - 1]);
}

/** Place of an id in an ascending list, by bisection. */
function indexOf(ids: BigUint64Array, id: bigint): number {
  let [low, high] = [0, ids.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] as bigint) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Texts with a near-duplicate, as indices into `documentIds`, with the first text of their group. */
interface NearPairs {
  readonly documents: readonly number[];
  readonly heads: readonly number[];
  readonly similarity: readonly number[];
}

/**
 * Near-duplicates, some bands at a time: as many as bring together no more texts than fit in memory.
 * A pair is compared in the first band that it shares, so the passes change no group.
 */
async function nearDuplicates(inputs: DuplicateInputs): Promise<NearPairs> {
  const { documentIds, bands } = inputs;
  const sets = new DisjointSets(documentIds.length);
  const similarity = new Float32Array(documentIds.length);
  for (let first = 0; first < bands.length; ) {
    const { buckets, chosen } = nextPass(first, inputs);
    const shingles = await readShingles(inputs, chosen);
    for (const [i, some] of buckets.entries())
      verifyCopies(first + i, some, { bands, shingles, sets, similarity });
    first += buckets.length;
  }
  const pairs = { documents: [] as number[], heads: [] as number[], similarity: [] as number[] };
  for (let index = 0; index < documentIds.length; index++) {
    if (similarity[index] === 0) continue;
    pairs.documents.push(index);
    pairs.heads.push(sets.root(index));
    pairs.similarity.push(similarity[index] as number);
  }
  return pairs;
}

/** Buckets of the bands of one pass, from `first` on, at least of one; `chosen` marks the texts that they bring together. */
function nextPass(
  first: number,
  inputs: DuplicateInputs,
): { readonly buckets: readonly Buckets[]; readonly chosen: Uint8Array } {
  const { documentIds, bands, nShingles, shingleBytes } = inputs;
  const chosen = new Uint8Array(documentIds.length);
  const buckets: Buckets[] = [];
  let bytes = 0;
  for (const keys of bands.slice(first)) {
    const found = bandBuckets(keys);
    const more = found.members.filter((text) => chosen[text] === 0);
    for (let i = 0; i < more.length; i++) bytes += bytesOfText(nShingles[more[i] as number] as number);
    if (buckets.length > 0 && bytes > shingleBytes) break;
    for (let i = 0; i < more.length; i++) chosen[more[i] as number] = 1;
    buckets.push(found);
  }
  return { buckets, chosen };
}

async function readShingles(inputs: DuplicateInputs, chosen: Uint8Array): Promise<ShingleStore> {
  const shingles = new ShingleStore(chosen.length);
  const canonicalize = createCanonicalizer();
  const shinglesOf = createShingler();
  for await (const { places, texts } of inputs.readTexts(chosen)) {
    for (let i = 0; i < texts.length; i++) {
      shingles.put(places[i] as number, shinglesOf(canonicalize(texts[i] as string)));
    }
  }
  return shingles;
}
