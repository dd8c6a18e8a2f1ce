import type { AnnotatorQuality, MeasuredQuality } from '../domain/annotator-quality.ts';
import type { CampaignAuthor } from '../domain/campaign.ts';
import type { ClusterMembership } from '../domain/cluster.ts';
import type { ThemedMention } from '../domain/discovered-theme.ts';
import type { Document } from '../domain/document.ts';
import type { Mention, StanceAnnotation } from '../domain/mention.ts';
import type { RawRecord, RejectedRecord } from '../domain/record.ts';
import type { Signature } from '../domain/signature.ts';

/**
 * Types of columns, as the engine names them. A row gives bigints for `UBIGINT` and numbers for `BIGINT`, which holds counts and
 * times; lists hold texts.
 */
export type ColumnType =
  | 'UBIGINT'
  | 'BIGINT'
  | 'INTEGER'
  | 'UINTEGER'
  | 'SMALLINT'
  | 'DOUBLE'
  | 'BOOLEAN'
  | 'VARCHAR'
  | 'BLOB'
  | 'VARCHAR[]';

/** What a column may hold of a row. */
export type ColumnValue = bigint | number | boolean | string | Uint8Array | readonly string[] | null;

/** A column: its name, its type and how a row gives its value. */
export interface Column<Row> {
  readonly name: string;
  readonly type: ColumnType;
  readonly value: (row: Row) => ColumnValue;
  readonly storage: ColumnStorage;
}

/**
 * How a column is written. `repeating`: with a dictionary of its values where that is smaller; `texts` and `numbers`, of
 * which hardly two are alike, without; `hashes` and `digests` (of 32 bytes, in hexadecimal), which are never missing, as they
 * are: nothing makes them smaller.
 */
type ColumnStorage = 'repeating' | 'texts' | 'numbers' | 'hashes' | 'digests';

/** A table of the store: columns in order. */
export interface Table<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
}

function column<Row>(name: string, type: ColumnType, value: (row: Row) => ColumnValue): Column<Row> {
  return { name, type, value, storage: 'repeating' };
}

function texts<Row>(name: string, value: (row: Row) => string | null): Column<Row> {
  return { name, type: 'VARCHAR', value, storage: 'texts' };
}

function numbers<Row>(name: string, value: (row: Row) => number | null): Column<Row> {
  return { name, type: 'BIGINT', value, storage: 'numbers' };
}

function hashes<Row>(
  name: string,
  type: 'UBIGINT' | 'INTEGER',
  value: (row: Row) => bigint | number,
): Column<Row> {
  return { name, type, value, storage: 'hashes' };
}

function digests<Row>(name: string, value: (row: Row) => string): Column<Row> {
  return { name, type: 'BLOB', value, storage: 'digests' };
}

const QUALITY_LABELS = ['against', 'neither', 'favor'] as const;

/** Records as received. */
export const RAW_RECORD: Table<RawRecord> = {
  name: 'raw_record',
  columns: [
    hashes('document_id', 'UBIGINT', (r) => r.documentId),
    column('source_id', 'VARCHAR', (r) => r.sourceId),
    texts('native_id', (r) => r.nativeId),
    column('path', 'VARCHAR', (r) => r.path),
    numbers('line', (r) => r.line),
    numbers('byte_offset', (r) => r.byteOffset),
    texts('payload', (r) => r.payload),
    digests('record_hash', (r) => r.recordHash),
    numbers('retrieved_at', (r) => r.retrievedAt),
  ],
};

/** Records that were read and not used. */
export const REJECTED_RECORD: Table<RejectedRecord> = {
  name: 'rejected_record',
  columns: [
    column('source_id', 'VARCHAR', (r) => r.sourceId),
    column('path', 'VARCHAR', (r) => r.path),
    numbers('line', (r) => r.line),
    numbers('byte_offset', (r) => r.byteOffset),
    column('reason', 'VARCHAR', (r) => r.reason),
    column('detail', 'VARCHAR', (r) => r.detail),
    column('excerpt', 'VARCHAR', (r) => r.excerpt),
  ],
};

/** Normalized documents. */
export const DOCUMENT: Table<Document> = {
  name: 'document',
  columns: [
    hashes('document_id', 'UBIGINT', (r) => r.documentId),
    column('source_id', 'VARCHAR', (r) => r.sourceId),
    texts('text', (r) => r.text),
    texts('title', (r) => r.title),
    texts('quoted', (r) => r.quoted),
    texts('shared_headline', (r) => r.sharedHeadline),
    numbers('published_at', (r) => r.publishedAt),
    column('precision', 'VARCHAR', (r) => r.precision),
    column('published_day', 'INTEGER', (r) => r.publishedDay),
    column('author_key', 'UBIGINT', (r) => r.authorKey),
    column('language', 'VARCHAR', (r) => r.language),
    column('region', 'VARCHAR', (r) => r.region),
    column('region_method', 'VARCHAR', (r) => r.regionMethod),
    texts('url', (r) => r.url),
    column('links', 'VARCHAR[]', (r) => r.links),
    column('reply_to', 'UBIGINT', (r) => r.replyTo),
    column('repost_of', 'UBIGINT', (r) => r.repostOf),
    column('n_likes', 'INTEGER', (r) => r.nLikes),
    column('n_reposts', 'INTEGER', (r) => r.nReposts),
    column('n_replies', 'INTEGER', (r) => r.nReplies),
    column('n_views', 'INTEGER', (r) => r.nViews),
    column('record_columns', 'VARCHAR', (r) => (r.columns === null ? null : JSON.stringify(r.columns))),
  ],
};

/** How many bands a near-duplicate signature has. */
export const SIGNATURE_BANDS = 16;

