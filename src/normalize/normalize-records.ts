import type { Document, RegionMethod } from '../domain/document.ts';
import type { AuthorKey, DocumentId } from '../domain/identifiers.ts';
import type { RawRecord, RejectedRecord, RejectionReason } from '../domain/record.ts';
import type { SourceRecord } from '../sources/adapter.ts';
import type { SourceConfig } from '../study/config.ts';
import { canonicalLinks } from '../text/canonical-links.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { parseTimestamp } from '../text/timestamp.ts';
import { localDay, type ZoneOffsets } from '../text/zone-offsets.ts';
import { documentId, recordHash } from './document-id.ts';
import type { RemovalCheck } from './removal.ts';

/** What normalization needs beside the records. */
export interface NormalizeContext {
  readonly source: SourceConfig;
  readonly pseudonymize: (sourceFamily: string, handle: string) => AuthorKey;
  readonly identifyLanguage: (text: string) => string;
  readonly offsetAt: ZoneOffsets;
  readonly removal: RemovalCheck;
  /** Pseudonyms under former keys, by which authors were forgotten. */
  readonly formerPseudonyms: (sourceFamily: string, handle: string) => readonly AuthorKey[];
}

/** The outcome of some records: each is a document or a rejection. */
export interface NormalizedBatch {
  readonly rawRecords: readonly RawRecord[];
  readonly documents: readonly Document[];
  readonly rejected: readonly RejectedRecord[];
}

interface Collected {
  readonly path: string;
  readonly record: SourceRecord;
}

/** What of a record is needed while others may have its id. */
export type KeptRecord = Omit<RawRecord, 'documentId' | 'nativeId'>;

/** The records of a batch that were normalized before. */
export interface EarlierRecords {
  find(id: DocumentId): KeptRecord | undefined;
  /** Takes away what was made of a record. */
  drop(id: DocumentId): void;
}

const NONE_EARLIER: EarlierRecords = { find: () => undefined, drop: () => undefined };

/**
 * Turns records into documents. Of two records with one id in a batch the later retrieved one stays
 * (then the greater hash), whatever their order; the other is rejected as repeated.
 * @param earlier the records of the batch before these [none]; what is superseded is dropped there
 */
export function normalizeRecords(
  records: readonly Collected[],
  context: NormalizeContext,
  earlier: EarlierRecords = NONE_EARLIER,
): NormalizedBatch {
  const kept = new Map<DocumentId, { raw: RawRecord; document: Document }>();
  const rejected: RejectedRecord[] = [];
  const reject = (raw: KeptRecord, reason: RejectionReason, detail: string): void => {
    const { sourceId, path, line, byteOffset, payload } = raw;
    rejected.push({ sourceId, path, line, byteOffset, reason, detail, excerpt: payload.slice(0, 200) });
  };
  // Of what is left out nothing is kept, neither words nor place.
  const leaveOut = (reason: 'forgotten' | 'past-retention'): void => {
    const nowhere = { path: '', line: null, byteOffset: null };
    rejected.push({ sourceId: context.source.id, ...nowhere, reason, detail: '', excerpt: '' });
  };
  for (const { path, record } of records) {
    const raw = rawRecord(path, record, context);
    if (isForgotten(raw, record, context)) {
      leaveOut('forgotten');
      continue;
    }
    const outcome = normalizeRecord(raw, record, context);
    if ('reason' in outcome) {
      reject(raw, outcome.reason, outcome.detail);
      continue;
    }
    if (context.removal.isTooOld(outcome.publishedAt)) {
      leaveOut('past-retention');
      continue;
    }
    const beside = kept.get(raw.documentId)?.raw;
    const known = beside ?? earlier.find(raw.documentId);
    const stays = known === undefined || supersedes(raw, known);
    if (known !== undefined)
      reject(stays ? known : raw, 'repeated-record', `id ${record.nativeId ?? '(content)'} was read before`);
    if (stays) {
      if (known !== undefined && beside === undefined) earlier.drop(raw.documentId);
      kept.set(raw.documentId, { raw, document: outcome });
    }
  }
  const pairs = [...kept.values()];
  return { rawRecords: pairs.map((p) => p.raw), documents: pairs.map((p) => p.document), rejected };
}

function isForgotten(
  { documentId: id }: RawRecord,
  { fields }: SourceRecord,
  context: NormalizeContext,
): boolean {
  const { source, pseudonymize, formerPseudonyms, removal } = context;
  const { author } = fields;
  const keys =
    author === null ? [] : [pseudonymize(source.id, author), ...formerPseudonyms(source.id, author)];
  return removal.isForgotten(id, keys);
}

function supersedes(a: KeptRecord, b: KeptRecord): boolean {
  const [ra, rb] = [a.retrievedAt ?? 0, b.retrievedAt ?? 0];
  return ra === rb ? a.recordHash > b.recordHash : ra > rb;
}

