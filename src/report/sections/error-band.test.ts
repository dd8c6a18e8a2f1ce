import { expect, test } from 'vitest';
import type { ErrorBand, Estimate } from '../../domain/estimate.ts';
import type { Finding } from '../../domain/finding.ts';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { renderCsv } from '../formats/csv.ts';
import { createReportContext } from '../report-context.ts';
import { composeLead } from './lead.ts';
import { composeLevels } from './level-section.ts';
import { composeMethod } from './method-section.ts';

function banded(basis: ErrorBand['basis'], language: 'en' | 'ru' | 'zh' = 'en'): Finding {
  const finding = sampleFinding();
  const errorBand = { lower: -0.842, upper: 0.123, level: 0.95, basis };
  const add = (estimate: Estimate): Estimate =>
    estimate.kind === 'estimate' ? { ...estimate, errorBand } : estimate;
  return {
    ...finding,
    study: { ...finding.study, language },
    headline: { ...finding.headline, estimate: add(finding.headline.estimate) },
    levels: (finding.levels ?? []).map((level, i) =>
      i === 0 ? { ...level, estimate: add(level.estimate) } : level,
    ),
  };
}

test.each(['en', 'ru', 'zh'] as const)(
  'the first screen words the band with its condition: %s',
  (language) => {
    const condition = {
      en: 'If the model errs here',
      ru: 'Если модель ошибается здесь',
      zh: '如果模型在此处',
    };
    const { sentences, uncorrected } = composeLead(createReportContext(banded('between-domains', language)));
    const said = sentences.filter((sentence) => sentence.startsWith(condition[language]));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/84[.,]2/);
    expect(said[0]).toMatch(/12[.,]3/);
    expect(uncorrected).not.toBe('');
  },
);

test('where one kind of text was coded, it says that other kinds are not known', () => {
  const { sentences } = composeLead(createReportContext(banded('within-domain')));
  expect(sentences.some((sentence) => sentence.includes('is not known'))).toBe(true);
});

test('the levels have a column of bands, a dash where there is none; without bands there is no column', () => {
  const tableOf = (finding: Finding) => {
    const block = composeLevels(createReportContext(finding)).blocks.find(({ kind }) => kind === 'table');
    return block?.kind === 'table' ? block.table : null;
  };
  const [plain, table] = [tableOf(sampleFinding()), tableOf(banded('between-domains'))];
  expect(table?.columns.length).toBe((plain?.columns.length ?? 0) + 1);
  const at = table?.columns.findIndex(({ label }) => label.startsWith('True balance')) ?? -1;
  expect(table?.rows[0]?.[at]?.text).toBe('[−84.2, +12.3]');
  expect(table?.rows.at(-1)?.[at]?.text).toBe('—');
});

test('the method says what the band is, and CSV has its ends', () => {
  const finding = banded('between-domains');
  const method = JSON.stringify(composeMethod(createReportContext(finding)).blocks);
  expect(method).toContain('it is no correction');
  expect(renderCsv(finding).split('\r\n')[1]).toContain(',-0.842,0.123,between-domains,');
});
