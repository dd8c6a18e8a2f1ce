import type * as Docx from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Finding } from '../../domain/finding.ts';
import { StudyError } from '../../errors/errors.ts';
import type { BesideFinding } from '../beside-finding.ts';
import type { Block, Cell, Figure, Panel, Table } from '../block.ts';
import { composeCheckedReport } from '../compose-checked-report.ts';
import { chartSvg } from './chart-svg.ts';
import { bullet, clean, heading, paragraph, type Rendering, SOFT } from './docx-parts.ts';
import { quoteParts } from './docx-quotes.ts';

/** Width of the text in pixels: A4 with margins of 20 mm. */
const TEXT_WIDTH = 640;
const MANY_COLUMNS = 7;
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' };
/** Of letters, beside those of East Asia. */
const LANGUAGES = { en: 'en-GB', ru: 'ru-RU', zh: 'en-GB' } as const;
/** A grey pixel: what a program shows that cannot draw SVG. The figures stand in a table at the end. */
const GREY_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mN4AwAA7gDtPsb5bAAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * The report for a word processor: same words and order as the page, charts as SVG with their figures as tables. The same finding
 * gives the same bytes.
 * @throws {StudyError} `report/no-docx` where the library is not installed
 */
export async function renderDocx(finding: Finding, beside: BesideFinding = {}): Promise<Uint8Array> {
  const docx = await loadDocx();
  const report = composeCheckedReport(finding, beside);
  const rendering: Rendering = { docx, report };
  const children = [
    ...leadParts(rendering),
    ...report.sections.flatMap(({ heading: text, blocks }) => [
      heading(rendering, text, 2),
      ...blocks.flatMap((block) => blockParts(rendering, block)),
    ]),
    ...dataParts(rendering),
    paragraph(rendering, report.colophon, { color: SOFT, size: 16 }),
  ];
  const document = new docx.Document({
    title: clean(report.lead.title),
    creator: 'Groundswell',
    lastModifiedBy: 'Groundswell',
    styles: styles(rendering),
    sections: [{ properties: page(), footers: { default: footer(rendering) }, children }],
  });
  return withoutClock(await docx.Packer.toBuffer(document));
}

async function loadDocx(): Promise<typeof Docx> {
  try {
    return await import('docx');
  } catch (cause) {
    throw new StudyError('report/no-docx', {}, { cause });
  }
}

function styles({ docx, report }: Rendering): Docx.IStylesOptions {
  const language = { value: LANGUAGES[report.language], eastAsia: 'zh-CN' };
  const title = (size: number, before: number) => ({
    run: { size, bold: true, color: '16191D', font: FONT },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 20, language },
        paragraph: { spacing: { after: 120, line: 276, lineRule: docx.LineRuleType.AUTO } },
      },
      title: { run: { size: 40, bold: true, font: FONT }, paragraph: { spacing: { after: 200 } } },
      heading1: title(32, 360),
      heading2: title(28, 360),
      heading3: title(23, 240),
      heading4: title(20, 160),
    },
  };
}

/** A4, margins of 20 mm in twentieths of a point. */
function page(): Docx.ISectionPropertiesOptions {
  const margin = 1134;
  return {
    page: {
      size: { width: 11_906, height: 16_838 },
      margin: { top: margin, right: margin, bottom: margin, left: margin },
    },
  };
}

function footer({ docx }: Rendering): Docx.Footer {
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT], color: SOFT, size: 16 })],
      }),
    ],
  });
}

function leadParts(rendering: Rendering): Docx.Paragraph[] {
  const { docx, report } = rendering;
  const { lead } = report;
  const term = ({ label, text }: typeof lead.question): Docx.Paragraph =>
    factPart(rendering, { term: label, detail: text });
  const number = [lead.interval, lead.uncorrected].filter((text) => text !== '').join(' · ');
  return [
    ...(lead.synthetic === null
      ? []
      : [
          paragraph(rendering, `${lead.synthetic.title} ${lead.synthetic.body}`, {
            bold: true,
            color: '9A3B00',
          }),
        ]),
    new docx.Paragraph({ text: clean(lead.title), heading: docx.HeadingLevel.TITLE }),
    term(lead.question),
    term(lead.period),
    heading(rendering, lead.subject, 2),
    paragraph(rendering, lead.number, { bold: true, size: 52 }),
    ...(number === '' ? [] : [paragraph(rendering, number, { size: 24 })]),
    ...(lead.chart === null ? [] : [chart(rendering, lead.chart, { width: 'narrow', most: 340 })]),
    ...lead.sentences.map((text) => paragraph(rendering, text)),
  ];
}

function factPart(
  { docx, report }: Rendering,
  { term, detail }: { readonly term: string; readonly detail: string },
): Docx.Paragraph {
  const name = new docx.TextRun({ text: clean(`${term}${report.messages.colon}`), bold: true });
  return new docx.Paragraph({ spacing: { after: 60 }, children: [name, new docx.TextRun(clean(detail))] });
}

function blockParts(rendering: Rendering, block: Block): (Docx.Paragraph | Docx.Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(rendering, block.text, block.tone === 'note' ? { color: SOFT } : {})];
    case 'list':
      return block.items.map((item) => bullet(rendering, item));
    case 'heading':
      return [heading(rendering, block.title, 3), paragraph(rendering, block.text, { color: SOFT })];
    case 'items':
      return [
        heading(rendering, block.title, block.closing === undefined ? 3 : 4),
        ...(block.text === '' ? [] : [paragraph(rendering, block.text)]),
        ...block.items.map((item) => bullet(rendering, item)),
        ...(block.closing === undefined
          ? []
          : [paragraph(rendering, `${block.closing.label}${block.closing.text}`, { color: SOFT })]),
      ];
    case 'facts':
      return block.facts.map((fact) => factPart(rendering, fact));
    case 'table':
      return tableParts(rendering, block.table);
    case 'figure':
      return figureParts(rendering, block.figure);
    case 'quotes':
      return block.pairs.flatMap((pair) => quoteParts(rendering, pair));
  }
}

