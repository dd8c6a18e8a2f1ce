import type { RecordPosition } from '../../domain/record.ts';
import type { SourceRejection } from '../adapter.ts';
import type { Delimiter } from './csv-cells.ts';
import { splitCells, swallowedRows } from './csv-cells.ts';
import { isWronglyDecoded } from './damage.ts';
import { rejection } from './rejection.ts';

/** One row of a table. */
export interface CsvRow {
  readonly kind: 'row';
  readonly cells: readonly string[];
  /** As it stands in the file, without the line break at its end. */
  readonly text: string;
  readonly position: RecordPosition;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const BYTES_PER_UNIT = 3;

/** Bytes that may be read a second time after broken rows, in the whole file: enough to mend, too few to hang. */
const REREAD_BYTES = 64 * 1024 * 1024;

/**
 * Finds the rows of a table in chunks of UTF-8. The first row says how many cells each must have; rows with
 * another number are rejected, empty lines are no rows. Where a quote was opened and never closed, the row's
 * first line is rejected and reading goes on with the next line.
 */
export class CsvScanner {
  private readonly delimiter: Delimiter;
  private readonly limit: number;
  private readonly exact: boolean;
  private items: (CsvRow | SourceRejection)[] = [];
  private rest: Buffer = Buffer.alloc(0);
  private scanned = 0;
  private quoted = false;
  private cellBegins = true;
  private skipping = false;
  private offset: number;
  private line: number;
  private columns: number | null;
  private rereadLeft = REREAD_BYTES;

  constructor(
    delimiter: Delimiter,
    options: {
      readonly firstByte: number | null;
      readonly firstLine: number;
      readonly limit: number;
      /** Number of cells in a row; null = as many as the first row has. */
      readonly columns: number | null;
    },
  ) {
    this.delimiter = delimiter;
    this.limit = options.limit;
    this.exact = options.firstByte !== null;
    this.offset = options.firstByte ?? 0;
    this.line = options.firstLine;
    this.columns = options.columns;
  }

