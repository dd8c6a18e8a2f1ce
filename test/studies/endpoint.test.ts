import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Agreement } from '../../src/domain/agreement.ts';
import type { Evaluation } from '../../src/domain/evaluation.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { type ChatServer, type ServerOptions, startChatServer } from '../contract/chat-server.ts';
import { mentionsOf } from '../contract/stub-chat.ts';
import { runInProcess } from './run-in-process.ts';

let root: string;
let server: ChatServer;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-endpoint-'));
  const rows = Array.from({ length: 300 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + (i % 70))).toISOString().slice(0, 10);
    const verb = ['condemns', 'met', 'praises'][i % 3];
    return `${i},"Today China ${verb} the people of town ${i * 7919}",${day},author${i}`;
  });
  for (const part of [0, 1]) {
    const some = rows.filter((_, i) => i % 2 === part);
    writeFileSync(join(root, `part-${part}.csv`), ['id,text,date,author', ...some].join('\n'));
  }
  const gold = ['against', 'neither', 'favor'].map((label, i) => {
    const verb = ['lied', 'met', 'praises'][i];
    return `${i},en,"China ${verb}",China,${label}`;
  });
  writeFileSync(join(root, 'gold.csv'), ['id,language,text,target,label', ...gold].join('\n'));
});
afterEach(() => server.close());
afterAll(() => rmSync(root, { recursive: true }));

/** Writes a study that asks a new server and keeps the answers in a folder of its own. */
async function study(name: string, more = '', options: ServerOptions = {}): Promise<string> {
  server = await startChatServer(options);
  const path = join(root, `${name}.yaml`);
  writeFileSync(
    path,
    `id: ${name}
title: A chat model is asked
period: { start: 2024-01-01, end: 2024-03-11 }
classes: [public]
targets:
  - { id: china, label: People's Republic, aliases: [China] }
sources:
  - { id: posts, adapter: csv, path: part-*.csv, class: public, language: en }
annotators:
  stance: { kind: endpoint, url: "${server.url}", model: stub, cache: answers-${name}${more} }
privacy: { keyFile: key }
`,
  );
  return path;
}

const run = (path: string, out: string, ...more: readonly string[]) =>
  runInProcess(['run', path, '--out', join(root, out), ...more]);
const findingIn = (out: string): Finding =>
  JSON.parse(readFileSync(join(root, out, 'finding.json'), 'utf8')) as Finding;

test('check says what a run then asks; a rerun asks nothing and finds the same, with any number of threads', async () => {
  const path = await study('whole', ', batch: 4, price: { input: 1, output: 2 }, version: v7');
  const checked = await runInProcess(['check', path]);
  expect(checked.out).toMatch(/estimate {2}300 mentions to ask stub at 127\.0\.0\.1:\d+\n/);
  expect(checked.out).toMatch(
    /about 75 requests, [\d\u202f]+ tokens sent, 15\u202f000 answered: 0\.\d{4} USD\n/,
  );
  expect(server.requests).toHaveLength(0);
  const first = await run(path, 'whole', '--threads', '2');
  expect(first.code, first.error).toBe(0);
  expect(first.error).toContain(checked.out.slice(checked.out.indexOf('estimate')));
  // Batches of the store are asked about one after another, so each may leave one request that is not full.
  expect([75, 76]).toContain(server.requests.length);
  const [asked] = server.requests.flatMap((body) => mentionsOf(body) ?? []);
  expect(asked).toMatchObject({ target: "People's Republic", named: ['China'] });
  const finding = findingIn('whole');
  const balance = finding.levels?.find((one) => one.measure === 'net-balance')?.estimate;
  expect(balance).toMatchObject({ kind: 'estimate', nDocuments: 300, value: 0 });
  const { host } = new URL(server.url);
  expect(finding.manifest.annotators).toEqual([
    {
      layer: 'stance',
      kind: 'endpoint',
      name: 'endpoint',
      version: `stub (v7) at ${host}, prompt 1`,
      trainedOn: [],
    },
  ]);
  const before = server.requests.length;
  const again = await run(path, 'again', '--threads', '1');
  expect(again.error).toContain('estimate  0 mentions to ask');
  expect(server.requests).toHaveLength(before);
  expect(findingIn('again')).toEqual(finding);
  const third = await run(path, 'again');
  expect(third.error).not.toContain('estimate');
});

