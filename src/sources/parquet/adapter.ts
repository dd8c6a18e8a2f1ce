import type { AsyncBuffer, Compressors, FileMetaData } from 'hyparquet';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { z } from 'zod';
import { SourceError } from '../../errors/errors.ts';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import type { ReadRecord } from '../decode/field-reader.ts';
import { fieldReader } from '../decode/field-reader.ts';
import { isObject } from '../decode/parsed-object.ts';
import { DATE_FROM_PATH, pathDate } from '../decode/path-date.ts';
import { readWholeBytes } from '../decode/read-whole.ts';
import { rejection } from '../decode/rejection.ts';
import { metadataProblem } from './check-metadata.ts';

const OPTIONS = z.strictObject({
  /** What the text is written in. */
  markup: z.enum(['plain', 'html', 'markdown']).default('plain'),
  dateFromPath: DATE_FROM_PATH,
});

/** Files and pages larger than this, unpacked, are refused. */
const FILE_BYTES = 2 ** 30;
const PAGE_BYTES = 2 ** 28;

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const options = OPTIONS.parse(input.options);
  const { bytes, cut } = await readWholeBytes(input, FILE_BYTES);
  if (bytes.length === 0 && cut === null) return;
  const file = asFile(bytes);
  const metadata = await metadataOf(file, input.path);
  const readFields = fieldReader(input.fields, {
    markup: options.markup,
    publishedAt: pathDate(input.path, options.dateFromPath),
  });
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    yield await readRows(file, metadata, { rowStart, rowEnd, readFields, limit: input.maximumRecordLength });
    rowStart = rowEnd;
  }
  if (cut !== null) yield [cut];
}

/** The rows of one row group. A group that cannot be read is one rejection that names its rows. */
async function readRows(
  file: AsyncBuffer,
  metadata: FileMetaData,
  range: {
    readonly rowStart: number;
    readonly rowEnd: number;
    readonly readFields: ReadRecord;
    readonly limit: number;
  },
): Promise<SourceItem[]> {
  const { rowStart, rowEnd } = range;
  try {
    const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors: bounded });
    return rows.map((row: unknown, i: number) => rowItem(row, rowStart + i + 1, range));
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message.replace(/\s+/g, ' ').slice(0, 120) : 'unreadable';
    const detail = `rows ${rowStart + 1} to ${rowEnd} cannot be read: ${problem}`;
    return [rejection('unparseable', detail, { position: { line: rowStart + 1, byteOffset: null } })];
  }
}

function rowItem(
  row: unknown,
  number: number,
  { readFields, limit }: { readonly readFields: ReadRecord; readonly limit: number },
): SourceItem {
  const position = { line: number, byteOffset: null };
  if (!isObject(row)) return rejection('wrong-shape', 'a row without columns', { position });
  const payload = JSON.stringify(row, writable);
  if (payload.length > limit) {
    const detail = `a row of ${payload.length} characters; the limit is ${limit}`;
    return rejection('too-long', detail, { excerpt: payload, position });
  }
  return { kind: 'record', payload, position, ...readFields(row, payload) };
}

/** Values that JSON has no form for. */
function writable(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

async function metadataOf(file: AsyncBuffer, path: string): Promise<FileMetaData> {
  try {
    const metadata = await parquetMetadataAsync(file);
    const problem = metadataProblem(metadata);
    if (problem !== null) throw new SourceError('source/wrong-format', wrong(path, problem));
    return metadata;
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const problem = cause instanceof Error ? cause.message.slice(0, 120) : 'its footer cannot be read';
    throw new SourceError('source/wrong-format', wrong(path, problem), { cause });
  }
}

function wrong(path: string, problem: string): { path: string; expected: string; problem: string } {
  return { path, expected: 'a whole Parquet file', problem };
}

function asFile(bytes: Buffer): AsyncBuffer {
  const start = bytes.byteOffset;
  return {
    byteLength: bytes.byteLength,
    slice: (from, to = bytes.byteLength) => bytes.buffer.slice(start + from, start + to) as ArrayBuffer,
  };
}

/** A damaged page header may claim any size: it is not believed. */
const bounded = Object.fromEntries(
  Object.entries(compressors).map(([codec, unpack]) => [
    codec,
    (packed: Uint8Array, length: number) => {
      if (!(length >= 0 && length <= PAGE_BYTES))
        throw new SourceError('source/unreadable', { path: 'a page', problem: `it claims ${length} bytes` });
      return unpack(packed, length);
    },
  ]),
) as Compressors;

/** A Parquet file with one record a row. */
export const parquet: SourceAdapter = {
  name: 'parquet',
  version: '1',
  description: 'A Parquet file with one record a row.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  named: 'columns',
  missingFields: { quoted: 'a table does not mark the words of others' },
  read,
};
