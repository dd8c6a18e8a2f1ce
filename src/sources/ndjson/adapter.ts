import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import { fieldReader } from '../decode/field-reader.ts';
import { parsedItem } from '../decode/parsed-item.ts';
import { DATE_FROM_PATH, pathDate } from '../decode/path-date.ts';
import { readLines } from '../decode/read-lines.ts';

const OPTIONS = z.strictObject({
  /** What the text is written in. */
  markup: z.enum(['plain', 'html', 'markdown']).default('plain'),
  dateFromPath: DATE_FROM_PATH,
});

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const options = OPTIONS.parse(input.options);
  const readFields = fieldReader(input.fields, {
    markup: options.markup,
    publishedAt: pathDate(input.path, options.dateFromPath),
  });
  for await (const lines of readLines(input)) {
    const items: SourceItem[] = [];
    for (const line of lines) {
      if (line.kind === 'rejected') items.push(line);
      else {
        const { text, byteOffset } = line;
        items.push(
          parsedItem({ text, position: { line: line.line, byteOffset }, last: !line.ended }, readFields),
        );
      }
    }
    yield items;
  }
}

/** One JSON object a line (NDJSON, JSON Lines), plain or packed with gzip or Zstandard. */
export const ndjson: SourceAdapter = {
  name: 'ndjson',
  version: '1',
  description: 'One JSON object a line (NDJSON, JSON Lines), plain, .gz or .zst.',
  splitsAtLines: true,
  optionsSchema: OPTIONS,
  missingFields: { quoted: 'a plain record does not mark the words of others' },
  read,
};
