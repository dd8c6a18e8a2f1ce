import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { timeStampRequest } from './time-stamp-request.ts';

const STAMPED = hash('sha256', 'a manifest\n', 'hex');

test('a request has the bytes that OpenSSL gives it', () => {
  expect(Buffer.from(timeStampRequest(STAMPED, null))).toEqual(readFileSync('test/golden/time-stamp.tsq'));
});

test.each([
  ['0000', '020100'],
  ['007f', '02017f'],
  ['80', '02020080'],
  ['ffffffffffffffff', '020900ffffffffffffffff'],
])('the number %s is written in its shortest form, without a sign', (nonce, written) => {
  const request = Buffer.from(timeStampRequest(STAMPED, Buffer.from(nonce, 'hex'))).toString('hex');
  expect(request.endsWith(`${written}0101ff`)).toBe(true);
  expect(Number.parseInt(request.slice(2, 4), 16)).toBe(request.length / 2 - 2);
});
