import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codedPassages } from '../../src/annotate/themes/fixtures/coded-passages.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { loadStudy } from '../../src/pipeline/load-study.ts';
import { runStudy } from '../../src/pipeline/run-study.ts';
import { findingSchema } from '../../src/report/finding-schema.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { openDatabase } from '../../src/store/database.ts';
import { runInProcess } from './run-in-process.ts';

/** Text, and the themes of its mention under the model. */
const POSTS: readonly (readonly [text: string, themes: readonly string[]])[] = [
  ['The old ferry to Ozia stays in the harbour', ['ships']],
  ['Heavy rain fell on Ozia and the storm goes on', ['weather']],
  ['Ozia votes on the school law', ['school']],
  // The term of a theme that the model knows does not bring it; words that no term names do.
  ['Ozia opened a theatre that is called Flotilla', []],
  // Another sentence is not the mention's, but a term counts in the whole text.
  ['Ozia votes tomorrow. The last ferry was sold. The school is closed.', ['school']],
  ['Старый паром из Озии стоит в гавани', ['ships']],
  ['奥兹的旧渡轮停在港口', ['ships']],
];

const study = (annotators: string, themes = '') => `id: themed
title: Themes told by a model
period: { start: 2024-01-01, end: 2024-03-11 }
classes: [public]
targets:
  - { id: ozia, aliases: { en: [Ozia], ru: [Озия], zh: [奥兹] } }
themes:
  - { id: school, terms: [school] }
  - { id: ships, terms: [flotilla] }
${themes === '' ? '  - { id: weather, terms: [hurricane] }\n' : themes}
sources:
  - { id: posts, adapter: csv, path: posts.csv, class: public, fields: { id: id, text: text, publishedAt: day, author: who } }
${annotators}`;

let root: string;
const annotators = 'annotators: { themes: { model: ./models/mine } }\n';

const csv = (header: string, rows: readonly (readonly string[])[]): string =>
  [header, ...rows.map((row) => row.map((cell) => `"${cell}"`).join(','))].join('\n');

async function train(name: string, seed: string) {
  return runInProcess([
    'train',
    '--layer',
    'themes',
    '--data',
    join(root, 'codings.csv'),
    '--out',
    join(root, 'models', name),
    '--seed',
    seed,
  ]);
}

async function run(text: string, out: string): Promise<Finding> {
  writeFileSync(join(root, 'study.yaml'), text);
  const { config } = await loadStudy(join(root, 'study.yaml'));
  return runStudy(config, {
    out: join(root, out),
    threads: 1,
    keyFile: join(root, 'key'),
    progress: () => undefined,
    now: () => Date.now(),
    randomBytes: (n) => new Uint8Array(n).fill(7),
    version: '0',
  });
}

const annotated = (out: string): string[] => globSync(join(root, out, 'store/**/mention.parquet')).sort();

