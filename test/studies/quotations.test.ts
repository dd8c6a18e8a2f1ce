import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeRows } from '../../src/annotate/coding/write-rows.ts';
import type { CheckedArticle, CheckedQuote } from '../../src/domain/checked-article.ts';
import { runInProcess } from './run-in-process.ts';

/** Words of a newspaper, which may be shown in full, and of persons, of whom six words may. */
const PAPER = [
  '記者從中國邊境回來，後來發現車門關不上，暖氣也不熱，配件要等兩個月。',
  '中国的汽车便宜，但是发动机坏了以后没有人会修，只好把它卖掉。',
  'Завод остановился: Китай третий месяц не отгружает подшипники, а склады давно опустели.',
  'China promised to build the second bridge by winter, but not a single pile stands in the river today.',
] as const;
const PEOPLE = [
  '我在中國買的拖拉機開了一個冬天就生鏽了，再也不會買第二台。',
  'Купил китайскую куртку, Китай обещал мороз до сорока, а молния замёрзла уже в ноябре.',
] as const;

const ARTICLE = `The paper writes: “后来发现车门关不上，暖气也不热，配件要等两个月”.

讀者寫道：“發動機壞了以後沒有人會修，只好把它賣掉”。

Один пишет: «Завод остановился, Китай третий месяц не отгружает подшипники, а склады давно опустели».

Другой пересказал: «Заводы остановились, Китай третьего месяца не отгружает подшипников, а склады давно опустели».

A paper said: “China promised to build the second bridge by winter, but not a single pile stands in the river”.

Another said: “Nobody in the whole province has ever heard of such a wonderful railway before”.

A farmer wrote: “再也不会买第二台，冬天就生锈了”.

He wrote of his tractor: “The tractor I bought rusted after a single winter and I will not buy another”.

Minister Orlov said of the bridge: “We shall open the bridge in the spring with music and dancing”.
`;

const RECORD = `facts:
  - id: bridge
    about: [bridge]
    speaker: Orlov
    words: The bridge will not be opened before the river is dredged on both banks
    source: transcript of the ministry
`;

const STUDY = `id: quoted-study
title: Talk about China
period: { start: 2024-01-01, end: 2024-02-01 }
bin: month
classes: [{ id: paper, speaker: institution }, { id: people, speaker: private }]
targets: [{ id: china, label: China, aliases: { en: [China], ru: [Китай], zh: [中国] } }]
sources:
  - { id: paper, adapter: csv, path: paper.csv, class: paper, fields: { id: id, text: text, publishedAt: day, author: who } }
  - { id: people, adapter: csv, path: people.csv, class: people, fields: { id: id, text: text, publishedAt: day, author: who } }
annotators: { stance: { kind: column, label: code } }
privacy: { keyFile: key }
`;

let root: string;
let first: CheckedArticle;
const at = (name: string): string => join(root, name);

/** The posts among others that share a word or two with them. */
function posts(texts: readonly string[]): string {
  const others = ['中國的冬天很冷', 'Китай и завод', 'China and the river', '中国的发动机'];
  const rows = [
    ...texts,
    ...Array.from({ length: 60 }, (_, i) => `${others[i % others.length]}, ${i * 7919}`),
  ];
  return writeRows(
    ['id', 'text', 'day', 'who', 'code'],
    rows.map((text, i) => [
      String(i),
      text,
      `2024-01-${String(1 + (i % 28)).padStart(2, '0')}`,
      `a${i}`,
      'neither',
    ]),
  );
}

async function check(): Promise<CheckedArticle> {
  const args = [
    'check-article',
    at('piece.txt'),
    at('study.yaml'),
    '--run',
    at('out'),
    '--record',
    at('record.yaml'),
    // Not there yet.
    '--out',
    at('checked/piece'),
  ];
  const { code, out, error } = await runInProcess([...args, '--json']);
  expect(error).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as CheckedArticle;
}

