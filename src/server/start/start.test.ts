import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStudy } from '../../pipeline/load-study.ts';
import { ORIGIN, OWN, sampleApp } from '../fixtures/sample-app.ts';
import { writeSmallCorpus } from '../fixtures/small-corpus.ts';
import { serveStudy } from '../served-study.ts';
import type { DraftedStudy, ListedFiles, Recognised, StudyDraft } from './start-contract.ts';
import { createStartService } from './start-service.ts';

let above: string;
let folder: string;
beforeAll(async () => {
  above = await mkdtemp(join(tmpdir(), 'groundswell-start-'));
  folder = join(above, 'mine');
  await writeSmallCorpus(join(folder, 'data'));
  await writeFile(join(folder, 'notes.docx'), 'no posts');
  await writeFile(join(folder, 'empty.csv'), '');
  await writeFile(join(folder, '.hidden.csv'), 'text,date\na,2024-01-01\n');
  await writeFile(join(above, 'secret.csv'), 'text,date\nsecret,2024-01-01\n');
  await mkdir(join(above, 'others'));
  await writeFile(join(above, 'others', 'b.csv'), 'text,date\nsecret,2024-01-01\n');
  await symlink(join(above, 'secret.csv'), join(folder, 'link.csv'));
  await symlink(join(above, 'others'), join(folder, 'linked'));
  await symlink(join(folder, 'data', 'posts.csv'), join(folder, 'inner.csv'));
});
afterAll(() => rm(above, { recursive: true, force: true }));

async function post<Result>(path: string, body: object, more = {}): Promise<{ status: number; is: Result }> {
  const start = createStartService(serveStudy({ study: join(folder, 'study.yaml'), out: undefined }));
  const response = await sampleApp({ start }).request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { ...OWN, origin: ORIGIN, 'content-type': 'application/json', ...more },
    body: JSON.stringify(body),
  });
  return { status: response.status, is: (await response.json()) as Result };
}

const recognise = (path: string, more = {}) =>
  post<Recognised>('/api/start/recognise', { path, adapter: null, fields: null, timeZone: 'UTC', ...more });

const DRAFT: StudyDraft = {
  title: 'What drivers say: "cars"',
  question: 'Did it change?\nAnd when?',
  language: 'ru',
  period: { start: '2024-01-01', end: '2024-05-01' },
  bin: 'month',
  targets: [
    {
      label: 'Китай',
      aliases: ['Китай', 'China', '中国', 'a: b # c'],
      exclude: ['Китай-город'],
      placebo: false,
    },
    { label: 'India', aliases: ['India'], exclude: [], placebo: true },
    { label: 'Индия', aliases: ['Индия'], exclude: [], placebo: true },
  ],
  sources: [
    {
      label: 'posts.jsonl',
      paths: ['data/posts.jsonl'],
      adapter: 'ndjson',
      class: 'public',
      timeZone: 'Europe/Moscow',
      fields: { text: ['message'], publishedAt: ['posted'], author: ['nick'] },
    },
  ],
};

test('files that may hold posts are listed; hidden ones and what lies outside are not', async () => {
  const { is } = await post<ListedFiles>('/api/start/files', {});
  expect(is.files.map(({ path }) => path)).toEqual([
    'data/posts.csv',
    'data/posts.jsonl',
    'empty.csv',
    'inner.csv',
  ]);
  expect(is).toMatchObject({ folder: 'mine', isCut: false });
});

test.each(['posts.jsonl', 'posts.csv'])(
  'fields of %s are recognised by name and by content, with a preview as a run reads it',
  async (name) => {
    const { is, status } = await recognise(`data/${name}`);
    expect(status).toBe(200);
    expect(is.fields).toMatchObject({
      id: ['post_id'],
      text: ['message'],
      publishedAt: ['posted'],
      author: ['nick'],
      language: ['lang'],
    });
    expect(is).toMatchObject({
      adapter: name.endsWith('csv') ? 'csv' : 'ndjson',
      nRead: 720,
      nUsable: 720,
      isWhole: true,
      days: ['2024-01-01', '2024-04-29'],
      rejected: [],
    });
    expect(is.rows[0]).toMatchObject({ day: '2024-01-01', hasAuthor: true, language: 'en', problem: null });
    expect(is.columns[0]).toEqual({ name: 'post_id', examples: ['0', '1', '2'], filled: 1 });
  },
);

test('a mapping of the user is taken as it is, and what it leaves unusable is said', async () => {
  const { is } = await recognise('data/posts.jsonl', {
    fields: { text: ['message'], publishedAt: ['nick'] },
  });
  expect(is).toMatchObject({ nUsable: 0, days: null });
  expect(is.rejected[0]).toMatchObject({ reason: 'unparseable-date', n: 720 });
  expect(is.rows[0]).toMatchObject({ day: null, problem: expect.stringContaining('not a date') });
});

