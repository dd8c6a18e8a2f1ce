import type { SourceInput, SourceRejection } from '../adapter.ts';
import { isWronglyDecoded } from './damage.ts';
import { EXCERPT_LENGTH, rejection } from './rejection.ts';
import { openUtf8 } from './utf8-source.ts';

/** One line without its line break. */
export interface TextLine {
  readonly kind: 'line';
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Of the line's first byte, in the unpacked file; null when the file was re-encoded. */
  readonly byteOffset: number | null;
  /** False for a last line without a line break. */
  readonly ended: boolean;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** Few enough that what is made of them is gone before the collector moves it to where looking for what is gone costs most. */
const LINES_AT_ONCE = 100;

/** A UTF-16 unit takes at most this many bytes of UTF-8. */
const BYTES_PER_UNIT = 3;

/**
 * Reads the lines of an input, some at a time. Line breaks are LF and CR LF. Empty lines are left out.
 * A line longer than `maximumRecordLength` is rejected as `too-long` while it streams by; a line that was cut with
 * its file is rejected as `truncated`; one decoded in the wrong encoding as `wrong-encoding`.
 */
export async function* readLines(input: SourceInput): AsyncIterable<readonly (TextLine | SourceRejection)[]> {
  const source = await openUtf8(input);
  const splitter = new LineSplitter(source.firstByte, input.firstLine, input.maximumRecordLength);
  for await (const chunk of source.chunks) {
    yield* splitter.push(chunk);
  }
  const last = splitter.finish(source.problem());
  if (last.length > 0) yield last;
}

/** Splits chunks of UTF-8 into lines, decoding each byte once. */
class LineSplitter {
  private readonly limit: number;
  private offset: number | null;
  private line: number;
  private held: Buffer[] = [];
  private heldBytes = 0;
  private items: (TextLine | SourceRejection)[] = [];

  constructor(firstByte: number | null, firstLine: number, limit: number) {
    this.limit = limit;
    this.offset = firstByte;
    this.line = firstLine;
  }

  *push(bytes: Uint8Array): Iterable<readonly (TextLine | SourceRejection)[]> {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      if (this.heldBytes > 0) {
        this.hold(chunk.subarray(start, end));
        this.emitHeld(true);
      } else {
        this.emit(chunk.subarray(start, end), true);
      }
      this.line++;
      start = end + 1;
      if (this.items.length === LINES_AT_ONCE) yield this.take();
    }
    if (start < chunk.length) this.hold(chunk.subarray(start));
    if (this.items.length > 0) yield this.take();
  }

  finish(problem: string | null): readonly (TextLine | SourceRejection)[] {
    if (problem !== null) {
      const excerpt = Buffer.concat(this.held).toString('utf8');
      const position = { line: this.line, byteOffset: this.offset };
      this.items.push(rejection('truncated', problem, { excerpt, position }));
    } else if (this.heldBytes > 0) this.emitHeld(false);
    return this.take();
  }

  private take(): readonly (TextLine | SourceRejection)[] {
    const { items } = this;
    this.items = [];
    return items;
  }

  /** Keeps a line's beginning until its end comes; of an overlong line only what an excerpt needs. */
  private hold(bytes: Buffer): void {
    const known = this.heldBytes;
    this.heldBytes += bytes.length;
    if (this.heldBytes <= this.limit * BYTES_PER_UNIT) this.held.push(Buffer.from(bytes));
    else if (known <= this.limit * BYTES_PER_UNIT) {
      const head = Buffer.concat([...this.held, bytes.subarray(0, EXCERPT_LENGTH * 4)]);
      this.held = [Buffer.from(head.subarray(0, EXCERPT_LENGTH * 4))];
    }
  }

  private emitHeld(ended: boolean): void {
    const bytes = this.heldBytes;
    const all = this.held.length === 1 ? this.held[0]! : Buffer.concat(this.held);
    this.held = [];
    this.heldBytes = 0;
    if (bytes > this.limit * BYTES_PER_UNIT) {
      this.reject(
        'too-long',
        `a line of ${bytes} bytes; the limit is ${this.limit} characters`,
        all.toString('utf8'),
      );
      this.advance(bytes, ended);
    } else this.emit(all, ended);
  }

  private emit(bytes: Buffer, ended: boolean): void {
    const stop = bytes.at(-1) === RETURN ? bytes.length - 1 : bytes.length;
    if (stop > 0) {
      const text = bytes.toString('utf8', 0, stop);
      if (text.length > this.limit) {
        this.reject('too-long', `a line of ${text.length} characters; the limit is ${this.limit}`, text);
      } else if (isWronglyDecoded(text)) {
        this.reject('wrong-encoding', 'most letters of the line cannot be decoded', text);
      } else {
        this.items.push({ kind: 'line', text, line: this.line, byteOffset: this.offset, ended });
      }
    }
    this.advance(bytes.length, ended);
  }

  private advance(bytes: number, ended: boolean): void {
    if (this.offset !== null) this.offset += bytes + (ended ? 1 : 0);
  }

  private reject(reason: 'too-long' | 'wrong-encoding', detail: string, excerpt: string): void {
    this.items.push(
      rejection(reason, detail, { excerpt, position: { line: this.line, byteOffset: this.offset } }),
    );
  }
}