/** Keys by which copies are found. */
export const SIGNATURE: Table<Signature> = {
  name: 'signature',
  columns: [
    hashes('document_id', 'UBIGINT', (r) => r.documentId),
    hashes('exact_hash', 'UBIGINT', (r) => r.exactHash),
    column('repost_of', 'UBIGINT', (r) => r.repostOf),
    column('n_shingles', 'UINTEGER', (r) => r.nShingles),
    ...Array.from({ length: SIGNATURE_BANDS }, (_, band) =>
      hashes(`band_${band}`, 'INTEGER', (r: Signature) => r.bands[band] ?? 0),
    ),
  ],
};

/** Documents that mention a target. */
export const MENTION: Table<Mention> = {
  name: 'mention',
  columns: [
    hashes('document_id', 'UBIGINT', (r) => r.documentId),
    column('target', 'VARCHAR', (r) => r.target),
    column('matched', 'VARCHAR', (r) => r.matched),
    column('start_offset', 'INTEGER', (r) => r.start),
    column('end_offset', 'INTEGER', (r) => r.end),
    column('n_spans', 'INTEGER', (r) => r.nSpans),
    column('voice', 'VARCHAR', (r) => r.voice),
    column('themes', 'VARCHAR[]', (r) => r.themes),
    column('source_id', 'VARCHAR', (r) => r.sourceId),
    column('published_day', 'INTEGER', (r) => r.publishedDay),
    column('precision', 'VARCHAR', (r) => r.precision),
    column('author_key', 'UBIGINT', (r) => r.authorKey),
    column('language', 'VARCHAR', (r) => r.language),
    column('region', 'VARCHAR', (r) => r.region),
  ],
};

/** Stance of each mention; probabilities in ten-thousandths. */
export const ANNOTATION: Table<StanceAnnotation> = {
  name: 'annotation',
  columns: [
    hashes('document_id', 'UBIGINT', (r) => r.documentId),
    column('target', 'VARCHAR', (r) => r.target),
    column('annotator', 'VARCHAR', (r) => r.annotator),
    column('label', 'VARCHAR', (r) => r.label),
    column('against', 'SMALLINT', (r) => r.against),
    column('neither', 'SMALLINT', (r) => r.neither),
    column('favor', 'SMALLINT', (r) => r.favor),
    column('unseen', 'SMALLINT', (r) => r.unseen),
    column('out_of_domain', 'BOOLEAN', (r) => r.outOfDomain),
    column('problem', 'VARCHAR', (r) => r.problem),
  ],
};

/**
 * What is known of each annotator's errors, by layer and stratum. `coded_X_as_Y`: mentions that people coded X and the
 * annotator labelled Y. Where nothing is known, `unknown_because` says why and the other figures are null.
 */
export const ANNOTATOR_QUALITY: Table<AnnotatorQuality> = {
  name: 'annotator_quality',
  columns: [
    column('annotator', 'VARCHAR', (r) => r.annotator),
    column('layer', 'VARCHAR', (r) => r.layer),
    column('language', 'VARCHAR', (r) => r.stratum.language),
    column('domain', 'VARCHAR', (r) => r.stratum.domain),
    column('n_coded', 'INTEGER', (r) => measured(r)?.nCoded ?? null),
    column('n_groups', 'INTEGER', (r) => measured(r)?.nGroups ?? null),
    column('n_abstained', 'INTEGER', (r) => measured(r)?.nAbstained ?? null),
    ...QUALITY_LABELS.flatMap((coded, i) =>
      QUALITY_LABELS.map((given, j) =>
        column<AnnotatorQuality>(
          `coded_${coded}_as_${given}`,
          'INTEGER',
          (r) => measured(r)?.confusion[i]?.[j] ?? null,
        ),
      ),
    ),
    ...(['agreement', 'macroF1'] as const).flatMap((score) =>
      (['value', 'lower', 'upper'] as const).map((part) =>
        column<AnnotatorQuality>(
          `${score === 'macroF1' ? 'macro_f1' : score}${part === 'value' ? '' : `_${part}`}`,
          'DOUBLE',
          (r) => measured(r)?.[score][part] ?? null,
        ),
      ),
    ),
    column('calibration_error', 'DOUBLE', (r) => measured(r)?.calibrationError ?? null),
    column('confidence_level', 'DOUBLE', (r) => measured(r)?.confidenceLevel ?? null),
    column('unknown_because', 'VARCHAR', (r) => (r.kind === 'unknown' ? r.reason : null)),
  ],
};

function measured(row: AnnotatorQuality): MeasuredQuality | null {
  return row.kind === 'measured' ? row : null;
}

/** Copies, one row per document that has any. */
export const DOCUMENT_CLUSTER: Table<ClusterMembership> = {
  name: 'document_cluster',
  columns: [
    column('document_id', 'UBIGINT', (r) => r.documentId),
    column('cluster_id', 'UBIGINT', (r) => r.clusterId),
    column('kind', 'VARCHAR', (r) => r.kind),
    column('similarity', 'DOUBLE', (r) => r.similarity),
  ],
};

/** Which discovered theme explains a mention: `none-of-these` where none does, no row where no themes were learned. */
export const DISCOVERED_THEME: Table<ThemedMention> = {
  name: 'discovered_theme',
  columns: [
    column('document_id', 'UBIGINT', (r) => r.documentId),
    column('target', 'VARCHAR', (r) => r.target),
    column('theme', 'VARCHAR', (r) => r.theme),
  ],
};

/** Accounts of campaigns. */
export const CAMPAIGN_AUTHOR: Table<CampaignAuthor> = {
  name: 'campaign_author',
  columns: [
    column('author_key', 'UBIGINT', (r) => r.authorKey),
    column('campaign', 'VARCHAR', (r) => r.campaign),
  ],
};