test('a cap stops the run; the next runs go on with what is kept', async () => {
  const path = await study('capped', ', maxRequests: 120');
  const stopped = await run(path, 'capped', '--threads', '2');
  expect(stopped.code).toBe(2);
  expect(stopped.error).toContain('above maxRequests 120: a run stops there');
  expect(stopped.error).toMatch(
    /stopped at maxRequests 120 before source posts, part-\d\.csv from line 1, batch 1, mention/,
  );
  expect(server.requests).toHaveLength(120);
  expect((await run(path, 'capped')).code).toBe(2);
  const done = await run(path, 'capped', '--json');
  expect(done.code).toBe(0);
  expect(server.requests).toHaveLength(300);
  const estimate = done.out.split('\n').find((line) => line.includes('"kind":"estimate"')) ?? '';
  expect(JSON.parse(estimate)).toMatchObject({ estimate: { nAsked: 60, nKept: 240, cost: null } });
  const progress = done.out.split('\n').filter((line) => line.includes('"unit":"mentions"'));
  expect(JSON.parse(progress.at(-1) ?? '')).toMatchObject({ done: 60, total: 60 });
});

test('after a kill nothing that was answered is asked again', async () => {
  const killed = { child: null as ReturnType<typeof spawn> | null };
  const path = await study('killed', '', {
    onRequest: (count) => {
      if (count === 100) killed.child?.kill('SIGKILL');
      return count < 100 || killed.child === null;
    },
  });
  const args = ['bin/groundswell.js', 'run', path, '--out', join(root, 'killed'), '--threads', '2'];
  killed.child = spawn(process.execPath, args, { stdio: 'ignore' });
  await once(killed.child, 'exit');
  killed.child = null;
  const before = server.requests.length;
  expect(before).toBeGreaterThanOrEqual(100);
  expect((await run(path, 'killed')).code).toBe(0);
  // At most those under way when it was killed are asked twice.
  expect(server.requests.length).toBeGreaterThan(300);
  expect(server.requests.length).toBeLessThanOrEqual(304);
});

test('evaluate and compare take the annotator of a study, and share its answers', async () => {
  const path = await study('scored', ', name: chat');
  const data = ['--data', join(root, 'gold.csv')];
  const scored = await runInProcess(['evaluate', '--model', path, ...data, '--json']);
  expect(scored.code, scored.error).toBe(0);
  expect(scored.error).toContain('estimate  3 mentions to ask stub');
  const evaluation = JSON.parse(scored.out) as Evaluation;
  expect(evaluation.annotator).toMatchObject({ name: 'chat', version: expect.stringMatching(/^stub at /) });
  expect(evaluation.accuracy.value).toBe(1);
  expect(server.requests).toHaveLength(3);
  const compared = await runInProcess(['compare', '--model', path, '--model', 'stance-1', ...data, '--json']);
  expect((JSON.parse(compared.out) as Agreement).annotators.map(({ name }) => name)).toEqual([
    'chat',
    'stance-1',
    'coded',
  ]);
  expect(server.requests).toHaveLength(3);
});

test('a study without its files is checked all the same; a missing key is named; a column is no annotator to score', async () => {
  const path = await study('poor', ', keyVariable: GROUNDSWELL_TEST_NO_KEY');
  const missing = await run(path, 'poor');
  expect(missing.code).toBe(2);
  expect(missing.error).toContain('the environment variable GROUNDSWELL_TEST_NO_KEY is empty');
  expect(readdirSync(root)).not.toContain('answers-poor');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('part-*.csv', 'later-*.csv'));
  const early = await runInProcess(['check', path]);
  expect(early.code).toBe(0);
  expect(early.error).toContain('what the annotator would cost is not known: no file matches "later-*.csv"');
  writeFileSync(path, text.replace(/stance: .*/, 'stance: { kind: column, label: code }'));
  const column = await runInProcess(['evaluate', '--model', path, '--data', join(root, 'gold.csv')]);
  expect(column.code).toBe(2);
  expect(column.error).toContain('come with its records');
});
