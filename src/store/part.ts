import { writeFile } from 'node:fs/promises';
import { constants, zstdCompressSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer';
import type { Column, ColumnType, ColumnValue, Table } from './tables.ts';

/** How Parquet names the types of columns. */
const ELEMENTS: Readonly<Record<Exclude<ColumnType, 'VARCHAR[]'>, Omit<SchemaElement, 'name'>>> = {
  UBIGINT: { type: 'INT64', converted_type: 'UINT_64' },
  BIGINT: { type: 'INT64', converted_type: 'INT_64' },
  INTEGER: { type: 'INT32', converted_type: 'INT_32' },
  UINTEGER: { type: 'INT32', converted_type: 'UINT_32' },
  SMALLINT: { type: 'INT32', converted_type: 'INT_16' },
  DOUBLE: { type: 'DOUBLE' },
  BOOLEAN: { type: 'BOOLEAN' },
  VARCHAR: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  BLOB: { type: 'BYTE_ARRAY' },
};

/** The fastest level: parts are read once or twice, and a higher one saves a few percent. */
const LEVEL = { [constants.ZSTD_c_compressionLevel]: 1 };

/** Small enough that a page is still in the processor's cache when it is compressed. */
const PAGE_BYTES = 250_000;

/** Room for most parts, so that the output is not copied while it grows. */
const OUTPUT_BYTES = 1_000_000;

/** Most pages shrink to less than half, so that the output is one piece. */
function compressed(bytes: Uint8Array): Uint8Array {
  const chunkSize = 1_024 + (bytes.length >> 1);
  return zstdCompressSync(bytes, { params: LEVEL, pledgedSrcSize: bytes.length, chunkSize });
}

/** Writes rows as one Parquet file; whoever calls gives the file its final name when it is whole. */
export type PartWriter = <Row>(
  table: Table<Row>,
  part: { readonly rows: readonly Row[]; readonly path: string },
) => Promise<void>;

/** Makes a writer that keeps its memory: where parts are written one after another, taking it anew has the collector hurry. */
export function createPartWriter(): PartWriter {
  const encoder = createTextEncoder();
  return async (table, { rows, path }) => {
    const { columns } = table;
    const values = columnsOf(table, rows);
    encoder.makeRoom(values.filter((_, i) => columns[i]?.storage === 'texts'));
    const writer = new ByteWriter(OUTPUT_BYTES);
    await parquetWrite({
      writer,
      schema: [{ name: table.name, num_children: columns.length }, ...columns.flatMap(elementsOf)],
      columnData: columns.map(({ name, storage }, i): ColumnSource => {
        const data = values[i] as ColumnValue[];
        if (storage === 'repeating') return { name, data };
        if (storage === 'texts') return { name, data: encoder.encode(data), encoding: 'PLAIN' };
        return { name, data, encoding: 'PLAIN', codec: 'UNCOMPRESSED' };
      }),
      codec: 'ZSTD',
      compressors: { ZSTD: compressed },
      statistics: false,
      rowGroupSize: rows.length,
      pageSize: PAGE_BYTES,
    });
    await writeFile(path, writer.getBytes());
  };
}

/** Writes a single part: see {@link PartWriter}. */
export const writePart: PartWriter = (table, part) => createPartWriter()(table, part);

/** Rows turned into columns at a time: so many stay in the processor's cache while their columns are taken. */
const BLOCK_ROWS = 128;

/** The values of each column. Going through all rows for each column would fetch each row from memory as many times. */
function columnsOf<Row>({ columns }: Table<Row>, rows: readonly Row[]): ColumnValue[][] {
  const values = columns.map(() => new Array<ColumnValue>(rows.length));
  for (let first = 0; first < rows.length; first += BLOCK_ROWS) {
    const end = Math.min(first + BLOCK_ROWS, rows.length);
    columns.forEach(({ value }, c) => {
      const column = values[c] as ColumnValue[];
      for (let i = first; i < end; i++) column[i] = value(rows[i] as Row);
    });
  }
  return values;
}

function elementsOf<Row>({ name, type, storage }: Column<Row>): SchemaElement[] {
  if (type !== 'VARCHAR[]')
    return [{ name, repetition_type: storage === 'hashes' ? 'REQUIRED' : 'OPTIONAL', ...ELEMENTS[type] }];
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', ...ELEMENTS.VARCHAR },
  ];
}

interface ColumnEncoder {
  /** Forgets what was encoded, and takes memory for all texts of some columns. */
  makeRoom(columns: readonly (readonly ColumnValue[])[]): void;
  encode(texts: readonly ColumnValue[]): (Uint8Array | null)[];
}

/** Makes UTF-8 of texts in one buffer: an array of bytes for each would cost more than the bytes. */
function createTextEncoder(): ColumnEncoder {
  let memory = Buffer.alloc(0);
  let at = 0;
  return {
    makeRoom: (columns) => {
      let units = 0;
      for (const texts of columns)
        for (const text of texts) if (typeof text === 'string') units += text.length;
      if (memory.length < 3 * units) memory = Buffer.allocUnsafeSlow(3 * units);
      at = 0;
    },
    encode: (texts) =>
      texts.map((text) => {
        if (typeof text !== 'string') return null;
        const start = at;
        at += memory.write(text, start);
        return new Uint8Array(memory.buffer, start, at - start);
      }),
  };
}

/** A path as an SQL string literal. */
export function quotePath(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}

/** A table expression over Parquet files; an empty typed table when there is none. */
export function readParts<Row>(table: Table<Row>, paths: readonly string[]): string {
  if (paths.length === 0) {
    const columns = table.columns.map((c) => `null::${c.type} as ${c.name}`).join(', ');
    return `(select ${columns} where false)`;
  }
  return `read_parquet([${paths.map(quotePath).join(', ')}])`;
}
