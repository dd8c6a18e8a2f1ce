import { readFileSync } from 'node:fs';
import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../domain/account.ts';
import { type CodedRun, makeCodedRun, truthOf } from '../fixtures/coded-run.ts';
import { ORIGIN, PORT, sampleApp, TOKEN } from '../fixtures/sample-app.ts';
import { keptFinding } from '../kept-result.ts';
import { runsInProcesses } from '../runs/run-process.ts';
import { createRunService, type RunService } from '../runs/run-service.ts';
import { isUnderWay } from '../runs/run-state.ts';
import { serveStudy } from '../served-study.ts';
import { createStoreTurn } from '../turns.ts';
import { CODING_ROUTES, type LedCodings, type OwnCodings, type Submission } from './contract.ts';
import { openCoding } from './open-coding.ts';

let run: CodedRun;
let app: Hono;
let runs: RunService;
let at = Date.parse('2024-07-01T10:00:00Z');
const tokens = new Map<string, string>();

async function openApp(): Promise<Hono> {
  const served = serveStudy({ study: run.study, out: run.out });
  const turn = createStoreTurn();
  const now = () => {
    at += 1_000;
    return at;
  };
  const coding = openCoding({
    served,
    out: run.out,
    version: '0.0.0',
    now,
    env: {},
    turn,
    readFinding: keptFinding(),
  });
  runs = createRunService({ served, launch: runsInProcesses({}), turn, now, log: () => undefined });
  return sampleApp({ coding, runs, now });
}

