import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Network } from '../domain/effects.ts';
import { SourceError, StudyError } from '../errors/errors.ts';
import { timeStampRequest } from '../evidence/time-stamp-request.ts';
import { readTimeStamp } from '../evidence/time-stamp-token.ts';
import { addCustody, manifestHash } from './custody.ts';
import { writeWhole } from './part-store.ts';
import { checkManifest } from './verify-files.ts';
import { SEAL_FILE } from './verify-seal.ts';

/** What sealing needs from outside. */
export interface SealOptions {
  /** Address of a time-stamp authority; null = the request is only written. */
  readonly url: string | null;
  readonly network: Network;
  readonly randomBytes: (n: number) => Uint8Array;
  readonly version: string;
}

/** A request for a time stamp, and the time that was stamped. */
export interface Seal {
  /** SHA-256 of `manifest.json`. */
  readonly sha256: string;
  /** As the token writes it, `20240701120000Z`; null = nothing was sent. */
  readonly time: string | null;
}

const NONCE_BYTES = 8;
const TIMEOUT_MS = 60_000;
const LONGEST_ANSWER = 1_000_000;

/**
 * Writes `manifest.tsq`, a request to stamp `manifest.json`, and, where an authority is named, sends it and keeps the answer as
 * `manifest.tsr`. Only the hash is sent. A stamp of an earlier manifest is kept under its time.
 * @throws {StudyError} `verify/no-run`, `cli/usage`; SourceError `seal/not-sealed`: nothing but the request was written
 */
export async function sealRun(out: string, options: SealOptions): Promise<Seal> {
  const { manifest } = await checkManifest(out);
  const sha256 = await manifestHash(out);
  if (manifest === null || sha256 === null)
    throw new StudyError('verify/no-run', { path: out, problem: 'manifest.json was changed since' });
  const nonce = options.randomBytes(NONCE_BYTES);
  const request = timeStampRequest(sha256, nonce);
  await writeWhole(join(out, 'manifest.tsq'), request);
  if (options.url === null) return { sha256, time: null };
  const url = URL.canParse(options.url) ? new URL(options.url) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new StudyError('cli/usage', { problem: '--url must begin with https:// or http://' });
  const answer = await ask(url, request, options.network);
  const stamp = readTimeStamp(answer);
  const isOurs = typeof stamp === 'object' && stamp.sha256 === sha256 && stamp.nonce === printedNonce(nonce);
  if (!isOurs) {
    const problem = typeof stamp === 'object' ? 'it stamps another request' : `its answer is ${stamp}`;
    throw new SourceError('seal/not-sealed', { host: url.host, problem });
  }
  await keepEarlier(out);
  await writeWhole(join(out, SEAL_FILE), answer);
  const facts = { authority: url.host, time: stamp.time };
  await addCustody(out, { action: 'seal', command: 'seal', facts }, { ...options, now: options.network.now });
  return { sha256, time: stamp.time };
}

function printedNonce(nonce: Uint8Array): string {
  return Buffer.from(nonce)
    .toString('hex')
    .replace(/^(?:00)+(?=..)/, '');
}

async function ask(url: URL, request: Uint8Array, network: Network): Promise<Uint8Array> {
  const giveUp = new AbortController();
  const answered = new AbortController();
  const notSealed = (problem: string): SourceError =>
    new SourceError('seal/not-sealed', { host: url.host, problem });
  const late = network.sleep(TIMEOUT_MS, answered.signal).then(() => {
    throw notSealed(`no answer within ${TIMEOUT_MS / 1000} s`);
  });
  try {
    const sent = send(url, request, { network, signal: giveUp.signal });
    return await Promise.race([sent, late]);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw notSealed(cause instanceof Error ? cause.message : String(cause));
  } finally {
    late.catch(() => undefined);
    answered.abort();
    giveUp.abort();
  }
}

async function send(
  url: URL,
  request: Uint8Array,
  { network, signal }: { readonly network: Network; readonly signal: AbortSignal },
): Promise<Uint8Array> {
  const headers = { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' };
  const body = Buffer.from(request);
  const response = await network.fetch(url.href, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
    signal,
  });
  if (response.status !== 200)
    throw new SourceError('seal/not-sealed', { host: url.host, problem: `it answers ${response.status}` });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
    if (size > LONGEST_ANSWER)
      throw new SourceError('seal/not-sealed', { host: url.host, problem: 'its answer is too long' });
  }
  return Buffer.concat(chunks);
}

/** A stamp stays evidence of the manifest that it was made of. */
async function keepEarlier(out: string): Promise<void> {
  const path = join(out, SEAL_FILE);
  if (!existsSync(path)) return;
  const stamp = readTimeStamp(await readFile(path));
  const name = typeof stamp === 'object' ? stamp.time.replace(/[^0-9Z]/g, '') : 'unreadable';
  await rename(path, join(out, `manifest-${name}.tsr`));
}
