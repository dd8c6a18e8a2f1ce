import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readAnswer } from './http-body.ts';

const PAGE = '<p>Bread</p>';

function bodyOf(headers: string, body: string | Buffer): string {
  const block = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), Buffer.from(body)]);
  const answer = readAnswer(block)?.body() ?? { problem: 'none', reason: 'none' };
  return 'bytes' in answer ? answer.bytes.toString() : answer.reason;
}

test.each([
  ['Content-Type: text/html', PAGE, PAGE],
  ['Content-Length: 12', PAGE, PAGE],
  ['Content-Length: 13', PAGE, 'truncated'],
  ['Content-Length: 20', '<html>x</html>\n', '<html>x</html>\n'],
  ['transfer-encoding: Chunked', '6;a=b\r\n<p>Bre\r\n6\r\nad</p>\r\n0\r\n\r\n', PAGE],
  ['Transfer-Encoding: chunked', PAGE, PAGE],
  ['Transfer-Encoding: chunked', '6\r\n<p>Bre\r\n', 'truncated'],
  ['Transfer-Encoding: chunked', '6\r\n<p>Bre\r\nffffffff\r\nad', 'truncated'],
  ['Transfer-Encoding: chunked', '6\r\n<p>Bre\r\nzz\r\nad', 'unparseable'],
  ['Content-Encoding: gzip', gzipSync(PAGE), PAGE],
  ['Content-Encoding: x-gzip, identity', gzipSync(PAGE), PAGE],
  ['Content-Encoding: gzip', PAGE, PAGE],
  ['Content-Encoding: gzip', gzipSync(PAGE).subarray(0, 20), 'truncated'],
  ['Content-Encoding: gzip', 'xyz', 'unparseable'],
  ['Content-Encoding: compress', 'xyz', 'unparseable'],
] as const)('a body with %s', (headers, body, expected) => {
  expect(bodyOf(headers, body)).toBe(expected);
});

test('a bomb is not unfolded', () => {
  expect(bodyOf('Content-Encoding: gzip', gzipSync(Buffer.alloc(65 * 1024 * 1024)))).toBe('too-long');
});

test('what is no response is none', () => {
  expect(readAnswer(Buffer.from('GET / HTTP/1.1\r\n\r\n'))).toBeNull();
  expect(readAnswer(Buffer.from(''))).toBeNull();
  expect(readAnswer(Buffer.from('HTTP/1.0 404 Not Found'))?.status).toBe(404);
});
