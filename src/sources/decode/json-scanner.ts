import type { RecordPosition } from '../../domain/record.ts';
import type { SourceRejection } from '../adapter.ts';
import { isWronglyDecoded } from './damage.ts';
import type { NamedValues } from './field-reader.ts';
import type { RecordPaths, ValueUse } from './json-frames.ts';
import { JsonFrames } from './json-frames.ts';
import { parsedObject } from './parsed-object.ts';
import { EXCERPT_LENGTH, rejection } from './rejection.ts';

/** One object of a list of records in a JSON document. */
export interface JsonRecord {
  readonly kind: 'json';
  readonly record: NamedValues;
  /** As it stands in the document. */
  readonly text: string;
  readonly position: RecordPosition;
  /** Scalar members of the objects around the list, outermost first, as far as they stand before it. */
  readonly around: readonly NamedValues[];
}

interface Place {
  offset: number;
  line: number;
}

const SCALAR_BYTES = 4096;
const BYTES_PER_UNIT = 3;

/**
 * Reads the records of a JSON document from chunks of UTF-8, holding one record at a time.
 *
 * A record that does not parse is rejected and reading goes on behind it. A raw line break inside a string is not
 * JSON: it ends the string, so that a lost quote harms one record only. Where a bracket was lost, the next line
 * that begins like the broken record began (same indentation, same bracket) is taken as the next record.
 */
export class JsonScanner {
  private readonly limit: number;
  private readonly exact: boolean;
  private readonly frames: JsonFrames;
  private items: (JsonRecord | SourceRejection)[] = [];
  private readonly at: Place;
  private run: ValueUse = 'between';
  private start: Place = { offset: 0, line: 1 };
  private startIndent = -1;
  private held: Buffer[] = [];
  private heldBytes = 0;
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** Blanks since the last line break; -1 once something else stood on the line. */
  private indent = 0;
  private restart: (Place & { readonly held: number }) | null = null;
  private damaged = false;
  private saidJunk = false;

  constructor(
    paths: RecordPaths,
    options: { readonly firstByte: number | null; readonly firstLine: number; readonly limit: number },
  ) {
    this.frames = new JsonFrames(paths);
    this.limit = options.limit;
    this.exact = options.firstByte !== null;
    this.at = { offset: options.firstByte ?? 0, line: options.firstLine };
  }

  /** Reads on; returns what was completed. */
  push(bytes: Uint8Array): readonly (JsonRecord | SourceRejection)[] {
    this.scan(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return this.take();
  }

  /** The end of the file; `problem` = why it came too early. */
  finish(problem: string | null): readonly (JsonRecord | SourceRejection)[] {
    while (this.run === 'element' && this.restart !== null) this.goBack();
    if (this.run === 'element') {
      if (this.depth === 0 && !this.inString && problem === null) this.endElement(true);
      else this.reject('truncated', problem ?? 'the file ends inside a record', this.heldText());
    } else if (problem !== null || this.frames.isOpen) {
      this.start = { ...this.at };
      this.reject('truncated', problem ?? 'the file ends before its JSON does', '');
    }
    return this.take();
  }

  private take(): readonly (JsonRecord | SourceRejection)[] {
    const { items } = this;
    this.items = [];
    return items;
  }

  private scan(chunk: Buffer): void {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      if (this.inString && !this.escaped) i = this.passText(chunk, i);
      if (i === chunk.length) break;
      const byte = chunk[i]!;
      if (this.run === 'between') {
        if (!this.between(byte)) {
          this.pass(byte);
          continue;
        }
        from = i;
      }
      const ended = this.within(byte);
      if (ended === 'before') {
        this.hold(chunk.subarray(from, i));
        this.endRun();
        from = i--;
        continue;
      }
      if (this.run === 'element' && this.restart === null && this.beginsLikeRecord(byte, from, i)) {
        this.restart = { ...this.at, held: this.heldBytes + i - from };
        if (this.damaged || this.restart.held > this.limit * BYTES_PER_UNIT) {
          this.hold(chunk.subarray(from, i));
          this.goBack();
          from = i--;
          continue;
        }
      }
      this.pass(byte);
      if (ended === 'after') {
        this.hold(chunk.subarray(from, i + 1));
        this.endRun();
        from = i + 1;
      }
    }
    if (this.run === 'between') return;
    this.hold(chunk.subarray(from));
    if (this.restart !== null && this.heldBytes > this.limit * BYTES_PER_UNIT) this.goBack();
  }

  /** Runs through the inside of a string; returns the index of the first byte that may mean something. */
  private passText(chunk: Buffer, from: number): number {
    let i = from;
    for (; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (byte === 0x22 || byte === 0x5c || byte === 0x0a) break;
    }
    this.at.offset += i - from;
    return i;
  }

  /** Counts one byte. */
  private pass(byte: number): void {
    this.at.offset++;
    if (byte === 0x0a) {
      this.at.line++;
      this.indent = 0;
    } else if (this.indent >= 0) {
      this.indent = byte === 0x20 || byte === 0x09 || byte === 0x0d ? this.indent + 1 : -1;
    }
  }

