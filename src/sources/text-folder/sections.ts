/** A part of a text with its place. */
export interface Section {
  /** Null where the text has no heading. */
  readonly title: string | null;
  readonly text: string;
  /** As it stands in the file, heading included. */
  readonly source: string;
  /** Of the first line of the section in the file, from 1. */
  readonly line: number;
}

/** How a text is divided. */
export interface SectionOptions {
  /** Number of `#` signs of the headings that begin a record. */
  readonly level: number;
  /** Only sections under the heading with this text, at a higher level; null = everywhere. */
  readonly within: string | null;
}

const HEADING = /^(#{1,6})[ \t]+(.*?)[ \t#]*$/;
const RULE = /^(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;

/** Divides Markdown at headings of one level. A section ends at the next heading of its level or above, or at a rule. */
export function sectionsOf(lines: readonly string[], firstLine: number, options: SectionOptions): Section[] {
  const sections: Section[] = [];
  let begun: { readonly title: string; readonly at: number } | null = null;
  let inside = options.within === null;
  const close = (end: number): void => {
    if (begun === null) return;
    const body = lines.slice(begun.at + 1, end);
    const source = lines.slice(begun.at, end).join('\n').trimEnd();
    sections.push({ title: begun.title, text: body.join('\n').trim(), source, line: firstLine + begun.at });
    begun = null;
  };
  lines.forEach((line, at) => {
    if (begun !== null && RULE.test(line)) close(at);
    const heading = HEADING.exec(line);
    const level = heading?.[1]?.length ?? 7;
    if (heading === null || level > options.level) return;
    close(at);
    const title = heading[2]?.trim() ?? '';
    if (level < options.level) inside = options.within === null || title === options.within;
    else if (inside) begun = { title, at };
  });
  close(lines.length);
  return sections;
}
