import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ORIGIN, OWN, sampleApp } from '../fixtures/sample-app.ts';
import { smallStudy, writeSmallCorpus } from '../fixtures/small-corpus.ts';
import { serveStudy } from '../served-study.ts';
import { createStoreTurn, type StoreTurn } from '../turns.ts';
import { type LaunchRun, type RunEnd, type RunMessage, readMessage, runsInProcesses } from './run-process.ts';
import { createRunService, type RunService } from './run-service.ts';
import { afterEvent, NO_RUN, type RunState } from './run-state.ts';

let folder: string;
let study: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundswell-runs-'));
  study = join(folder, 'study.yaml');
  await writeSmallCorpus(folder);
  await writeFile(study, smallStudy());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Staged {
  readonly runs: RunService;
  readonly said: string[];
  readonly nLaunched: () => number;
  readonly turn: StoreTurn;
  say(message: RunMessage): void;
  end(end: RunEnd): Promise<void>;
}

/** A service whose runs say and end as the test wants. */
function staged(): Staged {
  const said: string[] = [];
  let hear = (_: RunMessage): void => undefined;
  let finish = (_: RunEnd): void => undefined;
  let n = 0;
  const launch: LaunchRun = (_, onMessage) => {
    n++;
    hear = onMessage;
    const ended = new Promise<RunEnd>((resolve) => {
      finish = resolve;
    });
    return { ended, cancel: () => finish({ code: null, signal: 'SIGTERM' }) };
  };
  const served = serveStudy({ study, out: join(folder, 'staged') });
  const turn = createStoreTurn();
  const runs = createRunService({ served, launch, turn, now: () => 0, log: (line) => said.push(line) });
  return {
    runs,
    said,
    nLaunched: () => n,
    turn,
    say: (message) => hear(message),
    end: async (end) => {
      finish(end);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const post = async (path: string, runs: RunService, body = '{}') =>
  sampleApp({ runs }).request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { ...OWN, origin: ORIGIN, 'content-type': 'application/json' },
    body,
  });

test('progress is told by stage, with what is done and by the pace so far what is left', () => {
  let state: RunState = { ...NO_RUN, status: 'waiting', startedAt: 0 };
  state = afterEvent(state, { kind: 'stage-start', stage: 'read', total: 100, unit: 'bytes' }, 1_000);
  expect(state).toMatchObject({ status: 'running', seconds: 1 });
  expect(state.stages[0]).toMatchObject({ done: 0, total: 100, secondsLeft: null, isDone: false });
  state = afterEvent(
    state,
    { kind: 'stage-progress', stage: 'read', done: 25, total: 100, unit: 'bytes' },
    2_000,
  );
  expect(state.stages[0]).toMatchObject({ done: 25, seconds: 2, secondsLeft: 6 });
  const end = { kind: 'stage-end', stage: 'read', seconds: 8, skipped: false, rows: 7 } as const;
  state = afterEvent(state, end, 8_000);
  expect(state.stages).toEqual([
    expect.objectContaining({ isDone: true, rows: 7, seconds: 8, secondsLeft: 0 }),
  ]);
  state = afterEvent(state, { kind: 'warning', message: 'a word' }, 9_000);
  expect(state.warnings).toEqual(['a word']);
});

test('one run at a time: the second is refused with the remedy, and a new one begins from nothing', async () => {
  const { runs, say, end, nLaunched } = staged();
  expect((await post('/api/runs', runs)).status).toBe(200);
  say({ kind: 'problems', problems: [{ code: 'x/y', message: 'm', hint: 'h', line: 3 }] });
  const second = await post('/api/runs', runs);
  expect(second.status).toBe(409);
  expect(await second.json()).toMatchObject({ code: 'server/run-in-progress' });
  await end({ code: 2, signal: null });
  expect(runs.state()).toMatchObject({ status: 'failed', number: 1 });
  const both = await Promise.allSettled([runs.start(), runs.start()]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(runs.state()).toMatchObject({ status: 'waiting', number: 2, problems: [], stages: [] });
  expect(nLaunched()).toBe(2);
});

test('a run has the store to itself: what comes meanwhile is told, and a run waits for what is at work', async () => {
  const { runs, end, turn } = staged();
  const leave = turn.hold('a sample is being drawn');
  const early = await post('/api/runs', runs);
  expect([early.status, await early.json()]).toMatchObject([409, { code: 'codings/busy' }]);
  expect(runs.state()).toEqual(NO_RUN);
  leave();
  await runs.start();
  const work = turn.take('a sample is being drawn', async () => 'drawn');
  await expect(work).rejects.toThrow('a run of the study is under way');
  await end({ code: null, signal: 'SIGKILL' });
  expect(await turn.take('a sample is being drawn', async () => 'drawn')).toBe('drawn');
});

test('a run that breaks off says so, with what to do; one that is cancelled is no failure', async () => {
  const { runs, end } = staged();
  await runs.start();
  await end({ code: null, signal: 'SIGKILL' });
  expect(runs.state()).toMatchObject({
    status: 'failed',
    problems: [{ code: 'server/run-broken', message: expect.stringContaining('SIGKILL') }],
  });
  expect(runs.state().problems[0]?.hint).toContain('nothing that it had read is lost');
  await runs.start();
  const cancelled = await post('/api/runs/current/cancel', runs);
  expect(await cancelled.json()).toMatchObject({ status: 'cancelling' });
  await end({ code: null, signal: 'SIGTERM' });
  expect(runs.state()).toMatchObject({ status: 'cancelled', problems: [] });
  expect(await (await post('/api/runs/current/cancel', runs)).json()).toMatchObject({ status: 'cancelled' });
});

test('statements and mistakes of the program are told in the terminal alone', async () => {
  const { runs, said, say, end } = staged();
  await runs.start();
  const problem = { code: 'store/query-failed', message: 'no disk', hint: 'select secret', line: null };
  say({ kind: 'problems', problems: [problem] });
  await end({ code: 3, signal: null });
  expect(JSON.stringify(runs.state())).not.toMatch(/secret|no disk/);
  expect(said).toEqual(['error store/query-failed no disk']);
});

test('what is no JSON, or none of ours, is passed over', () => {
  for (const line of ['', 'warning', '[1]', '7', 'null', '{"a":1}']) expect(readMessage(line)).toBeNull();
  expect(readMessage('{"kind":"result","finding":"x"}')).toEqual({ kind: 'result' });
});

test('events come as they happen and the stream ends with the run; without a run it ends at once', async () => {
  const { runs, say, end } = staged();
  const app = sampleApp({ runs });
  const open = () => app.request(`${ORIGIN}/api/runs/current/events`, { headers: OWN });
  expect(await (await open()).text()).toContain('"status":"none"');
  await runs.start();
  const response = await open();
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const text = response.text();
  say({ kind: 'event', event: { kind: 'stage-start', stage: 'read', total: 1, unit: 'bytes' } });
  await end({ code: 0, signal: null });
  const states = [...(await text).matchAll(/^data: (.*)$/gm)].map(
    ([, data]) => JSON.parse(data as string) as RunState,
  );
  expect(states.at(-1)).toMatchObject({ status: 'done', stages: [{ stage: 'read' }] });
  expect(await text).toMatch(/^event: state$/m);
});

test('a start that another page sends, or with a body of another form, starts nothing', async () => {
  const { runs, nLaunched } = staged();
  const app = sampleApp({ runs });
  const foreign = await app.request(`${ORIGIN}/api/runs`, {
    method: 'POST',
    headers: { ...OWN, origin: 'http://evil.example' },
    body: '{}',
  });
  expect(foreign.status).toBe(403);
  for (const body of ['', '[]', '{"study":"/etc/passwd"}', 'x'])
    expect((await post('/api/runs', runs, body)).status).toBe(400);
  expect((await post('/api/runs', runs, `{"x":"${'y'.repeat(1_000_001)}"}`)).status).toBe(413);
  expect(nLaunched()).toBe(0);
});

async function runToEnd(where: { readonly study: string; readonly out: string }): Promise<RunState> {
  const served = serveStudy(where);
  const launch = runsInProcesses({});
  const turn = createStoreTurn();
  const runs = createRunService({ served, launch, turn, now: Date.now, log: () => undefined });
  const over = new Promise<RunState>((resolve) => {
    runs.subscribe((state) => !['waiting', 'running'].includes(state.status) && resolve(state));
  });
  await runs.start();
  return over;
}

test('a run in a process of its own: a finding; a store in use; a study whose files are gone', async () => {
  const out = join(folder, 'out');
  const done = await runToEnd({ study, out });
  expect(done).toMatchObject({ status: 'done', problems: [] });
  expect(done.stages.map(({ stage }) => stage)).toEqual(
    expect.arrayContaining(['read', 'measure', 'report']),
  );
  expect(done.stages.every(({ isDone }) => isDone)).toBe(true);
  expect(JSON.parse(await readFile(join(out, 'finding.json'), 'utf8'))).toHaveProperty('manifest.runId');

  // This process is alive and no run of ours: its lock holds.
  await mkdir(join(folder, 'locked', 'store'), { recursive: true });
  await writeFile(join(folder, 'locked', 'store', 'lock'), String(process.pid));
  const locked = await runToEnd({ study, out: join(folder, 'locked') });
  expect(locked.problems).toEqual([expect.objectContaining({ code: 'store/locked' })]);
  expect(locked.status).toBe('failed');

  const lost = join(folder, 'lost.yaml');
  await writeFile(lost, smallStudy().replace('posts.jsonl', 'gone.jsonl'));
  const failed = await runToEnd({ study: lost, out: join(folder, 'lost') });
  expect(failed).toMatchObject({ status: 'failed', problems: [{ code: 'study/no-files' }] });
  expect(failed.problems[0]?.hint).not.toBe('');
}, 120_000);
