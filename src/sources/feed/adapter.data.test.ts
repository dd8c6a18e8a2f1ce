import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataFiles, readFiles } from '../../../test/contract/real-data.ts';
import { decodeText } from '../decode/read-whole.ts';
import { feed } from './adapter.ts';

const SET = 'format-fixtures/rss-atom-feedparser';

test('every item of a feed is a record', async () => {
  for (const path of dataFiles(SET, /\.xml$/)) {
    const { text } = decodeText(readFileSync(path), { path, encoding: null });
    const bare = text.replace(/<!--[\s\S]*?-->/g, '');
    const expected = bare.match(/<(?:\w+:)?(?:item|entry)[\s>/]/g)?.length ?? 0;
    const { records, rejected } = await readFiles(feed, [path]);
    expect(rejected, path).toEqual([]);
    expect(records.length, path).toBe(expected);
  }
});

test('whole feeds give titles, texts, addresses and times', async () => {
  const { records } = await readFiles(feed, dataFiles(SET, /\/(?:rss20|rss20dc|atom03|atom10)\.xml$/));
  expect(records.length).toBeGreaterThanOrEqual(4);
  for (const { path, record } of records) {
    const { title, text, url, publishedAt } = record.fields;
    expect(
      [title, text, publishedAt].filter((each) => each === null),
      path,
    ).toEqual([]);
    expect(url, path).toMatch(/^http:\/\/example\.org\//);
  }
});
