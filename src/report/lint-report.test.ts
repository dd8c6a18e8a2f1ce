import { expect, test } from 'vitest';
import type { Finding } from '../domain/finding.ts';
import type { Figure, Panel, Report } from './block.ts';
import { drawNotice } from './charts/notice-chart.ts';
import { composeReport } from './compose-report.ts';
import { drawnTexts } from './drawn-texts.ts';
import { sampleDeletion } from './fixtures/sample-deletion.ts';
import { emptyFinding, sampleFinding } from './fixtures/sample-finding.ts';
import { lintReport } from './lint-report.ts';
import { REFUSED_MESSAGES } from './messages/refused-messages.ts';
import { strikeRefused } from './strike-refused.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;

test.each(LANGUAGES)(
  'every number of our own reports is bound, and none speaks of a population, %s',
  (language) => {
    for (const finding of [sampleFinding({ language }), emptyFinding(language)]) {
      const beside = { deletion: sampleDeletion(finding) };
      const { statements, problems } = lintReport(composeReport(finding, beside), finding, beside);
      expect(problems).toEqual([]);
      expect(statements.length).toBeGreaterThan(100);
      expect(new Set(statements.map(({ kind }) => kind))).toContain('estimate');
    }
  },
);

function withSentence(report: Report, section: string, text: string): Report {
  return section === 'lead'
    ? { ...report, lead: { ...report.lead, sentences: [...report.lead.sentences, text] } }
    : {
        ...report,
        sections: report.sections.map((one) =>
          one.id === section
            ? { ...one, blocks: [{ kind: 'paragraph' as const, text }, ...one.blocks] }
            : one,
        ),
      };
}

test('a number from nowhere, an interval of another estimate and a population word are refused', () => {
  const finding = sampleFinding();
  const report = composeReport(finding);
  const refused = (section: string, text: string) =>
    lintReport(withSentence(report, section, text), finding).problems.map((one) => [one.kind, one.section]);
  expect(refused('claims', 'Some 7654321 posts say so.')).toEqual([['unbound-number', 'claims']]);
  const cell = lintReport(report, finding).statements.find(
    ({ section, text }) => section === 'claims' && /\d \[[−+]?\d/.test(text),
  );
  const [first = ''] = /[−+]?[\d.]+ \[[^\]]*\]/.exec(cell?.text ?? '') ?? expect.unreachable();
  expect(refused('claims', first)).toEqual([]);
  const moved = first.replace(/\d+\.\d/, (n) => (Number(n) + 0.1).toFixed(1));
  expect(refused('claims', moved).length).toBeGreaterThan(0);
  for (const text of [
    'The survey shows it.',
    'Russians think so.',
    'Опрос это показал.',
    '大多数中国人不满。',
  ])
    expect(refused('lead', text)).toEqual([['population-word', 'lead']]);
});

test.each([
  ['en', 'Some 7,654,321 posts say so.', '7654321', 'Russians think so.'],
  ['ru', 'Так сказано в 7\u00a0654\u00a0321 сообщении.', '7654321', 'Опрос это показал.'],
  ['zh', '共有 7,654,321 条帖子这样说。', '7654321', '大多数中国人不满。'],
] as const)(
  'a planted sentence does not stand in what is written, %s',
  (language, unbound, number, people) => {
    const finding = sampleFinding({ language });
    const report = composeReport(finding);
    const written = (text: string) => {
      const planted = withSentence(report, 'limits', text);
      const { problems } = lintReport(planted, finding);
      return { problems, text: JSON.stringify(strikeRefused(planted, problems)) };
    };
    const first = written(unbound);
    expect(first.problems).toMatchObject([{ kind: 'unbound-number', section: 'limits', printed: number }]);
    expect(first.text).not.toContain(unbound);
    expect(first.text).toContain(REFUSED_MESSAGES[language]['unbound-number']);
    const second = written(people);
    expect(second.text).not.toContain(people);
    expect(second.text).toContain(REFUSED_MESSAGES[language]['population-word']);
    expect(strikeRefused(report, [])).toBe(report);
  },
);

