import { expect, test } from 'vitest';
import type { Report } from './block.ts';
import { composeReport } from './compose-report.ts';
import { emptyFinding, sampleFinding } from './fixtures/sample-finding.ts';
import { lintReport } from './lint-report.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;

test.each(LANGUAGES)(
  'every number of our own reports is bound, and none speaks of a population, %s',
  (language) => {
    for (const finding of [sampleFinding({ language }), emptyFinding(language)]) {
      const { statements, problems } = lintReport(composeReport(finding), finding);
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
