import { expect, test } from 'vitest';
import type { SourceInput } from '../adapter.ts';
import { openUtf8 } from './utf8-source.ts';

async function opened(bytes: Uint8Array, encoding: string | null = null, chunkBytes = 10_000) {
  const input: SourceInput = {
    path: 'x.txt',
    open: async function* () {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
    firstByte: 0,
    firstLine: 1,
    encoding,
    fields: {},
    options: {},
    timeZone: 'UTC',
    maximumRecordLength: 100,
  };
  const source = await openUtf8(input);
  const parts: Uint8Array[] = [];
  for await (const chunk of source.chunks) parts.push(chunk);
  return {
    encoding: source.encoding,
    firstByte: source.firstByte,
    text: Buffer.concat(parts).toString('utf8'),
  };
}

const PRIVET = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2c, 0x20]);

test('a byte order mark is left out and counted', async () => {
  expect(await opened(Buffer.from('\ufeffтекст'))).toEqual({
    encoding: 'utf-8',
    firstByte: 3,
    text: 'текст',
  });
  expect(await opened(Buffer.from('\ufeffтекст', 'utf16le'), 'utf-16')).toEqual({
    encoding: 'utf-16le',
    firstByte: null,
    text: 'текст',
  });
});

test('letters that begin late in the file still tell the encoding', async () => {
  const late = Buffer.concat([Buffer.alloc(200_000, 'a '), ...Array<Buffer>(40).fill(PRIVET)]);
  for (const chunkBytes of [1000, 65_536, 1_000_000]) {
    const { encoding, text } = await opened(late, null, chunkBytes);
    expect(encoding).toBe('windows-1251');
    expect(text.endsWith('Привет, ')).toBe(true);
  }
});

test('a character cut between chunks stays whole', async () => {
  const text = '今天天气很好，我们去公园。'.repeat(20);
  expect((await opened(Buffer.from(text, 'utf16le'), 'utf-16le', 7)).text).toBe(text);
});

test('encodings go by all their names; others are refused', async () => {
  expect((await opened(PRIVET, 'cp1251')).text).toBe('Привет, ');
  expect((await opened(PRIVET, ' WINDOWS-1251 ')).encoding).toBe('windows-1251');
  await expect(opened(PRIVET, 'rot13')).rejects.toMatchObject({ code: 'source/unknown-encoding' });
});
