import { expect, test } from 'vitest';
import { dataFiles, readFiles } from '../../../test/contract/real-data.ts';
import { weiboCsv } from './adapter.ts';

test('comments in GBK: every row, readable', async () => {
  const files = dataFiles('format-fixtures', /weibo_comments\.csv$/);
  const { records, rejected } = await readFiles(weiboCsv, files);
  expect(rejected).toEqual([]);
  expect(records).toHaveLength(1121);
  expect(records.filter(({ record }) => record.payload.includes('\ufffd'))).toEqual([]);
  expect(
    records.every(({ record }) => /^[A-Z][a-z]{2} .* \+0800 \d{4}$/.test(String(record.fields.publishedAt))),
  ).toBe(true);
});
