import { BIGINT, DOUBLE, type DuckDBType, type DuckDBValue, UTINYINT, VARCHAR } from '@duckdb/node-api';
import type { Database } from './database.ts';
import { type Column, createTableSql, type Table } from './tables.ts';

const CHUNK_ROWS = 2048;

/** A column with fewer different values than this goes to the engine as codes: a number costs far less than a string. */
const MOST_CODES = 200;

/** A column on its way to the engine: what is appended, and the expression that gives the column back. */
interface PackedColumn {
  readonly name: string;
  readonly type: DuckDBType;
  readonly values: readonly DuckDBValue[];
  readonly expression: string;
}

/**
 * Writes rows as one Parquet file; whoever calls gives the file its final name when it is whole.
 * `scratch` is an in-memory database of the calling thread.
 */
export async function writePart<Row>(
  scratch: Database,
  table: Table<Row>,
  part: { readonly rows: readonly Row[]; readonly path: string },
): Promise<void> {
  const packed = table.columns.map((column, i) => pack(column, part.rows, i === 0));
  const appended = packed.filter((column) => column.values.length > 0);
  const types = appended.map((column) => column.type);
  const name = `part_${table.name}`;
  await scratch.run(`create ${name}`, createTableSql({ name, columns: appended }));
  await scratch.appendColumns(name, types, chunks(appended, part.rows.length));
  const select = packed.map((column) => `${column.expression} as ${column.name}`).join(', ');
  await scratch.run(
    `write ${name}`,
    `copy (select ${select} from ${name}) to ${quotePath(part.path)} (format parquet, compression zstd, compression_level 1)`,
  );
  // Deleted rows of an in-memory table keep their memory; a dropped table does not.
  await scratch.run(`drop ${name}`, `drop table ${name}`);
}

function pack<Row>({ name, type, value }: Column<Row>, rows: readonly Row[], always: boolean): PackedColumn {
  const values = rows.map(value);
  const first = values[0] ?? null;
  const constant = values.every((one) => one === first) ? literalOf(first) : null;
  if (constant !== null && !always) {
    return { name, type, values: [], expression: `${constant}::${type.toString()}` };
  }
  // Whole numbers within 2^53 travel as doubles: a bigint for each would cost more than the value.
  if (type === BIGINT) return { name, type: DOUBLE, values, expression: `${name}::BIGINT` };
  const coded = type === VARCHAR ? codesOf(values) : null;
  if (coded === null) return { name, type, values, expression: name };
  const list = coded.names.map(quote).join(', ');
  return { name, type: UTINYINT, values: coded.codes, expression: `[${list}][${name}]` };
}

/** An SQL literal for what all rows have; null when it is none that can be written plainly. */
function literalOf(value: DuckDBValue): string | null {
  if (value === null) return 'null';
  if (typeof value === 'string') return isPlain(value) ? quote(value) : null;
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : null;
}

/** Codes from 1, null for null; null when there are many different values or one that cannot be written plainly. */
function codesOf(values: readonly DuckDBValue[]): { names: string[]; codes: (number | null)[] } | null {
  const known = new Map<string, number>();
  const codes: (number | null)[] = new Array<number | null>(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'string') {
      codes[i] = null;
      continue;
    }
    let code = known.get(value);
    if (code === undefined) {
      if (known.size === MOST_CODES || !isPlain(value)) return null;
      code = known.size + 1;
      known.set(value, code);
    }
    codes[i] = code;
  }
  return { names: [...known.keys()], codes };
}

/** Short and without control characters. */
function isPlain(value: string): boolean {
  return value.length <= 200 && !/\p{Cc}/u.test(value);
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Cuts columns into chunks as the engine takes them. */
function* chunks(columns: readonly PackedColumn[], nRows: number): Iterable<DuckDBValue[][]> {
  for (let first = 0; first < nRows; first += CHUNK_ROWS) {
    yield columns.map((column) => column.values.slice(first, first + CHUNK_ROWS));
  }
}

/** A path as an SQL string literal. */
export function quotePath(path: string): string {
  return quote(path);
}

/** A table expression over Parquet files; an empty typed table when there is none. */
export function readParts<Row>(table: Table<Row>, paths: readonly string[]): string {
  if (paths.length === 0) {
    const columns = table.columns.map((c) => `null::${c.type.toString()} as ${c.name}`).join(', ');
    return `(select ${columns} where false)`;
  }
  return `read_parquet([${paths.map(quotePath).join(', ')}])`;
}