function withDescription(report: Report, description: string): Report {
  const changed = (panel: Panel): Panel => ({ ...panel, description });
  return {
    ...report,
    lead: { ...report.lead, chart: report.lead.chart && changed(report.lead.chart) },
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'figure'
          ? { ...block, figure: { ...block.figure, panels: block.figure.panels.map(changed) } }
          : block,
      ),
    })),
  };
}

test.each([
  ['en', 'The index fell to −87.6 points.', 'Most Russians turned away from China.'],
  ['ru', 'Индекс упал до −87,6 пункта.', 'Большинство россиян отвернулось от Китая.'],
  ['zh', '指数降至 −87.6 点。', '大多数中国人不满。'],
] as const)(
  'what a chart says to those who cannot see it is held to the same, %s',
  (language, unbound, people) => {
    const finding = sampleFinding({ language });
    const report = composeReport(finding);
    const figures = report.sections.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'figure'));
    for (const [planted, kind] of [
      [unbound, 'unbound-number'],
      [people, 'population-word'],
    ] as const) {
      const bad = withDescription(report, planted);
      const { problems } = lintReport(bad, finding);
      expect([...new Set(problems.map((one) => one.kind))]).toEqual([kind]);
      expect(new Set(problems.map(({ section }) => section))).toEqual(
        new Set(['lead', ...figures.map(({ id }) => id)]),
      );
      const struck = JSON.stringify(strikeRefused(bad, problems));
      expect(struck).not.toContain(planted);
      expect(struck).toContain(REFUSED_MESSAGES[language][kind]);
    }
  },
);

function withDrawing(report: Report, text: string): Report {
  const changed = (panel: Panel): Panel => ({ ...panel, draw: (width) => drawNotice(text, width) });
  const sections = report.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'figure'
        ? { ...block, figure: { ...block.figure, panels: block.figure.panels.map(changed) } }
        : block,
    ),
  }));
  const { lead } = report;
  return { ...report, lead: { ...lead, chart: lead.chart && changed(lead.chart) }, sections };
}

function panelsOf({ lead, sections }: Report): Panel[] {
  const blocks = sections.flatMap((section) => section.blocks);
  const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
  return [...(lead.chart === null ? [] : [lead.chart]), ...figures.flatMap(({ panels }) => panels)];
}

test.each([
  ['en', '−87.6', 'Most Russians'],
  ['ru', '−87,6', 'Большинство россиян'],
  ['zh', '−87.6', '大多数中国人'],
] as const)(
  'a chart in which such words or numbers are drawn is not shown, %s',
  (language, unbound, people) => {
    const finding = sampleFinding({ language });
    const report = composeReport(finding);
    for (const [planted, kind] of [
      [unbound, 'unbound-number'],
      [people, 'population-word'],
    ] as const) {
      const bad = withDrawing(report, planted);
      const { problems } = lintReport(bad, finding);
      expect([...new Set(problems.map((one) => one.kind))]).toEqual([kind]);
      expect(problems).toHaveLength(panelsOf(report).length);
      for (const { draw } of panelsOf(strikeRefused(bad, problems))) {
        const read = [...draw('narrow').texts, ...draw('wide').texts].join(' ');
        expect(read).not.toContain(planted);
        expect(read).toContain(REFUSED_MESSAGES[language][kind]);
      }
    }
  },
);

test('numbers drawn in charts are bound, and a label that was cut stays its author’s', () => {
  const sample = sampleFinding();
  const drawn = panelsOf(composeReport(sample)).flatMap(drawnTexts);
  const numbers = drawn.filter((text) => /^[+−][\d.]+$/.test(text));
  expect(numbers.length).toBeGreaterThan(5);
  const { statements } = lintReport(composeReport(sample), sample);
  for (const text of numbers)
    expect(statements.some((one) => one.text === text && one.numbers[0]?.boundTo.length !== 0)).toBe(true);
  const label = 'Majority of Chinese 1984 and 77777 more';
  const [first, ...others] = sample.study.classes;
  const classes = [{ ...(first ?? expect.unreachable()), label }, ...others];
  const finding = { ...sample, study: { ...sample.study, classes } };
  expect(
    lintReport(withDrawing(composeReport(finding), 'A  Majority of Chinese 198…'), finding).problems,
  ).toEqual([]);
  expect(
    lintReport(withDrawing(composeReport(finding), 'Majority of Russians 198…'), finding).problems,
  ).not.toEqual([]);
});

