import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStudy } from '../../pipeline/load-study.ts';
import { runStudy } from '../../pipeline/run-study.ts';
import { ORIGIN, OWN, sampleApp } from '../fixtures/sample-app.ts';
import { smallStudy, writeSmallCorpus } from '../fixtures/small-corpus.ts';
import { serveStudy } from '../served-study.ts';
import type { EditedQuery, PreviewedQuery, Queries, QueryDiff, Suggestions } from './query-contract.ts';
import { createQueryService } from './query-service.ts';

let folder: string;
let study: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundswell-query-'));
  study = join(folder, 'study.yaml');
  await writeSmallCorpus(folder);
  await writeFile(study, smallStudy());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const appOf = (out: string) =>
  sampleApp({ query: createQueryService(serveStudy({ study, out: join(folder, out) })) });

async function send<Result>(
  path: string,
  body: object,
  { app = appOf('none'), method = 'POST', origin = ORIGIN } = {},
): Promise<{ status: number; is: Result }> {
  const response = await app.request(`${ORIGIN}${path}`, {
    method,
    headers: { ...OWN, origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, is: (await response.json()) as Result };
}

const queries = async (): Promise<Queries> =>
  (await (await appOf('none').request(`${ORIGIN}/api/query`, { headers: OWN })).json()) as Queries;

const SAVED: EditedQuery = {
  target: 'china',
  aliases: [
    { language: 'en', words: ['China', 'Chinese'] },
    { language: 'ru', words: ['Китай', 'китайский'] },
  ],
  exclude: [{ language: 'en', words: ['South China Sea'] }],
};
const WIDER: EditedQuery = {
  ...SAVED,
  aliases: [{ language: 'en', words: ['China', 'Chinese', 'Chinees'] }, ...SAVED.aliases.slice(1)],
};
const NARROWER: EditedQuery = { ...SAVED, aliases: SAVED.aliases.slice(0, 1) };

const preview = async (edited: EditedQuery, more = {}, out = 'none') =>
  (
    await send<PreviewedQuery>(
      '/api/query/preview',
      { ...edited, shown: 'found', seed: 1, ...more },
      { app: appOf(out) },
    )
  ).is;

test('the words of each target are given in the groups in which the file has them', async () => {
  const { file, digest, targets } = await queries();
  expect(file).toBe('study.yaml');
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  const { target, ...words } = SAVED;
  expect(targets).toEqual([{ id: target, label: 'China', placebo: false, codeWords: [], ...words }]);
});

test('before a run, queries are tried on the files; posts are drawn by the seed, the target is marked', async () => {
  const { preview: found } = await preview(SAVED);
  expect(found).toMatchObject({ from: 'files', total: null, nDrawn: 720, nGained: 0, nLost: 0 });
  // Four of seven sentences name the target.
  expect(found?.nFound).toBe(412);
  expect(found?.series.reduce((sum, one) => sum + one.found, 0)).toBe(412);
  expect(found?.series.map(({ start }) => start)).toEqual([
    '2024-01-01',
    '2024-02-01',
    '2024-03-01',
    '2024-04-01',
  ]);
  expect(found?.posts).toHaveLength(12);
  for (const post of found?.posts ?? []) expect(post.marked).toMatch(/^(China|Кита|китай)/i);
  expect((await preview(SAVED)).preview?.posts).toEqual(found?.posts);
  expect((await preview(SAVED, { seed: 2 })).preview?.posts).not.toEqual(found?.posts);
});

test('what an edit gains and loses is counted, and can be looked at by itself', async () => {
  const wider = await preview(WIDER, { shown: 'gained' });
  expect(wider.preview).toMatchObject({ nLost: 0, nGained: 103 });
  expect(wider.preview?.posts?.every(({ marked }) => marked === 'Chinees')).toBe(true);
  const narrower = await preview(NARROWER, { shown: 'lost' });
  expect(narrower.preview).toMatchObject({ nGained: 0 });
  expect(narrower.preview?.nLost).toBeGreaterThan(0);
  expect(narrower.preview?.posts?.every(({ marked }) => /^кита/i.test(marked))).toBe(true);
});

test('after a run the stored documents are used, and say the same', async () => {
  const { config } = await loadStudy(study);
  const out = join(folder, 'out');
  await runStudy(config, {
    out,
    threads: 1,
    keyFile: join(folder, 'author.key'),
    progress: () => undefined,
    now: Date.now,
    randomBytes: (n) => new Uint8Array(n).fill(7),
    version: '0.0.0',
  });
  const found = (await preview(SAVED, {}, 'out')).preview;
  expect(found).toMatchObject({ from: 'store', total: 720, nDrawn: 720, nFound: 412 });
  expect(found?.posts).toEqual((await preview(SAVED)).preview?.posts);
}, 120_000);

test('words that may be missing: spellings near an alias and code words, with where they stand', async () => {
  const { is } = await send<Suggestions>('/api/query/suggestions', SAVED);
  expect(is.suggestions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ word: 'chinees', language: 'en', kind: 'form', nMissed: 103, nNear: 0 }),
      expect.objectContaining({ word: 'Middle Kingdom', language: 'en', kind: 'code-word', nMissed: 103 }),
    ]),
  );
  const wider = await send<Suggestions>('/api/query/suggestions', WIDER);
  expect(wider.is.suggestions.map(({ word }) => word)).not.toContain('chinees');
  expect(wider.is.suggestions.find(({ word }) => word === 'Middle Kingdom')).toMatchObject({
    nMissed: 0,
    nNear: 103,
  });
});

