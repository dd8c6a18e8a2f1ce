import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { driveLoad } from '../../bench/serve-load/drive-load.ts';
import { compareKept } from '../../bench/serve-load/kept-codings.ts';
import { type CodedRun, makeCodedRun } from '../../src/server/fixtures/coded-run.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';

const CODERS = ['anna', 'boris', 'cyril', 'dora', 'eve'];
const READERS = Array.from({ length: 50 }, (_, i) => `reader-${i + 1}`);

let run: CodedRun;
let server: RunningServer;
beforeAll(async () => {
  run = await makeCodedRun();
  const page = join(run.folder, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<script src="/assets/index-1.js"></script>');
  await writeFile(join(page, 'assets', 'index-1.js'), '1');
  server = await startServer({
    study: run.study,
    out: run.out,
    port: 0,
    version: '0.0.0',
    page,
    now: Date.now,
    env: {},
    invite: [
      ...CODERS.map((name) => ({ name, role: 'coder' as const })),
      ...READERS.map((name) => ({ name, role: 'reader' as const })),
    ],
    log: (line) => {
      throw new Error(line);
    },
  });
});
afterAll(async () => {
  await server?.close();
  await run?.remove();
});

test('fifty readers, five coders and a run at once: no request fails, no coding is lost, every coding is kept once', async () => {
  const { link: analyst, invited } = server;
  const coders = invited.filter(({ role }) => role === 'coder');
  const readers = invited.flatMap(({ role, link }) => (role === 'reader' ? [link] : []));
  const plan = { nMentions: 100, visits: 1, readerPause: 0, coderPause: 0 };
  const result = await driveLoad({ analyst, readers, coders }, plan);
  const failed = result.answers.filter(({ status }) => status !== 200 && status !== 303);
  expect(failed.map(({ route, status }) => `${route} ${status}`)).toEqual([]);
  expect(result.answers.filter(({ route }) => route === 'GET /api/finding')).toHaveLength(50);
  expect(result.runs.map(({ status, problems }) => [status, problems])).toEqual(
    result.runs.map(() => ['done', []]),
  );
  expect(result.runs.length).toBeGreaterThan(0);
  // 100 mentions, 20 of them for all five.
  expect(await compareKept(run.folder, result)).toEqual({ nGiven: 180, nLost: 0, nTwice: 0 });
});
