import type { SourceInput, SourceItem } from '../adapter.ts';
import type { NamedValues, ReadRecord } from './field-reader.ts';
import { parsedObject } from './parsed-object.ts';
import { readLines } from './read-lines.ts';
import { rejection } from './rejection.ts';

/** Reads one JSON object a line. `refuse` names what is wrong with the shape of an object; null = nothing. */
export async function* readJsonLines(
  input: SourceInput,
  read: ReadRecord,
  refuse?: (record: NamedValues) => string | null,
): AsyncIterable<readonly SourceItem[]> {
  for await (const lines of readLines(input)) {
    const items: SourceItem[] = [];
    for (const line of lines) {
      if (line.kind === 'rejected') items.push(line);
      else {
        const position = { line: line.line, byteOffset: line.byteOffset };
        const parsed = parsedObject({ text: line.text, position, last: !line.ended });
        if (parsed.kind === 'rejected') items.push(parsed);
        else {
          const problem = refuse?.(parsed.record) ?? null;
          if (problem !== null)
            items.push(rejection('wrong-shape', problem, { excerpt: line.text, position }));
          else {
            const { nativeId, fields } = read(parsed.record, line.text);
            items.push({ kind: 'record', nativeId, payload: line.text, position, fields });
          }
        }
      }
    }
    yield items;
  }
}
