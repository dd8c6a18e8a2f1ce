import type * as Docx from 'docx';
import type { Report } from '../block.ts';
import { showUnsafeCharacters } from '../escape-html.ts';

/** Colour of what is said quietly. */
export const SOFT = '515A65';

/** Library and report of one rendering. */
export interface Rendering {
  readonly docx: typeof Docx;
  readonly report: Report;
}

/** A heading of a level. */
export function heading({ docx }: Rendering, text: string, level: 2 | 3 | 4): Docx.Paragraph {
  return new docx.Paragraph({ text: clean(text), heading: docx.HeadingLevel[`HEADING_${level}`] });
}

/** A paragraph of one run; `keepNext` keeps it on the page of what follows. */
export function paragraph(
  { docx }: Rendering,
  text: string,
  { keepNext = false, ...run }: { bold?: boolean; color?: string; size?: number; keepNext?: boolean } = {},
): Docx.Paragraph {
  return new docx.Paragraph({ keepNext, children: [new docx.TextRun({ text: clean(text), ...run })] });
}

/** An item of a list. */
export function bullet({ docx }: Rendering, text: string): Docx.Paragraph {
  return new docx.Paragraph({ text: clean(text), bullet: { level: 0 }, spacing: { after: 60 } });
}

/** One line without characters that XML forbids. */
export function clean(text: string): string {
  return showUnsafeCharacters(text).replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
}
