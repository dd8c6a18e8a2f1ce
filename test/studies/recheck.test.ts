import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeRows } from '../../src/annotate/coding/write-rows.ts';
import type { Deletion } from '../../src/domain/deletion.ts';
import type { CheckOutcome, Verification } from '../../src/domain/verification.ts';
import { deletionSchema } from '../../src/report/deletion-schema.ts';
import { runInProcess } from './run-in-process.ts';

const LABELS = ['against', 'neither', 'favor'] as const;
const WORDS = { against: 'dreadful', neither: 'mentioned', favor: 'splendid' } as const;

interface Post {
  readonly id: number;
  readonly class: 'forum' | 'paper' | 'few';
  readonly label: (typeof LABELS)[number];
}

/** Forum: 120 posts by 60 authors. Paper: 60 by 20. Few: 30 by 5 authors, so that no cell of theirs may be shown. */
const POSTS: readonly Post[] = Array.from({ length: 210 }, (_, id) => ({
  id,
  class: id < 120 ? 'forum' : id < 180 ? 'paper' : 'few',
  label: LABELS[id % 3] as Post['label'],
}));

const textOf = ({ id, label }: Post): string =>
  `Post number ${id}, as “it” stands:  China is ${WORDS[label]} — and so on & on.`;

/** Forum: of posts against every second is gone, of those in favor none, some are without their words or walled. */
function outcomeOf({ id, class: name, label }: Post): string {
  if (name === 'forum' && label === 'against') return id % 2 === 0 ? 'gone' : 'there';
  if (name === 'forum' && label === 'favor') return id % 5 === 0 ? 'changed' : 'there';
  if (name === 'forum') return id % 4 === 0 ? 'login' : id % 4 === 1 ? 'error' : 'there';
  return name === 'few' ? 'gone' : id % 10 === 0 ? 'removed' : 'there';
}

const asked: string[] = [];
let root: string;
let origin: string;
let whenAsked: (n: number) => void = () => undefined;

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll(' — ', ' <b>&mdash;</b> ');

function answer(request: IncomingMessage, response: ServerResponse): ServerResponse {
  const path = request.url ?? '';
  asked.push(path);
  whenAsked(asked.length);
  const post = POSTS[Number(/\d+$/.exec(path)?.[0])];
  const page = (text: string, status = 200): ServerResponse => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
    return response.end(`<!doctype html><title>x</title><article><p>${text}</p></article>`);
  };
  if (path.startsWith('/login')) return page('Who are you?');
  if (post === undefined) return page('no such thing', 404);
  // As most forums do: the address that was kept leads to the one in use.
  if (path.startsWith('/old/')) {
    response.writeHead(301, { location: `/post/${post.id}` });
    return response.end();
  }
  switch (outcomeOf(post)) {
    case 'gone':
      return page('This post is no longer here', 404);
    case 'removed':
      return page('', 410);
    case 'changed':
      return page('Post number something: I take it all back.');
    case 'login':
      response.writeHead(302, { location: `/login?next=/post/${post.id}` });
      return response.end();
    case 'error':
      return page('', 500);
    default:
      return page(escapeText(textOf(post)));
  }
}

const server = createServer(answer);

const authorOf = ({ id, class: name }: Post): string =>
  `${name}${id % (name === 'forum' ? 60 : name === 'paper' ? 20 : 5)}`;

function writeStudy(): void {
  for (const name of ['forum', 'paper', 'few'] as const)
    writeFileSync(
      join(root, `${name}.csv`),
      writeRows(
        ['id', 'text', 'day', 'who', 'code', 'link'],
        POSTS.filter((post) => post.class === name).map((post) => [
          String(post.id),
          textOf(post),
          `2024-01-${String(1 + (post.id % 28)).padStart(2, '0')}`,
          authorOf(post),
          post.label,
          `${origin}/old/${post.id}`,
        ]),
      ),
    );
  const source = (name: string): string =>
    `  - { id: ${name}, adapter: csv, path: ${name}.csv, class: ${name}, fields: { id: id, text: text, publishedAt: day, author: who, url: link } }`;
  writeFileSync(
    join(root, 'study.yaml'),
    `id: watched-study
title: Talk about China
period: { start: 2024-01-01, end: 2024-01-29 }
bin: week
classes: [forum, { id: paper, label: Paper, speaker: institution }, few]
targets: [{ id: china, label: China, aliases: [China] }]
sources:
${['forum', 'paper', 'few'].map(source).join('\n')}
annotators: { stance: { kind: column, label: code } }
privacy: { keyFile: key }
`,
  );
}

