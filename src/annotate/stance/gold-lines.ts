import { isUtf8 } from 'node:buffer';
import { StudyError } from '../../errors/errors.ts';
import { detectDelimiter } from '../../sources/decode/csv-cells.ts';
import { type CsvRow, CsvScanner } from '../../sources/decode/csv-scanner.ts';

/** Fields of one row of gold data, unchecked. */
export type GoldFields = Readonly<Record<string, unknown>>;

/** A row and the line where it begins. */
interface GoldLine {
  readonly line: number;
  readonly fields: GoldFields;
}

/** What is wrong in a line of gold data, and what to do about it. */
export type Wrong = (problem: string, remedy?: string) => StudyError;

/** What one kind of gold data consists of. */
interface GoldForm {
  /** Names of the columns of a table. */
  readonly fields: readonly string[];
  /** So many of them, from the first, must be there. */
  readonly nRequired: number;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const LONGEST_ROW = 1_000_000;

/** Makes the errors of one line. */
function wrongAt(path: string, line: number): Wrong {
  return (problem, remedy) =>
    new StudyError(
      'gold/invalid',
      {
        path,
        line,
        problem,
        remedy:
          remedy ?? 'see docs/evaluate.md for the fields of gold data, docs/themes.md for those of themes',
      },
      { position: { path, line } },
    );
}

/** How {@link readGoldRows} makes a row of a line's fields. */
export interface GoldReader<Row> extends GoldForm {
  readonly parse: (fields: GoldFields, wrong: Wrong) => Row;
}

/**
 * Reads the rows of a file of gold data: a table with a header or one JSON object a line. Blank lines are passed over.
 * @throws StudyError `gold/invalid` naming the file and the line, at the first line that is wrong; two rows of one id
 * and a file without rows are wrong too.
 */
export function readGoldRows<Row extends { readonly id: string }>(
  content: Uint8Array,
  path: string,
  reader: GoldReader<Row>,
): Row[] {
  const rows: Row[] = [];
  const seen = new Map<string, number>();
  for (const { line, fields } of readGoldLines(content, path, reader)) {
    const wrong = wrongAt(path, line);
    const row = reader.parse(fields, wrong);
    const before = seen.get(row.id);
    if (before !== undefined)
      throw wrong(`id "${row.id}" stands on line ${before} already`, 'give each row an id of its own');
    seen.set(row.id, line);
    rows.push(row);
  }
  if (rows.length === 0) throw wrongAt(path, 1)('there is no row in it', 'check that it is the right file');
  return rows;
}

/** A field that must be there and hold text. */
export function fieldText(fields: GoldFields, name: string, wrong: Wrong): string {
  const value = optionalText(fields, name, wrong);
  if (value === null) throw wrong(`field "${name}" is missing or empty`);
  return value;
}

/** A field that may be missing or empty (null). Ids and groups may be numbers. */
export function optionalText(fields: GoldFields, name: string, wrong: Wrong): string | null {
  const value = fields[name];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number' && (name === 'id' || name === 'group')) return String(value);
  if (typeof value !== 'string') throw wrong(`field "${name}" is not text`);
  return value;
}

/**
 * The rows of a file of gold data in UTF-8, with or without a byte order mark: a table with a header where the name
 * ends in `.csv`, `.tsv` or `.tab`, else NDJSON.
 * @throws StudyError `gold/invalid` at the first line that cannot be read.
 */
function readGoldLines(content: Uint8Array, path: string, form: GoldForm): Iterable<GoldLine> {
  if (!isUtf8(content)) {
    const remedy = 'save the file as UTF-8 (in a spreadsheet: "CSV UTF-8")';
    throw wrongAt(path, firstBrokenLine(content))('the bytes are not UTF-8', remedy);
  }
  const marked = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf;
  const bytes = marked ? content.subarray(3) : content;
  return /\.(csv|tsv|tab)$/i.test(path) ? tableLines(bytes, path, form) : jsonLines(bytes, path);
}

function firstBrokenLine(content: Uint8Array): number {
  let line = 1;
  for (let at = 0; at < content.length; line++) {
    const end = content.indexOf(NEWLINE, at);
    if (end < 0 || !isUtf8(content.subarray(at, end))) break;
    at = end + 1;
  }
  return line;
}

function* jsonLines(bytes: Uint8Array, path: string): Iterable<GoldLine> {
  let line = 0;
  for (const source of new TextDecoder().decode(bytes).split('\n')) {
    line++;
    if (source.trim() === '') continue;
    const wrong = wrongAt(path, line);
    const remedy = 'write one JSON object a line; the name of a table must end in .csv or .tsv';
    let value: unknown;
    try {
      value = JSON.parse(source);
    } catch (cause) {
      throw wrong(`not JSON: ${cause instanceof SyntaxError ? cause.message : String(cause)}`, remedy);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw wrong('not a JSON object', remedy);
    yield { line, fields: value as GoldFields };
  }
}

function* tableLines(bytes: Uint8Array, path: string, form: GoldForm): Iterable<GoldLine> {
  const lines = bytes.includes(NEWLINE) ? bytes : bytes.map((byte) => (byte === RETURN ? NEWLINE : byte));
  const head = new TextDecoder().decode(lines.subarray(0, 65_536));
  const options = { firstByte: null, firstLine: 1, limit: LONGEST_ROW, columns: null };
  const scanner = new CsvScanner(detectDelimiter(head, path), options);
  let names: readonly string[] | null = null;
  for (const row of [...scanner.push(lines), ...scanner.finish(null)]) {
    const line = row.position.line ?? 1;
    if (row.kind === 'rejected') throw wrongAt(path, line)(row.detail, remedyFor(row.reason));
    if (names === null) names = columnNames(row, form, wrongAt(path, line));
    else yield { line, fields: Object.fromEntries(names.map((name, i) => [name, row.cells[i]])) };
  }
}

function remedyFor(reason: string): string {
  return reason === 'wrong-shape'
    ? 'give the row as many cells as the header; a cell that holds the separator stands in quotes'
    : 'close the quote where the cell ends; a quote inside a quoted cell is written twice';
}

/** Other columns may stand beside ours, but none that only looks like one of ours. */
function columnNames(header: CsvRow, { fields, nRequired }: GoldForm, wrong: Wrong): string[] {
  const names = header.cells.map((cell) => cell.trim());
  names.forEach((name, i) => {
    const meant = fields.find((field) => plain(field) === plain(name));
    if (meant !== undefined && meant !== name)
      throw wrong(`column "${name}" is not a field`, `write it "${meant}", or rename it`);
    if (meant !== undefined && names.indexOf(name) < i)
      throw wrong(`two columns are called "${name}"`, 'keep one of them');
  });
  const missing = fields.slice(0, nRequired).filter((field) => !names.includes(field));
  if (missing.length > 0) {
    const found = names.join(', ').slice(0, 200);
    throw wrong(
      `the header lacks ${missing.join(', ')}`,
      `the first row names the columns: ${fields.slice(0, nRequired + 1).join(', ')}; found: ${found}`,
    );
  }
  return names;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}
