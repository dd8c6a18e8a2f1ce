import type { SourceInput, SourceRejection } from '../adapter.ts';
import { peekable } from './decompress.ts';
import type { RecordPaths } from './json-frames.ts';
import type { JsonRecord } from './json-scanner.ts';
import { JsonScanner } from './json-scanner.ts';
import { openUtf8 } from './utf8-source.ts';

/** Bytes of the file's beginning that tell where its records are. */
const HEAD_BYTES = 4096;

/**
 * Reads the records of one JSON document as they stream by; see {@link JsonScanner} for what a damaged one gives.
 * Where the records are may depend on how the file begins.
 */
export async function* readJsonRecords(
  input: SourceInput,
  paths: RecordPaths | ((head: string) => RecordPaths),
): AsyncIterable<readonly (JsonRecord | SourceRejection)[]> {
  const source = await openUtf8(input);
  const { firstByte } = source;
  const { head, all } = await peekable(source.chunks, HEAD_BYTES);
  const beginning = Buffer.from(head.subarray(0, HEAD_BYTES)).toString('utf8');
  const scanner = new JsonScanner(typeof paths === 'function' ? paths(beginning) : paths, {
    firstByte,
    firstLine: input.firstLine,
    limit: input.maximumRecordLength,
  });
  for await (const chunk of all) {
    const items = scanner.push(chunk);
    if (items.length > 0) yield items;
  }
  const last = scanner.finish(source.problem());
  if (last.length > 0) yield last;
}
