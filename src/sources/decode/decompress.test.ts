import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decompress } from './decompress.ts';

const TEXT = Buffer.from(Array.from({ length: 20_000 }, (_, i) => `line ${i} ${Math.sin(i)}`).join('\n'));

async function unpacked(
  bytes: Uint8Array,
  chunkBytes = 65_536,
): Promise<{ text: Buffer; problem: string | null }> {
  async function* source(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  const { chunks, problem } = decompress(source());
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return { text: Buffer.concat(parts), problem: problem() };
}

describe.each([
  ['gzip', gzipSync(TEXT)],
  ['zstd', zstdCompressSync(TEXT)],
] as const)('%s', (_, packed) => {
  test.each([1000, 65_536])('unpacks in chunks of %i bytes', async (chunkBytes) => {
    const { text, problem } = await unpacked(packed, chunkBytes);
    expect(text.equals(TEXT)).toBe(true);
    expect(problem).toBeNull();
  });

  test('unpacks members that stand one behind the other', async () => {
    const { text, problem } = await unpacked(Buffer.concat([packed, packed, packed]), 777);
    expect(text.length).toBe(TEXT.length * 3);
    expect(problem).toBeNull();
  });

  test('gives all that stands before a cut, and says so', async () => {
    const { text, problem } = await unpacked(packed.subarray(0, Math.floor(packed.length / 2)));
    expect(text.length).toBeGreaterThan(TEXT.length / 4);
    expect(text.equals(TEXT.subarray(0, text.length))).toBe(true);
    expect(problem).toMatch(/cut off/);
  });

  test('takes zeros behind the end for padding, and names anything else', async () => {
    expect((await unpacked(Buffer.concat([packed, Buffer.alloc(5000)]))).problem).toBeNull();
    expect((await unpacked(Buffer.concat([packed, Buffer.from('other things')]))).problem).not.toBeNull();
  });

  test('says that data are damaged', async () => {
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 12, 400);
    expect((await unpacked(damaged)).problem).toMatch(/damaged/);
  });
});

test('other bytes pass through', async () => {
  expect(await unpacked(TEXT, 999)).toEqual({ text: TEXT, problem: null });
  expect(await unpacked(Buffer.alloc(0))).toEqual({ text: Buffer.alloc(0), problem: null });
});

test('unpacks Zstandard frames with the largest window, as dumps of many gigabytes have', async () => {
  const text = Buffer.from('a line of a dump\n');
  const header = [0x28, 0xb5, 0x2f, 0xfd, 0x00, (31 - 10) << 3];
  const lastRawBlock = [(text.length << 3) | 1, 0, 0];
  const frame = Buffer.concat([Buffer.from(header), Buffer.from(lastRawBlock), text]);
  expect(await unpacked(frame)).toEqual({ text, problem: null });
});