const OUT = (): string => join(root, 'out');
const QUICK = ['--inner', '--pause', '0', '--timeout', '5', '--sample', '1000'];

async function recheck(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return runInProcess(['recheck', join(root, 'study.yaml'), '--out', OUT(), ...args]);
}

const found = (): Deletion => JSON.parse(readFileSync(join(OUT(), 'deletion.json'), 'utf8')) as Deletion;
const cell = ({ cells }: Deletion, name: string, stance: string) =>
  cells.find((one) => one.class === name && one.stance === stance) ?? expect.unreachable();

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  root = mkdtempSync(join(tmpdir(), 'groundswell-recheck-'));
  mkdirSync(root, { recursive: true });
  writeStudy();
  const { code, error } = await runInProcess([
    'run',
    join(root, 'study.yaml'),
    '--out',
    OUT(),
    '--threads',
    '1',
  ]);
  expect(error).not.toContain('error');
  expect(code).toBe(0);
}, 120_000);

beforeEach(() => {
  asked.length = 0;
  whenAsked = () => undefined;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(root, { recursive: true, force: true });
});

describe('what became of addresses', () => {
  test('nothing is asked of this machine without leave, and what is not known is not gone', async () => {
    const { code, out } = await recheck('--pause', '0');
    expect(code).toBe(0);
    expect(asked).toEqual([]);
    const against = cell(found(), 'forum', 'against');
    expect(against.outcomes).toMatchObject({ gone: 0, there: 0 });
    expect(against.rate).toEqual({ kind: 'not-estimable', reason: 'too-few-answers' });
    expect(out).toContain('too few answers');
  });

  test('each is told from the others, and rates have intervals', async () => {
    const { code, out, error } = await recheck(...QUICK);
    expect(code).toBe(0);
    expect(error).toContain('asks for 210 addresses of 210 documents at 1 hosts');
    const deletion = deletionSchema.parse(found());
    expect(cell(deletion, 'forum', 'against').outcomes).toEqual({
      there: 20,
      changed: 0,
      gone: 20,
      login: 0,
      unreachable: 0,
    });
    const neither = cell(deletion, 'forum', 'neither');
    expect(neither.outcomes).toEqual({ there: 20, changed: 0, gone: 0, login: 10, unreachable: 10 });
    expect(neither.bounds).toEqual([0, 0.5]);
    expect(cell(deletion, 'forum', 'favor').outcomes).toMatchObject({ there: 32, changed: 8, gone: 0 });
    const rate = cell(deletion, 'forum', 'against').rate;
    expect(rate).toMatchObject({ kind: 'estimate', value: 0.5 });
    // Wilson, by statsmodels: proportion_confint(20, 40, method='wilson').
    if (rate.kind === 'estimate') expect(rate.interval.lower).toBeCloseTo(0.351995, 6);
    expect(deletion.contrasts.find((one) => one.class === 'forum')?.difference).toMatchObject({ value: 0.5 });
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).toMatch(/forum +against +20 +20 +0 +0 +50\.0 % \[35\.2, 64\.8\]/);
  });

  test('of fewer than ten persons nothing is told, and totals stand without them', () => {
    const deletion = found();
    for (const one of deletion.cells.filter((c) => c.class === 'few'))
      expect(one).toMatchObject({
        nDocuments: null,
        nAsked: null,
        outcomes: null,
        rate: { reason: 'withheld' },
      });
    const [against] = deletion.pooled;
    // 60 of the 70 documents against with an address; those withheld are all gone and must not show.
    expect(against?.coverage).toBeCloseTo(60 / 70, 12);
    expect(against?.rate).toMatchObject({ value: (40 * 0.5 + 20 * 0.1) / 60 });
    expect(deletion.contrasts.find((one) => one.class === 'few')?.difference).toEqual({
      kind: 'not-estimable',
      reason: 'withheld',
    });
  });

  test('the report says it in its language, and verify holds the file to the run', async () => {
    expect(readFileSync(join(OUT(), 'report.html'), 'utf8')).toContain('What was deleted since');
    const verified = await runInProcess(['verify', OUT(), '--threads', '1']);
    expect(verified.out).toContain('verified: nothing differs');
    const kept = readFileSync(join(OUT(), 'deletion.json'), 'utf8');
    writeFileSync(join(OUT(), 'deletion.json'), kept.replace('"gone": 20', '"gone": 10'));
    const changed = await runInProcess(['verify', OUT(), '--threads', '1']);
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('deletion.json: its bytes are not those of the run');
    writeFileSync(join(OUT(), 'deletion.json'), kept);
  });

  test('verify makes the numbers again from the answers, and names one that was changed', async () => {
    const path = join(OUT(), 'deletion.json');
    const kept = readFileSync(path, 'utf8');
    const check = async (): Promise<CheckOutcome> => {
      const { out } = await runInProcess(['verify', OUT(), '--threads', '1', '--json']);
      const { checks } = JSON.parse(out) as Verification;
      return checks.find((one) => one.check === 'deletion') ?? expect.unreachable();
    };
    expect(await check()).toMatchObject({
      state: 'agrees',
      detail: 'deletion.json made anew from 210 answers and the store',
    });
    const changed = found();
    const rate = changed.cells.find((one) => one.class === 'forum' && one.stance === 'against')?.rate;
    if (rate?.kind !== 'estimate') return expect.unreachable();
    Object.assign(rate, { value: 0.25 });
    writeFileSync(path, JSON.stringify(changed));
    expect((await check()).mismatches).toMatchObject([
      {
        file: 'deletion.json',
        problem: 'cells forum/against · rate · value: 0.25 is written, the store gives 0.5',
      },
    ]);
    writeFileSync(path, kept);
    // Answers that change places leave every number as it was: the log tells that they are others.
    const file = readdirSync(join(OUT(), 'store', 'recheck'))
      .map((name) => join(OUT(), 'store', 'recheck', name))
      .find((name) => readFileSync(name, 'utf8').includes('"there"'));
    const answers = readFileSync(file ?? expect.unreachable(), 'utf8');
    const [gone = '', there = ''] = ['gone', 'there'].map(
      (outcome) => new RegExp(`.* against","outcome":"${outcome}".*`).exec(answers)?.[0],
    );
    const turned = answers
      .replace(gone, gone.replace('"gone"', '"there"'))
      .replace(there, there.replace('"there"', '"gone"'));
    writeFileSync(file ?? '', turned);
    expect((await check()).mismatches.at(-1)?.problem).toBe(
      'the answers are not those that custody.jsonl names',
    );
    rmSync(file ?? '');
    expect(await check()).toMatchObject({ state: 'not-checked' });
    writeFileSync(file ?? '', answers);
    expect((await check()).state).toBe('agrees');
  });
});

