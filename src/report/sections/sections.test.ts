import { describe, expect, test } from 'vitest';
import type { Estimate, NotEstimable } from '../../domain/estimate.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Block, Section } from '../block.ts';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { createReportContext, type ReportContext } from '../report-context.ts';
import { composeChanges } from './change-section.ts';
import { composeContrasts } from './contrast-section.ts';
import { composeExhibits } from './exhibit-section.ts';
import { composeGap } from './gap-section.ts';
import { composeLead } from './lead.ts';
import { composeLevels } from './level-section.ts';
import { composeMethod } from './method-section.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;

const tables = (section: Section) =>
  section.blocks.flatMap((block: Block) => (block.kind === 'table' ? [block.table] : []));
const paragraphs = (section: Section) =>
  section.blocks.flatMap((block: Block) => (block.kind === 'paragraph' ? [block.text] : []));
const methodTexts = (context: ReportContext) =>
  composeMethod(context).blocks.flatMap((block) =>
    block.kind === 'facts' ? block.facts.map(({ detail }) => detail) : [],
  );
const none = (estimate: Estimate): NotEstimable => ({
  kind: 'not-estimable',
  reason: 'too-few-mentions',
  period: estimate.period,
  nDocuments: 3,
  nAuthors: 3,
  nClusters: 3,
});

describe('comparisons before and after events', () => {
  const sample = sampleFinding();
  const events = sample.events.map((one) => ({
    ...one,
    kind: one.event === 'summit' ? ('rival' as const) : ('declared' as const),
    ...(one.target === 'india'
      ? { before: none(one.before), after: none(one.after), effect: none(one.effect) }
      : {}),
  }));
  const section = composeContrasts(createReportContext({ ...sample, events }));

  test('the declared event comes first, though the rival is earlier', () => {
    expect(tables(section)[0]?.caption).toContain('declared event');
    expect(tables(section)[1]?.caption).toContain('rival event');
  });

  test('comparisons empty on both sides are named once in a note, with their mentions', () => {
    expect(tables(section)[0]?.rows).toHaveLength(3);
    const note = paragraphs(section).find((text) => text.startsWith('Too little on both sides'));
    expect(note?.match(/\(3 \/ 3\)/g)).toHaveLength(3);
  });

  test('it says how many differences could be estimated and how many tests were made', () => {
    expect(paragraphs(section)[0]).toContain('6 differences could be estimated');
    expect(paragraphs(section)[1]).toContain('12 tests were made');
  });

  test('the tests of an event follow its comparisons, with the rivals that explain it as well', () => {
    const table = tables(section).find((one) => one.caption.includes('test of a change of level'));
    const china = table?.rows.find((row) => row[0]?.text === 'China');
    expect(china?.map((cell) => cell.text)).toContain('1 of 38');
    expect(china?.at(-1)).toEqual({
      text: 'cannot be separated',
      note: '“Tariff talks in the harbour city”',
    });
  });
});

describe('what the corpus does not hold', () => {
  const sample = sampleFinding();
  const health = sample.health.map((one) =>
    one.class === 'officials' ? { ...one, documentsInPeriod: 0 } : one,
  );
  const limits: Finding['limits'] = [
    { code: 'class-missing', parameters: { class: 'officials', label: 'Officials' } },
  ];
  const context = createReportContext({ ...sample, health, limits });

  test('the first screen names the classes without a document', () => {
    expect(composeLead(context).sentences).toContain(
      'This corpus holds no documents of these classes: “Officials”.',
    );
  });

  test('the method statement does not count them among those it holds', () => {
    const population = methodTexts(context).find((text) => text.includes('in these classes'));
    expect(population).toContain('“State media”');
    expect(population).not.toContain('Officials');
  });
});

test('records read are those of the sources, rejected ones too, as the health table has them', () => {
  const sample = sampleFinding();
  const read = sample.health.reduce((total, one) => total + one.recordsIn, 0);
  const [corpus] = methodTexts(createReportContext(sample));
  expect(corpus).toContain(`${read.toLocaleString('en-GB')} records were read from 3 sources`);
});

test.each(LANGUAGES)('every table and gap of net balance says that it is uncorrected, %s', (language) => {
  const context = createReportContext(sampleFinding({ language, nClasses: 2 }));
  const word = { en: 'uncorrected', ru: 'оправк', zh: '未校正' }[language];
  const captions = [...tables(composeContrasts(context)), ...tables(composeLevels(context))];
  expect(captions.length).toBeGreaterThan(2);
  for (const { caption } of captions) expect(caption).toContain(word);
  const gap = composeGap(context);
  expect(gap === null ? '' : paragraphs(gap).at(-1)).toContain(word);
});

test('a quote cut for its length shows that words were left out', () => {
  const sample = sampleFinding();
  const [first] = sample.exhibits;
  if (first === undefined) expect.unreachable();
  const section = composeExhibits(
    createReportContext({ ...sample, exhibits: [{ ...first, cut: { before: true, after: true } }] }),
  );
  const quotes = section.blocks.flatMap((block) => (block.kind === 'quotes' ? block.pairs : []));
  const [quote] = quotes.flatMap((pair) => pair.sides).flatMap((side) => side.quotes);
  expect(`${quote?.before}${quote?.marked}${quote?.after}`).toBe(`… ${first.text} …`);
});

describe.each(LANGUAGES)('lasting changes, %s', (language) => {
  const context = createReportContext(sampleFinding({ language }));
  const section = composeChanges(context);

  test('each has its date, size and intervals, and the number of series searched is said', () => {
    const [changes, trends] = tables(section as Section);
    expect(changes?.rows).toHaveLength(2);
    for (const [, , , began, size] of changes?.rows ?? []) {
      expect(began?.note).toMatch(/2024/);
      expect(size?.note).toMatch(/\[.+\]/);
    }
    expect(trends?.rows).toHaveLength(5);
    const word = { en: 'uncorrected', ru: 'оправк', zh: '未校正' }[language];
    for (const table of [changes, trends]) expect(table?.caption).toContain(word);
    expect(paragraphs(section as Section)[0]).toMatch(/5/);
  });

  test('a series with too few periods is named as not searched', () => {
    expect(paragraphs(section as Section).at(-1)).toContain('20');
  });
});

test.each(LANGUAGES)(
  'the method statement stands on its own: names, software and digests, %s',
  (language) => {
    const sample = sampleFinding({ language });
    const [first, ...others] = sample.study.targets;
    if (first === undefined) expect.unreachable();
    const aliases = { xx: Array.from({ length: 15 }, (_, i) => `name-${i + 1}`) };
    const study = {
      ...sample.study,
      targets: [{ ...first, aliases, exclude: { xx: ['not-a-name'] } }, ...others],
    };
    const texts = methodTexts(createReportContext({ ...sample, study })).join('\n');
    for (const named of [
      'name-12',
      'not-a-name',
      sample.manifest.version,
      sample.manifest.runId,
      study.configDigest,
    ])
      expect(texts).toContain(named);
    expect(texts).not.toContain('name-13');
    expect(texts).toMatch(/\s3\s/);
  },
);
