import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataFiles, readFiles } from '../../../test/contract/real-data.ts';
import { json } from './adapter.ts';

test('headlines of official sources: as many as a plain parse counts', async () => {
  const files = dataFiles('ru-official-media-index', /\/search\/\d{4}\.json$/);
  const { records, rejected } = await readFiles(json, files, {
    fields: { text: ['t'], publishedAt: ['d'], url: ['u'] },
  });
  expect(rejected).toEqual([]);
  const parsed = files.reduce((sum, file) => sum + JSON.parse(readFileSync(file, 'utf8')).length, 0);
  expect(records).toHaveLength(parsed);
  expect(records.filter(({ path }) => path.endsWith('mfa/search/2022.json'))).toHaveLength(2217);
});

test('Weibo hot search: titles dated by the file name', async () => {
  const files = dataFiles('zh-weibo-hot-search', /raw_sample\/.*\.json$/);
  const { records, rejected } = await readFiles(json, files, {
    fields: { text: ['title'] },
    options: { dateFromPath: true },
  });
  expect(rejected).toEqual([]);
  const day = records.filter(({ path }) => path.endsWith('2022-12-15.json'));
  expect(day).toHaveLength(1014);
  expect(day[0]?.record.fields.publishedAt).toBe('2022-12-15');
  expect(records.filter(({ record }) => record.fields.text === null)).toEqual([]);
});