test('no path leads out of the folder, by its form or by a link', async () => {
  const ways = [
    '../secret.csv',
    'data/../../secret.csv',
    join(above, 'secret.csv'),
    'link.csv',
    'linked/b.csv',
    '..\\secret.csv',
    'data',
    '.hidden.csv',
    'data/posts.csv\0.png',
    'gone.csv',
    '/etc/passwd',
    '%2e%2e/secret.csv',
  ];
  for (const path of ways) {
    const { status, is } = await recognise(path);
    expect([path, status, (is as unknown as { code: string }).code]).toEqual([
      path,
      409,
      'server/outside-folder',
    ]);
    const written = await post('/api/start/study', {
      study: { ...DRAFT, sources: [{ ...DRAFT.sources[0], paths: [path] }] },
      replace: null,
    });
    expect([path, written.status]).toEqual([path, 409]);
  }
  await expect(readFile(join(folder, 'study.yaml'))).rejects.toThrow();
  expect((await recognise('inner.csv')).status).toBe(200);
});

test('a file without posts, an unknown zone and a body of another form are refused with the remedy', async () => {
  expect((await recognise('empty.csv')).is).toMatchObject({ code: 'server/unknown-file' });
  expect((await recognise('data/posts.csv', { timeZone: 'Moon/Base' })).is).toMatchObject({
    code: 'study/unknown-time-zone',
  });
  expect((await recognise('data/posts.csv', { fields: { nothing: ['x'] } })).status).toBe(400);
  expect((await post('/api/start/study', { study: { ...DRAFT, targets: [] }, replace: null })).status).toBe(
    400,
  );
  expect((await post('/api/start/draft', { ...DRAFT, title: 'x'.repeat(1_000_001) })).status).toBe(413);
  expect((await post('/api/start/files', {}, { origin: 'http://evil.example' })).status).toBe(403);
});

test('the study file is what the command line reads, is written once, and replaced only when asked', async () => {
  const drafted = await post<DraftedStudy>('/api/start/draft', DRAFT);
  expect(drafted.is).toMatchObject({ problems: [], existing: null });
  const path = join(folder, 'study.yaml');
  await expect(readFile(path)).rejects.toThrow();
  const written = await post('/api/start/study', { study: DRAFT, replace: null });
  expect(written).toEqual({ status: 200, is: { file: 'study.yaml', kept: null } });
  expect(await readFile(path, 'utf8')).toBe(drafted.is.text);
  const { config, warnings } = await loadStudy(path);
  expect(warnings).toEqual([]);
  expect(config).toMatchObject({
    title: DRAFT.title,
    question: DRAFT.question,
    language: 'ru',
    bin: 'month',
  });
  expect(config.targets.map(({ id, placebo }) => [id, placebo])).toEqual([
    ['target', false],
    ['india', true],
    ['target-2', true],
  ]);
  expect(config.targets[0]?.aliases).toEqual({ ru: ['Китай'], und: ['China', 'a: b # c'], zh: ['中国'] });
  expect(config.sources[0]).toMatchObject({ paths: ['data/posts.jsonl'], timeZone: 'Europe/Moscow' });

  const again = { ...DRAFT, title: 'Another' };
  expect((await post('/api/start/study', { study: again, replace: null })).is).toMatchObject({
    code: 'server/study-exists',
  });
  expect((await post('/api/start/study', { study: again, replace: '0'.repeat(64) })).status).toBe(409);
  expect((await loadStudy(path)).config.title).toBe(DRAFT.title);
  const { existing } = (await post<DraftedStudy>('/api/start/draft', again)).is;
  const replaced = await post<{ kept: string }>('/api/start/study', { study: again, replace: existing });
  expect((await loadStudy(path)).config.title).toBe('Another');
  expect(await readFile(join(folder, replaced.is.kept), 'utf8')).toBe(drafted.is.text);
});

test('a study that could not be run is not written, and each problem has its line', async () => {
  const wrong = { ...DRAFT, period: { start: '2024-05-01', end: '2024-01-01' } };
  const { is } = await post<DraftedStudy>('/api/start/draft', wrong);
  expect(is.problems).toEqual([expect.objectContaining({ line: expect.any(Number) })]);
  const before = await readFile(join(folder, 'study.yaml'), 'utf8').catch(() => null);
  expect((await post('/api/start/study', { study: wrong, replace: is.existing })).status).toBe(409);
  expect(await readFile(join(folder, 'study.yaml'), 'utf8').catch(() => null)).toBe(before);
});
