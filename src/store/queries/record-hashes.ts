import type { Corpus } from '../corpus.ts';
import type { ColumnChunk, Database } from '../database.ts';
import { readParts } from '../part.ts';
import { RAW_RECORD } from '../tables.ts';
import { literal } from './observation.ts';

/** Hashes of records of one source, one after another in a buffer. */
interface SourceHashes {
  readonly source: string;
  readonly hashes: Buffer;
}

/** Bytes of a SHA-256. */
export const HASH_BYTES = 32;

/** A 64-bit word of a hash, the first byte the highest: words in order sort as the bytes do. */
const WORDS = [0, 8, 16, 24].map((byte) => `record_hash[${byte + 1}:${byte + 8}]::bit::ubigint`);

/**
 * The hash of every record used, by source and hash: an order that no file, thread or time zone bears on. Many at a time,
 * because waiting for each would cost more than hashing it; as numbers, because the engine sorts and hands over numbers faster than texts.
 */
export async function* recordHashes(
  database: Database,
  corpus: Pick<Corpus, 'rawRecord'>,
): AsyncIterable<SourceHashes> {
  const sources = await distinctTexts(database, 'source_id', corpus.rawRecord);
  const sql = `select ${placeIn(sources, 'source_id')}, ${WORDS.join(', ')} from ${corpus.rawRecord} order by all`;
  for await (const chunk of database.chunks('record-hashes', sql)) {
    const places = chunk.typedColumn<Int32Array>(0).subarray(0, chunk.rowCount);
    const bytes = hashBytes(chunk, 1);
    for (let start = 0; start < chunk.rowCount; ) {
      const place = places[start] as number;
      const end = places.lastIndexOf(place) + 1;
      yield {
        source: sources[place - 1] as string,
        hashes: bytes.subarray(HASH_BYTES * start, HASH_BYTES * end),
      };
      start = end;
    }
  }
}

/** The different values of a column, ascending. */
async function distinctTexts(database: Database, column: string, from: string): Promise<string[]> {
  const rows = await database.rows<{ value: string }>(
    `distinct ${column}`,
    `select distinct ${column} as value from ${from} order by value`,
  );
  return rows.map(({ value }) => value);
}

/** Where the text of a column stands in a list, from 1. */
function placeIn(list: readonly string[], column: string): string {
  return `list_position([${list.map(literal).join(', ')}]::varchar[], ${column})::integer`;
}

/** The hashes of a chunk, one after another, from their words in the columns from `first` on. */
function hashBytes(chunk: ColumnChunk, first: number): Buffer {
  const all = new BigUint64Array(WORDS.length * chunk.rowCount);
  for (let word = 0; word < WORDS.length; word++) {
    const column = chunk.typedColumn<BigUint64Array>(first + word);
    for (let row = 0; row < chunk.rowCount; row++) all[WORDS.length * row + word] = column[row] as bigint;
  }
  return Buffer.from(all.buffer).swap64();
}

/** A stored record whose text does not have the hash that stands beside it. */
export interface WrongRecord {
  readonly path: string;
  readonly line: number | null;
  readonly part: string;
}

/** Stored records, those used and those superseded, whose payload has another SHA-256 than the one kept. */
export async function wrongRecords(database: Database, parts: readonly string[]): Promise<WrongRecord[]> {
  if (parts.length === 0) return [];
  const from = readParts(RAW_RECORD, parts).replace(/\)$/, ', filename = true)');
  return database.rows<WrongRecord>(
    'wrong-records',
    `select path, line::double as line, filename as part from ${from}
     where sha256(payload) is distinct from lower(hex(record_hash)) order by all`,
  );
}

/** Where a stored record was read, and its hash. */
export interface StoredRecord {
  readonly path: string;
  readonly line: number | null;
  /** A byte a character. */
  readonly recordHash: string;
}

/** The records of one part. Paths repeat, so the engine hands over their places in a list; hashes come as numbers. */
export async function storedRecords(database: Database, part: string): Promise<StoredRecord[]> {
  const from = readParts(RAW_RECORD, [part]);
  const paths = await distinctTexts(database, 'path', from);
  const sql = `select ${placeIn(paths, 'path')}, coalesce(line, -1)::bigint, ${WORDS.join(', ')} from ${from}`;
  const records: StoredRecord[] = [];
  for await (const chunk of database.chunks('stored-records', sql)) {
    const places = chunk.typedColumn<Int32Array>(0);
    const lines = chunk.typedColumn<BigInt64Array>(1);
    const bytes = hashBytes(chunk, 2);
    for (let row = 0; row < chunk.rowCount; row++) {
      const line = Number(lines[row]);
      records.push({
        path: paths[(places[row] as number) - 1] as string,
        line: line === -1 ? null : line,
        recordHash: bytes.toString('latin1', HASH_BYTES * row, HASH_BYTES * (row + 1)),
      });
    }
  }
  return records;
}

/** A document beside its record, as a quote needs it. */
export interface QuotedDocument {
  /** Sixteen hexadecimal digits. */
  readonly documentId: string;
  readonly text: string;
  readonly recordHash: string;
  /** SHA-256 of the record as it is stored. */
  readonly payloadHash: string;
}

/** The documents of so many quotes with their records. */
export async function quotedDocuments(
  database: Database,
  corpus: Pick<Corpus, 'rawRecord' | 'document'>,
  ids: readonly string[],
): Promise<QuotedDocument[]> {
  const known = ids.filter((id) => /^[0-9a-f]{16}$/.test(id));
  if (known.length === 0) return [];
  const list = known.map((id) => BigInt(`0x${id}`).toString()).join(', ');
  return database.rows<QuotedDocument>(
    'quoted-documents',
    `select lpad(lower(hex(d.document_id)), 16, '0') as "documentId", d.text,
            lower(hex(r.record_hash)) as "recordHash", sha256(r.payload) as "payloadHash"
     from ${corpus.document} d join ${corpus.rawRecord} r using (document_id)
     where d.document_id in (${list})`,
  );
}
