import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { wordCounts } from './word-counts.ts';

let database: Database;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundswell-store-'));
  database = await openDatabase({
    path: ':memory:',
    threads: 2,
    memoryLimitMb: 300,
    temporaryFolder: folder,
  });
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

interface Post {
  readonly text: string;
  readonly after?: boolean;
  readonly author: number;
  readonly cluster?: number;
  readonly themes?: readonly string[];
  /** Where the target stands. */
  readonly start?: number;
  readonly voice?: 'own' | 'quoted';
}

async function wordsOf(posts: readonly Post[], minimumAuthors = 1) {
  const observation = posts.map(
    (p, i) =>
      `(${i}::ubigint, 'china', 'public', ${p.author}::ubigint, ${p.cluster ?? 1000 + i}::ubigint, ${p.after === true ? 20 : 10}, 1,
        [${(p.themes ?? ['cars']).map((t) => `'${t}'`).join(', ')}]::varchar[])`,
  );
  await database.run(
    'observations',
    `create or replace table observation as select * from (values ${observation.join(', ')})
     t(document_id, target, class, author, cluster, published_day, annotated, themes)`,
  );
  const mention = posts.map(
    (p, i) => `(${i}::ubigint, 'china', ${p.start ?? 0}, ${(p.start ?? 0) + 5}, '${p.voice ?? 'own'}')`,
  );
  const document = posts.map((p, i) => `(${i}::ubigint, '${p.text}', null::varchar, null::varchar)`);
  const [use] = await wordCounts(database, {
    spans: { before: { start: 0, end: 15 }, after: { start: 15, end: 30 } },
    sources: [
      { target: 'china', class: 'public', theme: (posts[0]?.themes ?? ['cars'])[0] ?? 'none-of-these' },
    ],
    mention: `(select * from (values ${mention.join(', ')}) t(document_id, target, start_offset, end_offset, voice))`,
    document: `(select * from (values ${document.join(', ')}) t(document_id, text, quoted, shared_headline))`,
    seed: 1,
    minimumAuthors,
  });
  return use;
}

test('an author counts once for a word, and forms of a word count together', async () => {
  const use = await wordsOf([
    { text: 'Китай: машина, машины, машину!', author: 1 },
    { text: 'Китай машина', author: 1 },
    { text: 'Китай машины', author: 2 },
    { text: 'Китай машины', author: 3, after: true },
    { text: 'Китай cars, car', author: 1, after: true },
  ]);
  const car = use?.words.find((one) => one.word === 'машины');
  expect(car).toMatchObject({ before: 2, after: 1, both: 0, beforeN0: 4, afterN1: 2, beforeN1: 2 });
  expect(use?.words.map((one) => one.word).sort()).toEqual(['car', 'китай', 'машины']);
  expect(use).toMatchObject({ nBefore: 2, nAfter: 2, totals: { n0: 4, n1: 4, n0n0: 8, n1n1: 8, n0n1: 4 } });
});

test('words quoted inside the text are read there', async () => {
  const use = await wordsOf([
    { text: 'China “repair”', author: 1, voice: 'quoted' },
    { text: 'China', author: 2, after: true },
  ]);
  expect(use?.words.map((one) => one.word)).toContain('repair');
});

test('a copied text speaks once on each side', async () => {
  const copies = Array.from({ length: 30 }, (_, i) => ({ text: 'China repair now', author: i, cluster: 7 }));
  const use = await wordsOf([...copies, { text: 'China repair', author: 99, after: true }]);
  expect(use?.words.find((one) => one.word === 'repair')).toMatchObject({ before: 1, after: 1 });
});

test('words of few authors stay inside; Chinese is read by pairs; other themes are not read', async () => {
  const posts = [
    { text: '中国汽车质量', author: 1, themes: [] },
    { text: '中国汽车 secret', author: 2, themes: [], after: true },
    { text: '中国汽车 elsewhere', author: 3, themes: ['cars'] },
  ];
  const use = await wordsOf(posts, 2);
  expect(use?.words.map((one) => one.word).sort()).toEqual(['中国', '国汽', '汽车'].sort());
});

test('only words near the target are read, and none that is cut', async () => {
  const far = 'distant '.repeat(60);
  const use = await wordsOf([
    { text: `${far}China ${far}`, author: 1, start: far.length },
    { text: 'China', author: 2, after: true },
  ]);
  expect(use?.words.map((one) => one.word).sort()).toEqual(['china', 'distant']);
  expect(
    await wordCounts(database, {
      spans: { before: { start: 0, end: 1 }, after: { start: 1, end: 2 } },
      sources: [],
      mention: '',
      document: '',
      seed: 1,
      minimumAuthors: 1,
    }),
  ).toEqual([]);
});
