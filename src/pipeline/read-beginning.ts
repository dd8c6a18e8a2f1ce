import type { AuthorKey } from '../domain/identifiers.ts';
import { type NormalizedBatch, normalizeRecords } from '../normalize/normalize-records.ts';
import type { SourceAdapter, SourceInput, SourceItem, SourceRecord } from '../sources/adapter.ts';
import type { Delimiter } from '../sources/decode/csv-cells.ts';
import type { NamedValues } from '../sources/decode/field-reader.ts';
import { MISSING_CELLS, readTable } from '../sources/decode/read-table.ts';
import type { SourceConfig } from '../study/config.ts';
import { createLanguageIdentifier } from '../text/language.ts';
import { createZoneOffsets } from '../text/zone-offsets.ts';
import { nodeFiles } from './node-files.ts';

/** One file of a source. */
export interface FileOfSource {
  readonly source: SourceConfig;
  readonly adapter: SourceAdapter;
  /** As the study writes it. */
  readonly path: string;
  readonly absolutePath: string;
}

/** The first records of a file, as a run would read them. */
export interface Beginning {
  readonly items: readonly SourceItem[];
  readonly normalized: NormalizedBatch;
  readonly isWhole: boolean;
}

/** Why records cannot be used. */
export interface RejectedReason {
  readonly reason: string;
  readonly n: number;
  /** Of the first of them, for a person. */
  readonly detail: string;
}

const MAXIMUM_RECORD_LENGTH = 1_000_000;

/**
 * Reads the first records of a file; nothing is kept of them.
 * @throws {SourceError} where the file is not of the adapter's format
 */
export async function readBeginning(file: FileOfSource, most: number): Promise<Beginning> {
  const items: SourceItem[] = [];
  let isWhole = true;
  for await (const some of file.adapter.read(inputOf(file))) {
    items.push(...some);
    if (items.length < most) continue;
    isWhole = items.length === most;
    break;
  }
  const read = items.slice(0, most);
  const records = read.flatMap((item) => (item.kind === 'record' ? [{ path: file.path, record: item }] : []));
  return { items: read, normalized: normalize(records, file.source), isWhole };
}

/** The first records of a file as they stand, members under their own names. */
export async function readNames(file: FileOfSource, most: number): Promise<NamedValues[]> {
  const rows: NamedValues[] = [];
  const isTable = file.adapter.name === 'csv';
  const read = isTable ? readRows(file, rows) : file.adapter.read({ ...inputOf(file), fields: {} });
  for await (const items of read) {
    if (!isTable) for (const item of items) if (item.kind === 'record') rows.push(objectOf(item.payload));
    if (rows.length >= most) break;
  }
  return rows.slice(0, most);
}

/** A row of a table is text: its names stand in the first. */
function readRows(file: FileOfSource, rows: NamedValues[]): ReturnType<typeof readTable> {
  const { delimiter, columns } = file.source.options as {
    readonly delimiter?: Delimiter;
    readonly columns?: readonly string[];
  };
  const unused = { nativeId: null, fields: {} as SourceRecord['fields'] };
  return readTable(inputOf(file), {
    delimiter: delimiter ?? null,
    columns: columns ?? null,
    missing: MISSING_CELLS,
    begin: () => (row: NamedValues) => {
      rows.push(row);
      return unused;
    },
  });
}

function objectOf(payload: string): NamedValues {
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === 'object' && value !== null ? (value as NamedValues) : {};
  } catch {
    return {};
  }
}

/** A whole file, ready to be read by the adapter of its source. */
export function inputOf({ source, path, absolutePath }: Omit<FileOfSource, 'adapter'>): SourceInput {
  return {
    path,
    open: () => nodeFiles.open(absolutePath, { start: 0, end: null }),
    firstByte: 0,
    firstLine: 1,
    encoding: source.encoding,
    fields: source.fields,
    options: source.options,
    timeZone: source.timeZone,
    maximumRecordLength: MAXIMUM_RECORD_LENGTH,
  };
}

function normalize(
  records: readonly { readonly path: string; readonly record: SourceRecord }[],
  source: SourceConfig,
): NormalizedBatch {
  const identifier = createLanguageIdentifier();
  return normalizeRecords(records, {
    source,
    // Nobody is told apart here.
    pseudonymize: () => 0n as AuthorKey,
    formerPseudonyms: () => [],
    removal: { isForgotten: () => false, isTooOld: () => false },
    identifyLanguage: (text) => identifier.identify(text).language,
    offsetAt: createZoneOffsets(),
  });
}

/** Why records of a beginning cannot be used, the most frequent first. */
export function rejectedReasons({ items, normalized }: Beginning): RejectedReason[] {
  const found = new Map<string, { n: number; detail: string }>();
  for (const one of [...items, ...normalized.rejected]) {
    if ('kind' in one && one.kind !== 'rejected') continue;
    const { reason, detail } = one;
    const known = found.get(reason);
    if (known === undefined) found.set(reason, { n: 1, detail });
    else known.n++;
  }
  return [...found].map(([reason, { n, detail }]) => ({ reason, n, detail })).sort((a, b) => b.n - a.n);
}
