import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeWhole } from './part-store.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundswell-whole-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a file that many write at once is the file of one of them, and nobody fails', async () => {
  const path = join(folder, 'inputs.cache');
  const texts = Array.from({ length: 40 }, (_, i) => String(i).repeat(20_000 + i));
  await Promise.all(texts.map((text) => writeWhole(path, text)));
  expect(texts).toContain(await readFile(path, 'utf8'));
  expect(await readdir(folder)).toEqual(['inputs.cache']);
});

test('what cannot be written leaves nothing behind', async () => {
  const taken = join(folder, 'taken');
  await mkdir(taken);
  await expect(writeWhole(taken, 'a folder is not replaced by a file')).rejects.toThrow();
  expect((await readdir(folder)).filter((name) => name.startsWith('taken'))).toEqual(['taken']);
});
