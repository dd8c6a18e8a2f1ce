import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataFiles, readFiles } from '../../../test/contract/real-data.ts';
import { textFolder } from './adapter.ts';

test('CCTV evening news: a record for each item of 1,423 days', async () => {
  const files = dataFiles('zh-cctv-xinwenlianbo', /\/\d{8}\.md$/);
  expect(files).toHaveLength(1423);
  const options = { sections: 3, within: '详细新闻', linkText: '查看原文', markup: 'html' };
  const { records, rejected } = await readFiles(textFolder, files, { options });
  expect(rejected).toEqual([]);
  const headings = files.reduce(
    (sum, file) => sum + (readFileSync(file, 'utf8').match(/^### /gm)?.length ?? 0),
    0,
  );
  expect(records).toHaveLength(headings);
  expect(new Set(records.map(({ record }) => record.fields.publishedAt)).size).toBe(1423);
  expect(records.filter(({ record }) => record.fields.title === null)).toEqual([]);
});
