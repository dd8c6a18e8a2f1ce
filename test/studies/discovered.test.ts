import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantedTexts } from '../../bench/themes/planted-texts.ts';
import type { DiscoveredThemes } from '../../src/domain/discovered-theme.ts';
import type { Estimate } from '../../src/domain/estimate.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { findingSchema } from '../../src/report/finding-schema.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { runInProcess } from './run-in-process.ts';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
let root: string;
const at = (name: string): string => join(root, name);

const study = (folder: string, extra = 'discoveredThemes: { most: 12 }\n') => `id: planted
title: Themes that nobody declared
period: { start: 2024-01-01, end: 2024-07-01 }
bin: month
classes: [public]
targets:
  - { id: atlantis, label: Atlantis, aliases: { en: [Atlantis] } }
  - { id: lemuria, label: Lemuria, placebo: true, aliases: { en: [Lemuria] } }
annotators: { stance: { kind: column, label: stance } }
themes: [{ id: known, label: Known, terms: [KNOWN] }]
events: [{ id: turn, label: The turn, date: 2024-04-01 }]
sources:
  - id: posts
    adapter: csv
    path: ${folder}/*.csv
    class: public
    language: en
    fields: { id: id, text: text, publishedAt: day, author: who, language: language }
${extra}`;

interface Post {
  readonly id: number;
  readonly text: string;
  readonly day: string;
  readonly who: string;
  readonly stance: string;
}

/** Three planted themes, one text copied by sixty authors, and handles and numbers in every text. */
function posts(): Post[] {
  const planted = [...plantedTexts(700, { nThemes: 3, ownWords: 8, seed: 2 })];
  const copied = 'Atlantis zqaxo zqbxo zqcxo zqdxo zqexo zqfxo zqgxo zqhxo';
  const texts = [
    ...planted.map(({ text, author }) => ({
      text: `There is some of this with ${text} We will have to look at all of it more than once. @petrov_ivan +7 900 123-45-67`,
      who: author,
    })),
    ...Array.from({ length: 60 }, (_, i) => ({ text: copied, who: `copier-${i}` })),
  ];
  return texts.map(({ text, who }, id) => ({
    id,
    text,
    who,
    stance: ['favor', 'against', 'neither', id < texts.length / 2 ? 'favor' : 'against'][id % 4] as string,
    day: new Date(START + Math.floor((id * 181) / texts.length) * DAY).toISOString().slice(0, 10),
  }));
}

function writePosts(folder: string, files: readonly (readonly Post[])[]): void {
  mkdirSync(at(folder), { recursive: true });
  files.forEach((rows, i) => {
    const lines = rows.map(({ id, text, day, who, stance }) => `${id},"${text}",${day},${who},en,${stance}`);
    writeFileSync(join(at(folder), `${i}.csv`), `id,text,day,who,language,stance\n${lines.join('\n')}\n`);
  });
}

async function run(folder: string, options: { readonly threads: string; readonly extra?: string }) {
  const name = `${folder}-${options.threads}`;
  writeFileSync(at(`${name}.yaml`), study(folder, options.extra));
  const { code, error } = await runInProcess([
    'run',
    at(`${name}.yaml`),
    '--out',
    at(name),
    '--threads',
    options.threads,
  ]);
  expect(error + code).toMatch(/0$/);
  return readFileSync(join(at(name), 'finding.json'), 'utf8');
}

function themesOf(text: string): DiscoveredThemes {
  const all = (JSON.parse(text) as Finding).discoveredThemes ?? [];
  const found = all.find((one) => one.kind === 'estimate');
  if (found === undefined) throw new TypeError(JSON.stringify(all));
  return found;
}