  /** Reads on; returns the rows that were completed. */
  push(chunk: Uint8Array): readonly (CsvRow | SourceRejection)[] {
    this.rest = this.rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.rest, chunk]);
    this.readRows(false);
    return this.take();
  }

  /** The end of the file; `problem` = why it came too early. */
  finish(problem: string | null): readonly (CsvRow | SourceRejection)[] {
    this.readRows(true);
    let unsaid = problem;
    while (this.rest.length > 0) {
      const text = this.rest.toString('utf8');
      if (this.skipping) this.drop(this.rest.length);
      else if (problem !== null) {
        this.cutOff(problem, text);
        unsaid = null;
      } else if (!this.quoted) this.endRow(this.rest.length, true);
      else if (this.aLaterLineIsARow(text)) this.rejectFirstLine();
      else this.cutOff('the file ends inside a quoted cell', text);
      this.readRows(true);
    }
    if (unsaid !== null) this.items.push(rejection('truncated', unsaid, { position: this.position() }));
    return this.take();
  }

  private take(): readonly (CsvRow | SourceRejection)[] {
    const { items } = this;
    this.items = [];
    return items;
  }

  private readRows(final: boolean): void {
    for (;;) {
      const end = this.findEnd(final);
      if (end < 0) break;
      if (this.skipping) {
        this.drop(end + 1);
        this.skipping = false;
      } else this.endRow(end, false);
    }
    if (this.skipping) this.drop(this.scanned);
    else if (this.rest.length > this.limit * BYTES_PER_UNIT) this.overlong(final);
  }

  /** Index of the line break that ends the row in `rest`; -1 where it has not come yet. */
  private findEnd(final: boolean): number {
    const { rest } = this;
    const delimiter = this.delimiter.charCodeAt(0);
    let at = this.scanned;
    let { quoted, cellBegins } = this;
    let end = -1;
    for (; at < rest.length; at++) {
      const byte = rest[at]!;
      if (quoted) {
        if (byte !== QUOTE) continue;
        if (at + 1 === rest.length && !final) break;
        const next = rest[at + 1];
        if (next === QUOTE) {
          at++;
        } else if (next === undefined || next === delimiter || next === NEWLINE || next === RETURN) {
          quoted = false;
        }
      } else if (byte === NEWLINE) {
        end = at;
        break;
      } else if (byte === QUOTE && cellBegins) {
        quoted = true;
        cellBegins = false;
      } else cellBegins = byte === delimiter;
    }
    this.scanned = Math.min(at, rest.length);
    this.quoted = quoted;
    this.cellBegins = cellBegins;
    return end;
  }

  /** Takes the first `end` bytes as a row. `last` = no line break follows. */
  private endRow(end: number, last: boolean): void {
    const stop = end > 0 && this.rest[end - 1] === RETURN ? end - 1 : end;
    const text = this.rest.toString('utf8', 0, stop);
    if (text.length > this.limit) {
      this.say('too-long', `a row of ${text.length} characters; the limit is ${this.limit}`, text);
    } else if (isWronglyDecoded(text)) {
      this.say('wrong-encoding', 'most letters of the row cannot be decoded', text);
    } else if (text !== '' && !this.takeRow(text, last)) {
      this.rejectFirstLine();
      return;
    }
    this.drop(last ? end : end + 1);
  }

  /** False where a row of several lines is broken and its lines should be tried one by one. */
  private takeRow(text: string, last: boolean): boolean {
    const cells = splitCells(text, this.delimiter);
    while (this.columns !== null && cells.length > this.columns && cells.at(-1) === '') cells.pop();
    this.columns ??= cells.length;
    const canRetry = text.includes('\n') && this.rereadLeft >= this.rest.length;
    if (canRetry && swallowedRows(text, this.delimiter)) return false;
    if (cells.length === this.columns) {
      this.items.push({ kind: 'row', cells, text, position: this.position() });
      return true;
    }
    if (canRetry) return false;
    const detail = `${cells.length} cells where the table has ${this.columns} columns`;
    this.say(last && cells.length < this.columns ? 'truncated' : 'wrong-shape', detail, text);
    return true;
  }

  /** A row too long to hold: mended if a lost quote made it so, else left out as it streams by. */
  private overlong(final: boolean): void {
    if (this.quoted && this.aLaterLineIsARow(this.rest.toString('utf8'))) {
      this.rejectFirstLine();
      this.readRows(final);
      return;
    }
    this.say('too-long', `a row of more than ${this.limit} characters`, this.rest.toString('utf8', 0, 800));
    this.skipping = true;
    this.drop(this.scanned);
  }

  private aLaterLineIsARow(text: string): boolean {
    if (this.columns === null || this.columns < 2 || this.rereadLeft < this.rest.length) return false;
    return text
      .split('\n')
      .slice(1)
      .some((line) => splitCells(line, this.delimiter).length === this.columns);
  }

  private rejectFirstLine(): void {
    const end = this.rest.indexOf(NEWLINE);
    const text = this.rest.toString('utf8', 0, end);
    this.say('unparseable', 'a quote in this line is not closed where its cell ends', text);
    this.rereadLeft -= this.rest.length;
    this.drop(end + 1);
    this.scanned = 0;
  }

  private cutOff(problem: string, text: string): void {
    this.say('truncated', problem, text);
    this.drop(this.rest.length);
  }

  /** Leaves the first bytes behind and begins anew after them. */
  private drop(bytes: number): void {
    for (
      let at = this.rest.indexOf(NEWLINE);
      at >= 0 && at < bytes;
      at = this.rest.indexOf(NEWLINE, at + 1)
    ) {
      this.line++;
    }
    this.offset += bytes;
    this.rest = this.rest.subarray(bytes);
    this.scanned = 0;
    if (this.skipping) return;
    this.quoted = false;
    this.cellBegins = true;
  }

  private say(reason: SourceRejection['reason'], detail: string, excerpt: string): void {
    this.items.push(rejection(reason, detail, { excerpt, position: this.position() }));
  }

  private position(): RecordPosition {
    return { line: this.line, byteOffset: this.exact ? this.offset : null };
  }
}
