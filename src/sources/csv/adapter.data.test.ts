import { expect, test } from 'vitest';
import { dataFiles, readFiles } from '../../../test/contract/real-data.ts';
import { csv } from './adapter.ts';

test('Channel One news: every row of nine years', async () => {
  const files = dataFiles('ru-1tv-news', /chunk_\d{4}\.csv$/);
  const { records, rejected } = await readFiles(csv, files, {
    fields: { text: ['content'], publishedAt: ['date_extracted'] },
  });
  expect(rejected).toEqual([]);
  expect(records).toHaveLength(44_853);
  const perYear = Object.fromEntries(
    ['2014', '2022', '2026'].map((year) => [year, records.filter(({ path }) => path.includes(year)).length]),
  );
  expect(perYear).toEqual({ 2014: 5540, 2022: 5437, 2026: 1086 });
  expect(records.every(({ record }) => /^\d{4}-\d{2}-\d{2}$/.test(String(record.fields.publishedAt)))).toBe(
    true,
  );
});