function quoteOf(article: CheckedArticle, words: string): CheckedQuote {
  const quotes = article.sentences.flatMap((one) => one.quotes);
  return quotes.find((one) => one.words.includes(words)) ?? expect.unreachable();
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-quotations-'));
  writeFileSync(at('paper.csv'), posts(PAPER));
  writeFileSync(at('people.csv'), posts(PEOPLE));
  writeFileSync(at('study.yaml'), STUDY);
  writeFileSync(at('piece.txt'), ARTICLE);
  writeFileSync(at('record.yaml'), RECORD);
  const { code, error } = await runInProcess(['run', at('study.yaml'), '--out', at('out'), '--threads', '1']);
  expect(error).not.toContain('error');
  expect(code).toBe(0);
  first = await check();
}, 120_000);

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('Chinese is found whatever its script, and shown as it was written', () => {
  const simplified = quoteOf(first, '后来发现');
  expect(simplified).toMatchObject({ result: 'found', reason: 'same-words', nDocuments: 1 });
  expect(simplified.sources[0]).toMatchObject({ class: 'paper', similarity: 1 });
  expect(simplified.sources[0]?.passage).toBe('後來發現車門關不上，暖氣也不熱，配件要等兩個月');
  const traditional = quoteOf(first, '發動機壞了');
  expect(traditional).toMatchObject({ result: 'found', nDocuments: 1 });
  expect(traditional.sources[0]?.passage).toBe('发动机坏了以后没有人会修，只好把它卖掉');
});

test('the same words are found, other forms of them are a paraphrase, and others are not there', () => {
  expect(quoteOf(first, 'Завод остановился')).toMatchObject({ result: 'found', nDocuments: 1 });
  expect(quoteOf(first, 'Заводы остановились')).toMatchObject({ result: 'paraphrase', reason: 'near-words' });
  expect(quoteOf(first, 'second bridge by winter')).toMatchObject({ result: 'found', nDocuments: 1 });
  expect(quoteOf(first, 'wonderful railway')).toMatchObject({
    result: 'not-found',
    reason: 'no-such-words',
    sources: [],
  });
});

test('other words than the record has of this speaker are a conflict, named with the fact', () => {
  expect(quoteOf(first, 'music and dancing')).toMatchObject({
    result: 'conflicts-with-record',
    reason: 'differs-from-record',
    record: 'bridge',
  });
});

test('a person is shown by six words at most', () => {
  const { result, sources } = quoteOf(first, '再也不会买第二台');
  expect(result).not.toBe('conflicts-with-record');
  for (const { passage } of sources) expect(passage.match(/\p{Script=Han}/gu)?.length).toBeLessThanOrEqual(6);
});

test('a translation is not found, nor by its original do its words become what was said', async () => {
  const words = 'The tractor I bought rusted';
  expect(quoteOf(first, words)).toMatchObject({ result: 'not-found', original: null });
  const path = at('checked/piece/piece.claims.yaml');
  const ledger = readFileSync(path, 'utf8');
  const place = ledger.indexOf('\n  kind:', ledger.indexOf(words));
  // The original in the other script than the post.
  const original = '我在中国买的拖拉机开了一个冬天就生锈了，再也不会买第二台';
  writeFileSync(path, `${ledger.slice(0, place)}\n  original: ${original}${ledger.slice(place)}`);
  const second = await check();
  const quote = quoteOf(second, words);
  expect(quote).toMatchObject({ result: 'found', reason: 'original-found', original });
  expect(quote.sources[0]).toMatchObject({ class: 'people', similarity: 1 });
  const report = readFileSync(at('checked/piece/piece.checked.md'), 'utf8');
  expect(report).toContain(`⟨${words}`);
  expect(report).not.toMatch(new RegExp(`[“”"«‘']${words}`));
  for (const found of ['后来发现车门关不上', '發動機壞了以後']) expect(report).toContain(`“${found}`);
});
