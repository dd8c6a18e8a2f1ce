declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

/** 64-bit content id of a document: the first 8 bytes of SHA-256 over source id and native id (or payload). */
export type DocumentId = Branded<bigint, 'DocumentId'>;

/** 64-bit keyed pseudonym of an author: the first 8 bytes of HMAC-SHA-256 under the study's key. */
export type AuthorKey = Branded<bigint, 'AuthorKey'>;

/** SHA-256 of a record's payload, 64 hexadecimal characters. */
export type RecordHash = Branded<string, 'RecordHash'>;

/** Sixteen lower-case hexadecimal digits, the printed form of a 64-bit id. */
export function printId(id: bigint): string {
  return BigInt.asUintN(64, id).toString(16).padStart(16, '0');
}
