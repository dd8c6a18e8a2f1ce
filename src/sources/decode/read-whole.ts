import { SourceError } from '../../errors/errors.ts';
import type { SourceInput, SourceRejection } from '../adapter.ts';
import { decompress } from './decompress.ts';
import { byteOrderMark, detectEncoding } from './detect-encoding.ts';
import { rejection } from './rejection.ts';
import { encodingNamed } from './utf8-source.ts';

/** A whole file in memory. */
export interface WholeBytes {
  /** Unpacked. */
  readonly bytes: Buffer;
  /** Set where the packed data end early or are damaged: yield it after the records that could be read. */
  readonly cut: SourceRejection | null;
}

/** A whole text file in memory. */
export interface WholeText {
  /** Without a byte order mark. */
  readonly text: string;
  /** WHATWG name of the encoding it was read in. */
  readonly encoding: string;
  readonly cut: SourceRejection | null;
}

/** Files that have to be read as a whole may hold this many bytes, unpacked. */
const WHOLE_FILE_BYTES = 512 * 1024 * 1024;

/**
 * Reads and unpacks a whole input.
 * @throws {SourceError} `source/unreadable` when it unpacks to more than `maximumBytes`.
 */
export async function readWholeBytes(
  input: SourceInput,
  maximumBytes: number = WHOLE_FILE_BYTES,
): Promise<WholeBytes> {
  const source = decompress(input.open());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.chunks) {
    size += chunk.length;
    if (size > maximumBytes) {
      const problem = `it unpacks to more than ${maximumBytes} bytes, which this format cannot be read in`;
      throw new SourceError('source/unreadable', { path: input.path, problem });
    }
    chunks.push(chunk);
  }
  const problem = source.problem();
  const position = { line: null, byteOffset: size };
  return {
    bytes: Buffer.concat(chunks),
    cut: problem === null ? null : rejection('truncated', problem, { position }),
  };
}

/**
 * Reads a whole input as text. The encoding is, in this order: a byte order mark, the one the study declares, the
 * one the document itself names (`named` looks for it in the first bytes, such as an XML declaration or an HTML
 * `meta` element), the one detected.
 * @throws {SourceError} `source/unreadable` when too large, `source/unknown-encoding` when the study declares one
 * that does not exist; a name in the document that does not exist is passed over.
 */
export async function readWholeText(
  input: SourceInput,
  options: { readonly maximumBytes?: number; readonly named?: (head: string) => string | null } = {},
): Promise<WholeText> {
  const { bytes, cut } = await readWholeBytes(input, options.maximumBytes);
  return { ...decodeText(bytes, input, options.named), cut };
}

/** Decodes bytes by the rules of {@link readWholeText}. */
export function decodeText(
  bytes: Uint8Array,
  input: Pick<SourceInput, 'encoding' | 'path'>,
  named: (head: string) => string | null = () => null,
): { readonly text: string; readonly encoding: string } {
  const head = bytes.subarray(0, 4096);
  const encoding =
    byteOrderMark(head)?.encoding ??
    (input.encoding === null ? null : encodingNamed(input.encoding, input.path)) ??
    knownEncoding(named(Buffer.from(head).toString('latin1'))) ??
    detectEncoding(bytes.subarray(0, 65_536));
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function knownEncoding(label: string | null): string | null {
  try {
    return label === null ? null : new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}
