import type { DocumentId } from './identifiers.ts';

/** Why documents belong together. */
export type ClusterKind = 'exact' | 'near' | 'repost' | 'coordinated';

/** One document's place in a cluster of copies. Documents without copies have no row. */
export interface ClusterMembership {
  readonly documentId: DocumentId;
  /** The smallest document id of the cluster, so that it does not depend on input order. */
  readonly clusterId: DocumentId;
  readonly kind: ClusterKind;
  /** Containment of shingles with the nearest other member, 0–1; 1 for exact copies and reposts. */
  readonly similarity: number;
}
