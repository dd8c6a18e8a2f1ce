import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBeside } from './read-beside.ts';
import { readResult } from './read-result.ts';
import { readFinding } from './run-study.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundswell-result-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('what is not there is null, and what is there is read', async () => {
  expect(await readFinding(folder)).toBeNull();
  expect(await readFinding(join(folder, 'nowhere'))).toBeNull();
  expect(await readBeside(folder)).toEqual({ multiverse: null, deletion: null });
  await writeFile(join(folder, 'x.json'), '{"a":1}');
  expect(await readResult(join(folder, 'x.json'), 'run')).toEqual({ a: 1 });
});

test('a multiverse of an older program counts as none', async () => {
  const path = join(folder, 'multiverse.json');
  for (const [schema, isRead] of [
    ['groundswell-multiverse/1', false],
    ['groundswell-multiverse/2', true],
  ] as const) {
    await writeFile(path, JSON.stringify({ schema }));
    expect((await readBeside(folder)).multiverse).toEqual(isRead ? { schema } : null);
  }
  await rm(path);
});

test.each([
  ['finding.json', 'run'],
  ['multiverse.json', 'multiverse'],
  ['deletion.json', 'recheck'],
])('a damaged %s is named, with the command that makes it again', async (name, command) => {
  const path = join(folder, name);
  for (const text of ['', '{"schema": "grounds', '\u0000']) {
    await writeFile(path, text);
    const reading = name === 'finding.json' ? readFinding(folder) : readBeside(folder);
    await expect(reading).rejects.toMatchObject({
      code: 'report/damaged',
      message: expect.stringContaining(path),
      hint: expect.stringContaining(`groundswell ${command}`),
    });
  }
  await rm(path);
});
