import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import { readTimeStamp } from './time-stamp-token.ts';

const golden = (name: string): Buffer => readFileSync(`test/golden/${name}`);
const STAMPED = hash('sha256', 'a manifest\n', 'hex');

test('a response and a bare token of OpenSSL say what was stamped and when', () => {
  for (const name of ['time-stamp.tsr', 'time-stamp.token']) {
    expect(readTimeStamp(golden(name))).toEqual({
      sha256: STAMPED,
      time: expect.stringMatching(/^\d{14}Z$/),
      nonce: expect.stringMatching(/^[0-9a-f]{2,16}$/),
    });
  }
});

test('another hash, a refusal and what is no token are told apart', () => {
  expect(readTimeStamp(golden('time-stamp-sha512.tsr'))).toBe('not-sha256');
  // TimeStampResp { status { rejection } }
  expect(readTimeStamp(Buffer.from('30053003020102', 'hex'))).toBe('refused');
  expect(readTimeStamp(Buffer.from('3003020101', 'hex'))).toBe('not-a-token');
  expect(readTimeStamp(new Uint8Array())).toBe('not-der');
  expect(readTimeStamp(Buffer.from('{"schema":1}'))).toBe('not-der');
});

test('lengths that are not in their shortest form, or too long, and bytes after the end are no DER', () => {
  const token = golden('time-stamp.token');
  expect(readTimeStamp(Buffer.concat([token, Buffer.from([0])]))).toBe('not-der');
  expect(readTimeStamp(Buffer.from('30810420020101', 'hex'))).toBe('not-der');
  expect(readTimeStamp(Buffer.from('3080020101', 'hex'))).toBe('not-der');
  for (let end = 0; end < token.length; end += 13)
    expect(readTimeStamp(token.subarray(0, end))).toBe('not-der');
});

test('bytes changed at random never throw, and never give the same hash where the hash was changed', () => {
  const token = golden('time-stamp.token');
  const at = token.indexOf(Buffer.from(STAMPED, 'hex'));
  const random = seededRandom(6);
  for (let i = 0; i < 2_000; i++) {
    const changed = Buffer.from(token);
    const byte = Math.floor(random() * token.length);
    changed[byte] = (changed[byte] as number) ^ (1 << Math.floor(random() * 8));
    const read = readTimeStamp(changed);
    if (byte >= at && byte < at + 32 && typeof read === 'object') expect(read.sha256).not.toBe(STAMPED);
  }
});
