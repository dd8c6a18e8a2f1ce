import { expect, test } from 'vitest';
import { dataFiles, readFiles } from '../../../test/contract/real-data.ts';
import { ndjson } from './adapter.ts';

test('Weibo hot search titles about Russia and Ukraine: every line', async () => {
  const files = dataFiles('zh-weibo-hot-search', /russia_ukraine_titles\.jsonl$/);
  const { records, rejected } = await readFiles(ndjson, files, {
    fields: { text: ['title'], publishedAt: ['date'] },
  });
  expect(rejected).toEqual([]);
  expect(records).toHaveLength(5629);
});
