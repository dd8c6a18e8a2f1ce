import { describe, expect, test } from 'vitest';
import type { Block } from '../block.ts';
import { drawDriverChart } from '../charts/driver-chart.ts';
import { emptyFinding, sampleFinding } from '../fixtures/sample-finding.ts';
import { createLocaleFormat } from '../locale-format.ts';
import { createReportContext } from '../report-context.ts';
import { composeDrivers } from './driver-section.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;
const blocksOf = (language: (typeof LANGUAGES)[number]): readonly Block[] =>
  composeDrivers(createReportContext(sampleFinding({ language })))?.blocks ?? [];
const paragraphs = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const tables = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
const printed = (blocks: readonly Block[]): string =>
  JSON.stringify(tables(blocks), (key, value: unknown) => (key === 'number' ? undefined : value));

describe('the section of drivers', () => {
  test('a change that can be told from none is charted; one that cannot is named', () => {
    const blocks = blocksOf('en');
    expect(blocks.filter((block) => block.kind === 'figure')).toHaveLength(3);
    expect(paragraphs(blocks).find((text) => text.startsWith('Not split here'))).toContain('India');
  });

  test('an order that is not settled is not stated as one', () => {
    const texts = paragraphs(blocksOf('en'));
    expect(texts.join()).toContain('do not settle which part is largest: 5G (90%); none of these (10%)');
    expect(texts.join()).not.toContain('Largest part');
  });

  test('a sure order is stated with its probability', () => {
    const sample = sampleFinding();
    const decompositions = sample.decompositions.map((one) => ({
      ...one,
      levels: one.levels.map((level, i) => ({ ...level, probabilityFirst: i === 0 ? 0.9995 : 0 })),
    }));
    const blocks = composeDrivers(createReportContext({ ...sample, decompositions }))?.blocks ?? [];
    expect(paragraphs(blocks).join()).toContain('probability of being first >99%');
    expect(tables(blocks)[0]?.rows.map((row) => row.at(-1)?.text)).toEqual(['>99%', '<1%', '<1%']);
  });

  test.each(LANGUAGES)(
    'every table says that it is uncorrected, but for words; levels have names, %s',
    (language) => {
      const word = { en: 'uncorrected', ru: 'оправк', zh: '未校正' }[language];
      const blocks = blocksOf(language);
      const shown = tables(blocks).filter((table) => table.columns.length !== 3);
      for (const { caption } of shown) expect(caption).toContain(word);
      expect(printed(blocks)).not.toMatch(/none-of-these|"rest"/);
      expect(JSON.stringify(tables(blocks))).toContain('100 (22 → 70)');
    },
  );

  test('a change that correction takes away is not split, nor is the one of all classes', () => {
    const sample = sampleFinding();
    const events = sample.events.map((one) => {
      const { effect } = one;
      if (effect.kind !== 'estimate') return one;
      const interval = { lower: -0.05, upper: 0.07, level: 0.95 };
      return { ...one, effect: { ...effect, value: 0.01, interval, correction: 'dsl' as const } };
    });
    const blocks = composeDrivers(createReportContext({ ...sample, events }))?.blocks ?? [];
    expect(blocks.filter((block) => block.kind === 'figure')).toEqual([]);
  });

  test('where codings correct the change, it says that the parts are of the raw one', () => {
    const sample = sampleFinding();
    const decompositions = sample.decompositions.map((one) => ({
      ...one,
      corrected: one.change.kind === 'estimate' ? { ...one.change, value: -0.2 } : null,
      measurement: {
        value: 0.031,
        standardError: 0.02,
        interval: { lower: -0.01, upper: 0.07, level: 0.95 },
      },
    }));
    const blocks = composeDrivers(createReportContext({ ...sample, decompositions }))?.blocks ?? [];
    const text = paragraphs(blocks).join();
    expect(text).toContain('Corrected by the codings it is −20.0');
    expect(text).toContain('The difference, +3.1 [−1.0, +7.0], is the annotator’s error (measurement)');
    expect(JSON.stringify(tables(blocks))).toContain('"measurement"');
  });

  test('a finding without decompositions has no such section', () => {
    expect(composeDrivers(createReportContext(emptyFinding()))).toBe(null);
  });
});

test.each(['narrow', 'wide'] as const)('each bar begins where the one above ends, %s', (width) => {
  const interval = { lower: -0.2, upper: 0.1, level: 0.95 };
  const { body } = drawDriverChart({
    before: { label: 'Before', value: 0.1 },
    parts: [
      { label: 'one', value: -0.1, interval },
      { label: 'two', value: -0.05, interval },
    ],
    after: { label: 'After', value: -0.05 },
    axis: 'points',
    width,
    format: createLocaleFormat('en'),
  });
  const bars = [...body.matchAll(/<rect[^>]* width="([\d.]+)"[^>]* x="([\d.]+)"/g)].map(([, w, x]) => [
    Number(x),
    Number(x) + Number(w),
  ]);
  expect(bars).toHaveLength(4);
  const [before, after, one, two] = bars as [number[], number[], number[], number[]];
  expect(one[1]).toBeCloseTo(before[1] as number, 1);
  expect(two[1]).toBeCloseTo(one[0] as number, 1);
  expect(two[0]).toBeCloseTo(after[0] as number, 1);
});
