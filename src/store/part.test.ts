import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BIGINT, UBIGINT, VARCHAR } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { readParts, writePart } from './part.ts';
import type { Table } from './tables.ts';

interface Row {
  readonly id: bigint;
  readonly name: string | null;
  readonly count: number | null;
}

const TABLE: Table<Row> = {
  name: 'thing',
  columns: [
    { name: 'id', type: UBIGINT, value: (row) => row.id },
    { name: 'name', type: VARCHAR, value: (row) => row.name },
    { name: 'count', type: BIGINT, value: (row) => row.count },
  ],
};

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

async function roundTrip(rows: readonly Row[]): Promise<Row[]> {
  const path = join(folder, "it's.parquet");
  await writePart(database, TABLE, { rows, path });
  return database.rows<Row>(
    'read',
    `select id, name, count::double as count from ${readParts(TABLE, [path])} order by id`,
  );
}

test('rows come back as they were: constants, few values, many values, nulls, quotes, line ends', async () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.constantFrom('ru', "it's", '', 'a\nb', '\\', '$1', '%s', '"'),
    fc.string({ unit: 'grapheme', maxLength: 300 }).map((s) => s.toWellFormed().replaceAll('\0', '')),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ name: value, count: fc.option(fc.maxSafeInteger()) }), {
        minLength: 1,
        maxLength: 30,
      }),
      async (values) => {
        const rows = values.map((one, i) => ({ id: BigInt(i), ...one }));
        expect(await roundTrip(rows)).toEqual(rows);
      },
    ),
    { numRuns: 60 },
  );
});

test.each([1, 199, 200, 201, 256, 5_000])('%i different names over several chunks', async (different) => {
  const rows = Array.from({ length: 5_000 }, (_, i) => ({
    id: BigInt(i),
    name: i % 7 === 0 ? null : `имя ${i % different}`,
    count: 3,
  }));
  expect(await roundTrip(rows)).toEqual(rows);
});

test('all rows the same', async () => {
  const rows = [0n, 1n].map((id) => ({ id, name: 'x', count: null }));
  expect(await roundTrip(rows)).toEqual(rows);
});
