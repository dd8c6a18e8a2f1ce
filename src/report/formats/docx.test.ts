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

test('a translation stands beside the words of the post, each in its language, under the name of the translator', async () => {
  const sample = sampleFinding({ language: 'ru' });
  const [first, ...others] = sample.exhibits;
  const exhibit = first ?? expect.unreachable();
  const translation = {
    text: 'Слова переводчика.',
    language: 'ru',
    translator: { name: 'example', version: '2' },
  };
  const finding = { ...sample, exhibits: [{ ...exhibit, language: 'zh', translation }, ...others] };
  const body = parts(await renderDocx(finding))['word/document.xml'] ?? '';
  const [table = ''] = body.split('<w:tbl>').filter((one) => one.includes('Слова переводчика.'));
  const [words = '', translated = '', ...more] = (table.split('</w:tbl>')[0] ?? '').split('<w:tc>').slice(1);
  expect(more).toEqual([]);
  expect(words).toContain('w:eastAsia="zh"');
  expect(translated).toMatch(/Перевод: example \(2\).*w:val="ru".*Слова переводчика/s);
});

test('letters and East Asian characters have languages of their own', async () => {
  for (const [language, tag] of [
    ['en', 'en-GB'],
    ['ru', 'ru-RU'],
    ['zh', 'en-GB'],
  ] as const) {
    const file = parts(await renderDocx(sampleFinding({ language })));
    expect(file['word/styles.xml']).toContain(`<w:lang w:val="${tag}" w:eastAsia="zh-CN"/>`);
  }
});

test('levels of headings have no gaps, captions keep with their tables, figures behind charts come last', async () => {
  const body = parts(await renderDocx(sampleFinding()))['word/document.xml'] ?? '';
  const levels = [...body.matchAll(/w:pStyle w:val="Heading(\d)"/g)].map((match) => Number(match[1]));
  for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 1)).toBeLessThan(2);
  const before = [...body.matchAll(/<\/w:p><w:tbl>/g)].map(({ index }) =>
    body.slice(body.lastIndexOf('<w:p>', index), index),
  );
  expect(before.length).toBeGreaterThan(5);
  for (const last of before) expect(last).toContain('<w:keepNext/>');
  const last = body.lastIndexOf('<w:pStyle w:val="Heading2"/>');
  expect(body.slice(last)).toContain('Figures behind the charts');
  expect(body.slice(last)).not.toContain('<w:drawing>');
});

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
