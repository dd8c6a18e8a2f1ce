import { expect, test } from 'vitest';
import type { Block, Table } from '../block.ts';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { sampleMultiverse } from '../fixtures/sample-multiverse.ts';
import { createReportContext } from '../report-context.ts';
import { composeClaims } from './claim-section.ts';

const tablesOf = (blocks: readonly Block[]): Table[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
const sectionOf = (language: 'en' | 'ru' | 'zh' = 'en') =>
  composeClaims(createReportContext(sampleFinding({ language, nClasses: 2 }))) ?? expect.unreachable();

test('every verdict has a mark of its own and words, and says by which rule and number', () => {
  const [verdicts, listed] = tablesOf(sectionOf().blocks);
  expect(verdicts?.rows.map((row) => row[1]?.text)).toEqual([
    '✓ supported',
    '✗ contradicted',
    '? cannot separate',
    '– not estimable',
    '∅ no data',
    '✓ supported',
  ]);
  expect(verdicts?.rows[0]?.[2]).toMatchObject({
    text: expect.stringMatching(/\[.*\] points$/),
    note: expect.stringMatching(/^compared with 0\.0 points.*uncorrected.*mentions: \d/),
  });
  expect(verdicts?.rows[2]?.[3]?.text).toContain('11.0 points');
  expect(verdicts?.rows[5]?.[2]?.text).toBe('share of talk 4.2 times as large in the other class [2.9; 6.1]');
  expect(listed?.rows).toEqual([[{ text: 'Claim said.' }, { text: 'quote' }]]);
});

test.each(['en', 'ru', 'zh'] as const)(
  'marks differ without colour, and no cell is empty, %s',
  (language) => {
    const [verdicts] = tablesOf(sectionOf(language).blocks);
    const marks = new Set(verdicts?.rows.map((row) => row[1]?.text[0]));
    expect(marks.size).toBe(5);
    for (const cell of verdicts?.rows.flat() ?? []) expect(cell.text).not.toMatch(/^$|undefined|NaN/);
  },
);

test('a claim that is not shown is not counted as supported', () => {
  expect(JSON.stringify(sectionOf())).toContain(
    'Claims that numbers decide: 6; supported: 2; listed without a verdict: 1.',
  );
});

test('a study without claims has no such section', () => {
  expect(composeClaims(createReportContext({ ...sampleFinding(), claims: [] }))).toBe(null);
});

test.each([
  ['en', 'supported in 8 of 8 combinations, contradicted in 0.', 'none of 8 combinations can decide it.'],
  ['ru', 'всего 8, подтверждено при 8, опровергнуто при 0.', 'всего 8, ни одно не даёт вердикта.'],
  ['zh', '8 种组合中，得到支持 8 种，与数据相反 0 种。', '8 种组合均无法判定。'],
] as const)('a verdict says how it stands under other choices, %s', (language, supported, none) => {
  const finding = sampleFinding({ language, nClasses: 2 });
  const multiverse = sampleMultiverse(finding);
  const [verdicts] = tablesOf(composeClaims(createReportContext(finding, { multiverse }))?.blocks ?? []);
  const notes = verdicts?.rows.map((row) => row[1]?.note ?? '') ?? [];
  expect(notes[0]).toContain(supported);
  expect(notes[3]).toContain(none);
  expect(notes[4]).toContain(none);
  const alone = tablesOf(composeClaims(createReportContext(finding))?.blocks ?? [])[0];
  expect(alone?.rows.every((row, i) => notes[i]?.startsWith(row[1]?.note ?? '-'))).toBe(true);
  const other = { ...multiverse, runId: 'another' };
  expect(
    tablesOf(composeClaims(createReportContext(finding, { multiverse: other }))?.blocks ?? [])[0],
  ).toEqual(alone);
});
