import type { Document } from '../domain/document.ts';
import type { Signature } from '../domain/signature.ts';
import { minhashBands } from '../text/minhash.ts';
import { canonicalText, exactHash, shingleHashes } from '../text/shingles.ts';

/** The keys by which each document's copies are found. No state between documents. */
export function signDocuments(documents: readonly Document[]): Signature[] {
  return documents.map((document) => {
    const canonical = canonicalText(document.text);
    return {
      documentId: document.documentId,
      exactHash: exactHash(canonical),
      bands: minhashBands(shingleHashes(canonical)),
      repostOf: document.repostOf,
    };
  });
}
