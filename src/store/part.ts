import { rename } from 'node:fs/promises';
import type { DuckDBValue } from '@duckdb/node-api';
import type { Database } from './database.ts';
import { createTableSql, type Table } from './tables.ts';

const CHUNK_ROWS = 2048;

/** Cuts rows into column chunks as the engine takes them. */
export function* columnChunks<Row>(table: Table<Row>, rows: readonly Row[]): Iterable<DuckDBValue[][]> {
  for (let first = 0; first < rows.length; first += CHUNK_ROWS) {
    const n = Math.min(CHUNK_ROWS, rows.length - first);
    yield table.columns.map((column) => {
      const values: DuckDBValue[] = new Array<DuckDBValue>(n);
      for (let i = 0; i < n; i++) values[i] = column.value(rows[first + i] as Row);
      return values;
    });
  }
}

/**
 * Writes rows as one immutable Parquet file. The file appears under its name only when it is whole.
 * `scratch` is an in-memory database of the calling thread.
 */
export async function writePart<Row>(
  scratch: Database,
  table: Table<Row>,
  part: { readonly rows: readonly Row[]; readonly path: string },
): Promise<void> {
  await scratch.run(`create ${table.name}`, createTableSql(table));
  const types = table.columns.map((c) => c.type);
  await scratch.appendColumns(table.name, types, columnChunks(table, part.rows));
  const unfinished = `${part.path}.unfinished`;
  await scratch.run(
    `write ${table.name}`,
    `copy ${table.name} to ${quotePath(unfinished)} (format parquet, compression zstd, compression_level 1)`,
  );
  // Deleted rows of an in-memory table keep their memory; a dropped table does not.
  await scratch.run(`drop ${table.name}`, `drop table ${table.name}`);
  await rename(unfinished, part.path);
}

/** A path as an SQL string literal. */
export function quotePath(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}

/** A table expression over Parquet files; an empty typed table when there is none. */
export function readParts<Row>(table: Table<Row>, paths: readonly string[]): string {
  if (paths.length === 0) {
    const columns = table.columns.map((c) => `null::${c.type.toString()} as ${c.name}`).join(', ');
    return `(select ${columns} where false)`;
  }
  return `read_parquet([${paths.map(quotePath).join(', ')}])`;
}
