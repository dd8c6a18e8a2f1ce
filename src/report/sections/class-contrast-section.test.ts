import { expect, test } from 'vitest';
import { emptyFinding, sampleFinding } from '../fixtures/sample-finding.ts';
import { createReportContext } from '../report-context.ts';
import { composeClassContrasts } from './class-contrast-section.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;

const tablesOf = (finding = sampleFinding({ nClasses: 2 })) =>
  (composeClassContrasts(createReportContext(finding))?.blocks ?? []).flatMap((block) =>
    block.kind === 'table' ? [block.table] : [],
  );

test('balances and omissions are shown; what has no theme is none', () => {
  const [balances, omissions] = tablesOf();
  expect(balances?.rows[0]?.map((cell) => cell.text).slice(2)).toEqual(['+30.0 / +10.0', '+20.0']);
  expect(omissions?.rows.map((row) => [row[0]?.text, row[3]?.text])).toEqual([
    ['5G', '5'],
    ['6G', 'never in the other'],
  ]);
});

test('the class that says more comes first, whichever is named first in the study', () => {
  const sample = sampleFinding({ nClasses: 2 });
  const turned = (sample.classContrasts ?? []).map((one) => ({
    ...one,
    classes: [one.classes[1], one.classes[0]] as const,
    first: one.second,
    second: one.first,
    ratio:
      one.ratio === null
        ? null
        : {
            value: 1 / one.ratio.value,
            interval: {
              lower: 1 / one.ratio.interval.upper,
              upper: 1 / one.ratio.interval.lower,
              level: 0.95,
            },
          },
  }));
  const [, omissions] = tablesOf({ ...sample, classContrasts: turned });
  expect(omissions?.rows).toEqual(tablesOf()[1]?.rows);
});

test('comparisons that may be chance are counted and not shown', () => {
  const sample = sampleFinding({ nClasses: 2 });
  const classContrasts = (sample.classContrasts ?? []).map((one) => ({ ...one, qValue: 0.2 }));
  const section = composeClassContrasts(createReportContext({ ...sample, classContrasts }));
  expect(section?.blocks.some((block) => block.kind === 'table')).toBe(false);
  expect(JSON.stringify(section)).toContain('Of 4 comparisons, 0 can be told');
});

test.each(LANGUAGES)('the table of balances says that it is uncorrected, %s', (language) => {
  const word = { en: 'uncorrected', ru: 'оправк', zh: '未校正' }[language];
  expect(tablesOf(sampleFinding({ language, nClasses: 2 }))[0]?.caption).toContain(word);
});

test('a finding without contrasts has no such section', () => {
  const { classContrasts: _, ...finding } = emptyFinding();
  expect(composeClassContrasts(createReportContext(finding))).toBe(null);
});
