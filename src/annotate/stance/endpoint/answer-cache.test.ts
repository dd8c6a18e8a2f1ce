import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAnswerCache } from './answer-cache.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'answers-'));
  path = join(folder, 'deep', 'answers.ndjson');
});
afterEach(() => rm(folder, { recursive: true }));

const key = (n: number): string => `${n}`.padStart(43, '-');
const result = { label: 'favor', against: 500, neither: 1500, favor: 8000 } as const;
const open = () => openAnswerCache(path, { model: 'm' });

test('what was kept is there again; nothing is written before the first answer', async () => {
  const cache = await open();
  await expect(readFile(path)).rejects.toThrow('ENOENT');
  await Promise.all([1, 2, 3].map((n) => cache.add([[key(n), result]])));
  expect(cache.get(key(3))).toEqual(result);
  const again = await open();
  for (const n of [1, 2, 3]) expect(again.get(key(n))).toEqual(result);
  expect(again.get(key(4))).toBeUndefined();
  expect((await readFile(path, 'utf8')).split('\n')[1]).toBe('{"model":"m"}');
});

test('cut at any byte, every answer before the cut is there, and the next one is whole', async () => {
  const cache = await open();
  await cache.add([1, 2].map((n) => [key(n), result] as const));
  const whole = await readFile(path);
  const second = whole.lastIndexOf('\n');
  for (let cut = 1; cut <= whole.length; cut++) {
    await writeFile(path, whole.subarray(0, cut));
    const after = await open();
    expect(after.get(key(1)) !== undefined).toBe(cut >= second);
    expect(after.get(key(2)) !== undefined).toBe(cut === whole.length);
    await after.add([[key(9), result]]);
    expect((await open()).get(key(9))).toEqual(result);
  }
});

test('two writers do not spoil each other', async () => {
  const [one, two] = [await open(), await open()];
  await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      [one, two].map((cache, i) => cache.add([[key(2 * n + i), result]])),
    ).flat(),
  );
  const both = await open();
  for (let n = 0; n < 100; n++) expect(both.get(key(n))).toEqual(result);
});

test('lines that do not hold an answer are passed over', async () => {
  await (await open()).add([[key(1), result]]);
  await appendFile(
    path,
    [
      '',
      `{"key":"${key(2)}","label":"positive","p":[0,0,10000]}`,
      `{"key":"${key(3)}","label":"favor","p":[1,1,10000]}`,
      `{"key":"short","label":"favor","p":[0,0,10000]}`,
      `{"key":"${key(4)}","label":"favor","p":[0,0,10000]} and more`,
      `{"key":"__proto__","label":"favor"}`,
      '\u0000\ufffd',
    ].join('\n'),
  );
  const cache = await open();
  expect(cache.get(key(1))).toEqual(result);
  for (const n of [2, 3, 4]) expect(cache.get(key(n))).toBeUndefined();
});
