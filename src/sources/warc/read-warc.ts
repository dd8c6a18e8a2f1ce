import { SourceError } from '../../errors/errors.ts';
import type { SourceInput, SourceRejection } from '../adapter.ts';
import { decompress } from '../decode/decompress.ts';
import { rejection } from '../decode/rejection.ts';
import { ByteReader } from './byte-reader.ts';

/** A record of a web archive. */
export interface WarcRecord {
  readonly kind: 'warc-record';
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** What is archived; empty for types that were not asked for. */
  readonly block: Buffer;
  /** Of the record in the unpacked file. */
  readonly offset: number;
}

const LONGEST_LINE = 65_536;
const MOST_HEADERS = 1000;

/** Blocks above this are passed over and rejected: no page is as large. */
const BLOCK_BYTES = 64 * 1024 * 1024;

const VERSION = /^WARC\/\d\.\d+\s*$/;

/**
 * Reads the records of a WARC file, plain or packed (one gzip member a record, or as a whole). After a damaged record
 * reading goes on at the next line that begins one.
 * @throws {SourceError} `source/wrong-format` when the file does not begin with a record.
 */
export async function* readWarc(
  input: SourceInput,
  wants: (type: string) => boolean,
): AsyncIterable<WarcRecord | SourceRejection> {
  const source = decompress(input.open());
  const reader = new ByteReader(source.chunks, input.firstByte);
  try {
    let line = await nextLine(reader);
    if (line !== null && !VERSION.test(line) && source.problem() === null) throw noArchive(input.path, line);
    let isLost = false;
    while (line !== null) {
      const offset = reader.offset - line.length;
      const position = { line: null, byteOffset: offset };
      if (VERSION.test(line)) {
        const record = await readRecord(reader, { offset, wants });
        yield record;
        isLost = record.kind === 'rejected' && record.reason === 'unparseable';
        line = await nextLine(reader);
        continue;
      }
      const detail = 'no record begins where one should; passed over up to the next';
      if (!isLost) yield rejection('unparseable', detail, { excerpt: line, position });
      while (line !== null && !VERSION.test(line)) line = await reader.line(LONGEST_LINE);
    }
    const problem = source.problem();
    const end = { line: null, byteOffset: reader.offset };
    if (problem !== null) yield rejection('truncated', problem, { position: end });
  } finally {
    await reader.close();
  }
}

/** The next line that is not empty. */
async function nextLine(reader: ByteReader): Promise<string | null> {
  let line = await reader.line(LONGEST_LINE);
  while (line !== null && /^\s*$/.test(line)) line = await reader.line(LONGEST_LINE);
  return line;
}

async function readRecord(
  reader: ByteReader,
  { offset, wants }: { readonly offset: number; readonly wants: (type: string) => boolean },
): Promise<WarcRecord | SourceRejection> {
  const headers = await readHeaders(reader);
  const uri = headers?.get('warc-target-uri') ?? '';
  const at = { excerpt: uri, position: { line: null, byteOffset: offset } };
  if (headers === null) return rejection('truncated', 'the file ends in the headers of a record', at);
  const stated = headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(stated)) {
    return rejection('unparseable', `Content-Length "${stated.slice(0, 40)}" of a record is no number`, at);
  }
  const length = Number(stated);
  const isWanted = wants(headers.get('warc-type')?.toLowerCase() ?? '');
  const isTooLong = isWanted && length > BLOCK_BYTES;
  const holds = isWanted && !isTooLong;
  const block = holds ? await reader.take(length) : Buffer.alloc(0);
  const passed = holds ? block.length : await reader.skip(length);
  if (passed < length) {
    return rejection('truncated', `the file ends ${length - passed} bytes before the record does`, at);
  }
  if (isTooLong) return rejection('too-long', `a record of ${length} bytes; the limit is ${BLOCK_BYTES}`, at);
  return { kind: 'warc-record', headers, block, offset };
}

/** Headers up to the empty line; null where the file ends before it. A name that comes twice keeps its first value. */
async function readHeaders(reader: ByteReader): Promise<Map<string, string> | null> {
  const lines: string[] = [];
  for (;;) {
    const line = await reader.line(LONGEST_LINE);
    if (line === null) return null;
    if (line.trim() === '') return headersIn(lines);
    if (lines.length < MOST_HEADERS) lines.push(line);
  }
}

/** Headers by their names in lower case; a line that begins with a blank goes on with the one before. */
export function headersIn(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line)) {
      if (headers.has(last)) headers.set(last, `${headers.get(last) ?? ''} ${utf8(line)}`);
    } else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      if (!headers.has(last)) headers.set(last, utf8(line.slice(colon + 1)));
    }
  }
  return headers;
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8').trim();
}

function noArchive(path: string, line: string): SourceError {
  const problem = line.startsWith('filedesc:')
    ? 'it is an ARC file, the older format: convert it, for instance with `warcio recompress`'
    : `it begins with ${JSON.stringify(line.slice(0, 40))}`;
  return new SourceError('source/wrong-format', { path, expected: 'a WARC file', problem });
}
