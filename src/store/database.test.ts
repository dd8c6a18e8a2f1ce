import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from './database.ts';

const root = mkdtempSync(join(tmpdir(), 'groundswell-database-'));

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('what does not fit in memory goes to a folder of folders that are not there yet', async () => {
  const database = await openDatabase({
    path: ':memory:',
    threads: 1,
    memoryLimitMb: 40,
    temporaryFolder: join(root, 'neither', 'of these'),
  });
  try {
    const sorted = `select i from (select hash(i) as i, repeat('x', 60) || i as text from range(1000000) t(i)) order by text`;
    const rows = await database.rows<{ n: number }>(
      'spill',
      `select count(*)::double as n from (${sorted} limit 900000)`,
    );
    expect(rows).toEqual([{ n: 900_000 }]);
  } finally {
    database.close();
  }
});
