import { hash } from 'node:crypto';
import type { DocumentId, RecordHash } from '../domain/identifiers.ts';
import { leading64Bits } from './leading-bits.ts';

/** SHA-256 of a payload's UTF-8 bytes, hexadecimal. */
export function recordHash(payload: string): RecordHash {
  return hash('sha256', payload, 'hex') as RecordHash;
}

/**
 * Content id of a document: source and native id, or source and payload hash where the platform gives no id.
 * It never depends on a row's place in a file.
 */
export function documentId(sourceId: string, nativeId: string | null, payloadHash: RecordHash): DocumentId {
  const name = nativeId === null ? `${sourceId}\0#${payloadHash}` : `${sourceId}\0${nativeId}`;
  return leading64Bits(hash('sha256', name, 'binary')) as DocumentId;
}
