import type { DocumentId, RecordHash } from './identifiers.ts';

/** Where a record stands in its file. Lines count from 1; offsets are bytes from the start of the decompressed file. */
export interface RecordPosition {
  readonly line: number | null;
  readonly byteOffset: number | null;
}

/** A record as received, kept unchanged. */
export interface RawRecord {
  readonly documentId: DocumentId;
  readonly sourceId: string;
  readonly nativeId: string | null;
  /** File the record was read from, relative to the study folder. */
  readonly path: string;
  readonly line: number | null;
  readonly byteOffset: number | null;
  /** The record's own text after decoding, nothing else changed. */
  readonly payload: string;
  /** SHA-256 of the payload's UTF-8 bytes. */
  readonly recordHash: RecordHash;
  /** When it was collected, milliseconds since 1970; null where the file does not say. */
  readonly retrievedAt: number | null;
}

/** Why a record did not become a document. */
export const REJECTION_REASONS = [
  'unparseable',
  'truncated',
  'too-long',
  'wrong-encoding',
  'no-text',
  'no-date',
  'unparseable-date',
  'date-out-of-range',
  'wrong-shape',
  'unreadable-file',
  'repeated-record',
  'forgotten',
  'past-retention',
] as const;

/** One of {@link REJECTION_REASONS}. */
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** A record that was read and not used, with the place and the reason. */
export interface RejectedRecord {
  readonly sourceId: string;
  readonly path: string;
  readonly line: number | null;
  readonly byteOffset: number | null;
  readonly reason: RejectionReason;
  /** One line for a person: the value found and what was expected. */
  readonly detail: string;
  /** The first 200 characters of the record. */
  readonly excerpt: string;
}
