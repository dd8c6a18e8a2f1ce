import { expect, test } from 'vitest';
import { sampleFinding } from '../report/fixtures/sample-finding.ts';
import { ROUTES } from './contract.ts';
import { ORIGIN, OWN, PORT, sampleApp, TOKEN } from './fixtures/sample-app.ts';
import { sampleExplorer } from './fixtures/sample-explorer.ts';

const app = sampleApp();
const get = async (path: string, headers: Record<string, string> = {}) =>
  app.request(`${ORIGIN}${path}`, { headers: { ...OWN, ...headers } });
const host = { host: `127.0.0.1:${PORT}` };

test('the link with the token gives a cookie that scripts and other sites cannot use, and leaves no token behind', async () => {
  const response = await app.request(`${ORIGIN}/explore?target=china&token=${TOKEN}`, { headers: host });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/explore?target=china');
  expect(response.headers.get('set-cookie')).toBe(
    `groundswell-${PORT}=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`,
  );
});

test('a redirect after the token stays on this server', async () => {
  const response = await app.request(`${ORIGIN}//evil.example/x?token=${TOKEN}`, { headers: host });
  expect(response.headers.get('location')).toBe('/evil.example/x');
});

test.each([
  ['no token and no cookie', '/', {}],
  ['a forged token', '/?token=guess', {}],
  ['an empty token', '/?token=', {}],
  ['a forged cookie', '/api/finding', { cookie: `groundswell-${PORT}=guess` }],
  ['the cookie of another port', '/api/finding', { cookie: `groundswell-1=${TOKEN}` }],
])('%s: refused, with the way in', async (_, path, headers) => {
  const response = await app.request(`${ORIGIN}${path}`, { headers: { ...host, ...headers } });
  expect(response.status).toBe(401);
  expect(await response.text()).toContain('groundswell serve');
});

test('a foreign name that points to this machine is refused, with or without the cookie', async () => {
  for (const name of ['evil.example', `evil.example:${PORT}`, '127.0.0.1:1', '127.0.0.1', '', '[::1]'])
    expect((await get('/api/finding', { host: name })).status).toBe(403);
  expect((await get('/api/finding', { host: `localhost:${PORT}` })).status).toBe(200);
});

test('what another page asks for is refused, by origin and by what the browser says', async () => {
  for (const origin of [
    'http://evil.example',
    'null',
    `https://127.0.0.1:${PORT}`,
    `http://localhost:${PORT}`,
  ])
    expect((await get('/api/finding', { origin })).status).toBe(403);
  for (const site of ['cross-site', 'same-site'])
    expect((await get('/api/finding', { 'sec-fetch-site': site, 'sec-fetch-mode': 'cors' })).status).toBe(
      403,
    );
  expect((await get('/api/finding', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  expect((await get('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).status).toBe(200);
});

test('a change without an origin is refused', async () => {
  const response = await app.request(`${ORIGIN}/api/finding`, { method: 'POST', headers: OWN, body: '{}' });
  expect(response.status).toBe(403);
});

test('no address leads out of the built page', async () => {
  for (const path of [
    '/../package.json',
    '/..%2fpackage.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/%00',
    '/assets/a-1.js%00.html',
    '/index.html/../../study.yaml',
    '/finding.json',
    '//etc/passwd',
    '/api/..%2f..%2fetc%2fpasswd',
  ]) {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 404]);
  }
});

test('a body over the limit is refused, whether its size is told or not', async () => {
  const body = JSON.stringify({ filler: 'x'.repeat(1_000_001) });
  const post = (more: Record<string, string>, content: string | ReadableStream) =>
    app.request(`${ORIGIN}/api/finding`, {
      method: 'POST',
      headers: { ...OWN, origin: ORIGIN, ...more },
      body: content,
      duplex: 'half',
    } as RequestInit);
  expect((await post({ 'content-length': String(body.length) }, body)).status).toBe(413);
  expect((await post({}, new Blob([body]).stream())).status).toBe(413);
});

test('requests that come too fast are turned down, and let in again later', async () => {
  let at = 0;
  const slow = sampleApp({ now: () => at });
  const status = async () => (await slow.request(`${ORIGIN}/api/session`, { headers: OWN })).status;
  const first = await Promise.all(Array.from({ length: 201 }, status));
  expect(first.filter((code) => code === 200)).toHaveLength(200);
  expect(first.filter((code) => code === 429)).toHaveLength(1);
  at += 20;
  expect(await Promise.all([status(), status(), status()])).toEqual([200, 200, 429]);
  // One measure for all who have no link, whatever they send; theirs is not the analyst's.
  const guess = async (_: unknown, i: number) =>
    (await slow.request(`${ORIGIN}/?token=guess-${i}`, { headers: host })).status;
  const guesses = await Promise.all(Array.from({ length: 201 }, guess));
  expect(guesses.filter((code) => code === 401)).toHaveLength(200);
  expect(guesses.filter((code) => code === 429)).toHaveLength(1);
  at += 20;
  expect(await status()).toBe(200);
});

test('every answer forbids scripts from elsewhere, inline scripts, frames and guesses at its type', async () => {
  for (const path of ['/', '/api/session', '/nowhere', '/?token=guess']) {
    const { headers } = await get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('script in a post leaves as JSON, which no browser runs', async () => {
  const finding = sampleFinding();
  const [first, ...others] = finding.exhibits;
  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';
  const exhibits = first === undefined ? [] : [{ ...first, text: hostile }, ...others];
  const hostileApp = sampleApp({ finding: { ...finding, exhibits } });
  const response = await hostileApp.request(`${ORIGIN}/api/finding`, { headers: OWN });
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  expect(exhibits[0]?.text).toBe(hostile);
  expect(((await response.json()) as typeof finding).exhibits[0]?.text).toBe(hostile);
  // Labels of a study are drawn into charts.
  const classes = finding.study.classes.map((one) => ({ ...one, label: hostile }));
  const drawing = sampleApp({ finding: { ...finding, study: { ...finding.study, classes } } });
  const answer = await drawing.request(`${ORIGIN}/api/first-view/en`, { headers: OWN });
  expect(answer.headers.get('content-type')).toBe('application/json');
  const { section } = ROUTES.firstView.result.parse(await answer.json());
  const drawings = section.blocks.flatMap((block) =>
    block.kind === 'figure' ? block.figure.panels.map((panel) => panel.drawings.wide.body) : [],
  );
  expect(drawings.join('')).toContain('&lt;script&gt;');
  for (const body of drawings) expect(body).not.toMatch(/<(?:img|script|a|foreignObject)\b/i);
});

test('an error of our own tells nothing of this machine', async () => {
  const failing = sampleApp({
    workbench: {
      session: () => Promise.reject(new TypeError('/home/someone/secret.key')),
      finding: () => Promise.reject(new TypeError('no')),
      firstView: () => Promise.reject(new TypeError('no')),
      explorer: sampleExplorer(),
      beside: async () => ({}),
      report: () => Promise.reject(new TypeError('no')),
    },
  });
  const response = await failing.request(`${ORIGIN}/api/session`, { headers: OWN });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
});
