import { createHash } from 'node:crypto';
import type { FileSystem, FoundFile } from '../domain/effects.ts';
import type { InputSlice } from '../domain/input-unit.ts';

/** A slice ends at the first line break after this many bytes. */
export const SLICE_BYTES = 8 * 1024 * 1024;

const NEWLINE = 0x0a;

/**
 * Cuts a file into slices of whole lines and digests each; a file that may not be cut is one slice.
 * The cuts depend on the bytes before them only, so that appending to a file leaves all but its last slice as they were.
 */
export async function sliceFile(
  files: FileSystem,
  file: FoundFile,
  splitsAtLines: boolean,
): Promise<readonly InputSlice[]> {
  const slices: InputSlice[] = [];
  let hash = createHash('sha256');
  let start = 0;
  let offset = 0;
  let line = 1;
  let firstLine = 1;
  let cut: boolean | null = null;
  const close = (): void => {
    slices.push({
      path: file.path,
      absolutePath: file.absolutePath,
      start,
      end: offset,
      firstLine,
      digest: hash.digest('hex'),
    });
    hash = createHash('sha256');
    start = offset;
    firstLine = line;
  };
  for await (const chunk of files.open(file.absolutePath, { start: 0, end: null })) {
    cut ??= splitsAtLines && isPlainBytes(chunk);
    let rest = chunk;
    while (cut && offset + rest.length - start > SLICE_BYTES) {
      const from = Math.max(0, start + SLICE_BYTES - offset - 1);
      const newline = rest.indexOf(NEWLINE, from);
      if (newline < 0) break;
      const head = rest.subarray(0, newline + 1);
      hash.update(head);
      line += countNewlines(head);
      offset += head.length;
      rest = rest.subarray(newline + 1);
      close();
    }
    hash.update(rest);
    if (cut) line += countNewlines(rest);
    offset += rest.length;
  }
  if (offset > start || slices.length === 0) close();
  return slices;
}

/** False for gzip, Zstandard and UTF-16, where a byte 0x0A is not a line break. */
function isPlainBytes(head: Uint8Array): boolean {
  const [a = 0, b = 0] = head;
  const packed = (a === 0x1f && b === 0x8b) || (a === 0x28 && b === 0xb5);
  const utf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0;
  return !packed && !utf16;
}

function countNewlines(bytes: Uint8Array): number {
  let n = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) n++;
  return n;
}