describe('a look', () => {
  test('draws the same documents by the same seed, evenly over classes and stances', async () => {
    const sample = ['--inner', '--pause', '0', '--sample', '36'];
    await recheck(...sample);
    const first = [...asked].sort();
    asked.length = 0;
    await recheck(...sample);
    expect([...asked].sort()).toEqual(first);
    asked.length = 0;
    await recheck(...sample, '--seed', '9');
    expect([...asked].sort()).not.toEqual(first);
    const shown = found().cells.filter(({ nAsked }) => nAsked !== null);
    expect(shown.map(({ nAsked }) => nAsked)).toEqual(shown.map(() => 4));
  });

  test('that is interrupted goes on where it stopped', async () => {
    whenAsked = (n) => {
      if (n === 61) process.emit('SIGINT');
    };
    const args = [...QUICK, '--seed', '5', '--hosts', '1'];
    const stopped = await recheck(...args);
    expect(stopped.code).toBe(130);
    const before = new Set(asked.filter((path) => path.startsWith('/old/')));
    expect(before.size).toBeLessThan(60);
    asked.length = 0;
    whenAsked = () => undefined;
    const { error } = await recheck(...args);
    expect(error).toContain('are answered already');
    const after = asked.filter((path) => path.startsWith('/old/'));
    // The address under way when it was stopped may be asked for once more, no other.
    expect(after.length + before.size).toBeLessThanOrEqual(POSTS.length + 1);
    expect(after.filter((path) => before.has(path)).length).toBeLessThanOrEqual(1);
    expect(found().cells.find((one) => one.class === 'forum')?.nAsked).toBe(40);
  });

  test('keeps neither words nor addresses', () => {
    const folder = join(OUT(), 'store', 'recheck');
    const kept = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(kept.join('')).not.toMatch(/http|China/);
  });
});
