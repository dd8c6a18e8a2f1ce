import { hash } from 'node:crypto';
import { type AuthorKey, type DocumentId, printId } from '../domain/identifiers.ts';

/** What a run leaves out of the store: the forgotten, and what is older than records are kept. */
export interface Removal {
  /** Digests by {@link forgottenDigest}. */
  readonly authors: readonly string[];
  readonly documents: readonly string[];
  /** Milliseconds since 1970 before which nothing is kept; null = no limit. */
  readonly keepFrom: number | null;
}

/** Nothing is left out. */
export const NO_REMOVAL: Removal = { authors: [], documents: [], keepFrom: null };

/** SHA-256 of a kind and an id: the list of the forgotten does not name them. */
export function forgottenDigest(kind: 'author' | 'document', id: AuthorKey | DocumentId): string {
  return hash('sha256', `${kind} ${printId(id)}`, 'hex');
}

/** Says of a record whether it is left out, and why. */
export interface RemovalCheck {
  readonly isForgotten: (document: DocumentId, authors: readonly AuthorKey[]) => boolean;
  readonly isTooOld: (publishedAt: number) => boolean;
}

/** Makes the check of a run. */
export function createRemovalCheck({ authors, documents, keepFrom }: Removal): RemovalCheck {
  const [gone, goneDocuments] = [new Set(authors), new Set(documents)];
  return {
    isForgotten: (document, keys) =>
      (gone.size > 0 && keys.some((key) => gone.has(forgottenDigest('author', key)))) ||
      (goneDocuments.size > 0 && goneDocuments.has(forgottenDigest('document', document))),
    isTooOld: (publishedAt) => keepFrom !== null && publishedAt < keepFrom,
  };
}