function figureParts(rendering: Rendering, figure: Figure): Docx.Paragraph[] {
  const several = figure.panels.length > 1;
  return [
    heading(rendering, figure.title, 3),
    ...figure.panels.flatMap((panel) => [
      ...(several ? [heading(rendering, panel.label, 4)] : []),
      chart(rendering, panel, several ? { width: 'narrow', most: 440 } : { width: 'wide', most: TEXT_WIDTH }),
    ]),
    paragraph(
      rendering,
      figure.key.flatMap(({ symbol, text }) => (symbol.kind === 'letter' ? [] : [text])).join(' · '),
      { color: SOFT, size: 16 },
    ),
    ...eventParts(rendering, figure),
  ];
}

function eventParts(rendering: Rendering, { key, eventsUnder }: Figure): Docx.Paragraph[] {
  if (eventsUnder !== undefined) return [paragraph(rendering, eventsUnder, { color: SOFT, size: 16 })];
  return key.flatMap(({ text, symbol }) =>
    symbol.kind === 'letter' ? [bullet(rendering, `${symbol.letter}: ${text}`)] : [],
  );
}

/** The figures behind charts stand at the end: they are many, and nobody reads them in passing. */
function dataParts(rendering: Rendering): (Docx.Paragraph | Docx.Table)[] {
  const { messages, sections } = rendering.report;
  const blocks = sections.flatMap((section) => section.blocks);
  const tables = blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure.table] : []));
  if (tables.length === 0) return [];
  return [
    heading(rendering, messages.dataBehindCharts, 2),
    ...tables.flatMap((table) => tableParts(rendering, table)),
  ];
}

function chart(
  { docx }: Rendering,
  panel: Panel,
  size: { readonly width: 'narrow' | 'wide'; readonly most: number },
): Docx.Paragraph {
  const drawing = panel.draw(size.width);
  const width = Math.min(size.most, drawing.width);
  return new docx.Paragraph({
    keepLines: true,
    children: [
      new docx.ImageRun({
        type: 'svg',
        data: Buffer.from(chartSvg(drawing)),
        fallback: { type: 'png', data: GREY_PIXEL },
        transformation: { width, height: Math.round((width * drawing.height) / drawing.width) },
        altText: {
          name: clean(panel.label),
          title: clean(panel.label),
          description: clean(panel.description),
        },
      }),
    ],
  });
}

function cellOf(
  { docx }: Rendering,
  columns: Table['columns'],
): (one: Cell, index: number, isHead: boolean) => Docx.TableCell {
  // Weeks by classes: as many columns as A4 has room for.
  const size = columns.length > MANY_COLUMNS ? 12 : 16;
  const align = (index: number) =>
    columns[index]?.numeric === true ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT;
  return (one: Cell, index: number, isHead: boolean): Docx.TableCell =>
    new docx.TableCell({
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      children: [
        new docx.Paragraph({
          alignment: align(index),
          spacing: { after: 0, line: 240, lineRule: docx.LineRuleType.AUTO },
          children: [
            new docx.TextRun({
              text: clean(one.text),
              size,
              bold: isHead || index === 0,
              ...(isHead || one.muted === true ? { color: SOFT } : {}),
            }),
            ...(one.note === undefined
              ? []
              : [
                  new docx.TextRun({
                    text: clean(one.note),
                    size: Math.min(size, 14),
                    color: SOFT,
                    break: 1,
                  }),
                ]),
          ],
        }),
      ],
    });
}

function tableParts(
  rendering: Rendering,
  { caption, columns, rows }: Table,
): (Docx.Paragraph | Docx.Table)[] {
  const { docx } = rendering;
  const cell = cellOf(rendering, columns);
  const rule = { style: docx.BorderStyle.SINGLE, size: 4, color: 'D3D8DE' };
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  return [
    paragraph(rendering, caption, { bold: true, keepNext: true }),
    new docx.Table({
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      borders: {
        top: rule,
        bottom: rule,
        insideHorizontal: rule,
        left: none,
        right: none,
        insideVertical: none,
      },
      rows: [
        new docx.TableRow({
          tableHeader: true,
          children: columns.map(({ label }, index) => cell({ text: label }, index, true)),
        }),
        ...rows.map(
          (row) =>
            new docx.TableRow({
              cantSplit: true,
              children: row.map((one, index) => cell(one, index, false)),
            }),
        ),
      ],
    }),
    new docx.Paragraph({ text: '', spacing: { after: 60 } }),
  ];
}

/** The first day that a ZIP archive knows. */
const NO_TIME = new Date(1980, 0, 1);

/** The same file without the time of its making and with pictures numbered from 1: the library counts on from one file to the next. */
function withoutClock(file: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(file)).map(
    ([path, bytes]) => [path, withoutClockIn(path, bytes)] as const,
  );
  return zipSync(Object.fromEntries(parts), { mtime: NO_TIME, level: 6 });
}

function withoutClockIn(path: string, bytes: Uint8Array): Uint8Array {
  if (path === 'docProps/core.xml')
    return strToU8(strFromU8(bytes).replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ''));
  if (path !== 'word/document.xml') return bytes;
  let picture = 0;
  return strToU8(
    strFromU8(bytes).replace(/<wp:docPr id="\d+"/g, () => {
      picture += 1;
      return `<wp:docPr id="${picture}"`;
    }),
  );
}
