import { expect, test } from 'vitest';
import { StudyError } from '../../errors/errors.ts';
import { ORIGIN, OWN, sampleApp } from '../fixtures/sample-app.ts';
import { SAMPLE_SELECTION, sampleExplorer } from '../fixtures/sample-explorer.ts';
import { EXPLORE_ROUTES } from './contract.ts';

const { exploreSelections, exploreMentions } = EXPLORE_ROUTES;
const GOOD = { selections: [SAMPLE_SELECTION], measure: 'net' };

const post = async (path: string, body: unknown, app = sampleApp()) =>
  app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { ...OWN, origin: ORIGIN, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('questions about selections are answered as their schemas say', async () => {
  const asked = [
    [exploreSelections, GOOD],
    [exploreSelections, { ...GOOD, selections: [SAMPLE_SELECTION, SAMPLE_SELECTION] }],
    [exploreMentions, { selection: SAMPLE_SELECTION, at: '2024-01-01', label: null, offset: 0 }],
  ] as const;
  for (const [route, body] of asked) {
    const response = await post(route.path, body);
    expect(response.status).toBe(200);
    expect(route.result.safeParse(await response.json()).error).toBeUndefined();
  }
});

test.each([
  ['a dimension that does not exist', { ...SAMPLE_SELECTION, author: 'x' }],
  ['a list for one value', { ...SAMPLE_SELECTION, class: ['public', 'press'] }],
  ['a dimension left out', { ...SAMPLE_SELECTION, region: undefined }],
  ['no date', { ...SAMPLE_SELECTION, from: '2024-13-45' }],
  ['SQL for a date', { ...SAMPLE_SELECTION, from: "2024-01-01' or 1=1 --" }],
  ['a number for copies', { ...SAMPLE_SELECTION, copies: 2 }],
  ['a value longer than any', { ...SAMPLE_SELECTION, region: 'x'.repeat(201) }],
  ['an unknown voice', { ...SAMPLE_SELECTION, voice: 'someone' }],
])('a question with %s never reaches the store', async (_, selection) => {
  const explorer = { ...sampleExplorer(), selections: () => Promise.reject(new Error('asked')) };
  const app = sampleApp();
  const closed = sampleApp({
    workbench: {
      finding: () => Promise.reject(new Error('no')),
      firstView: () => Promise.reject(new Error('not asked')),
      session: () => Promise.reject(new Error('no')),
      beside: async () => ({}),
      report: () => Promise.reject(new Error('no')),
      explorer,
    },
  });
  for (const each of [app, closed]) {
    const response = await post(exploreSelections.path, { ...GOOD, selections: [selection] }, each);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'server/invalid-request' });
  }
});

test('values that no mention has are named, with those that there are', async () => {
  for (const [dimension, value] of [
    ['target', '../../etc/passwd'],
    ['region', "Omsk' or '1'='1"],
    ['source', '<script>'],
    ['theme', 'nothing'],
  ] as const) {
    const response = await post(exploreSelections.path, {
      ...GOOD,
      selections: [{ ...SAMPLE_SELECTION, [dimension]: value }],
    });
    expect(response.status).toBe(400);
    const problem = (await response.json()) as { code: string; message: string; hint: string };
    expect(problem.code).toBe('explore/unknown-value');
    expect(problem.message).toContain(value);
  }
});

test('a time that is not in the study is told, with the days that are', async () => {
  for (const [from, to] of [
    ['2024-02-01', '2024-02-01'],
    ['2024-03-01', '2024-01-01'],
    ['2030-01-01', null],
    [null, '2020-01-01'],
  ]) {
    const response = await post(exploreSelections.path, {
      ...GOOD,
      selections: [{ ...SAMPLE_SELECTION, from, to }],
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'explore/no-period',
      hint: expect.stringContaining('2024-01-01'),
    });
  }
});

test('three selections, none, no JSON, and a body too large are turned down', async () => {
  const three = { ...GOOD, selections: [SAMPLE_SELECTION, SAMPLE_SELECTION, SAMPLE_SELECTION] };
  for (const body of [three, { ...GOOD, selections: [] }, 'selections=1', '', { ...GOOD, measure: 'mean' }])
    expect((await post(exploreSelections.path, body)).status).toBe(400);
  const large = { ...GOOD, padding: 'x'.repeat(1_100_000) };
  expect((await post(exploreSelections.path, large)).status).toBe(413);
  for (const offset of [-1, 0.5, 10_000])
    expect(
      (await post(exploreMentions.path, { selection: SAMPLE_SELECTION, at: null, label: null, offset }))
        .status,
    ).toBe(400);
});

test('a store that is in use, that has changed, or a number that is withheld, is told with the remedy', async () => {
  for (const [problem, status] of [
    [new StudyError('store/locked', { path: 'out/store' }), 409],
    [new StudyError('explore/no-run', { path: 'out', problem: 'parts of its store are gone' }), 409],
    [new StudyError('explore/withheld', { rule: 'few-authors' }), 403],
  ] as const) {
    const explorer = { ...sampleExplorer(), mentions: () => Promise.reject(problem) };
    const app = sampleApp({
      workbench: {
        finding: () => Promise.reject(new Error('no')),
        firstView: () => Promise.reject(new Error('not asked')),
        session: () => Promise.reject(new Error('no')),
        beside: async () => ({}),
        report: () => Promise.reject(new Error('no')),
        explorer,
      },
    });
    const body = { selection: SAMPLE_SELECTION, at: null, label: null, offset: 0 };
    const response = await post(exploreMentions.path, body, app);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code: problem.code, hint: problem.hint });
  }
});
