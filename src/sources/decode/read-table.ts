import { SourceError } from '../../errors/errors.ts';
import type { SourceInput, SourceItem, SourceRejection } from '../adapter.ts';
import type { Delimiter } from './csv-cells.ts';
import { detectDelimiter } from './csv-cells.ts';
import type { CsvRow } from './csv-scanner.ts';
import { CsvScanner } from './csv-scanner.ts';
import { peekable } from './decompress.ts';
import type { NamedValues, ReadFields } from './field-reader.ts';
import { openUtf8 } from './utf8-source.ts';

/** How a table is written. */
export interface TableFormat {
  /** Null = detected. */
  readonly delimiter: Delimiter | null;
  /** Names of the columns; null = the first row holds them. */
  readonly columns: readonly string[] | null;
  /** Cells that say nothing, besides empty ones. */
  readonly missing: readonly string[];
  /** Reads one row. `header` as given to `begin`. */
  readonly begin: (header: readonly string[]) => (row: NamedValues, payload: string) => ReadFields;
}

/** Cells that programs write where they have no value. */
export const MISSING_CELLS: readonly string[] = ['NULL', 'null', 'NaN', 'nan', 'None', '\\N'];

const HEAD_BYTES = 65_536;

/** In a header: the mark of a packed or binary file, or of one whose rows end in another way. */
const NOT_A_NAME = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffd]/;
const LONGEST_NAME = 300;

/**
 * Reads a table with named columns, a chunk's worth of rows at a time.
 * @throws {SourceError} `source/wrong-format` when the first row, which names the columns, cannot be read.
 */
export async function* readTable(
  input: SourceInput,
  format: TableFormat,
): AsyncIterable<readonly SourceItem[]> {
  const source = await openUtf8(input);
  const { head, all } = await peekable(source.chunks, HEAD_BYTES);
  const beginning = Buffer.from(head.subarray(0, HEAD_BYTES)).toString('utf8');
  const scanner = new CsvScanner(format.delimiter ?? detectDelimiter(beginning, input.path), {
    firstByte: source.firstByte,
    firstLine: input.firstLine,
    limit: input.maximumRecordLength,
    columns: format.columns?.length ?? null,
  });
  const rows = new TableRows(format, input.path);
  const chunks = endsInReturns(beginning) ? withNewlines(all) : all;
  for await (const chunk of chunks) yield rows.read(scanner.push(chunk));
  yield rows.read(scanner.finish(source.problem()));
}

/** Old programs end rows with CR alone. */
function endsInReturns(beginning: string): boolean {
  return !beginning.includes('\n') && beginning.includes('\r');
}

async function* withNewlines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) yield chunk.map((byte) => (byte === 0x0d ? 0x0a : byte));
}

/** Names the cells of rows by the header. */
class TableRows {
  private readonly format: TableFormat;
  private readonly path: string;
  private readonly missing: ReadonlySet<string>;
  private header: readonly string[] | null;
  private readFields: ((row: NamedValues, payload: string) => ReadFields) | null;

  constructor(format: TableFormat, path: string) {
    this.format = format;
    this.path = path;
    this.missing = new Set(['', ...format.missing]);
    this.header = format.columns;
    this.readFields = format.columns === null ? null : format.begin(format.columns);
  }

  read(rows: readonly (CsvRow | SourceRejection)[]): SourceItem[] {
    const items: SourceItem[] = [];
    for (const row of rows) {
      if (row.kind === 'rejected') {
        if (this.header === null) throw this.noTable(row.detail);
        items.push(row);
      } else if (this.header === null || this.readFields === null) this.takeHeader(row);
      else {
        const record: Record<string, string | null> = {};
        for (let i = 0; i < row.cells.length; i++) {
          const cell = row.cells[i]!;
          record[this.header[i]!] = this.missing.has(cell) ? null : cell;
        }
        items.push({
          kind: 'record',
          payload: row.text,
          position: row.position,
          ...this.readFields(record, row.text),
        });
      }
    }
    return items;
  }

  /** Columns without a name are called `column1`, `column2`, …; a name used twice gets its number added. */
  private takeHeader(row: CsvRow): void {
    if (NOT_A_NAME.test(row.text)) throw this.noTable('it holds control characters');
    if (row.cells.some((cell) => cell.length > LONGEST_NAME)) throw this.noTable('it holds a text, no names');
    const names: string[] = [];
    row.cells.forEach((cell, i) => {
      const name = cell.trim() || `column${i + 1}`;
      names.push(names.includes(name) ? `${name}${i + 1}` : name);
    });
    this.header = names;
    this.readFields = this.format.begin(names);
  }

  private noTable(detail: string): SourceError {
    const problem = `its first row cannot be read: ${detail}`;
    return new SourceError('source/wrong-format', { path: this.path, expected: 'a table of text', problem });
  }
}
