import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Network } from '../domain/effects.ts';
import { type AskedAddress, askAddresses, type PoliteOptions } from './ask-addresses.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server whose answers have a status, headers and a body; null = it never answers. */
async function serve(
  answer: (
    path: string,
  ) => { status: number; headers?: Record<string, string>; body?: string | Buffer } | null,
): Promise<{ origin: string; paths: string[] }> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    paths.push(path);
    const said = answer(path);
    if (said === null) return;
    response.writeHead(said.status, said.headers ?? { 'content-type': 'text/html' });
    response.end(said.body ?? '');
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, paths };
}

/** The real network with a clock of its own: waits of a pause take no time and are written down; a time limit ends when `isLate`. */
function clocked(isLate: () => boolean = () => false): Network & { waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    fetch: (url, init) => fetch(url, init),
    env: {},
    now: () => Date.parse('2024-06-01T00:00:00Z'),
    sleep: async (ms, signal) => {
      if (ms !== OPTIONS.timeoutMs) {
        waits.push(ms);
        return;
      }
      while (!signal.aborted && !isLate()) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const OPTIONS: PoliteOptions = {
  timeoutMs: 30_000,
  pauseMs: 2_000,
  hosts: 2,
  userAgent: 'test',
  isInnerAllowed: true,
};

async function ask(
  urls: readonly string[],
  network: Network,
  passages = ['words'],
): Promise<Record<string, string>> {
  const answers: AskedAddress[] = [];
  await askAddresses(
    urls.map((url) => ({ url, documents: [{ key: url, passages }] })),
    async (one) => {
      answers.push(one);
    },
    { network, options: OPTIONS, stop: new AbortController().signal },
  );
  return Object.fromEntries(answers.map(({ url, outcomes }) => [url, outcomes[0]?.outcome ?? '']));
}

test.each([
  ['there', { status: 200, body: 'Some Words.' }],
  ['changed', { status: 200, body: 'Other ones.' }],
  ['there', { status: 200, headers: { 'content-type': 'image/png' }, body: 'x' }],
  [
    'there',
    {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-16le' },
      body: Buffer.from('some words', 'utf16le'),
    },
  ],
  ['gone', { status: 404 }],
  ['gone', { status: 410 }],
  ['login', { status: 401 }],
  ['login', { status: 302, headers: { location: '/login' } }],
  ['unreachable', { status: 403 }],
  ['unreachable', { status: 451 }],
  ['unreachable', { status: 500 }],
  ['unreachable', { status: 302, headers: { location: '/a' } }],
  ['unreachable', { status: 302, headers: { location: 'file:///etc/passwd' } }],
] as const)('an address is %s by %j', async (outcome, said) => {
  const { origin } = await serve(() => said);
  expect(Object.values(await ask([`${origin}/a`], clocked()))).toEqual([outcome]);
});

test('one that never answers is given up, and one that nobody serves is unreachable', async () => {
  const { origin, paths } = await serve(() => null);
  const answers = await ask(
    [`${origin}/slow`, 'http://127.0.0.1:1/'],
    clocked(() => paths.length > 0),
  );
  expect(Object.values(answers)).toEqual(['unreachable', 'unreachable']);
});

test('one host is asked with a pause between, and again after the pause that it wants', async () => {
  let n = 0;
  const { origin, paths } = await serve(() =>
    n++ === 1 ? { status: 429, headers: { 'retry-after': '40' } } : { status: 200, body: 'words' },
  );
  const network = clocked();
  const answers = await ask(
    [1, 2, 3].map((i) => `${origin}/${i}`),
    network,
  );
  expect(Object.values(answers)).toEqual(['there', 'there', 'there']);
  expect(paths).toEqual(['/1', '/2', '/2', '/3']);
  expect(network.waits).toEqual([2_000, 40_000, 2_000]);
});

test('a host that wants a long pause, or fails time after time, is left in peace: nothing is known of the rest', async () => {
  const busy = await serve(() => ({
    status: 503,
    headers: { 'retry-after': 'Sat, 01 Jun 2024 01:00:00 GMT' },
  }));
  const urls = Array.from({ length: 9 }, (_, i) => `${busy.origin}/${i}`);
  expect(new Set(Object.values(await ask(urls, clocked())))).toEqual(new Set(['unreachable']));
  expect(busy.paths.length).toBe(5);
});

test('a redirect inward is not followed', async () => {
  const inner = await serve(() => ({ status: 200, body: 'words' }));
  const network: Network = {
    ...clocked(),
    fetch: async (url, init) =>
      url === 'https://example.org/a'
        ? new Response('', { status: 302, headers: { location: inner.origin } })
        : fetch(url, init),
  };
  const answers: AskedAddress[] = [];
  await askAddresses(
    [{ url: 'https://example.org/a', documents: [{ key: 'a', passages: ['words'] }] }],
    async (one) => {
      answers.push(one);
    },
    { network, options: { ...OPTIONS, isInnerAllowed: false }, stop: new AbortController().signal },
  );
  expect(answers[0]?.outcomes[0]?.outcome).toBe('unreachable');
  expect(inner.paths).toEqual([]);
});
