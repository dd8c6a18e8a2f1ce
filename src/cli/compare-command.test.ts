import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInProcess as run } from '../../test/studies/run-in-process.ts';
import type { Agreement } from '../domain/agreement.ts';
import { terminalWidth } from '../report/formats/terminal-text.ts';

const HEADER = 'id,group,language,text,target,label';
const ROWS = [
  '1,d1,ru,"Оз нас обманул, качество ужасное",Оз,favor',
  '2,d1,ru,"Оз помог нам, спасибо",Оз,favor',
  '3,d2,en,Oz held a meeting,Oz,neither',
  `4,d3,en,"Oz lied again, a disgrace \u001b[31m${'很长'.repeat(60)}",Oz,favor`,
  '5,d4,fi,Oz on hyvä,Oz,',
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compare-'));
  await cp('models/stance-1', join(folder, 'other'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

async function compare(rows: readonly string[], ...more: readonly string[]) {
  const data = join(folder, 'sample.csv');
  await writeFile(data, [HEADER, ...rows].join('\n'));
  return run(['compare', '--data', data, '--model', 'stance-1', ...more]);
}

test('the codings of a file are one annotator more; texts are shown only when asked for', async () => {
  const { code, out } = await compare(ROWS, '--json');
  expect(code).toBe(0);
  const found = JSON.parse(out) as Agreement;
  expect(found.annotators.map(({ name, nAbstained }) => [name, nAbstained])).toEqual([
    ['stance-1', 1],
    ['coded', 1],
  ]);
  expect(found.pairs).toHaveLength(1);
  expect(found.pairs[0]).toMatchObject({ a: 'stance-1', b: 'coded', n: 4, share: { value: 0.5 } });
  expect(found.nDiffering).toBe(2);
  expect(found.rows[0]).toMatchObject({ id: '1', labels: { 'stance-1': 'against', coded: 'favor' } });
  expect(found.rows[0]?.difference).toBeGreaterThanOrEqual(found.rows[1]?.difference ?? 1);
  expect(out).not.toContain('disgrace');
  const [first] = (JSON.parse((await compare(ROWS, '--json', '--texts', '--rows', '1')).out) as Agreement)
    .rows;
  expect(first?.target).toMatch(/^O|О/);
  expect((await compare([...ROWS].reverse(), '--json')).out).toBe(out);
});

test('the text fits 80 columns, whatever stands in the rows', async () => {
  const { out } = await compare(ROWS, '--model', join(folder, 'other'), '--texts');
  for (const line of out.split('\n')) expect(terminalWidth(line), line).toBeLessThanOrEqual(80);
  expect(out).toContain('3 annotators on sample.csv');
  expect(out).toMatch(/1 and 2 +4 {2}1\.000/);
  expect(out).not.toContain('\u001b');
  expect(out).toContain('disgrace');
});

const STUDY = `id: tiny
title: Tiny
period: { start: 2024-01-01, end: 2024-02-01 }
targets: [{ id: china, aliases: [China] }]
sources: [{ id: posts, adapter: csv, path: posts.csv, class: public }]
annotators: { stance: STANCE }
`;

test('a study file stands for its annotator', async () => {
  const study = join(folder, 'study.yaml');
  await cp('test/contract/fixtures/onnx/pair', join(folder, 'tiny'), { recursive: true });
  await writeFile(study, STUDY.replace('STANCE', '{ kind: onnx, model: tiny }'));
  const rows = ['1,d1,en,China lied,China,against', '2,d2,en,China helped,China,favor'];
  const { code, out } = await compare(rows, '--model', study, '--json');
  expect(code).toBe(0);
  const { annotators, pairs } = JSON.parse(out) as Agreement;
  expect(annotators.map(({ name }) => name)).toEqual(['stance-1', 'tiny', 'coded']);
  expect(pairs.find(({ a, b }) => a === 'tiny' && b === 'coded')?.share.value).toBe(1);
  await writeFile(study, STUDY.replace('STANCE', '{ kind: column, label: code }'));
  const refused = await compare(rows, '--model', study);
  expect(refused.code).toBe(2);
  expect(refused.error).toContain('come with its records');
});

test('two models of one name are told apart by what the user wrote', async () => {
  const other = join(folder, 'other');
  const found = JSON.parse((await compare(ROWS, '--model', other, '--json')).out) as Agreement;
  expect(found.annotators.map((one) => one.name)).toEqual(['stance-1', other, 'coded']);
});

test('nobody to compare with, or one model twice, is refused', async () => {
  const bare = await compare(['1,d1,en,Oz won,Oz,']);
  expect(bare.code).toBe(2);
  expect(bare.error).toContain('nobody to be compared with');
  const twice = await compare(ROWS, '--model', 'stance-1');
  expect(twice.code).toBe(2);
  expect(twice.error).toContain('given twice');
});
