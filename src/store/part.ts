import { writeFile } from 'node:fs/promises';
import { constants, zstdCompressSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer';
import { type ColumnFill, createColumnFill } from './column-fill.ts';
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

/** A part that fills up: of rows that were added only columns stay, so that the rows can go long before the file is written. */
export interface PartBuilder<Row> {
  add(rows: readonly Row[]): void;
  /** Rows that are to be written. */
  length(): number;
  /** What a row holds, counted from the first that was added: texts and digests as bytes. */
  at(row: number, column: string): ColumnValue;
  /** The last row of a document, counted from the first that was added; −1 where it has none. */
  lastRowOf(documentId: bigint): number;
  /** Takes away the last rows of a document; they stand one behind the other. */
  drop(documentId: bigint): void;
  /** Writes the rows as one Parquet file and forgets them; whoever calls gives the file its final name when it is whole. */
  write(path: string): Promise<void>;
  clear(): void;
}

/** Makes an empty part. One that is filled again keeps its memory: taking it anew has the collector hurry. */
export function createPartBuilder<Row>({ name, columns }: Table<Row>): PartBuilder<Row> {
  const fills = columns.map(createColumnFill);
  const fillOf = (column: string): ColumnFill<Row> =>
    fills[columns.findIndex((one) => one.name === column)] as ColumnFill<Row>;
  const documentIds = (): BigUint64Array => fillOf('document_id').values() as BigUint64Array;
  const dropped = new Set<number>();
  let added = 0;
  const clear = (): void => {
    for (const fill of fills) fill.clear();
    dropped.clear();
    added = 0;
  };
  return {
    add: (rows) => {
      for (let first = 0; first < rows.length; first += BLOCK_ROWS) {
        const block = rows.slice(first, first + BLOCK_ROWS);
        for (const fill of fills) fill.add(block);
      }
      added += rows.length;
    },
    length: () => added - dropped.size,
    at: (row, column) => fillOf(column).at(row),
    lastRowOf: (documentId) => documentIds().lastIndexOf(documentId),
    drop: (documentId) => {
      const ids = documentIds();
      for (let row = ids.lastIndexOf(documentId); row >= 0 && ids[row] === documentId; row--)
        dropped.add(row);
    },
    write: async (path) => {
      const writer = new ByteWriter(OUTPUT_BYTES);
      await parquetWrite({
        writer,
        schema: [{ name, num_children: columns.length }, ...columns.flatMap(elementsOf)],
        columnData: columns.map((column, i) => sourceOf(column, fills[i] as ColumnFill<Row>, dropped)),
        codec: 'ZSTD',
        compressors: { ZSTD: compressed },
        statistics: false,
        rowGroupSize: added - dropped.size,
        pageSize: PAGE_BYTES,
      });
      clear();
      await writeFile(path, writer.getBytes());
    },
    clear,
  };
}

/** Rows turned into columns at a time: so many stay in the processor's cache while their columns are taken. */
const BLOCK_ROWS = 128;

/** The values are made when their column is written, so that those of one column are there at a time. */
function sourceOf<Row>(
  { name, storage }: Column<Row>,
  fill: ColumnFill<Row>,
  dropped: ReadonlySet<number>,
): ColumnSource {
  const source = {
    name,
    get data() {
      const values = fill.values();
      return dropped.size === 0 ? values : values.filter((_: unknown, row: number) => !dropped.has(row));
    },
  };
  if (storage === 'repeating') return source;
  if (storage === 'texts' || storage === 'numbers')
    return Object.assign(source, { encoding: 'PLAIN' } as const);
  return Object.assign(source, { encoding: 'PLAIN', codec: 'UNCOMPRESSED' } as const);
}

/** Writes rows as one part. */
export async function writePart<Row>(
  table: Table<Row>,
  { rows, path }: { readonly rows: readonly Row[]; readonly path: string },
): Promise<void> {
  const part = createPartBuilder(table);
  part.add(rows);
  await part.write(path);
}

function elementsOf<Row>({ name, type, storage }: Column<Row>): SchemaElement[] {
  if (type !== 'VARCHAR[]')
    return [{ name, repetition_type: isNeverMissing(storage) ? 'REQUIRED' : 'OPTIONAL', ...ELEMENTS[type] }];
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', ...ELEMENTS.VARCHAR },
  ];
}

function isNeverMissing(storage: Column<unknown>['storage']): boolean {
  return storage === 'hashes' || storage === 'digests';
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
