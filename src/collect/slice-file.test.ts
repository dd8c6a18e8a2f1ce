import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileSystem, FoundFile } from '../domain/effects.ts';
import { SLICE_BYTES, sliceFile } from './slice-file.ts';

function memory(bytes: Uint8Array, chunkSize: number): { files: FileSystem; file: FoundFile } {
  return {
    file: { path: 'a.ndjson', absolutePath: '/a.ndjson', size: bytes.length, modifiedAt: 0 },
    files: {
      find: async () => [],
      open: async function* () {
        for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
      },
    },
  };
}

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('a large file is cut after line breaks, its slices tile it, and lines are counted', async () => {
  const line = Buffer.from(`${'x'.repeat(999)}\n`);
  const bytes = Buffer.concat(Array.from({ length: 20_000 }, () => line));
  const { files, file } = memory(bytes, 65_536);
  const slices = await sliceFile(files, file, true);
  expect(slices.length).toBe(Math.ceil(bytes.length / SLICE_BYTES));
  slices.forEach((slice, i) => {
    expect(slice.start).toBe(i === 0 ? 0 : slices[i - 1]?.end);
    expect(slice.firstLine).toBe(slice.start / 1000 + 1);
    expect(slice.digest).toBe(sha(bytes.subarray(slice.start, slice.end)));
    expect(bytes[slice.end - 1]).toBe(0x0a);
  });
  expect(slices.at(-1)?.end).toBe(bytes.length);
});

test('cuts do not depend on how the bytes arrive, and appending changes the last slice only', async () => {
  const lines = Array.from({ length: 24_000 }, (_, i) => `${i} ${'y'.repeat(i % 1500)}\n`).join('');
  const bytes = Buffer.from(lines);
  const reference = await sliceFile(...args(bytes, 1 << 20));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 10_000, max: 3_000_000 }), async (chunk) => {
      expect(await sliceFile(...args(bytes, chunk))).toEqual(reference);
    }),
    { numRuns: 10 },
  );
  const grown = await sliceFile(...args(Buffer.concat([bytes, Buffer.from('one more line\n')]), 1 << 20));
  expect(grown.slice(0, reference.length - 1)).toEqual(reference.slice(0, -1));
});

function args(bytes: Uint8Array, chunk: number): [FileSystem, FoundFile, boolean] {
  const { files, file } = memory(bytes, chunk);
  return [files, file, true];
}

test('a packed or UTF-16 file, or one that may not be cut, is one slice', async () => {
  const big = Buffer.alloc(SLICE_BYTES + 100, 0x0a);
  for (const head of [
    [0x1f, 0x8b],
    [0x28, 0xb5],
    [0xff, 0xfe],
    [0xfe, 0xff],
  ]) {
    const bytes = Buffer.concat([Buffer.from(head), big]);
    expect(await sliceFile(...args(bytes, 1 << 20))).toHaveLength(1);
  }
  const { files, file } = memory(big, 1 << 20);
  expect(await sliceFile(files, file, false)).toHaveLength(1);
});

test('an empty file is one empty slice', async () => {
  const slices = await sliceFile(...args(new Uint8Array(), 10));
  expect(slices).toHaveLength(1);
  expect(slices[0]).toMatchObject({ start: 0, end: 0, firstLine: 1 });
});
