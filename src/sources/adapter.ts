import type { ZodType } from 'zod';
import type { FieldMapping, RecordColumns } from '../domain/field-mapping.ts';
import type { RecordPosition, RejectionReason } from '../domain/record.ts';

/** What an adapter found in one record, before normalization. Null = the record does not say; never 0 or ''. */
export interface RecordFields {
  /** As published; may hold markup of the kind named in `markup`. */
  readonly text: string | null;
  readonly title: string | null;
  /** What `text` is written in. */
  readonly markup: 'plain' | 'html' | 'markdown';
  /** Words of others that the format marks as quoted. */
  readonly quoted: string | null;
  /** The headline of a page that the author shares, as the format gives it; it may be in `text` or `title` too. */
  readonly sharedHeadline: string | null;
  /** As received: a date string, or a number of seconds or milliseconds since 1970. */
  readonly publishedAt: string | number | null;
  /** When it was collected, in the same forms. */
  readonly retrievedAt: string | number | null;
  /** The author's handle or id. Replaced by a keyed pseudonym in the next step and never stored. */
  readonly author: string | null;
  readonly url: string | null;
  /** Native ids in the same source. */
  readonly replyTo: string | null;
  readonly repostOf: string | null;
  /** Language and place as the platform states them. */
  readonly language: string | null;
  readonly region: string | null;
  readonly nLikes: number | null;
  readonly nReposts: number | null;
  readonly nReplies: number | null;
  readonly nViews: number | null;
  /** What stands under the names of `FieldMapping.columns`; null = none are asked for. */
  readonly columns: RecordColumns | null;
}

/** A record as an adapter yields it. */
export interface SourceRecord {
  readonly kind: 'record';
  /** The platform's id, unique within the source; null = none, the id then comes from the payload. */
  readonly nativeId: string | null;
  /** The record's own text after decoding: the line, the row, the element, the outer HTML. */
  readonly payload: string;
  readonly position: RecordPosition;
  readonly fields: RecordFields;
}

/** A record that cannot be read. The adapter goes on with the next one. */
export interface SourceRejection {
  readonly kind: 'rejected';
  readonly reason: RejectionReason;
  /** One line for a person: the value found and what was expected. */
  readonly detail: string;
  /** The first characters of the record, at most 200. */
  readonly excerpt: string;
  readonly position: RecordPosition;
}

/** Everything an adapter yields: nothing in a file goes unsaid. */
export type SourceItem = SourceRecord | SourceRejection;

/** One file, or one slice of a line-wise file, opened by the caller: adapters never touch the file system. */
export interface SourceInput {
  /** Path as the user wrote it, for messages and file-name patterns. */
  readonly path: string;
  /** Bytes as stored, still compressed if the file is. A fresh stream on every call. */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Absolute byte offset and line number (from 1) at which `open` begins; 0 and 1 for whole files. */
  readonly firstByte: number;
  readonly firstLine: number;
  /** Declared character encoding; null = detect. */
  readonly encoding: string | null;
  readonly fields: FieldMapping;
  /** Already checked by `optionsSchema`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** IANA zone of the source, for dates that a file name gives. */
  readonly timeZone: string;
  /** A record longer than this many characters is rejected as `too-long` without being held in memory whole. */
  readonly maximumRecordLength: number;
}

/** Reads one file format. A plain value, registered by one line in `registry.ts`. */
export interface SourceAdapter {
  readonly name: string;
  /** Raised when the same bytes would give other records. */
  readonly version: string;
  /** One sentence for `groundswell doctor` and the docs. */
  readonly description: string;
  /** True when any cut at a line break gives the same records, so that a large file can be read by several threads. */
  readonly splitsAtLines: boolean;
  readonly optionsSchema: ZodType<Record<string, unknown>>;
  /** Where a study says what each field is called: every record has the same columns, or may leave members out. Absent: the format says it. */
  readonly named?: 'columns' | 'members';
  /** Fields this format never gives → why. */
  readonly missingFields: Readonly<Record<string, string>>;
  /**
   * Yields every record of the input in file order, some at a time: a record or a rejection, never silence.
   * Arrays, because an await for each record costs more than reading it.
   */
  read(input: SourceInput): AsyncIterable<readonly SourceItem[]>;
}

/** No field known: the base to spread over. */
export const EMPTY_FIELDS: RecordFields = {
  text: null,
  title: null,
  markup: 'plain',
  quoted: null,
  sharedHeadline: null,
  publishedAt: null,
  retrievedAt: null,
  author: null,
  url: null,
  replyTo: null,
  repostOf: null,
  language: null,
  region: null,
  nLikes: null,
  nReposts: null,
  nReplies: null,
  nViews: null,
  columns: null,
};
