import { describe, expect, test } from 'vitest';
import type { SourceInput } from '../adapter.ts';
import { readLines } from './read-lines.ts';

function input(chunks: readonly (string | Uint8Array)[], changes: Partial<SourceInput> = {}): SourceInput {
  return {
    path: 'lines.txt',
    open: async function* () {
      for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    },
    firstByte: 0,
    firstLine: 1,
    encoding: null,
    fields: {},
    options: {},
    timeZone: 'UTC',
    maximumRecordLength: 100,
    ...changes,
  };
}

async function lines(from: SourceInput) {
  const all = [];
  for await (const some of readLines(from)) all.push(...some);
  return all;
}

test('lines end in LF or CR LF; the last may end in nothing; empty ones are none', async () => {
  expect(await lines(input(['a\nb', 'c\r', '\n\n\r\nд', '\n', 'last']))).toEqual([
    { kind: 'line', text: 'a', line: 1, byteOffset: 0, ended: true },
    { kind: 'line', text: 'bc', line: 2, byteOffset: 2, ended: true },
    { kind: 'line', text: 'д', line: 5, byteOffset: 9, ended: true },
    { kind: 'line', text: 'last', line: 6, byteOffset: 12, ended: false },
  ]);
});

test('a slice counts on from where it begins', async () => {
  expect(await lines(input(['x\n'], { firstByte: 1000, firstLine: 40 }))).toMatchObject([
    { line: 40, byteOffset: 1000 },
  ]);
});

describe('a line of 100 MB', () => {
  test('is rejected while it streams by, and the next is read', async () => {
    const part = Buffer.alloc(1_000_000, 'a');
    const items = await lines(input(['first\n', ...Array<Buffer>(100).fill(part), '\nnext\n']));
    expect(items.map((item) => (item.kind === 'line' ? item.text : item.reason))).toEqual([
      'first',
      'too-long',
      'next',
    ]);
    expect(items[1]).toMatchObject({ detail: 'a line of 100000000 bytes; the limit is 100 characters' });
    expect(items[2]).toMatchObject({ line: 3, byteOffset: 100_000_007 });
  });
});

test('one broken character is no reason to lose a line; a wrong encoding is', async () => {
  const [broken] = await lines(input([Buffer.from([0x61, 0x62, 0xff, 0x63, 0x0a])], { encoding: 'utf-8' }));
  expect(broken).toMatchObject({ kind: 'line', text: 'ab\ufffdc' });
  const russian = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0a]);
  expect(await lines(input([russian], { encoding: 'utf-8' }))).toMatchObject([{ reason: 'wrong-encoding' }]);
  expect(await lines(input([russian], { encoding: 'cp1251' }))).toMatchObject([
    { text: 'Привет', byteOffset: null },
  ]);
});
