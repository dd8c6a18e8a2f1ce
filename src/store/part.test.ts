import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { createPartBuilder, readParts, writePart } from './part.ts';
import type { Table } from './tables.ts';

interface Row {
  readonly id: bigint;
  readonly name: string | null;
  readonly count: number | null;
  readonly tags: readonly string[];
  /** In hexadecimal. */
  readonly hash: string;
}

const TABLE: Table<Row> = {
  name: 'thing',
  columns: [
    { name: 'id', type: 'UBIGINT', value: (row) => row.id, storage: 'hashes' },
    { name: 'name', type: 'VARCHAR', value: (row) => row.name, storage: 'repeating' },
    { name: 'same', type: 'VARCHAR', value: (row) => row.name, storage: 'texts' },
    { name: 'count', type: 'BIGINT', value: (row) => row.count, storage: 'numbers' },
    { name: 'again', type: 'BIGINT', value: (row) => row.count, storage: 'repeating' },
    { name: 'key', type: 'UBIGINT', value: (row) => keyOf(row), storage: 'repeating' },
    { name: 'tags', type: 'VARCHAR[]', value: (row) => row.tags, storage: 'repeating' },
    { name: 'hash', type: 'BLOB', value: (row) => row.hash, storage: 'digests' },
    { name: 'bits', type: 'INTEGER', value: (row) => Number(row.id % 2n) * 0xffffffff, storage: 'hashes' },
    {
      name: 'large',
      type: 'UINTEGER',
      value: (row) => Number(row.id % 2n) * 0xffffffff,
      storage: 'repeating',
    },
    { name: 'small', type: 'SMALLINT', value: (row) => 1 - Number(row.id % 30_000n), storage: 'repeating' },
    { name: 'flag', type: 'BOOLEAN', value: (row) => row.count === null, storage: 'repeating' },
    { name: 'ratio', type: 'DOUBLE', value: (row) => Number(row.id) / 3, storage: 'repeating' },
  ],
};

/** A key of 64 bits that some rows do not have. */
function keyOf({ id, name }: Row): bigint | null {
  return name === null ? null : 2n ** 64n - 1n - id;
}

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundswell-part-'));
  database = await openDatabase({
    path: ':memory:',
    threads: 1,
    memoryLimitMb: 200,
    temporaryFolder: folder,
  });
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

let written = 0;

/** What the engine reads back, all columns. Each part has a path of its own, as in a store: the engine remembers files. */
async function roundTrip(rows: readonly Row[]): Promise<Record<string, unknown>[]> {
  const path = join(folder, `it's ${++written}.parquet`);
  await writePart(TABLE, { rows, path });
  const sql = `select * replace (lower(hex(hash)) as hash) from ${readParts(TABLE, [path])} order by id`;
  return database.rows('read', sql);
}

function expected(rows: readonly Row[]): Record<string, unknown>[] {
  return rows.map((row) => ({
    ...row,
    count: row.count === null ? null : BigInt(row.count),
    again: row.count === null ? null : BigInt(row.count),
    key: keyOf(row),
    same: row.name,
    bits: row.id % 2n === 0n ? 0 : -1,
    large: Number(row.id % 2n) * 0xffffffff,
    small: 1 - Number(row.id % 30_000n),
    flag: row.count === null,
    ratio: Number(row.id) / 3,
  }));
}

test('rows come back as they were: nulls, quotes, line ends, NULs, the ends of the ranges', async () => {
  const text = fc.oneof(
    fc.constantFrom('ru', "it's", '', 'a\nb', '\\', '$1', '%s', '"', 'a\0b'),
    fc.string({ unit: 'grapheme', maxLength: 300 }).map((s) => s.toWellFormed()),
  );
  const row = fc.record({
    name: fc.option(text),
    count: fc.option(fc.maxSafeInteger()),
    tags: fc.array(text, { maxLength: 3 }),
    hash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (values) => {
      const rows = values.map((one, i) => ({ id: 2n ** 64n - 40n + BigInt(i), ...one }));
      const safe = rows.map((one) => ({ ...one, id: one.id - (2n ** 64n - 40n) }));
      expect(await roundTrip(safe)).toEqual(expected(safe));
      expect((await roundTrip(rows.map((one) => ({ ...one, id: one.id }))))[0]?.['id']).toBe(rows[0]?.id);
    }),
    { numRuns: 60 },
  );
});

test.each([1, 200, 5_000])('%i different names', async (different) => {
  const rows = Array.from({ length: 5_000 }, (_, i) => ({
    id: BigInt(i),
    name: i % 7 === 0 ? null : `имя ${i % different}`,
    count: 3,
    tags: i % 3 === 0 ? [] : ['war', `theme-${i % 5}`],
    hash: (i & 0xff).toString(16).padStart(64, '0'),
  }));
  expect(await roundTrip(rows)).toEqual(expected(rows));
});

test('the same rows give the same bytes', async () => {
  const rows = [0n, 1n].map((id) => ({ id, name: 'x', count: null, tags: [], hash: 'ab'.repeat(32) }));
  const write = async (): Promise<string> => {
    const path = join(folder, 'same.parquet');
    await writePart(TABLE, { rows, path });
    return readFileSync(path, 'hex');
  };
  expect(await write()).toBe(await write());
});

test('a table without parts is empty and has its columns', async () => {
  const rows = await database.rows('empty', `select id, tags, hash from ${readParts(TABLE, [])}`);
  expect(rows).toEqual([]);
});

test('a part that was filled, emptied and filled again, with rows taken away, is one of the rows that stay', async () => {
  const row = (id: bigint, name: string): Row => ({
    id,
    name,
    count: null,
    tags: [name],
    hash: '0f'.repeat(32),
  });
  const table = {
    ...TABLE,
    columns: [{ ...TABLE.columns[0]!, name: 'document_id' }, ...TABLE.columns.slice(1)],
  };
  const part = createPartBuilder(table);
  part.add([row(9n, 'of another batch')]);
  part.clear();
  part.add([row(1n, 'a'), row(1n, 'b'), row(2n, 'c')]);
  part.add([row(3n, 'd')]);
  expect(Buffer.from(part.at(2, 'same') as Uint8Array).toString()).toBe('c');
  part.drop(1n);
  part.drop(7n);
  part.add([row(1n, 'e')]);
  expect(part.length()).toBe(3);
  const path = join(folder, 'dropped.parquet');
  await part.write(path);
  expect(part.length()).toBe(0);
  const rows = await database.rows(
    'read',
    `select document_id, name, same, tags from ${readParts(table, [path])} order by name`,
  );
  expect(rows).toEqual(
    [row(2n, 'c'), row(3n, 'd'), row(1n, 'e')].map(({ id, name, tags }) => ({
      document_id: id,
      name,
      same: name,
      tags,
    })),
  );
});
