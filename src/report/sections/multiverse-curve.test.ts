import { expect, test } from 'vitest';
import type { Block, Figure } from '../block.ts';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { sampleMultiverse } from '../fixtures/sample-multiverse.ts';
import { createReportContext } from '../report-context.ts';
import { composeMultiverseCurve } from './multiverse-curve.ts';

const finding = sampleFinding({ nClasses: 2 });
const multiverse = sampleMultiverse(finding);
const spoken = (language: 'en' | 'ru' | 'zh') => ({ ...finding, study: { ...finding.study, language } });
const sectionOf = (language: 'en' | 'ru' | 'zh', beside = { multiverse }) =>
  composeMultiverseCurve(createReportContext(spoken(language), beside));
const figureOf = (blocks: readonly Block[]): Figure =>
  blocks.find((block) => block.kind === 'figure')?.figure ?? expect.unreachable();

test.each(['en', 'ru', 'zh'] as const)(
  'the curve has a point for each number, and words of its own, %s',
  (language) => {
    const figure = figureOf(sectionOf(language).blocks);
    const estimable = multiverse.specifications.filter(({ estimate }) => estimate.kind === 'estimate');
    for (const width of ['narrow', 'wide'] as const) {
      const { body } = figure.panels[0]?.draw(width) ?? expect.unreachable();
      expect(body.match(/r="2.2"/g)).toHaveLength(estimable.length);
      expect(body.match(/r="6"/g)).toHaveLength(1);
      expect(body).not.toMatch(/NaN|undefined/);
      if (language !== 'en') expect(body).not.toMatch(/whole period|copies/);
    }
    expect(figure.table.rows).toHaveLength(multiverse.specifications.length);
    expect(figure.key.map(({ text }) => text).every((text) => text !== '')).toBe(true);
  },
);

test('where other choices were not tried, the command stands there, and no chart', () => {
  for (const beside of [{ multiverse: null }, { multiverse: { ...multiverse, runId: 'another' } }]) {
    const { blocks } = sectionOf('en', beside as { multiverse: typeof multiverse });
    expect(blocks).toEqual([
      { kind: 'paragraph', tone: 'note', text: expect.stringContaining('groundswell multiverse') },
    ]);
  }
});

test('without any number there is no curve, and the counts say so', () => {
  const none = multiverse.specifications.map((one) => ({
    ...one,
    estimate: { ...one.estimate, kind: 'not-estimable', reason: 'too-few-mentions' } as never,
  }));
  const { blocks } = sectionOf('en', { multiverse: { ...multiverse, specifications: none } });
  expect(blocks.some(({ kind }) => kind === 'figure')).toBe(false);
});
