import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { composeReport } from '../compose-report.ts';
import { emptyFinding, sampleFinding } from '../fixtures/sample-finding.ts';
import { renderDocx } from './docx.ts';

const parts = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));

const words = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('\n');

test.each(['en', 'ru', 'zh'] as const)(
  'holds every heading, table and chart of the report, %s',
  async (language) => {
    const finding = sampleFinding({ language });
    const report = composeReport(finding);
    const file = parts(await renderDocx(finding));
    const body = file['word/document.xml'] ?? '';
    const text = words(body);
    for (const { heading } of report.sections) expect(text).toContain(heading.replaceAll("'", '&apos;'));
    const blocks = report.sections.flatMap((section) => section.blocks);
    const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
    const nCharts = figures.reduce(
      (sum, { panels }) => sum + panels.length,
      report.lead.chart === null ? 0 : 1,
    );
    expect(Object.keys(file).filter((path) => path.endsWith('.svg'))).toHaveLength(nCharts);
    const nTables = blocks.filter((block) => block.kind === 'table').length + figures.length;
    expect(body.match(/<w:tbl>/g)).toHaveLength(nTables);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  },
);

test('charts need neither style sheet nor variables', async () => {
  const file = parts(await renderDocx(sampleFinding()));
  const charts = Object.entries(file).filter(([path]) => path.endsWith('.svg'));
  for (const [, chart] of charts) {
    expect(chart).not.toMatch(/var\(|<style|class=/);
    expect(parseHTML(chart).document.querySelector('svg')?.getAttribute('viewBox')).toMatch(/^0 0 \d+ \d+$/);
  }
});

test('the same finding gives the same bytes, the second time too', async () => {
  const first = await renderDocx(sampleFinding());
  expect(Buffer.from(await renderDocx(sampleFinding())).equals(first)).toBe(true);
});

test('hostile text stays text', async () => {
  const sample = sampleFinding();
  const text = '</w:t></w:r><w:r>\u0000\u202e<w:instrText>x';
  const file = parts(
    await renderDocx({ ...sample, study: { ...sample.study, title: text, question: text } }),
  );
  const body = file['word/document.xml'] ?? '';
  expect(body).not.toContain('<w:instrText>');
  expect(body).not.toMatch(/[\u0000\u202e]/);
  expect(words(body)).toContain('&lt;w:instrText&gt;x');
});

test('a finding without numbers still renders', async () => {
  expect(words(parts(await renderDocx(emptyFinding()))['word/document.xml'] ?? '')).not.toMatch(
    /NaN|undefined/,
  );
});