test.each([
  ['unbound-number', 'Made by 7654321 people.'],
  ['population-word', 'Russians think so.'],
] as const)('the last line of a report is held to the same: %s', (kind, colophon) => {
  const finding = sampleFinding();
  const report = { ...composeReport(finding), colophon };
  const { problems } = lintReport(report, finding);
  expect(problems).toMatchObject([{ kind, section: 'colophon', text: colophon }]);
  expect(strikeRefused(report, problems).colophon).toBe(REFUSED_MESSAGES.en[kind]);
});

test.each(['title', 'key', 'caption'] as const)('the %s of a figure is held to the same', (where) => {
  const finding = sampleFinding();
  const report = composeReport(finding);
  const planted = 'Russians think so';
  const bad = (figure: Figure): Figure => ({
    ...figure,
    ...(where === 'title' ? { title: planted } : {}),
    ...(where === 'key' ? { key: figure.key.map((one) => ({ ...one, text: planted })) } : {}),
    ...(where === 'caption' ? { table: { ...figure.table, caption: planted } } : {}),
  });
  const sections = report.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'figure' ? { ...block, figure: bad(block.figure) } : block,
    ),
  }));
  const { problems } = lintReport({ ...report, sections }, finding);
  expect(problems.map(({ kind }) => kind)).toContain('population-word');
  expect(JSON.stringify(strikeRefused({ ...report, sections }, problems))).not.toContain(planted);
});

test('a cell, a fact and the headline are struck too, where they stand and nowhere else', () => {
  const finding = sampleFinding();
  const report = composeReport(finding);
  const other = { ...report, lead: { ...report.lead, number: '+90.3 points', place: null } };
  const { problems } = lintReport(other, finding);
  expect(problems.some(({ section }) => section === 'lead')).toBe(true);
  const struck = strikeRefused(other, problems);
  expect(struck.lead.number).toContain('Not shown');
  expect(struck.sections.at(-1)).toEqual(report.sections.at(-1));
});

test.each(LANGUAGES)('a number is bound as it is rounded, with its sign, and no further, %s', (language) => {
  const sample = sampleFinding({ language });
  const claims = [{ ...sample.claims[0], parts: [], threshold: -0.43218 }];
  const finding = { ...sample, claims } as unknown as Finding;
  const report = {
    ...composeReport(sample),
    sections: [{ id: 'claims', heading: '', blocks: [] }],
  };
  const mark = language === 'ru' ? ',' : '.';
  const refused = (text: string) =>
    lintReport(withSentence(report, 'claims', text.replace('.', mark)), finding).problems.filter(
      ({ section }) => section === 'claims',
    );
  expect(refused('\u221243.2')).toEqual([]);
  for (const wrong of ['\u221243.1', '\u221243.3', '+43.2']) expect(refused(wrong)).toHaveLength(1);
});

test('a cell shows the number that it names and no other of the finding', () => {
  const finding = sampleFinding();
  const report = composeReport(finding);
  const shown = report.sections
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])))
    .flatMap(({ rows }) => rows.flat())
    .filter(({ number, text }) => number !== undefined && /^[+\u2212]\d/.test(text));
  const [first] = shown;
  const other = shown.find(
    ({ text }) => text !== first?.text && text.slice(0, 1) === first?.text.slice(0, 1),
  );
  if (first === undefined || other === undefined) expect.unreachable();
  const exchanged = {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'table'
          ? {
              ...block,
              table: {
                ...block.table,
                rows: block.table.rows.map((row) =>
                  row.map((cell) => (cell === first ? { ...cell, text: other.text } : cell)),
                ),
              },
            }
          : block,
      ),
    })),
  };
  expect(lintReport(exchanged, finding).problems.map(({ kind }) => kind)).toContain('unbound-number');
});
