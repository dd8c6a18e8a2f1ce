import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import type { Delimiter } from '../decode/csv-cells.ts';
import { DELIMITERS } from '../decode/csv-cells.ts';
import { fieldReader } from '../decode/field-reader.ts';
import { DATE_FROM_PATH, pathDate } from '../decode/path-date.ts';
import { MISSING_CELLS, readTable } from '../decode/read-table.ts';

const OPTIONS = z.strictObject({
  /** What separates cells; detected where left out. */
  delimiter: z
    .string()
    .refine((text): text is Delimiter => (DELIMITERS as readonly string[]).includes(text), 'one of , ; tab |')
    .optional(),
  /** Names of the columns of a table without a header row. */
  columns: z.array(z.string().min(1)).min(1).optional(),
  /** Cells that say nothing, besides empty ones. */
  missing: z.array(z.string()).default([...MISSING_CELLS]),
  /** What the text is written in. */
  markup: z.enum(['plain', 'html', 'markdown']).default('plain'),
  dateFromPath: DATE_FROM_PATH,
});

function read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const options = OPTIONS.parse(input.options);
  const readFields = fieldReader(input.fields, {
    markup: options.markup,
    publishedAt: pathDate(input.path, options.dateFromPath),
  });
  return readTable(input, {
    delimiter: options.delimiter ?? null,
    columns: options.columns ?? null,
    missing: options.missing,
    begin: () => readFields,
  });
}

/** A table of text with one record a row. */
export const csv: SourceAdapter = {
  name: 'csv',
  version: '1',
  description: 'A table with one record a row: CSV, TSV and their kin, in any encoding.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  named: 'columns',
  missingFields: { quoted: 'a table does not mark the words of others' },
  read,
};
