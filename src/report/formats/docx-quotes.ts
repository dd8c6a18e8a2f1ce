import type * as Docx from 'docx';
import type { Quote, QuotePair } from '../block.ts';
import { isLanguageTag } from '../language-tag.ts';
import { clean, heading, paragraph, type Rendering, SOFT } from './docx-parts.ts';

const INDENT = 280;
/** Half of the text's width, in twentieths of a point. */
const HALF = 4819;

/** Quotes against and for, each with where it is from; a translation stands beside the words of the post. */
export function quoteParts(rendering: Rendering, pair: QuotePair): (Docx.Paragraph | Docx.Table)[] {
  const { docx, report } = rendering;
  return [
    heading(rendering, pair.title, 3),
    ...pair.sides.flatMap((side) => [
      heading(rendering, side.label, 4),
      ...(side.quotes.length === 0 ? [paragraph(rendering, side.none, { color: SOFT })] : []),
      ...side.quotes.flatMap((quote) => [
        ...wordsParts(rendering, quote),
        new docx.Paragraph({
          indent: { left: INDENT },
          children: [
            new docx.TextRun({
              text: clean(
                [
                  quote.source,
                  ...(quote.url === null ? [] : [quote.url]),
                  ...quote.details,
                  `${report.messages.hash} ${quote.hash}`,
                ].join(' · '),
              ),
              size: 15,
              color: SOFT,
            }),
          ],
        }),
      ]),
    ]),
  ];
}

function wordsParts(rendering: Rendering, quote: Quote): (Docx.Paragraph | Docx.Table)[] {
  const { docx } = rendering;
  const { translation } = quote;
  const words = (indent: number): Docx.Paragraph => {
    const language = languageOf(quote.language);
    return new docx.Paragraph({
      indent: { left: indent },
      spacing: { after: 20 },
      keepNext: true,
      children: [
        new docx.TextRun({ text: clean(quote.before), ...language }),
        new docx.TextRun({ text: clean(quote.marked), bold: true, ...language }),
        new docx.TextRun({ text: clean(quote.after), ...language }),
      ],
    });
  };
  if (translation === undefined) return [words(INDENT)];
  const by = new docx.TextRun({ text: clean(translation.label), size: 15, color: SOFT });
  const said = new docx.TextRun({ text: clean(translation.text), ...languageOf(translation.language) });
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none };
  const cell = (children: Docx.Paragraph[], border: object): Docx.TableCell =>
    new docx.TableCell({
      borders: { ...borders, ...border },
      margins: { left: 100, right: 100 },
      width: { size: 50, type: docx.WidthType.PERCENTAGE },
      children,
    });
  const dotted = { left: { style: docx.BorderStyle.DOTTED, size: 6, color: SOFT } };
  const spacing = { after: 20 };
  return [
    new docx.Table({
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      columnWidths: [HALF, HALF],
      borders: { ...borders, insideHorizontal: none, insideVertical: none },
      rows: [
        new docx.TableRow({
          cantSplit: true,
          children: [
            cell([words(180)], {}),
            cell(
              [by, ...(translation.text === '' ? [] : [said])].map(
                (run) => new docx.Paragraph({ spacing, keepNext: true, children: [run] }),
              ),
              dotted,
            ),
          ],
        }),
      ],
    }),
  ];
}

/** What a word processor hyphenates and checks the words by; nothing where the language is not known. */
function languageOf(tag: string): {
  readonly language?: { readonly value: string; readonly eastAsia: string };
} {
  return isLanguageTag(tag) ? { language: { value: tag, eastAsia: tag } } : {};
}
