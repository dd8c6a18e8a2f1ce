import type { DocumentId } from './identifiers.ts';

/** Keys of one document by which its copies are found; any engine can group on them. */
export interface Signature {
  readonly documentId: DocumentId;
  /** 64-bit hash of the canonical text: equal texts, equal hashes. */
  readonly exactHash: bigint;
  /** MinHash band keys; empty for texts too short to compare. */
  readonly bands: Uint32Array;
  /** Shingles of a text that has bands, repeated ones counted again: what comparing it takes; 0 without bands. */
  readonly nShingles: number;
  /** The document this one reposts, present in the corpus or not. */
  readonly repostOf: DocumentId | null;
}
