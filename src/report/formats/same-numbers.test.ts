import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { sampleCoordination } from '../fixtures/sample-coordination.ts';
import { sampleDeletion } from '../fixtures/sample-deletion.ts';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { sampleMultiverse } from '../fixtures/sample-multiverse.ts';
import { renderReport } from '../render-report.ts';
import { renderDocx } from './docx.ts';

/** What pages have beside words and tables: drawings, their key, and what a number rests on. */
const BESIDE_TEXT =
  'svg, style, title, nav, [popover], .eyebrow, .panel h4, figcaption .key li:not(.event), details caption, .headline figcaption';

/** Addresses are left out: on the page they are links. */
const numbersOf = (text: string): string[] =>
  (text.replace(/https?:\S+/g, '').match(/\p{Nd}+/gu) ?? []).sort();

function page(html: string): string {
  // Cells and terms stand apart though no space is between them.
  const { document } = parseHTML(html.replace(/<(td|th|dt|dd|li|p|h\d|code)\b/g, ' $&'));
  for (const element of document.querySelectorAll(BESIDE_TEXT)) element.remove();
  return (document.documentElement.textContent ?? '').replace(/\s+/g, ' ');
}

function wordsOf(file: Uint8Array): string {
  const body = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
  const paragraphs = body.split('</w:p>');
  const isDrawing = (i: number): boolean => (paragraphs[i] ?? '').includes('<w:drawing>');
  // As on the page, what stands over one drawing of several is left out, and the key under the last.
  const isOfDrawing = (i: number): boolean =>
    (/w:val="Heading4"/.test(paragraphs[i] ?? '') && isDrawing(i + 1)) ||
    (/<w:sz w:val="16"/.test(paragraphs[i] ?? '') && isDrawing(i - 1));
  return paragraphs
    .flatMap((one, i) => (isOfDrawing(i) ? [] : [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]))
    .map(([, text]) => text)
    .join(' ');
}

test.each(['en', 'ru', 'zh'] as const)(
  'page, Markdown and document say the same numbers, as often: %s',
  async (language) => {
    const sample = sampleFinding({ language, nClasses: 2 });
    const finding = { ...sample, coordination: sampleCoordination(sample) };
    const beside = { multiverse: sampleMultiverse(finding), deletion: sampleDeletion(finding) };
    const html = numbersOf(page(renderReport(finding, 'html', beside)));
    const markdown = numbersOf(renderReport(finding, 'md', beside));
    const docx = numbersOf(wordsOf(await renderDocx(finding, beside)));
    expect(html.length).toBeGreaterThan(500);
    expect(markdown).toEqual(html);
    expect(docx).toEqual(html);
  },
);
