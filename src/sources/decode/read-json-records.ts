import type { SourceInput, SourceRejection } from '../adapter.ts';
import type { RecordPaths } from './json-frames.ts';
import type { JsonRecord } from './json-scanner.ts';
import { JsonScanner } from './json-scanner.ts';
import { openUtf8 } from './utf8-source.ts';

/** Reads the records of one JSON document as they stream by; see {@link JsonScanner} for what a damaged one gives. */
export async function* readJsonRecords(
  input: SourceInput,
  paths: RecordPaths,
): AsyncIterable<readonly (JsonRecord | SourceRejection)[]> {
  const source = await openUtf8(input);
  const { firstByte } = source;
  const scanner = new JsonScanner(paths, {
    firstByte,
    firstLine: input.firstLine,
    limit: input.maximumRecordLength,
  });
  for await (const chunk of source.chunks) {
    const items = scanner.push(chunk);
    if (items.length > 0) yield items;
  }
  const last = scanner.finish(source.problem());
  if (last.length > 0) yield last;
}
