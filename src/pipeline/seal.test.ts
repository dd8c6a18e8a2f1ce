import { hash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTimeStamp } from '../evidence/time-stamp-token.ts';
import { nodeNetwork } from './node-network.ts';
import { manifestText, type RunManifest } from './run-manifest.ts';
import { sealRun } from './seal.ts';
import { checkSeal } from './verify-seal.ts';

const TOKEN = readFileSync('test/golden/time-stamp.tsr');
const stamp = readTimeStamp(TOKEN);
const nonce = Buffer.from(typeof stamp === 'object' ? (stamp.nonce ?? '') : '', 'hex');
let out: string;
let server: Server;

/** A server that stamps whatever it is sent, with the number of the golden request; its signature does not fit, which is not looked at. */
async function authority(
  change: (token: Buffer) => Buffer = (token) => token,
): Promise<{ url: string; asked: Buffer[] }> {
  const asked: Buffer[] = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const query = Buffer.concat(chunks);
      asked.push(query);
      const token = Buffer.from(TOKEN);
      query.copy(token, token.indexOf(Buffer.from(hash('sha256', 'a manifest\n'), 'hex')), 24, 56);
      response.writeHead(request.headers['content-type'] === 'application/timestamp-query' ? 200 : 415);
      response.end(change(token));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

const seal = (url: string | null, bytes = nonce) =>
  sealRun(out, { url, network: nodeNetwork, randomBytes: () => bytes, version: '0.1.0' });

const writeManifest = (runId: string): void =>
  writeFileSync(join(out, 'manifest.json'), manifestText({ runId } as RunManifest));

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'groundswell-seal-'));
  server = createServer();
  writeManifest('one');
});

afterEach(() => {
  server.close();
  rmSync(out, { recursive: true, force: true });
});

test('without an authority the request is written and nothing is sent', async () => {
  const { sha256, time } = await seal(null);
  expect(time).toBe(null);
  expect(sha256).toBe(hash('sha256', readFileSync(join(out, 'manifest.json'))));
  expect(readFileSync(join(out, 'manifest.tsq')).includes(Buffer.from(sha256, 'hex'))).toBe(true);
  expect(existsSync(join(out, 'manifest.tsr'))).toBe(false);
});

test('the answer of an authority is kept, stands in the log, and is what verify looks for', async () => {
  const { url, asked } = await authority();
  const { time } = await seal(url);
  expect(time).toMatch(/^\d{14}Z$/);
  expect(asked).toEqual([readFileSync(join(out, 'manifest.tsq'))]);
  expect(await checkSeal(out)).toMatchObject({
    state: 'agrees',
    detail: expect.stringContaining('stamped at'),
  });
  const log = readFileSync(join(out, 'custody.jsonl'), 'utf8');
  expect(JSON.parse(log)).toMatchObject({ action: 'seal', facts: { authority: new URL(url).host, time } });
});

test('a stamp of an earlier manifest is kept beside the new one', async () => {
  const { url } = await authority();
  const { time } = await seal(url);
  const first = readFileSync(join(out, 'manifest.tsr'));
  writeManifest('two');
  expect((await checkSeal(out)).state).toBe('differs');
  await seal(url);
  expect((await checkSeal(out)).state).toBe('agrees');
  expect(readFileSync(join(out, `manifest-${time}.tsr`))).toEqual(first);
});

test.each([
  ['a stamp of another hash', () => TOKEN],
  ['no token', () => Buffer.from('<html>busy</html>')],
  ['a refusal', () => Buffer.from('30053003020102', 'hex')],
] as const)('%s is no seal, and what was there stays', async (_, change) => {
  const { url } = await authority(change);
  writeFileSync(join(out, 'manifest.tsr'), 'earlier');
  await expect(seal(url)).rejects.toMatchObject({ code: 'seal/not-sealed' });
  expect(readFileSync(join(out, 'manifest.tsr'), 'utf8')).toBe('earlier');
});

test('an answer to another request, an authority that is not there, and an address that is none are told', async () => {
  const { url } = await authority();
  await expect(seal(url, Buffer.from('0102030405060708', 'hex'))).rejects.toMatchObject({
    code: 'seal/not-sealed',
  });
  await expect(seal('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'seal/not-sealed' });
  await expect(seal('authority.example')).rejects.toMatchObject({ code: 'cli/usage' });
});

test('a manifest that was changed is not sealed', async () => {
  writeFileSync(join(out, 'manifest.json'), '{"runId":"one"}');
  await expect(seal(null)).rejects.toMatchObject({ code: 'verify/no-run' });
});