/** Text → the themes of its mention. */
async function themesIn(out: string): Promise<Map<string, readonly string[]>> {
  const options = { path: ':memory:', threads: 1, memoryLimitMb: 256, temporaryFolder: root };
  const database = await openDatabase(options);
  const sql = `select text, array_to_string(themes, ';') as themes
    from read_parquet('${root}/${out}/store/**/mention.parquet') join read_parquet('${root}/${out}/store/**/document.parquet')
    using (document_id)`;
  const rows = await database.rows<{ text: string; themes: string }>('test', sql);
  database.close();
  return new Map(rows.map((row) => [row.text, row.themes.split(';').filter((one) => one !== '')]));
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-themes-'));
  mkdirSync(join(root, 'models'));
  const coded = codedPassages().map((one) => [
    one.id,
    one.group,
    one.language,
    one.text,
    one.themes.join(';'),
  ]);
  writeFileSync(join(root, 'codings.csv'), csv('id,group,language,text,themes', coded));
  const posts = POSTS.map(([text], i) => [String(i), text, '2024-01-08', `author${i}`]);
  writeFileSync(join(root, 'posts.csv'), csv('id,text,day,who', posts));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('train says how well each theme is told and writes a card beside the weights', async () => {
  const { code, out } = await train('mine', '1');
  expect(code).toBe(0);
  for (const label of ['ships            n 72', 'weather          n 72', '(none of these)  n 36'])
    expect(out).toContain(label);
  expect(out).toContain(`annotators: { themes: { model: ${join(root, 'models/mine')} } }`);
  const card = readFileSync(join(root, 'models/mine/README.md'), 'utf8');
  expect(card).toContain('codings: 144 passages in 48 groups');
  const files = ['weights.bin', 'model.json'].map((file) => readFileSync(join(root, 'models/mine', file)));
  await train('mine', '1');
  expect(['weights.bin', 'model.json'].map((file) => readFileSync(join(root, 'models/mine', file)))).toEqual(
    files,
  );
});

test('evaluate scores it on other codings', async () => {
  const data = join(root, 'other.csv');
  const rows = POSTS.map(([text, themes], i) => [String(i), 'en', text, themes.join(';')]);
  writeFileSync(data, csv('id,language,text,themes', rows));
  const args = ['evaluate', '--layer', 'themes', '--model', join(root, 'models/mine'), '--data', data];
  const { code, out } = await runInProcess(args);
  expect(code).toBe(0);
  expect(out).toMatch(/^mine [0-9a-f]{12} on 7 passages in 7 groups\nships {12}n 3 {2}precision/);
  expect(out).toContain('not known to the model and not scored: school\n');
  const json = JSON.parse((await runInProcess([...args, '--json'])).out);
  expect(json).toMatchObject({ kind: 'result', n: 7, themes: [{ theme: 'ships' }, { theme: 'weather' }] });
  const plotted = await runInProcess([...args, '--plot', 'a.svg']);
  expect(plotted).toMatchObject({ code: 2, error: expect.stringContaining('not of themes') });
});

test('the model decides about the themes it knows, terms about the others', async () => {
  const finding = await run(study(annotators), 'out');
  expect(findingSchema.parse(finding)).toEqual(finding);
  expect(await themesIn('out')).toEqual(new Map(POSTS));
  expect(finding.manifest.annotators[1]).toEqual({
    layer: 'themes',
    kind: 'linear',
    name: 'mine',
    version: expect.stringMatching(/^[0-9a-f]{12}$/),
    trainedOn: ['codings'],
  });
  const report = (language: 'ru' | 'zh') =>
    renderReport({ ...finding, study: { ...finding.study, language } }, 'md');
  expect(report('ru')).toContain('темы');
  expect(report('zh')).toContain('主题');
});

test('the same model annotates nothing twice, another one annotates anew', async () => {
  const before = annotated('out');
  expect(before).toHaveLength(1);
  const first = await run(study(annotators), 'out');
  expect(annotated('out')).toEqual(before);
  await train('mine', '2');
  const second = await run(study(annotators), 'out');
  expect(annotated('out')).toHaveLength(2);
  expect(second.manifest.annotators[1]?.version).not.toBe(first.manifest.annotators[1]?.version);
});

test('without a model the terms decide', async () => {
  const finding = await run(study(''), 'terms');
  expect(finding.manifest.annotators).toHaveLength(1);
  const found = await themesIn('terms');
  expect(found.get(POSTS[3]?.[0] ?? '')).toEqual(['ships']);
  expect(found.get(POSTS[0]?.[0] ?? '')).toEqual([]);
});

test('a theme of the model that the study does not declare stops the run before it reads', async () => {
  const failure = run(study(annotators, '  - { id: sun, terms: [sun] }\n'), 'undeclared');
  await expect(failure).rejects.toMatchObject({ name: 'StudyError', code: 'model/unknown-themes' });
  await expect(failure).rejects.toThrow(/models\/mine knows themes that the study does not declare: weather/);
  expect(annotated('undeclared')).toEqual([]);
});

test('weights that were changed stop the run by the name of the file', async () => {
  const path = join(root, 'models/mine/weights.bin');
  const bytes = readFileSync(path);
  bytes[500]! ^= 1;
  writeFileSync(path, bytes);
  await expect(run(study(annotators), 'changed')).rejects.toThrow(/weights\.bin.*checksum/);
  const nowhere = run(study(annotators.replace('mine', 'nowhere')), 'changed');
  await expect(nowhere).rejects.toMatchObject({ code: 'model/not-found' });
});

test('codings that cannot be learned from are refused with a remedy', async () => {
  writeFileSync(join(root, 'codings.csv'), csv('id,language,text,themes', [['1', 'en', 'Rain', 'weather']]));
  const { code, error } = await train('few', '1');
  expect(code).toBe(2);
  expect(error).toContain('"weather" stands in 1 rows of 1 groups');
  expect(error).toContain('code at least 8 rows with and 8 without each theme');
});