test('an edit is shown as a difference, saved once, and never over the edit of another editor', async () => {
  const { digest } = await queries();
  const diff = await send<QueryDiff>('/api/query/diff', { ...WIDER, digest });
  expect(diff.is.lines.filter(({ kind }) => kind !== ' ').map(({ kind, text }) => kind + text)).toEqual([
    '-      en: [China, Chinese] # the usual ones',
    '+      en: [China, Chinese, Chinees] # the usual ones',
  ]);
  expect(await readFile(study, 'utf8')).toBe(smallStudy());
  const elsewhere = smallStudy().replace('Small study', 'Edited elsewhere');
  await writeFile(study, elsewhere);
  const late = await send('/api/query', { ...WIDER, digest }, { method: 'PUT' });
  expect(late).toMatchObject({ status: 409, is: { code: 'server/study-edited' } });
  expect(await readFile(study, 'utf8')).toBe(elsewhere);
  const fresh = await queries();
  const saved = await send<{ digest: string }>(
    '/api/query',
    { ...WIDER, digest: fresh.digest },
    { method: 'PUT' },
  );
  expect(saved.status).toBe(200);
  expect(await readFile(study, 'utf8')).toBe(
    elsewhere.replace('en: [China, Chinese] #', 'en: [China, Chinese, Chinees] #'),
  );
  expect((await queries()).digest).toBe(saved.is.digest);
  await writeFile(study, smallStudy());
});

test('words with which the study could not be run are told with their line, and not saved', async () => {
  const wrong = { ...SAVED, exclude: [{ language: 'en', words: ['China'] }] };
  const { problems, preview: found } = await preview(wrong);
  expect(found).toBeNull();
  expect(problems).toEqual([expect.objectContaining({ line: expect.any(Number) })]);
  const { digest } = await queries();
  expect((await send('/api/query', { ...wrong, digest }, { method: 'PUT' })).status).toBe(409);
  expect(await readFile(study, 'utf8')).toBe(smallStudy());
});

test('a study that shows nobody’s words shows none here', async () => {
  await writeFile(study, smallStudy().replace('privacy: {', 'privacy: { profile: none,'));
  const found = (await preview(SAVED)).preview;
  expect(found).toMatchObject({ nFound: 412, posts: null });
  await writeFile(study, smallStudy());
});

test('an unknown target, a line break in a word, another page and a large body are refused', async () => {
  const { digest } = await queries();
  const put = (body: object, more = {}) =>
    send<{ code: string }>('/api/query', { digest, ...body }, { method: 'PUT', ...more });
  expect((await put({ ...SAVED, target: 'atlantis' })).is.code).toBe('study/unknown-target');
  expect((await put({ ...SAVED, aliases: [{ language: 'en', words: ['a\nid: x'] }] })).status).toBe(400);
  expect((await put({ ...SAVED, path: '/etc/passwd' })).status).toBe(400);
  expect((await put(SAVED, { origin: 'http://evil.example' })).status).toBe(403);
  expect((await put({ ...SAVED, target: 'x'.repeat(1_000_001) })).status).toBe(413);
  expect(await readFile(study, 'utf8')).toBe(smallStudy());
});