/** Asks as one of those who were invited; `analyst` has the opening link. */
async function ask(who: string, path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') {
  const token = who === 'analyst' ? TOKEN : (tokens.get(who) ?? who);
  const response = await app.request(`${ORIGIN}${path}`, {
    method,
    headers: {
      host: `127.0.0.1:${PORT}`,
      origin: ORIGIN,
      cookie: `groundswell-${PORT}=${token}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
}

async function invite(name: string, role: Role): Promise<void> {
  const answer = await ask('analyst', '/api/accounts', { name, role });
  expect(answer.status, answer.text).toBe(200);
  tokens.set(name, answer.json().token);
}

const draw = { n: 60, seed: 1, targets: [], event: null, doubleShare: 0.2, isAdaptive: false };
const own = async (who: string): Promise<OwnCodings> => (await ask(who, '/api/coding/own')).json();
const led = async (): Promise<LedCodings> => (await ask('analyst', '/api/coding/waves')).json();
const file = (...names: string[]): string => join(run.folder, 'codings', 'wave-1', ...names);

let made = 0;
const submission = (
  mention: string,
  label: Submission['label'],
  more: Partial<Submission> = {},
): Submission => {
  made += 1;
  return { id: `submission-${made}`, mention, label, themes: [], isQuoted: false, ...more };
};
const record = (who: string, codings: readonly Submission[]) =>
  ask(who, '/api/coding/waves/wave-1/codings', { codings });

beforeAll(async () => {
  run = await makeCodedRun();
  app = await openApp();
  for (const [name, role] of [
    ['anna', 'coder'],
    ['boris', 'coder'],
    ['rita', 'reader'],
  ] as const)
    await invite(name, role);
}, 60_000);
afterAll(() => run.remove());

test('before a sample is drawn there is nothing to code, and a draw for strangers is refused', async () => {
  expect((await led()).waves).toEqual([]);
  expect((await own('anna')).waves).toEqual([]);
  for (const coders of [['anna', 'zoe'], ['anna', 'anna'], ['anna', '../x'], ['rita']])
    expect((await ask('analyst', '/api/coding/waves', { ...draw, coders })).status).toBe(409);
  const unknown = await ask('analyst', '/api/coding/waves', { ...draw, coders: ['anna'], targets: ['mars'] });
  expect(unknown.json()).toMatchObject({ code: 'study/unknown-target' });
  expect(await readdir(run.folder)).not.toContain('codings');
});

test('a sample is drawn and given to two coders: each sees own rows, words and target only', async () => {
  const answer = await ask('analyst', '/api/coding/waves', { ...draw, coders: ['anna', 'boris'] });
  expect([answer.status, answer.json()]).toEqual([200, { wave: 'wave-1' }]);
  const [wave] = (await led()).waves;
  expect(wave).toMatchObject({ seed: 1, nDrawn: 60, nShared: 12, nLeft: 72, closedOn: null });
  expect(wave?.sheets).toEqual([
    { coder: 'anna', nItems: 36, nDone: 0 },
    { coder: 'boris', nItems: 36, nDone: 0 },
  ]);
  expect(wave?.strata.reduce((sum, one) => sum + one.nDrawn, 0)).toBe(60);
  const [anna, boris] = [await ask('anna', '/api/coding/own'), await own('boris')];
  const ids = (one: OwnCodings) => new Set(one.waves[0]?.items.map(({ id }) => id));
  const [first, second] = [ids(anna.json()), ids(boris)];
  expect([...first].filter((id) => second.has(id))).toHaveLength(12);
  expect(new Set([...first, ...second]).size).toBe(60);
  expect(anna.text).not.toMatch(/modelLabel|stratum|2024-0|author|dsl|abstain/);
  const [item] = (anna.json() as OwnCodings).waves[0]?.items ?? [];
  expect(item).toMatchObject({ target: 'China', label: null, themes: [], isQuoted: false });
  expect(item?.passage).toMatch(/^=Post \d+: <img src=x onerror=alert\(1\)> ⟦China⟧ is \w+, ¶ so the goods/);
});

test('a coding is kept at once, by id and label, with its marks beside; sent twice it counts once', async () => {
  const [item, next] = (await own('anna')).waves[0]?.items ?? [];
  if (item === undefined || next === undefined) throw new Error('nothing to code');
  const coding = submission(item.id, 'against', { themes: ['goods'], isQuoted: true });
  const answer = await record('anna', [coding]);
  expect(answer.json()).toEqual({ accepted: [coding.id], nRepeated: 0, nLabels: 1 });
  expect(await readFile(file('anna.csv'), 'utf8')).toBe(`id,label\n${item.id},against\n`);
  await record('anna', [submission(item.id, 'favor', { themes: ['goods'] })]);
  const again = await record('anna', [coding, coding]);
  expect(again.json()).toMatchObject({ nRepeated: 2, nLabels: 1 });
  expect(await readFile(file('anna.csv'), 'utf8')).toBe(`id,label\n${item.id},favor\n`);
  const journal = await readFile(file('anna.jsonl'), 'utf8');
  expect(journal).not.toMatch(/China|Post|dreadful|splendid|mentioned/);
  expect(journal.trim().split('\n')).toHaveLength(2);
  // What a kill left of a line is passed over, and the next coding stands on a line of its own.
  await appendFile(file('anna.jsonl'), '{"id":"half');
  app = await openApp();
  await record('anna', [submission(next.id, 'neither')]);
  const [back, second] = (await own('anna')).waves[0]?.items ?? [];
  expect(back).toMatchObject({ label: 'favor', themes: ['goods'], isQuoted: false });
  expect(second?.label).toBe('neither');
  await record('anna', [submission(next.id, null)]);
  expect((await own('anna')).waves[0]?.items[1]?.label).toBeNull();
});

test('what does not fit is refused whole: another’s mention, an unknown theme, label, wave, and what is too much', async () => {
  const before = await readFile(file('anna.csv'), 'utf8');
  const [annas, boriss] = [await own('anna'), await own('boris')];
  const mine = annas.waves[0]?.items[3]?.id ?? '';
  const own1 = new Set(annas.waves[0]?.items.map(({ id }) => id));
  const foreign = boriss.waves[0]?.items.find(({ id }) => !own1.has(id))?.id ?? '';
  const wrong = await record('anna', [submission(mine, 'favor'), submission(foreign, 'favor')]);
  expect([wrong.status, wrong.json().code]).toEqual([403, 'codings/not-yours']);
  expect((await record('anna', [submission('m000000000000', 'favor')])).status).toBe(403);
  expect((await record('anna', [submission(mine, 'favor', { themes: ['=cmd'] })])).status).toBe(409);
  for (const bad of [
    { ...submission(mine, 'favor'), label: 'pro' },
    { ...submission(mine, 'favor'), mention: '../../x' },
    { ...submission(mine, 'favor'), id: 'x' },
    { ...submission(mine, 'favor'), coder: 'boris' },
  ])
    expect((await record('anna', [bad as Submission])).status).toBe(400);
  const many = Array.from({ length: 501 }, () => submission(mine, 'favor'));
  expect((await record('anna', many)).status).toBe(400);
  const large = Array.from({ length: 400 }, () => ({
    ...submission(mine, 'favor'),
    filler: 'x'.repeat(4000),
  }));
  expect((await record('anna', large as Submission[])).status).toBe(413);
  for (const wave of ['wave-2', '..%2F..%2Fout', '%2e%2e', 'wave-1%00'])
    expect(
      (await ask('anna', `/api/coding/waves/${wave}/codings`, { codings: [submission(mine, 'favor')] }))
        .status,
    ).toBeOneOf([403, 404]);
  expect(await readFile(file('anna.csv'), 'utf8')).toBe(before);
});

test.each([
  [
    'coder',
    'anna',
    [
      '/api/finding',
      '/api/multiverse',
      '/api/openapi.json',
      '/api/coding/waves',
      '/api/coding/result',
      '/api/runs/current',
      '/api/coding/waves/wave-1/export.csv',
      '/api/coding/waves/wave-1/disagreements',
      '/api/accounts',
      '/api/audit',
      '/api/nowhere',
    ],
  ],
  [
    'reader',
    'rita',
    ['/api/coding/own', '/api/coding/waves/wave-1/disagreements', '/api/accounts', '/api/audit'],
  ],
])('what a %s may not read is refused on the server', async (_, who, paths) => {
  for (const path of paths) {
    const answer = await ask(who, path);
    expect([path, answer.status, answer.json().code]).toEqual([path, 403, 'server/role']);
  }
});

test('only the analyst changes anything but own codings', async () => {
  const changes: [string, unknown][] = [
    ['/api/coding/waves', { ...draw, coders: ['anna'] }],
    ['/api/coding/waves/wave-1/coders', { coders: ['boris', 'anna'] }],
    ['/api/coding/waves/wave-1/settled', { codings: [submission('m000000000000', 'favor')] }],
    ['/api/coding/waves/wave-1/closed', { isClosed: true }],
    ['/api/coding/measure', {}],
    ['/api/accounts', { name: 'eve', role: 'analyst' }],
    ['/api/accounts/boris/revoked', {}],
  ];
  for (const who of ['anna', 'rita'])
    for (const [path, body] of changes)
      expect([who, path, (await ask(who, path, body)).status]).toEqual([who, path, 403]);
  expect((await record('rita', [submission('m000000000000', 'favor')])).status).toBe(403);
  for (const method of ['PUT', 'DELETE', 'PATCH'])
    expect((await ask('rita', '/api/coding/waves', {}, method)).status).toBe(403);
  expect((await ask('rita', '/api/coding/waves')).status).toBe(200);
  expect((await ask('anna', '/api/session')).json().user).toEqual({ name: 'anna', role: 'coder' });
});

test('a forged, an old and a revoked link let nobody in; accounts keep digests, and only this user may read them', async () => {
  for (const forged of ['guess', '', 'A'.repeat(43), (tokens.get('anna') ?? '').slice(0, -1)])
    expect((await ask(forged === '' ? 'nobody' : forged, '/api/coding/own')).status).toBe(401);
  await invite('eve', 'coder');
  const first = tokens.get('eve') ?? '';
  await invite('eve', 'coder');
  expect((await ask(first, '/api/coding/own')).status).toBe(401);
  expect((await ask('eve', '/api/coding/own')).status).toBe(200);
  const kept = await readFile(join(run.out, 'accounts.json'), 'utf8');
  for (const token of [first, ...tokens.values(), TOKEN]) expect(kept).not.toContain(token);
  expect((await stat(join(run.out, 'accounts.json'))).mode & 0o777).toBe(0o600);
  expect((await ask('analyst', '/api/accounts/eve/revoked', {})).json()).toEqual({ isRevoked: true });
  expect((await ask('analyst', '/api/accounts/nobody/revoked', {})).json()).toEqual({ isRevoked: false });
  expect((await ask('eve', '/api/coding/own')).status).toBe(401);
  const link = await app.request(`${ORIGIN}/?token=${tokens.get('eve')}`, {
    headers: { host: `127.0.0.1:${PORT}` },
  });
  expect(link.status).toBe(401);
  for (const name of ['analyst', 'adjudicated', 'design', 'Anna', '../x', '=cmd', ''])
    expect((await ask('analyst', '/api/accounts', { name, role: 'coder' })).status).toBe(409);
  await writeFile(join(run.out, 'accounts.json'), kept.slice(0, -20));
  expect((await ask('anna', '/api/coding/own')).status).toBe(409);
  expect((await ask('analyst', '/api/coding/waves/wave-1/disagreements')).status).toBe(200);
  await writeFile(join(run.out, 'accounts.json'), kept);
});

test('two coders at once lose nothing; agreement, disagreements and what was settled show', async () => {
  const code = async (who: string, errs: (i: number) => boolean) => {
    const items = (await own(who)).waves[0]?.items ?? [];
    const all = await Promise.all(
      items.map(({ id, passage }, i) =>
        record(who, [submission(id, errs(i) ? 'unclear' : truthOf(passage))]),
      ),
    );
    expect(all.map(({ status }) => status)).toEqual(items.map(() => 200));
  };
  await Promise.all([code('anna', () => false), code('boris', (i) => i % 6 === 0)]);
  const [wave] = (await led()).waves;
  expect(wave).toMatchObject({ nLeft: 0, nCoders: 2, agreement: { alpha: { value: expect.any(Number) } } });
  expect((wave?.nCoded ?? 0) + (wave?.nUnclear ?? 0)).toBe(60);
  const found = (await ask('analyst', '/api/coding/waves/wave-1/disagreements')).json();
  expect(found.length).toBe(wave?.nDiffering);
  expect(found.length).toBeGreaterThan(0);
  const [{ id, passage, labels, settled }] = found;
  expect(settled).toBeNull();
  expect(labels).toEqual([
    { coder: 'anna', label: truthOf(passage) },
    { coder: 'boris', label: 'unclear' },
  ]);
  const settle = (mention: string) =>
    ask('analyst', '/api/coding/waves/wave-1/settled', { codings: [submission(mention, 'neither')] });
  expect((await settle(id)).status).toBe(200);
  expect((await settle('m000000000000')).status).toBe(403);
  expect(wave?.agreement.pairs).toMatchObject([
    { coders: ['anna', 'boris'], kappa: { value: expect.any(Number) } },
  ]);
  const [head, ...rows] = (await ask('rita', '/api/coding/waves/wave-1/agreement.csv')).text
    .trim()
    .split('\n');
  expect(head).toBe('score,coders,mentions,value,lower,upper,confidence_level,not_estimable');
  const { alpha, pairs = [] } = wave?.agreement ?? {};
  expect(rows[0]).toBe(
    `krippendorff_alpha,,${wave?.agreement.nShared},${alpha?.value},${alpha?.lower},${alpha?.upper},0.95,`,
  );
  expect(rows[2]).toBe(
    `cohen_kappa,anna boris,${pairs[0]?.n},${pairs[0]?.kappa.value},${pairs[0]?.kappa.lower},${pairs[0]?.kappa.upper},0.95,`,
  );
  expect((await led()).waves[0]).toMatchObject({ nSettled: 1 });
  expect(await readFile(file('adjudicated.csv'), 'utf8')).toBe(`id,label\n${id},neither\n`);
});

test('each route that only reads answers as its schema says', async () => {
  for (const route of Object.values(CODING_ROUTES)) {
    if (route.method !== 'get' || route.path.endsWith('.csv')) continue;
    const answer = await ask('analyst', route.path.replace(':wave', 'wave-1'));
    expect([route.path, answer.status]).toEqual([route.path, 200]);
    expect([route.path, route.result.safeParse(answer.json()).error]).toEqual([route.path, undefined]);
  }
});

test('a closed wave takes nothing, can be opened again, and leaves as a table that runs nothing', async () => {
  const [item] = (await own('anna')).waves[0]?.items ?? [];
  const close = (isClosed: boolean) => ask('analyst', '/api/coding/waves/wave-1/closed', { isClosed });
  expect((await close(true)).json()).toEqual({ closedOn: '2024-07-01' });
  const late = await record('anna', [submission(item?.id ?? '', 'favor')]);
  expect([late.status, late.json().code]).toEqual([409, 'codings/closed']);
  expect((await close(false)).json()).toEqual({ closedOn: null });
  expect((await record('anna', [submission(item?.id ?? '', 'unclear')])).status).toBe(200);
  await close(true);
  const table = await ask('rita', '/api/coding/waves/wave-1/export.csv');
  expect(table.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(table.headers.get('content-disposition')).toBe('attachment; filename="wave-1.csv"');
  expect(table.text.trim().split('\n')).toHaveLength(61);
  expect(table.text).toContain('anna: label,anna: themes,anna: quoted,boris: label');
  expect(table.text).not.toMatch(/Post|img|China is/);
});

test('measured again, the corrected index stands beside the raw one, with what further codings would bring', async () => {
  const first = (await ask('analyst', '/api/coding/result')).json();
  expect(first).toMatchObject({ nCoded: 0, levels: [] });
  const order: string[] = [];
  const owners: string[] = [];
  const over = new Promise<void>((resolve) => {
    runs.subscribe((state) => {
      if (state.stages.length > 0 && owners.length === 0)
        owners.push(readFileSync(join(run.out, 'store', 'lock'), 'utf8'));
      if (isUnderWay(state)) return;
      order.push(state.status);
      resolve();
    });
  });
  expect((await ask('analyst', '/api/coding/measure', {})).json()).toMatchObject({ status: 'waiting' });
  // Others are answered while it is measured, and what needs the store is told why it must wait.
  expect((await ask('analyst', '/api/coding/waves', { ...draw, coders: ['anna'] })).json().code).toBe(
    'codings/busy',
  );
  expect((await ask('analyst', '/api/coding/measure', {})).json().code).toBe('server/run-in-progress');
  for (const path of ['/api/coding/own', '/api/session', '/api/finding', '/api/coding/waves']) {
    expect((await ask(path.endsWith('own') ? 'anna' : 'rita', path)).status).toBe(200);
    order.push(path);
  }
  await over;
  expect(order).toEqual(['/api/coding/own', '/api/session', '/api/finding', '/api/coding/waves', 'done']);
  expect(owners).not.toEqual([String(process.pid)]);
  expect(owners).toHaveLength(1);
  expect(runs.state().stages.find(({ stage }) => stage === 'read')).toMatchObject({ isSkipped: true });
  const { levels, nCoded } = (await ask('rita', '/api/coding/result')).json();
  expect(nCoded).toBeGreaterThan(50);
  expect(levels).toHaveLength(1);
  const [{ raw, corrected, gains }] = levels;
  expect(raw.value).toBeLessThan(corrected.value - 0.1);
  expect(raw.correction).toBe('none');
  expect(corrected.correction).toBe('dsl');
  const widths = gains.map(({ width }: { width: number }) => width);
  expect(widths).toEqual(widths.toSorted((a: number, b: number) => b - a));
  expect(widths[0]).toBeLessThan(1);
}, 60_000);

test('the log says who did what and when, never what a post says', async () => {
  const lines = (await ask('analyst', '/api/audit')).json();
  const deeds = new Set(lines.map(({ name, deed }: { name: string; deed: string }) => `${name} ${deed}`));
  for (const deed of [
    'analyst invite',
    'analyst draw',
    'anna code',
    'boris code',
    'analyst settle',
    'analyst close',
    'analyst reopen',
    'rita export',
    'analyst measure',
    'analyst revoke',
  ])
    expect(deeds).toContain(deed);
  const log = join(run.out, 'audit.jsonl');
  expect(await readFile(log, 'utf8')).not.toMatch(/Post|img|dreadful/);
  expect((await stat(log)).mode & 0o777).toBe(0o600);
});
