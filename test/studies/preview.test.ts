import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInProcess } from './run-in-process.ts';

let root: string;

const study = (sources: string): string => `id: seen
title: What the first records are taken for
period: { start: 2024-01-01, end: 2024-03-11 }
classes: [public]
targets:
  - { id: china, aliases: { en: [China] } }
sources:
${sources}
`;

const table = (fields: string, more = ''): string =>
  study(`  - { id: forum, adapter: csv, path: forum.csv, class: public, fields: { ${fields} }${more} }`);

async function checked(text: string): Promise<{ code: number; out: string; error: string }> {
  writeFileSync(join(root, 'study.yaml'), text);
  return runInProcess(['check', join(root, 'study.yaml')]);
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-preview-'));
  const rows = Array.from(
    { length: 30 },
    (_, i) => `${i};2024-02-${10 + (i % 9)};nick${i};China is near ${i}`,
  );
  writeFileSync(join(root, 'forum.csv'), `номер;дата;ник;сообщение\n${rows.join('\n')}\n`);
  const posts = rows.map((_, i) =>
    JSON.stringify({
      id: i,
      date: '2024-02-11',
      text: `China ${i}`,
      user: { name: `u${i}` },
      ...(i < 20 ? {} : { city: 'A' }),
    }),
  );
  writeFileSync(join(root, 'posts.ndjson'), `${posts.join('\n')}\n`);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a mapping that fits is told with the number of records that can be used', async () => {
  const fits = table('id: номер, publishedAt: дата, author: ник, text: сообщение');
  const { code, out, error } = await checked(fits);
  expect(error).toBe('');
  expect(code).toBe(0);
  expect(out).toContain('1 target, 1 source, 0 themes, 0 events');
  expect(out).toContain('forum: 1 file; of the 30 records 30 can be used');
});

test('a column that no row has is told with the one that was meant', async () => {
  const { code, out, error } = await checked(
    table('publishedAt: data, author: ник2, text: сообщение, region: town'),
  );
  expect(code).toBe(0);
  expect(out).toContain('of the 30 records 0 can be used');
  expect(error).toContain('30 no-date (the record has no publication time)');
  expect(error).toContain('has "data", which `fields` names as publishedAt\n        did you mean "дата"?');
  expect(error).toContain('"ник2", which `fields` names as author\n        did you mean "ник"?');
  expect(error).toContain(
    '"town", which `fields` names as region\n        correct `fields`; the records have номер, дата, ник, сообщение',
  );
});

test('a member that a record may leave out is told only where another may have been meant', async () => {
  const posts = (fields: string) =>
    checked(
      study(`  - { id: posts, adapter: ndjson, path: posts.ndjson, class: public, fields: { ${fields} } }`),
    );
  expect((await posts('author: user.name, region: city, repostOf: repost_of')).error).toBe('');
  const { error } = await posts('author: user.nme, region: citty');
  expect(error).toContain('did you mean "user.name"?');
  expect(error).toContain('did you mean "city"?');
});

test('files that are not there, or are of another format, are warnings with a remedy', async () => {
  const missing = await checked(table('text: сообщение').replace('forum.csv', 'nowhere.csv'));
  expect(missing).toMatchObject({ code: 0 });
  expect(missing.error).toContain('no file matches "nowhere.csv"');
  expect(
    (await checked(table('text: сообщение', ', optional: true').replace('forum.csv', 'nowhere.csv'))).error,
  ).toBe('');
  const other = await checked(table('text: сообщение').replace('adapter: csv', 'adapter: parquet'));
  expect(other.error).toContain('forum.csv is not');
});

test('a run without a usable record says why, and what the mapping misses', async () => {
  writeFileSync(join(root, 'study.yaml'), table('publishedAt: data, text: сообщение'));
  const { code, error } = await runInProcess([
    'run',
    join(root, 'study.yaml'),
    '--out',
    join(root, 'out'),
    '--threads',
    '1',
  ]);
  expect(code).toBe(2);
  expect(error).toContain('did you mean "дата"?');
  expect(error).toContain('no document to measure; records rejected: forum: 30 no-date');
});
