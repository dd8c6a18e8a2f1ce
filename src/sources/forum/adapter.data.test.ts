import { expect, test } from 'vitest';
import { dataFiles, readFiles } from '../../../test/contract/real-data.ts';
import { parseTimestamp } from '../../text/timestamp.ts';
import { createZoneOffsets } from '../../text/zone-offsets.ts';
import { forum } from './adapter.ts';

const SET = 'format-fixtures/forum-html';

/** Topic pages with the number of posts on them; the others are front pages and lists of topics. */
const POSTS: Readonly<Record<string, number>> = {
  'phpbb/64.html': 5,
  'phpbb/foren.myoos.de.html': 1,
  'vbulletin/42.html': 2,
  'vbulletin/62.html': 9,
  'xenforo/1.html': 20,
  'xenforo/2.html': 20,
  'xenforo/3.html': 3,
  'xenforo/villagersandheroes.com.forums.patchnotes.html': 9,
};

test('every post of a real page is a record, a page without posts says so', async () => {
  for (const path of dataFiles(SET, /\.html$/)) {
    const { records, rejected } = await readFiles(forum, [path]);
    const nPosts = POSTS[path.split('/').slice(-2).join('/')];
    expect(records.length, path).toBe(nPosts ?? 0);
    expect(rejected.map(({ reason }) => reason)).toEqual(nPosts === undefined ? ['wrong-shape'] : []);
  }
});

test('posts have ids, authors, titles and words of their own', async () => {
  const { records } = await readFiles(forum, dataFiles(SET, /\.html$/));
  expect(new Set(records.map(({ record }) => record.nativeId)).size).toBe(records.length);
  for (const { path, record } of records) {
    const { author, title, text } = record.fields;
    expect([author, title, text].includes(null), path).toBe(false);
    expect(text, path).not.toMatch(/class="(?:signature|bbCodeQuote|bbcode_quote|quoteheader)/);
  }
  expect(records.filter(({ record }) => record.fields.quoted !== null).length).toBeGreaterThan(20);
});

test('dates are read, in all but the Persian calendar', async () => {
  const offsetAt = createZoneOffsets();
  const { records } = await readFiles(forum, dataFiles(SET, /\.html$/));
  const unread = records.filter(
    ({ record }) =>
      !('instant' in parseTimestamp(record.fields.publishedAt ?? '', { timeZone: 'UTC', offsetAt })),
  );
  expect(unread.map(({ path }) => path.split('/').at(-1))).toEqual(['42.html', '42.html']);
});
