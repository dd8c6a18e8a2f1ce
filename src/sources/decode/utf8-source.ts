import { isAscii } from 'node:buffer';
import { SourceError } from '../../errors/errors.ts';
import type { SourceInput } from '../adapter.ts';
import { decompress, peekable } from './decompress.ts';
import { byteOrderMark, detectEncoding, isSurelyUtf8 } from './detect-encoding.ts';

/** The bytes of an input as UTF-8, unpacked and without a byte order mark. */
export interface Utf8Source {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Offset of the first chunk in the unpacked file; null when the file was re-encoded, so offsets mean nothing. */
  readonly firstByte: number | null;
  /** WHATWG name of the encoding the bytes were read in. */
  readonly encoding: string;
  /** Ask after the last chunk: why the bytes end early; null = they are whole. */
  readonly problem: () => string | null;
}

/** Bytes looked at to tell the encoding; where they are all ASCII, more. */
const SAMPLE_BYTES = 65_536;
const LARGE_SAMPLE_BYTES = 1_048_576;

/**
 * Opens an input for reading as UTF-8, whatever its packing and encoding. UTF-8 passes untouched: damaged places
 * become U+FFFD when decoded. Other encodings are decoded and re-encoded chunk by chunk.
 * @throws {SourceError} `source/unknown-encoding` for a name no decoder knows; `source/wrong-format` when the
 * declared encoding is certainly not that of the bytes.
 */
export async function openUtf8(input: SourceInput): Promise<Utf8Source> {
  const { chunks, problem } = decompress(input.open());
  const { head, all } = await sampled(chunks);
  const encoding = chooseEncoding(input, head);
  if (encoding !== 'utf-8') {
    return { chunks: reencode(all, encoding), firstByte: null, encoding, problem };
  }
  const skip = byteOrderMark(head)?.length ?? 0;
  return {
    chunks: skip > 0 ? dropFirst(all, skip) : all,
    firstByte: input.firstByte + skip,
    encoding,
    problem,
  };
}

/**
 * The WHATWG name of an encoding label (`cp1251` → `windows-1251`).
 * @throws {SourceError} `source/unknown-encoding`
 */
export function encodingNamed(label: string, path: string): string {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch (cause) {
    throw new SourceError('source/unknown-encoding', { path, encoding: label }, { cause });
  }
}

/** The head is cut to the sample's size, so that the choice does not depend on how the bytes arrive. */
async function sampled(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const small = await peekable(chunks, SAMPLE_BYTES);
  const head = small.head.subarray(0, SAMPLE_BYTES);
  if (head.length < SAMPLE_BYTES || !isAscii(head)) return { head, all: small.all };
  const large = await peekable(small.all, LARGE_SAMPLE_BYTES);
  return { head: large.head.subarray(0, LARGE_SAMPLE_BYTES), all: large.all };
}

function chooseEncoding(input: SourceInput, head: Uint8Array): string {
  if (input.encoding === null) return detectEncoding(head);
  const declared = encodingNamed(input.encoding, input.path);
  if (declared.startsWith('utf-16')) return byteOrderMark(head)?.encoding ?? declared;
  if (declared !== 'utf-8' && isSurelyUtf8(head)) {
    throw new SourceError('source/wrong-format', {
      path: input.path,
      expected: `${declared} text`,
      problem: 'its bytes are well-formed UTF-8; leave `encoding` out',
    });
  }
  return declared;
}

async function* reencode(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield Buffer.from(text, 'utf8');
  }
  const rest = decoder.decode();
  if (rest !== '') yield Buffer.from(rest, 'utf8');
}

async function* dropFirst(chunks: AsyncIterable<Uint8Array>, count: number): AsyncIterable<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    if (left >= chunk.length) left -= chunk.length;
    else {
      yield left > 0 ? chunk.subarray(left) : chunk;
      left = 0;
    }
  }
}