let whole: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-discovered-'));
  const all = posts();
  writePosts('whole', [all]);
  writePosts('shuffled', [all.filter((_, i) => i % 3 === 1).reverse(), all.filter((_, i) => i % 3 !== 1)]);
  whole = await run('whole', { threads: '1' });
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('planted themes stand in the finding with shares that sum to one, none among them', () => {
  const found = themesOf(whole);
  expect(found.target).toBe('atlantis');
  expect(found.themes).toHaveLength(3);
  expect(found.stability.mean).toBeGreaterThan(0.7);
  const shares = found.levels.map(({ share }) => (share.kind === 'estimate' ? share.value : Number.NaN));
  expect(found.levels.map((level) => level.theme)).toContain('none-of-these');
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  for (const { share, balance, shares: inBins } of found.levels) {
    expect(inBins).toHaveLength(6);
    for (const one of [share, balance, ...inBins])
      if (one.kind === 'estimate') expect(one.interval.upper).toBeGreaterThan(one.interval.lower);
  }
  expect(found.overlaps.map((one) => one.codebook)).toContain('known');
});

test('a text that was copied makes no theme, and nobody is named', () => {
  const words = themesOf(whole).themes.flatMap((theme) => theme.words.map(({ word }) => word));
  expect(words.filter((word) => word.startsWith('zq'))).toEqual([]);
  expect(words.filter((word) => /petrov|ivan|\d|atlantis/i.test(word))).toEqual([]);
});

test('a change at an event is split by the themes too', () => {
  const { decompositions } = JSON.parse(whole) as Finding;
  const split = decompositions.find((one) => one.dimension === 'discovered');
  const sum = (split?.contributions ?? []).reduce((total, one) => total + one.value, 0);
  expect(split?.change.kind).toBe('estimate');
  expect(sum).toBeCloseTo(split?.change.kind === 'estimate' ? split.change.value : Number.NaN, 9);
});

test('records in another order over other files, and more threads, give the same bytes of themes', async () => {
  const other = await run('shuffled', { threads: '2' });
  expect(themesOf(other)).toEqual(themesOf(whole));
});

test('a corpus that grows by a month keeps what was said of earlier months, and ends as if it had been read at once', async () => {
  const upTo = (day: string): Post[] => posts().filter((post) => post.day < day);
  writePosts('grown', [upTo('2024-06-01')]);
  const before = themesOf(await run('grown', { threads: '1' }));
  writePosts('grown', [upTo('2024-06-01'), posts().filter((post) => post.day >= '2024-06-01')]);
  const after = themesOf(await run('grown', { threads: '1' }));
  expect(after).toEqual(themesOf(whole));
  expect(after.months.slice(0, -1)).toEqual(before.months);
  expect(after.months.at(-1)?.month).toBe('2024-06');
  before.themes.forEach(({ id, name, firstSeen }, i) => {
    expect(after.themes[i]).toMatchObject({ id, name, firstSeen });
  });
  // Intervals may move: a text of June can show that two of May are copies of one another.
  const values = (shares: readonly Estimate[] = []): unknown[] =>
    shares.slice(0, 5).map((one) => (one.kind === 'estimate' ? one.value : one.reason));
  for (const level of before.levels) {
    const now = after.levels.find((one) => one.class === level.class && one.theme === level.theme);
    expect(values(now?.shares)).toEqual(values(level.shares));
  }
});

test('the finding keeps its schema and is told in every language', () => {
  const finding = JSON.parse(whole) as Finding;
  expect(findingSchema.safeParse(finding).error).toBeUndefined();
  for (const language of ['en', 'ru', 'zh'] as const) {
    const html = renderReport({ ...finding, study: { ...finding.study, language } }, 'html');
    const [first] = themesOf(whole).themes;
    expect(html).toContain(first?.words[0]?.word);
    expect(html).not.toMatch(/NaN|undefined/);
  }
});

test('`most: 0` seeks none, and a wrong number is named with its line', async () => {
  writePosts('none', [posts().slice(0, 60)]);
  const none = JSON.parse(await run('none', { threads: '1', extra: 'discoveredThemes: { most: 0 }\n' }));
  expect(none.discoveredThemes).toEqual([]);
  writeFileSync(at('wrong.yaml'), study('none', 'discoveredThemes: { most: 99 }\n'));
  const { code, error } = await runInProcess(['check', at('wrong.yaml')]);
  expect(code).not.toBe(0);
  expect(error).toContain('discoveredThemes');
});
