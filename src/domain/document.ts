import type { RecordColumns } from './field-mapping.ts';
import type { AuthorKey, DocumentId } from './identifiers.ts';

/** How exactly a publication time is known. */
export type TimePrecision = 'second' | 'minute' | 'day' | 'month' | 'year';

/** What a region was inferred from. `source`: the study file says where the outlet is. */
export type RegionMethod = 'source' | 'profile' | 'text' | 'unknown';

/**
 * One post, article or comment after normalization; the raw record with the same id has its native id, its hash and
 * the text as received. A field the source does not give is null, never 0.
 */
export interface Document {
  readonly documentId: DocumentId;
  readonly sourceId: string;
  /** NFC text: entities decoded, markup and addresses separated. */
  readonly text: string;
  readonly title: string | null;
  /** Words the author quotes from others, kept apart from `text`. */
  readonly quoted: string | null;
  /** The headline of a page that the author shares, as the platform shows it; it may stand in `text` too. */
  readonly sharedHeadline: string | null;
  /** UTC instant, milliseconds since 1970. */
  readonly publishedAt: number;
  readonly precision: TimePrecision;
  /** Day of publication in the source's time zone: days since 1970-01-01. */
  readonly publishedDay: number;
  readonly authorKey: AuthorKey | null;
  /** BCP 47 language code; `und` where it cannot be told. */
  readonly language: string;
  readonly region: string | null;
  readonly regionMethod: RegionMethod;
  readonly url: string | null;
  /** Addresses in the text, in one form each; none = empty. */
  readonly links: readonly string[];
  readonly replyTo: DocumentId | null;
  readonly repostOf: DocumentId | null;
  readonly nLikes: number | null;
  readonly nReposts: number | null;
  readonly nReplies: number | null;
  readonly nViews: number | null;
  /** Values of the record that the study's annotator reads; null = the study asks for none. */
  readonly columns: RecordColumns | null;
}
