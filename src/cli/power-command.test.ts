import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInProcess as run } from '../../test/studies/run-in-process.ts';
import { sampleFinding } from '../report/fixtures/sample-finding.ts';
import { studyTemplate } from '../study/template.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'power-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('flags alone give a table of three numbers', async () => {
  const { code, out } = await run(['power', '--mentions', '400', '--weeks', '104', '--ar', '0.3']);
  expect(code).toBe(0);
  expect(out).toMatch(/400\s+104\s+[\d.]+\s+[\d.]+\s+[\d.]+/);
  const json = JSON.parse(
    (await run(['power', '--mentions', '400', '--weeks', '104', '--codings', '200', '--json'])).out,
  );
  expect(json.rows[0].detectable.levelDifference).toBeGreaterThan(0.2);
});

test('a run gives a row for each series that is long enough', async () => {
  const path = join(folder, 'study.yaml');
  await writeFile(path, studyTemplate('power'));
  const before = await run(['power', path, '--out', folder]);
  expect(before.code).toBe(2);
  expect(before.error).toContain('--mentions');
  await writeFile(join(folder, 'finding.json'), JSON.stringify(sampleFinding()));
  const { code, out, error } = await run(['power', path, '--out', folder]);
  expect(code, error).toBe(0);
  expect(out).toMatch(/china +state-media +\d+ +53 +[\d.]+ +[\d.]+ +[\d.]+/);
  expect(out).not.toMatch(/NaN|undefined/);
});

test.each([
  [['--weeks', '104'], 'needs --mentions'],
  [['--mentions', '-3', '--weeks', '104'], 'whole number above 0'],
  [['--mentions', '10', '--weeks', '104', '--ar', '1.5'], 'from -0.9 to 0.95'],
  [['--mentions', '10', '--weeks', '104', '--power', ''], 'from 0.05 to 0.999'],
])('%j is refused with a reason', async (args, reason) => {
  const { code, error } = await run(['power', ...args]);
  expect(code).toBe(2);
  expect(error).toContain(reason);
});

test('a series too short for a step has a dash', async () => {
  const { out } = await run(['power', '--mentions', '400', '--weeks', '8']);
  expect(out).toMatch(/400\s+8\s+[\d.]+\s+–\s+–/);
});