  /** Handles a byte outside of values; true when a value begins with it that is read to its end. */
  private between(byte: number): boolean {
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x3a) return false;
    if (byte === 0x2c) {
      this.frames.endMember();
      return false;
    }
    this.start = { ...this.at };
    this.startIndent = this.indent;
    if (byte === 0x7d || byte === 0x5d) {
      const closed = this.frames.close(byte);
      if (closed === 'stray') this.junk(byte);
      if (closed === 'empty') this.reject('wrong-shape', `no list of records ${this.frames.describe()}`, '');
      return false;
    }
    const use = this.frames.begin(byte);
    if (use === 'junk') this.junk(byte);
    this.run = use === 'junk' ? 'skip' : use;
    this.depth = 0;
    this.inString = false;
    this.escaped = false;
    return this.run !== 'between';
  }

  /** Handles a byte of a value: does the value end before it, with it, or later? */
  private within(byte: number): 'before' | 'after' | 'later' {
    if (this.inString) {
      if (byte === 0x0a) this.inString = false;
      else if (this.escaped) this.escaped = false;
      else if (byte === 0x5c) this.escaped = true;
      else if (byte === 0x22) {
        this.inString = false;
        if (this.depth === 0) return 'after';
      }
      return 'later';
    }
    switch (byte) {
      case 0x22:
        this.inString = true;
        this.escaped = false;
        return 'later';
      case 0x7b:
      case 0x5b:
        this.depth++;
        return 'later';
      case 0x7d:
      case 0x5d:
        if (this.depth === 0) return 'before';
        this.depth--;
        return this.depth === 0 ? 'after' : 'later';
      case 0x2c:
      case 0x0a:
        return this.depth === 0 ? 'before' : 'later';
      case 0x3a:
        return this.depth === 0 && this.run !== 'element' ? 'before' : 'later';
      default:
        return 'later';
    }
  }

  private beginsLikeRecord(byte: number, from: number, at: number): boolean {
    const isFirst = this.heldBytes === 0 && at === from;
    return !isFirst && byte === 0x7b && this.indent >= 0 && this.indent === this.startIndent;
  }

  /** Rejects the broken record up to where the next one seems to begin, and reads on from there. */
  private goBack(): void {
    const { restart } = this;
    if (restart === null) return;
    const all = Buffer.concat(this.held);
    this.damaged = true;
    this.reject(
      'unparseable',
      'not JSON: the record does not end where the next one begins',
      all.subarray(0, restart.held).toString('utf8'),
    );
    this.at.offset = restart.offset;
    this.at.line = restart.line;
    this.indent = this.startIndent;
    this.clear();
    this.scan(all.subarray(restart.held));
  }

  private hold(bytes: Buffer): void {
    const most =
      this.run === 'element' ? this.limit * BYTES_PER_UNIT : this.run === 'skip' ? 0 : SCALAR_BYTES;
    const known = this.heldBytes;
    this.heldBytes += bytes.length;
    if (this.heldBytes <= most) {
      if (bytes.length > 0) this.held.push(Buffer.from(bytes));
    } else if (known <= most && this.run === 'element') {
      if (this.restart !== null) {
        this.held.push(Buffer.from(bytes));
        return;
      }
      const head = Buffer.concat([...this.held, bytes.subarray(0, EXCERPT_LENGTH * 4)]);
      this.held = [Buffer.from(head.subarray(0, EXCERPT_LENGTH * 4))];
    }
  }

  private endRun(): void {
    if (this.run === 'element') {
      this.endElement(false);
      return;
    }
    if ((this.run === 'key' || this.run === 'scalar') && this.heldBytes <= SCALAR_BYTES) {
      this.frames.takeText(this.run, this.heldText());
    }
    this.clear();
  }

  private endElement(last: boolean): void {
    if (this.heldBytes > this.limit * BYTES_PER_UNIT) {
      if (this.restart !== null) this.goBack();
      else this.tooLong(`${this.heldBytes} bytes`, this.heldText());
      return;
    }
    const text = this.heldText().trim();
    const position = this.position();
    if (text.length > this.limit) this.tooLong(`${text.length} characters`, text);
    else if (isWronglyDecoded(text)) {
      this.reject('wrong-encoding', 'most letters of the record cannot be decoded', text);
    } else {
      const parsed = parsedObject({ text, position, last });
      if (parsed.kind === 'rejected' && parsed.reason === 'unparseable' && this.restart !== null)
        this.goBack();
      else {
        const { frames } = this;
        this.items.push(
          parsed.kind === 'rejected'
            ? parsed
            : { kind: 'json', record: parsed.record, text, position, around: frames.around() },
        );
        this.clear();
      }
    }
  }

  private tooLong(size: string, text: string): void {
    this.reject('too-long', `a record of ${size}; the limit is ${this.limit} characters`, text);
  }

  /** Said once a file: what follows is still read. */
  private junk(byte: number): void {
    if (this.saidJunk) return;
    this.saidJunk = true;
    this.damaged = true;
    const found = JSON.stringify(String.fromCharCode(byte));
    this.reject('unparseable', `not JSON: ${found} where the document was to begin or had ended`, '');
  }

  private reject(reason: SourceRejection['reason'], detail: string, excerpt: string): void {
    this.items.push(rejection(reason, detail, { excerpt, position: this.position() }));
    this.clear();
  }

  private position(): RecordPosition {
    return { line: this.start.line, byteOffset: this.exact ? this.start.offset : null };
  }

  private heldText(): string {
    return (this.held.length === 1 ? this.held[0]! : Buffer.concat(this.held)).toString('utf8');
  }

  private clear(): void {
    this.run = 'between';
    this.held = [];
    this.heldBytes = 0;
    this.restart = null;
  }
}
