import { writeFile } from 'node:fs/promises';
import { constants, zstdCompressSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ColumnType, ColumnValue, Table } from './tables.ts';

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
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Writes rows as one Parquet file; whoever calls gives the file its final name when it is whole. */
export async function writePart<Row>(
  table: Table<Row>,
  part: { readonly rows: readonly Row[]; readonly path: string },
): Promise<void> {
  const { columns } = table;
  const values = columnsOf(table, part.rows);
  const buffer = parquetWriteBuffer({
    schema: [
      { name: table.name, num_children: columns.length },
      ...columns.flatMap(({ name, type }) => elementsOf(name, type)),
    ],
    columnData: columns.map(({ name, isUnique }, i) => {
      const data = values[i] as ColumnValue[];
      // A dictionary of texts that hardly repeat would be the column again.
      return isUnique ? { name, data: encoded(data), encoding: 'PLAIN' as const } : { name, data };
    }),
    codec: 'ZSTD',
    compressors: { ZSTD: (bytes) => zstdCompressSync(bytes, ZSTD) },
    statistics: false,
    rowGroupSize: part.rows.length,
  });
  await writeFile(part.path, new Uint8Array(buffer));
}

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

function elementsOf(name: string, type: ColumnType): SchemaElement[] {
  if (type !== 'VARCHAR[]') return [{ name, repetition_type: 'OPTIONAL', ...ELEMENTS[type] }];
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', ...ELEMENTS.VARCHAR },
  ];
}

/** UTF-8 of texts in one buffer: an array of bytes for each would cost more than the bytes. */
function encoded(texts: readonly ColumnValue[]): (Uint8Array | null)[] {
  let units = 0;
  for (const text of texts) if (typeof text === 'string') units += text.length;
  const buffer = Buffer.allocUnsafeSlow(3 * units);
  let at = 0;
  return texts.map((text) => {
    if (typeof text !== 'string') return null;
    const start = at;
    at += buffer.write(text, start);
    return buffer.subarray(start, at);
  });
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
