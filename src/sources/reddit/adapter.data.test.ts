import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataFiles, readFiles } from '../../../test/contract/real-data.ts';
import { inputOf, readAll } from '../../../test/contract/source-fixtures.ts';
import { reddit } from './adapter.ts';

test('reads a saved search', async () => {
  const { records, rejected } = await readFiles(
    reddit,
    dataFiles('format-fixtures/reddit-listing-json', /\.json$/),
  );
  expect(rejected).toEqual([]);
  expect(records.length).toBeGreaterThan(0);
  for (const { record } of records) {
    const post = JSON.parse(record.payload) as Record<string, unknown>;
    expect(record.nativeId).toBe(post['name']);
    expect(record.fields).toMatchObject({
      title: post['title'],
      publishedAt: post['created_utc'],
      nLikes: post['score'],
      nReplies: post['num_comments'],
      url: `https://www.reddit.com${String(post['permalink'])}`,
    });
  }
});

test('members of the dumps that the adapter reads have the types it expects', async () => {
  const schema = (name: string): Record<string, readonly { readonly type: string }[]> => {
    const [path] = dataFiles(
      'format-fixtures/reddit-pushshift-schema',
      new RegExp(`/${name}_[-\\d]+\\.json$`),
    );
    return JSON.parse(readFileSync(path!, 'utf8'))[0].schema;
  };
  const types = (name: string, member: string) => schema(name)[member]?.map(({ type }) => type);
  for (const member of ['id', 'name', 'author', 'body', 'parent_id', 'link_id', 'permalink'])
    expect(types('RC', member), member).toEqual(['string']);
  for (const member of ['id', 'name', 'author', 'title', 'selftext', 'permalink', 'crosspost_parent'])
    expect(types('RS', member), member).toEqual(['string']);
  for (const member of ['created_utc', 'retrieved_on', 'score']) {
    expect(types('RC', member), member).toEqual(['int']);
    expect(types('RS', member), member).toEqual(['int']);
  }
});

test('the schema itself is no post', async () => {
  const [path] = dataFiles('format-fixtures/reddit-pushshift-schema', /RC_.*\.json$/);
  const fixture = { file: 'schema.json', records: 0 };
  const items = await readAll(reddit, inputOf(reddit, fixture, readFileSync(path!)));
  expect(items.map((item) => (item.kind === 'rejected' ? item.reason : 'record'))).toEqual(['wrong-shape']);
});
