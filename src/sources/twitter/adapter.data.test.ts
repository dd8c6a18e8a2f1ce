import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataFiles, readFiles } from '../../../test/contract/real-data.ts';
import { twitter } from './adapter.ts';

const SET = 'format-fixtures/twitter-v2-twarc';
const named = (name: string): string[] => dataFiles(SET, new RegExp(`/${name}$`));

test('a page and its flattened form give the same tweets', async () => {
  const pages = await readFiles(twitter, named('noflat\\.jsonl'));
  const flat = await readFiles(twitter, named('flat\\.jsonl'));
  expect([...pages.rejected, ...flat.rejected]).toEqual([]);
  const of = ({ records }: typeof flat) =>
    records.map(({ record: { nativeId, fields } }) => ({ nativeId, ...fields }));
  expect(of(pages)).toHaveLength(100);
  expect(of(pages).map(({ retrievedAt: _, ...rest }) => rest)).toEqual(
    of(flat).map(({ retrievedAt: _, ...rest }) => rest),
  );
  expect(of(flat).filter((tweet) => tweet.repostOf !== null)).toHaveLength(47);
  expect(of(flat).filter((tweet) => tweet.quoted !== null).length).toBeGreaterThanOrEqual(8);
  expect(of(flat).filter((tweet) => tweet.text?.startsWith('RT @'))).toEqual([]);
});

test('every element of data is a tweet or a rejection', async () => {
  for (const path of dataFiles(SET, /\.jsonl$/)) {
    const { records, rejected } = await readFiles(twitter, [path]);
    let expected = 0;
    for (const line of readFileSync(path, 'utf8')
      .split('\n')
      .filter((each) => each.trim() !== '')) {
      expected += elementsIn(line);
    }
    expect(records.length + rejected.length, path).toBe(expected);
    for (const { record } of records) expect(JSON.parse(record.payload).id).toBe(record.nativeId);
  }
});

test('users, lists, counts and notices are no tweets', async () => {
  const files = named('(users|lists|counts|\\w+_compliance)\\.jsonl');
  const { records, rejected } = await readFiles(twitter, files);
  expect(records).toEqual([]);
  expect(new Set(rejected.map(({ reason }) => reason))).toEqual(new Set(['wrong-shape']));
});

test('a withheld text is not read as the words of its author', async () => {
  const { records, rejected } = await readFiles(twitter, named('withheld\\.jsonl'));
  expect(rejected.map(({ reason }) => reason)).toEqual(Array(11).fill('no-text'));
  expect(records.filter(({ record }) => record.fields.text?.includes('has been withheld in'))).toEqual([]);
});

function elementsIn(line: string): number {
  try {
    const { data } = JSON.parse(line) as { data?: unknown };
    return Array.isArray(data) ? data.length : 1;
  } catch {
    return 1;
  }
}
