import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { binStrata, contrastStrata } from './decided-strata.ts';

let database: Database;

beforeEach(async () => {
  const options = { path: ':memory:', threads: 2, memoryLimitMb: 300, temporaryFolder: tmpdir() };
  database = await openDatabase(options);
  await database.run(
    'observation',
    `create table observation as select * from (values
       ('x', 'a', 's1', 0, 10, 'ru', 1, 1, 0, 5::bigint),
       ('x', 'a', 's2', 0, 11, 'ru-RU', 1, 0, 1, 2::bigint),
       ('x', 'a', 's1', 1, 20, 'ru', 1, 0, 0, 1::bigint),
       ('x', 'a', 's3', 1, 21, 'en', 1, 0, 1, 1::bigint),
       ('x', 'a', 's1', 1, 21, 'ru', 0, 0, 0, 0::bigint))
     t(target, class, source_id, bin, published_day, language, annotated, against, favor, w)`,
  );
});

afterEach(() => database.close());

const DOMAINS = new Map([
  ['s1', 'news'],
  ['s2', 'news'],
  ['s3', "it's"],
]);

test('weights by what was decided, bin by bin, in each language and domain; abstentions are left out', async () => {
  const place = { target: 'x', class: 'a' };
  expect(await binStrata(database, DOMAINS)).toEqual([
    { ...place, span: 0, language: 'ru', domain: 'news', nMentions: 2, against: 5, neither: 0, favor: 2 },
    { ...place, span: 1, language: 'en', domain: "it's", nMentions: 1, against: 0, neither: 0, favor: 1 },
    { ...place, span: 1, language: 'ru', domain: 'news', nMentions: 1, against: 0, neither: 1, favor: 0 },
  ]);
});

test('both sides of an event, and nothing of other days', async () => {
  const spans = { before: { start: 11, end: 20 }, after: { start: 20, end: 21 } };
  const found = await contrastStrata(database, spans, DOMAINS);
  expect(found.map(({ span, against, neither, favor }) => [span, against, neither, favor])).toEqual([
    [0, 0, 0, 2],
    [1, 0, 1, 0],
  ]);
});
