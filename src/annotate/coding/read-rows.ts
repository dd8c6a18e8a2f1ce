import { isUtf8 } from 'node:buffer';
import { StudyProblems } from '../../errors/errors.ts';
import { type Delimiter, detectDelimiter } from '../../sources/decode/csv-cells.ts';
import { type CodingPlace, codingProblem } from './coding-problem.ts';

/** One row of a table: its first line and its cells by the name of their column; a cell that is not there is empty. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A table to read. */
export interface NamedTable {
  readonly content: Uint8Array;
  /** For messages. */
  readonly path: string;
}

const SAVE_AS = 'save it as "CSV UTF-8" and import that file';

/**
 * Reads a table as a person or a spreadsheet leaves it: UTF-8 with or without a byte order mark, or UTF-16 with one;
 * comma, semicolon or tab; a first line `sep=;`; rows cut short where their last cells are empty; empty rows.
 * @param required columns that must be there
 * @throws {StudyProblems} `codings/invalid` where the file is no such table
 */
export function readRows({ content, path }: NamedTable, required: readonly string[]): TableRow[] {
  const text = decoded(content, path);
  const hint = /^sep=(.)\r?\n/i.exec(text);
  const body = hint === null ? text : text.slice(hint[0].length);
  const delimiter = (hint?.[1] as Delimiter | undefined) ?? detectDelimiter(body.slice(0, 65_536), path);
  const [header, ...rows] = splitRows(body, { path, delimiter, firstLine: hint === null ? 1 : 2 });
  const names = (header?.cells ?? []).map((name) => name.trim().toLowerCase());
  const place = { path, line: header?.line ?? 1 };
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    refuse(
      place,
      `the first row lacks the column ${missing.join(', ')}; it has ${names.join(', ').slice(0, 200) || 'none'}`,
      'keep the first row of the sheet as it was, and check that it is the right file',
    );
  }
  const twice = names.find((name, i) => required.includes(name) && names.indexOf(name) < i);
  if (twice !== undefined) refuse(place, `two columns are called "${twice}"`, 'keep one of them');
  return rows.flatMap(({ line, cells }) =>
    cells.every((cell) => cell.trim() === '')
      ? []
      : [{ line, cells: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) }],
  );
}

function refuse(place: CodingPlace, problem: string, remedy: string): never {
  throw new StudyProblems([codingProblem(place, problem, remedy)]);
}

function decoded(content: Uint8Array, path: string): string {
  const place = { path, line: 1 };
  const [first, second] = content;
  if (first === 0x50 && second === 0x4b) refuse(place, 'this is a workbook, not a table of text', SAVE_AS);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(content);
  if (!isUtf8(content)) refuse(place, 'the letters are not in UTF-8', SAVE_AS);
  const text = new TextDecoder().decode(content);
  if (text.includes('\0')) refuse(place, 'the file holds zero bytes: it is no table of text', SAVE_AS);
  return text;
}

/** Rows and cells by RFC 4180; line breaks as any system writes them. */
function splitRows(
  text: string,
  { path, delimiter, firstLine }: { path: string; delimiter: string; firstLine: number },
): { readonly line: number; readonly cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let line = firstLine;
  let row = { line, cells: [] as string[] };
  for (let at = 0; at <= text.length; ) {
    let cell = '';
    if (text[at] === '"') {
      const opened = line;
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (at >= text.length)
          refuse(
            { path, line: opened },
            'a quote is opened and never closed',
            'close it, or write "" for a quote inside a cell',
          );
        if (text[at] === '"') at++;
        if (text[at] === '\n') line++;
        cell += text[at];
      }
      at++;
    }
    const end = endOfCell(text, at, delimiter);
    row.cells.push(cell + text.slice(at, end));
    at = end + 1;
    if (text[end] === delimiter) continue;
    rows.push(row);
    if (text[end] === '\r' && text[at] === '\n') at++;
    line++;
    row = { line, cells: [] };
    if (at >= text.length) break;
  }
  return rows;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}