function rawRecord(path: string, record: SourceRecord, context: NormalizeContext): RawRecord {
  const { source, offsetAt } = context;
  const payload = record.payload.isWellFormed() ? record.payload : record.payload.toWellFormed();
  const hash = recordHash(payload);
  const retrieved = record.fields.retrievedAt;
  const parsed =
    retrieved === null ? null : parseTimestamp(retrieved, { timeZone: source.timeZone, offsetAt });
  return {
    documentId: documentId(source.id, record.nativeId, hash),
    sourceId: source.id,
    nativeId: record.nativeId,
    path,
    line: record.position.line,
    byteOffset: record.position.byteOffset,
    payload,
    recordHash: hash,
    retrievedAt: parsed !== null && 'instant' in parsed ? parsed.instant : null,
  };
}

const NO_LINKS: readonly string[] = [];

interface Refusal {
  readonly reason: RejectionReason;
  readonly detail: string;
}

function normalizeRecord(
  raw: RawRecord,
  record: SourceRecord,
  context: NormalizeContext,
): Document | Refusal {
  const { source } = context;
  const { fields } = record;
  const date = publicationTime(fields.publishedAt, context);
  if ('reason' in date) return date;
  const body = normalizeText(fields.text ?? '', { markup: fields.markup });
  const title = fields.title === null ? '' : normalizeText(fields.title, { markup: fields.markup }).text;
  const text = joinTitle(title, body.text);
  if (text === '') return { reason: 'no-text', detail: 'the record has no words' };
  const language = context.identifyLanguage(text);
  const region = regionOf(fields.region, source.region);
  return {
    documentId: raw.documentId,
    sourceId: source.id,
    text,
    title: title === '' ? null : title,
    quoted: joinQuoted(fields.quoted, body.quoted),
    sharedHeadline: plainHeadline(fields),
    publishedAt: date.instant,
    precision: date.precision,
    publishedDay: localDay(date.instant, context.offsetAt(date.instant, source.timeZone)),
    authorKey: fields.author === null ? null : context.pseudonymize(source.id, fields.author),
    language: language === 'und' && source.language !== null ? source.language : language,
    ...region,
    url: fields.url,
    links: body.urls.length === 0 ? NO_LINKS : canonicalLinks(body.urls),
    replyTo: linkedId(source.id, fields.replyTo),
    repostOf: linkedId(source.id, fields.repostOf),
    nLikes: count(fields.nLikes),
    nReposts: count(fields.nReposts),
    nReplies: count(fields.nReplies),
    nViews: count(fields.nViews),
    columns: fields.columns,
  };
}

function publicationTime(
  value: string | number | null,
  context: NormalizeContext,
): { instant: number; precision: Document['precision'] } | Refusal {
  if (value === null || value === '')
    return { reason: 'no-date', detail: 'the record has no publication time' };
  const parsed = parseTimestamp(value, { timeZone: context.source.timeZone, offsetAt: context.offsetAt });
  if ('instant' in parsed) return parsed;
  const shown = String(value).slice(0, 60);
  return parsed.problem === 'out-of-range'
    ? { reason: 'date-out-of-range', detail: `publication time ${shown} is not between 1990 and 2100` }
    : { reason: 'unparseable-date', detail: `publication time "${shown}" is not a date` };
}

function joinTitle(title: string, body: string): string {
  if (title === '' || body.startsWith(title)) return body;
  return body === '' ? title : `${title}\n${body}`;
}

function joinQuoted(fromFormat: string | null, fromMarkup: string | null): string | null {
  const parts = [
    fromFormat === null ? null : normalizeText(fromFormat, { markup: 'plain' }).text,
    fromMarkup,
  ];
  const joined = parts.filter((part) => part !== null && part !== '').join('\n');
  return joined === '' ? null : joined;
}

/** In the form in which the text and the title of the record stand, so that it is found there. */
function plainHeadline({ sharedHeadline, markup }: SourceRecord['fields']): string | null {
  return sharedHeadline === null ? null : normalizeText(sharedHeadline, { markup }).text || null;
}

function regionOf(
  profile: string | null,
  outlet: string | null,
): { region: string | null; regionMethod: RegionMethod } {
  if (profile !== null && profile.trim() !== '') return { region: profile.trim(), regionMethod: 'profile' };
  if (outlet !== null) return { region: outlet, regionMethod: 'source' };
  return { region: null, regionMethod: 'unknown' };
}

function linkedId(sourceId: string, nativeId: string | null): DocumentId | null {
  return nativeId === null ? null : documentId(sourceId, nativeId, '' as Parameters<typeof documentId>[2]);
}

const LARGEST_COUNT = 2 ** 31 - 1;

function count(value: number | null): number | null {
  if (value === null || !Number.isFinite(value) || value < 0) return null;
  return Math.min(Math.trunc(value), LARGEST_COUNT);
}
