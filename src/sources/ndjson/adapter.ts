import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import { fieldReader } from '../decode/field-reader.ts';
import { DATE_FROM_PATH, pathDate } from '../decode/path-date.ts';
import { readJsonLines } from '../decode/read-json-lines.ts';

const OPTIONS = z.strictObject({
  /** What the text is written in. */
  markup: z.enum(['plain', 'html', 'markdown']).default('plain'),
  dateFromPath: DATE_FROM_PATH,
});

function read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const options = OPTIONS.parse(input.options);
  const publishedAt = pathDate(input.path, options.dateFromPath);
  return readJsonLines(input, fieldReader(input.fields, { markup: options.markup, publishedAt }));
}

/** One JSON object a line (NDJSON, JSON Lines), plain or packed with gzip or Zstandard. */
export const ndjson: SourceAdapter = {
  name: 'ndjson',
  version: '1',
  description: 'One JSON object a line (NDJSON, JSON Lines), plain, .gz or .zst.',
  splitsAtLines: true,
  optionsSchema: OPTIONS,
  named: 'members',
  missingFields: { quoted: 'a plain record does not mark the words of others' },
  read,
};
