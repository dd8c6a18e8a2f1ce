import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Estimate } from '../../src/domain/estimate.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { loadStudy } from '../../src/pipeline/load-study.ts';
import type { ProgressEvent } from '../../src/pipeline/progress.ts';
import { runStudy } from '../../src/pipeline/run-study.ts';
import { findingSchema } from '../../src/report/finding-schema.ts';
import { renderReport } from '../../src/report/render-report.ts';

let root: string;
let finding: Finding;
let events: ProgressEvent[] = [];

/** 400 posts in ten weeks: 200 against, 100 neither, 60 favor, 40 without a usable label. */
const CODES = [...Array(20).fill('-1'), ...Array(10).fill('0'), ...Array(6).fill('1'), '', 'x', '1.0', '?'];

function study(labels: string): string {
  return `id: given
title: Labels that are given
period: { start: 2024-01-01, end: 2024-03-11 }
bin: week
classes: [public]
targets:
  - { id: china, aliases: [China] }
  - { id: india, aliases: [India] }
sources:
  - { id: coded, adapter: csv, path: coded.csv, class: public, fields: { id: id, text: text, publishedAt: day, author: who } }
annotators:
  stance: { kind: column, label: code, target: about, labels: ${labels} }
`;
}

async function run(labels: string, more = ''): Promise<Finding> {
  writeFileSync(join(root, 'study.yaml'), study(labels) + more);
  const { config } = await loadStudy(join(root, 'study.yaml'));
  events = [];
  return runStudy(config, {
    out: join(root, 'out'),
    threads: 1,
    keyFile: join(root, 'key'),
    progress: (event) => events.push(event),
    now: () => Date.now(),
    randomBytes: (n) => new Uint8Array(n).fill(7),
    version: '0',
  });
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-given-'));
  const rows = Array.from({ length: 400 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + 7 * (i % 10))).toISOString().slice(0, 10);
    const code = CODES[Math.floor(i / 10)];
    return `${i},"Post ${i} number ${i * 7919} of China and India",${day},author${i},${code},${i < 200 ? 'China' : 'china'}`;
  });
  writeFileSync(join(root, 'coded.csv'), ['id,text,day,who,code,about', ...rows].join('\n'));
  finding = await run('{ "-1": against, "0": neither, "1": favor }');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function level(of: Finding, target: string, measure: string): Estimate {
  const found = of.levels?.find((one) => one.target === target && one.measure === measure);
  return found?.estimate ?? expect.unreachable();
}

test('the numbers are those of the labels', () => {
  expect(findingSchema.parse(finding)).toEqual(finding);
  expect(finding.annotatorQuality).toMatchObject([{ kind: 'unknown', reason: 'given-labels' }]);
  const balance = level(finding, 'china', 'net-balance');
  expect(balance).toMatchObject({ kind: 'estimate', nDocuments: 360, value: (60 - 200) / 360 });
  // The label is about China: of India nothing is known, which is not neutral.
  expect(level(finding, 'india', 'net-balance')).toMatchObject({ kind: 'not-estimable', nDocuments: 0 });
});

test('labels that cannot be used are counted by what is wrong, and mentions without one', () => {
  expect(finding.limits.filter((one) => one.code === 'abstained').map((one) => one.parameters)).toEqual([
    { class: 'public', abstained: 440, mentions: 800 },
  ]);
  expect(finding.limits.filter((one) => one.code === 'unusable-labels').map((one) => one.parameters)).toEqual(
    [
      { source: 'coded', problem: 'no-label', mentions: 10 },
      { source: 'coded', problem: 'unknown-label', mentions: 30 },
    ],
  );
});

test('the finding names the kind, and the report blames no classifier', () => {
  expect(finding.manifest.annotators).toEqual([
    { layer: 'stance', kind: 'column', name: 'column', version: '1', trainedOn: [] },
  ]);
  for (const language of ['en', 'ru', 'zh'] as const) {
    const report = renderReport({ ...finding, study: { ...finding.study, language } }, 'md');
    expect(report).not.toMatch(/classif|классификатор|分类器/i);
    expect(report).toMatch(
      /uncorrected for errors in the labels|без поправки на ошибки в готовых|未校正已有标签/,
    );
  }
});

test('other meanings of the values annotate the stored documents anew', async () => {
  const again = await run('{ "-1": favor, "0": neither, "1": against }');
  expect(level(again, 'china', 'net-balance')).toMatchObject({ value: (200 - 60) / 360 });
  const read = events.flatMap((one) => (one.kind === 'stage-end' && one.stage === 'read' ? [one] : []));
  expect(read).toHaveLength(1);
  expect(Object.keys(read[0]?.threadSeconds ?? {})).toContain('annotate');
  expect(Object.keys(read[0]?.threadSeconds ?? {})).not.toContain('normalize');
});

test('weights move the balance, not the number of mentions, and the report says so', async () => {
  const labels = '{ "-1": against, "0": neither, "1": favor }';
  const weighted = await run(labels, 'weights: { authorWeekCap: 0.5, sources: { coded: 4 } }\n');
  const [plain, other] = [finding, weighted].map((one) => level(one, 'china', 'net-balance'));
  // One mention an author and week: all weigh the same, so the weights change nothing but the method's name.
  expect({ ...other, method: '' }).toEqual({ ...plain, method: '' });
  expect(other).toMatchObject({ method: expect.stringContaining('; weighted') });
  expect(weighted.study.weights).toEqual({ copies: 'each', authorWeekCap: 0.5, sources: { coded: 4 } });
  for (const [language, words] of [
    ['en', 'count at most 0.5 together. Mentions are multiplied by source: “coded” × 4.'],
    ['ru', 'вместе весят не больше 0,5. Множители источников: «coded» × 4.'],
    ['zh', '合计权重至多为 0.5。各来源的倍数：“coded” × 4。'],
  ] as const) {
    const report = (of: Finding) => renderReport({ ...of, study: { ...of.study, language } }, 'md');
    expect(report(weighted)).toContain(words);
    expect(report(finding)).not.toContain('× 4');
  }
});

test('a run in which no label can be used stops instead of finding a balance of zero', async () => {
  const failure = run('{ "yes": favor }');
  await expect(failure).rejects.toMatchObject({ name: 'StudyError', code: 'study/no-labels' });
  await expect(failure).rejects.toThrow('"code" (coded: 10 no-label, coded: 390 unknown-label)');
});
