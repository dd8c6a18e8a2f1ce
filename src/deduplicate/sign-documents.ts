import type { Document } from '../domain/document.ts';
import type { Signature } from '../domain/signature.ts';
import { minhashBands } from '../text/minhash.ts';
import { type Canonicalizer, exactHash, shingleHashes } from '../text/shingles.ts';

/** The keys by which each document's copies are found. No state between documents. */
export function signDocuments(documents: readonly Document[], canonicalize: Canonicalizer): Signature[] {
  return documents.map((document) => {
    const units = canonicalize(document.text);
    return {
      documentId: document.documentId,
      exactHash: exactHash(units),
      bands: minhashBands(shingleHashes(units)),
      repostOf: document.repostOf,
    };
  });
}
