import { expect, test } from 'vitest';
import { dataFiles, readFiles } from '../../../test/contract/real-data.ts';
import { telegramMessages } from './adapter.ts';

test('24 Russian channels: every message, each id once', async () => {
  const files = dataFiles('tg-ru-news-channels', /_messages\.json$/);
  const { records, rejected } = await readFiles(telegramMessages, files);
  expect(rejected).toEqual([]);
  expect(records).toHaveLength(22_099);
  expect(records.filter(({ path }) => path.endsWith('1001003921752_messages.json'))).toHaveLength(905);
  expect(new Set(records.map(({ record }) => record.nativeId)).size).toBe(22_099);
});
