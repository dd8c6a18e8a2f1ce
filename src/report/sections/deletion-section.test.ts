import { expect, test } from 'vitest';
import { sampleDeletion } from '../fixtures/sample-deletion.ts';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { renderReport } from '../render-report.ts';
import { createReportContext } from '../report-context.ts';
import { composeDeletion } from './deletion-section.ts';

const finding = sampleFinding({ nClasses: 2 });
const deletion = sampleDeletion(finding);

test.each([
  ['en', 'gone more often than documents in favour: difference +19.0 [+9.4, +28.3] points', '25.0%'],
  ['ru', 'удаляют чаще, чем документы «за»: разница +19,0 [+9,4; +28,3] п. п.', '25,0\u00a0%'],
  ['zh', '反对的文档比支持的文档更常被删除：相差 +19.0 [+9.4, +28.3] 个百分点', '25.0%'],
] as const)('says in %s what is gone and which way that bends the corpus', (language, verdict, share) => {
  const spoken = sampleFinding({ language, nClasses: 2 });
  for (const format of ['md', 'html'] as const) {
    const page = renderReport(spoken, format, { deletion }).replaceAll('\\', '');
    expect(page).toContain(verdict);
    expect(page).toContain(share);
    expect(page).not.toMatch(/NaN|undefined|null/);
  }
});

test('that no difference is seen is no statement that there is none', () => {
  const contrasts = deletion.contrasts.map((one) => ({
    ...one,
    difference: {
      kind: 'estimate',
      value: 0.01,
      interval: { lower: -0.05, upper: 0.07, level: 0.95 },
    } as const,
  }));
  const section = composeDeletion(createReportContext(finding, { deletion: { ...deletion, contrasts } }));
  expect(JSON.stringify(section)).toContain('cannot be told: difference +1.0 [−5.0, +7.0] points');
});

test('what is withheld shows no count, and a look at another run is left out', () => {
  const section = composeDeletion(createReportContext(finding, { deletion }));
  const table = section?.blocks.find((block) => block.kind === 'table');
  const row = table?.kind === 'table' ? table.table.rows[3] : undefined;
  expect(row?.map(({ text }) => text).join(' ')).not.toMatch(/\d/);
  expect(composeDeletion(createReportContext(finding, { deletion: { ...deletion, runId: 'another' } }))).toBe(
    null,
  );
  expect(renderReport(finding, 'html', { deletion: { ...deletion, runId: 'another' } })).toBe(
    renderReport(finding, 'html'),
  );
});

test('where nothing has an address it says so', () => {
  const empty = { ...deletion, askedFrom: null, askedTo: null, cells: [], pooled: [], contrasts: [] };
  const section = composeDeletion(createReportContext(finding, { deletion: empty }));
  expect(section?.blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual([
    'No document has an address, so none was asked for.',
  ]);
});
