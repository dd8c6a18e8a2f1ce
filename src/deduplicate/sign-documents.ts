import type { Document } from '../domain/document.ts';
import type { Signature } from '../domain/signature.ts';
import { createMinHash } from '../text/minhash.ts';
import { createCanonicalizer, createShingler, exactHash } from '../text/shingles.ts';

/** The keys by which each document's copies are found. No state between documents. */
export type DocumentSigner = (documents: readonly Document[]) => Signature[];

/** Makes a signer with memory of its own: one per thread. */
export function createDocumentSigner(): DocumentSigner {
  const canonicalize = createCanonicalizer();
  const shingles = createShingler();
  const bands = createMinHash();
  return (documents) =>
    documents.map((document) => {
      const units = canonicalize(document.text);
      const hashes = shingles(units);
      const keys = bands(hashes);
      return {
        documentId: document.documentId,
        exactHash: exactHash(units),
        bands: keys,
        nShingles: keys.length === 0 ? 0 : hashes.length,
        repostOf: document.repostOf,
      };
    });
}
