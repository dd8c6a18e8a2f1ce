import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInProcess as run } from '../../test/studies/run-in-process.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { terminalWidth } from '../report/formats/terminal-text.ts';

const ROWS = [
  '1,d1,ru,posts,"Оз нас обманул, качество ужасное",Оз,0,2,against,country',
  '2,d1,ru,posts,"Оз помог нам, спасибо",Оз,0,2,favor,country',
  '3,d2,en,news,Oz held a meeting,Oz,0,2,neither,country',
  '4,d3,en,news,"Oz lied again, a disgrace",Oz,0,2,against,country',
  `5,d4,zh-Hans,${'很长的名字'.repeat(20)},奥兹很好，是朋友,奥兹,0,2,favor,`,
  '6,d5,fi,,Oz on hyvä,Oz,0,2,favor,product',
  '7,d6,ru,posts,Оз провёл встречу,Оз,0,2,neither,country',
];
const HEADER = 'id,group,language,domain,text,target,start,end,label,targetKind';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evaluate-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function evaluate(rows: readonly string[], ...more: readonly string[]) {
  const data = join(folder, 'gold.csv');
  await writeFile(data, [HEADER, ...rows].join('\n'));
  return run(['evaluate', '--model', 'stance-1', '--data', data, ...more]);
}

test('the text fits 80 columns and holds every stratum', async () => {
  const { code, out } = await evaluate(ROWS);
  expect(code).toBe(0);
  for (const line of out.split('\n')) expect(terminalWidth(line), line).toBeLessThanOrEqual(80);
  expect(out).toContain('macro-F1');
  for (const name of ['language: fi', 'domain: news', 'domain: not stated', 'target kind: product'])
    expect(out).toContain(`\n${name}\n`);
  expect(out.replace(/\s+/g, ' ')).toContain('says nothing on any row in fi');
  expect(out).not.toMatch(/NaN|undefined|null/);
});

test('same rows in any order, same bytes of JSON', async () => {
  const [first, again, turned] = [
    await evaluate(ROWS, '--json'),
    await evaluate(ROWS, '--json'),
    await evaluate([...ROWS].reverse(), '--json'),
  ];
  expect(again.out).toBe(first.out);
  expect(turned.out).toBe(first.out);
  const found = JSON.parse(first.out) as Evaluation & { kind: string };
  expect(found.kind).toBe('result');
  expect(found.n).toBe(7);
  expect(Object.keys(found.byLanguage)).toEqual(['en', 'fi', 'ru', 'zh']);
  expect(found.byTargetKind['']?.n).toBe(1);
  expect(found.byLanguage['fi']?.abstained).toMatchObject({ value: 1, lower: 0, upper: 1 });
  expect(found.confusion.flat().reduce((a, b) => a + b, 0) + found.nAbstained).toBe(7);
});

test('one class, one row and rows no model reads give a result without NaN', async () => {
  for (const rows of [ROWS.slice(0, 1), [ROWS[5] as string], [ROWS[1] as string, ROWS[4] as string]]) {
    const { code, out } = await evaluate(rows);
    expect(code).toBe(0);
    expect(out).toContain('No row is coded');
    expect(out).not.toContain('NaN');
  }
});

test('an empty file, a wrong line and an unknown model are named with a remedy', async () => {
  const empty = await evaluate([]);
  expect(empty.code).toBe(2);
  expect(empty.error).toMatch(/gold\.csv.*there is no row in it/);
  const wrong = await evaluate([...ROWS, '8,,en,,Oz,Oz,,,good,x']);
  expect(wrong.error).toMatch(/line 9: label "good" is none of/);
  await evaluate(ROWS);
  const data = join(folder, 'gold.csv');
  const unknown = await run(['evaluate', '--model', 'stance-9', '--data', data]);
  expect(unknown.code).toBe(2);
  expect(unknown.error).toMatch(/no model at .*stance-9/);
  const missing = await run(['evaluate', '--model', 'stance-1', '--data', join(folder, 'none.csv')]);
  expect(missing.code).toBe(3);
});

test('the plot is one well-formed SVG for light and dark, the same each time, with hostile names shown as text', async () => {
  const plot = join(folder, 'deep', 'plot.svg');
  const hostile = '8,d7,en,"<script>alert(1)</script> & \u202e]]>",Oz won,Oz,0,2,favor,';
  const { code } = await evaluate([...ROWS, hostile], '--plot', plot);
  expect(code).toBe(0);
  const svg = await readFile(plot, 'utf8');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).not.toMatch(/<script|NaN|undefined|[a-z]+:\/\/(?!www\.w3\.org\/2000\/svg)/);
  expect(svg).toContain('&lt;script&gt;');
  expect(svg).toContain('prefers-color-scheme:dark');
  expect(svg).toContain('not estimable');
  const open: string[] = [];
  for (const [, close, name, attributes] of svg.matchAll(/<(\/?)([a-z]+)([^>]*)>/gi)) {
    if (close === '/') expect(open.pop()).toBe(name);
    else if (attributes?.endsWith('/') !== true) open.push(name as string);
  }
  expect(open).toEqual([]);
  await evaluate([hostile, ...ROWS], '--plot', plot);
  expect(await readFile(plot, 'utf8')).toBe(svg);
});

test('a plot that cannot be written is refused', async () => {
  const png = await evaluate(ROWS, '--plot', join(folder, 'plot.png'));
  expect(png.code).toBe(2);
  expect(png.error).toContain('does not end in .svg');
  const blocked = await evaluate(ROWS, '--plot', join(folder, 'gold.csv', 'plot.svg'));
  expect(blocked.code).toBe(2);
  expect(blocked.error).toContain('cannot write');
});

test('the guide shows what its example rows give', async () => {
  const guide = await readFile('docs/evaluate.md', 'utf8');
  const data = join(folder, 'gold.csv');
  await writeFile(data, /```csv\n([^`]*)```/.exec(guide)?.[1] ?? '');
  const model = ['--model', 'stance-1', '--data', data];
  for (const args of [
    ['evaluate', ...model],
    ['compare', ...model, '--texts'],
  ])
    expect(guide).toContain(`\`\`\`\n${(await run(args)).out}\`\`\`\n`);
});
