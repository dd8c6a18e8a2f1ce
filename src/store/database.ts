import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { BugError, SourceError, StudyError } from '../errors/errors.ts';

/** How to open a database. */
export interface DatabaseOptions {
  /** File, or `:memory:`. */
  readonly path: string;
  readonly threads: number;
  readonly memoryLimitMb: number;
  /** Folder for data that does not fit in memory. */
  readonly temporaryFolder: string;
}

/** One open database with one connection. Statements run one after another. */
export interface Database {
  /** Runs a statement; `name` says which query it is when it fails. */
  run(name: string, sql: string, parameters?: Record<string, DuckDBValue>): Promise<void>;
  /** Reads all rows as objects keyed by column. For small results only. */
  rows<Row>(name: string, sql: string, parameters?: Record<string, DuckDBValue>): Promise<Row[]>;
  /** Streams column vectors of at most 2,048 rows, for results of any size. */
  chunks(name: string, sql: string): AsyncIterable<ColumnChunk>;
  /** Appends columns to a table, at most 2,048 rows a call. */
  appendColumns(
    table: string,
    types: readonly DuckDBType[],
    batches: Iterable<DuckDBValue[][]>,
  ): Promise<void>;
  close(): void;
}

/** A few rows of a result, by column. */
export interface ColumnChunk {
  readonly rowCount: number;
  column(index: number): readonly DuckDBValue[];
  /** The column's own typed array; only for fixed-width columns without nulls. */
  typedColumn<T extends BigUint64Array | BigInt64Array | Uint32Array | Int32Array>(index: number): T;
}

/** The engine keeps so much free memory at most; by itself it would keep some hundred megabytes. */
const FLUSHED_MB = 16;

async function failWith<T>(name: string, sql: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new SourceError('store/query-failed', { query: name, sql, problem }, { cause });
  }
}

/**
 * Opens a DuckDB database. Nothing is loaded or installed at run time.
 * @throws {StudyError} `store/locked` when another process writes to the file.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  // The engine makes the folder when it first needs it, but not the one around it.
  await mkdir(dirname(options.temporaryFolder), { recursive: true });
  let instance: DuckDBInstance;
  try {
    instance = await DuckDBInstance.create(options.path, {
      threads: String(options.threads),
      memory_limit: `${options.memoryLimitMb}MB`,
      temp_directory: options.temporaryFolder,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'false',
      // Files of parts lie in the system's own cache.
      enable_external_file_cache: 'false',
      // Memory goes back to the system when a statement has used it: other databases and processes need it next.
      allocator_flush_threshold: `${FLUSHED_MB}MB`,
      allocator_bulk_deallocation_flush_threshold: `${FLUSHED_MB}MB`,
    });
  } catch (cause) {
    if (cause instanceof Error && /lock/i.test(cause.message)) {
      throw new StudyError('store/locked', { path: options.path }, { cause });
    }
    throw cause;
  }
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  // Parts never change, and most queries read all of them: their footers are read once.
  await connection.run('set parquet_metadata_cache = true');
  return wrap(instance, connection);
}

/** Takes tables away that are needed no longer. */
export async function dropTables(database: Pick<Database, 'run'>, ...tables: string[]): Promise<void> {
  for (const table of tables) await database.run(`drop ${table}`, `drop table if exists ${table}`);
}

function wrap(instance: DuckDBInstance, connection: DuckDBConnection): Database {
  const chunks = new Map<string, DuckDBDataChunk>();
  return {
    run: (name, sql, parameters) =>
      failWith(name, sql, async () => {
        await connection.run(sql, parameters);
      }),
    rows: <Row>(name: string, sql: string, parameters?: Record<string, DuckDBValue>) =>
      failWith(name, sql, async () => {
        const reader = await connection.runAndReadAll(sql, parameters);
        return reader.getRowObjectsJS() as Row[];
      }),
    async *chunks(name, sql) {
      const result = await failWith(name, sql, () => connection.stream(sql));
      for (;;) {
        const chunk = await failWith(name, sql, () => result.fetchChunk());
        if (!chunk || chunk.rowCount === 0) return;
        yield {
          rowCount: chunk.rowCount,
          column: (index) => chunk.getColumnValues(index),
          typedColumn: <T extends BigUint64Array | BigInt64Array | Uint32Array | Int32Array>(
            index: number,
          ) => {
            const vector: unknown = chunk.getColumnVector(index);
            if (typeof vector !== 'object' || vector === null || !('items' in vector)) {
              throw new BugError(`column ${index} of ${name} has no typed array`);
            }
            return vector.items as T;
          },
        };
      }
    },
    appendColumns: (table, types, batches) =>
      failWith(`append ${table}`, table, async () => {
        const appender = await connection.createAppender(table);
        // One chunk for all: the engine copies what it appends, and chunks wait for the garbage collector.
        const shape = types.join();
        const chunk = chunks.get(shape) ?? DuckDBDataChunk.create(types);
        chunks.set(shape, chunk);
        for (const columns of batches) {
          chunk.reset();
          chunk.rowCount = columns[0]?.length ?? 0;
          chunk.setColumns(columns);
          appender.appendDataChunk(chunk);
        }
        appender.closeSync();
      }),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
