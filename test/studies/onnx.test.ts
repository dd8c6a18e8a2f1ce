import { cpSync, globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { loadStudy } from '../../src/pipeline/load-study.ts';
import { runStudy } from '../../src/pipeline/run-study.ts';
import { tinyFolder } from '../contract/tiny-onnx.ts';

let root: string;

const study = (options: string): string => `id: tiny
title: A tiny model is asked
period: { start: 2024-01-01, end: 2024-03-11 }
classes: [public]
targets:
  - { id: china, aliases: [China] }
  - { id: japan, aliases: [Japan] }
sources:
  - { id: long, adapter: csv, path: long.csv, class: public, language: en }
  - { id: short, adapter: csv, path: short.csv, class: public, language: en }
annotators:
  stance: { kind: onnx, ${options} }
`;

async function run(options: string, to: { out: string; threads?: number }): Promise<Finding> {
  writeFileSync(join(root, 'study.yaml'), study(options));
  const { config } = await loadStudy(join(root, 'study.yaml'));
  return runStudy(config, {
    out: join(root, to.out),
    threads: to.threads ?? 1,
    keyFile: join(root, 'key'),
    progress: () => undefined,
    now: () => Date.now(),
    randomBytes: (n) => new Uint8Array(n).fill(7),
    version: '0',
  });
}

/** Folders of annotated batches with the time they were made. */
const annotated = (out: string): (readonly [string, number])[] =>
  globSync(join(root, out, 'store/**/annotated-*'))
    .sort()
    .map((path) => [path, statSync(path).mtimeMs]);

const balances = (finding: Finding): Record<string, unknown> =>
  Object.fromEntries(
    (finding.levels ?? [])
      .filter((one) => one.measure === 'net-balance')
      .map((one) => [one.target, one.estimate.kind === 'estimate' ? one.estimate.value : null]),
  );

function table(n: number, broken: string): string {
  const rows = Array.from({ length: n }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + (i % 70))).toISOString().slice(0, 10);
    const text = `China ${i % 4 === 0 ? 'met' : 'lied to'} us ${i * 7919} times and today the people give thanks to Japan`;
    return `${i},${text}${i === n - 1 ? broken : ''},${day},author${i}`;
  });
  return ['id,text,date,author', ...rows].join('\n');
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-onnx-run-'));
  cpSync(tinyFolder('pair'), join(root, 'models', 'tiny'), { recursive: true });
  writeFileSync(join(root, 'long.csv'), table(160, ''));
  writeFileSync(join(root, 'short.csv'), table(40, ''));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a model is named by a folder beside the study; each target gets its own stance', async () => {
  const finding = await run('model: models/tiny', { out: 'out' });
  expect(finding.manifest.annotators).toEqual([
    {
      layer: 'stance',
      kind: 'onnx',
      name: 'tiny',
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
      trainedOn: [],
    },
  ]);
  expect(balances(finding)).toMatchObject({ china: -0.75, japan: 1 });
});

test('worker processes find the same', async () => {
  const alone = await run('model: models/tiny', { out: 'out' });
  expect(await run('model: models/tiny', { out: 'together', threads: 2 })).toEqual(alone);
});

test('the same model is asked nothing twice, another model annotates anew', async () => {
  await run('model: models/tiny', { out: 'changed' });
  const before = annotated('changed');
  const second = await run('model: models/tiny', { out: 'changed' });
  expect(annotated('changed')).toEqual(before);
  writeFileSync(join(root, 'models', 'tiny', 'tokenizer_config.json'), '{"model_max_length": 64}');
  const third = await run('model: models/tiny', { out: 'changed' });
  expect(third.manifest.annotators[0]?.version).not.toBe(second.manifest.annotators[0]?.version);
  expect(annotated('changed')).toHaveLength(2 * before.length);
});

test('what was annotated before a failure is kept, and the error crosses the processes', async () => {
  writeFileSync(join(root, 'short.csv'), table(40, ' notanumber'));
  const failure = await run('model: models/tiny', { out: 'broken' }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'SourceError', code: 'annotator/wrong-answer' });
  expect((failure as Error).message).toMatch(/source short, short\.csv from line 1, batch 1, mention \d+/);
  const kept = annotated('broken');
  expect(kept).toHaveLength(1);
  await expect(run('model: models/tiny', { out: 'broken' })).rejects.toThrow(/NaN/);
  expect(annotated('broken')).toEqual(kept);
  const apart = run('model: models/tiny', { out: 'apart', threads: 2 });
  await expect(apart).rejects.toMatchObject({ name: 'SourceError', code: 'annotator/wrong-answer' });
});

test('a model that does not open stops the run with the name of the file', async () => {
  writeFileSync(join(root, 'models', 'tiny', 'onnx', 'model.onnx'), 'no model');
  const failure = run('model: models/tiny', { out: 'closed', threads: 2 });
  await expect(failure).rejects.toMatchObject({ name: 'StudyError', code: 'model/unfit' });
  await expect(failure).rejects.toThrow(/onnx\/model\.onnx cannot be used/);
});
