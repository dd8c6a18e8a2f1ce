import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import { fieldReader } from '../decode/field-reader.ts';
import type { RecordPaths } from '../decode/json-frames.ts';
import { DATE_FROM_PATH, pathDate } from '../decode/path-date.ts';
import { readJsonRecords } from '../decode/read-json-records.ts';

const OPTIONS = z.strictObject({
  /** Keys that lead to the list of records, joined by points; `*` = any key, `$` = the document itself is one record. */
  records: z.string().min(1).optional(),
  /** What the text is written in. */
  markup: z.enum(['plain', 'html', 'markdown']).default('plain'),
  dateFromPath: DATE_FROM_PATH,
});

/** A list at the top, or every list that is a member of the object at the top. */
const ANYWHERE: RecordPaths = [[], ['*']];

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const options = OPTIONS.parse(input.options);
  const readFields = fieldReader(input.fields, {
    markup: options.markup,
    publishedAt: pathDate(input.path, options.dateFromPath),
  });
  for await (const found of readJsonRecords(input, recordPaths(options.records))) {
    const items: SourceItem[] = [];
    for (const each of found) {
      if (each.kind === 'rejected') items.push(each);
      else {
        const { text: payload, position } = each;
        items.push({ kind: 'record', payload, position, ...readFields(each.record, payload) });
      }
    }
    yield items;
  }
}

function recordPaths(records: string | undefined): RecordPaths {
  if (records === undefined) return ANYWHERE;
  return records === '$' ? 'document' : [records.split('.')];
}

/** One JSON document that holds a list of records. */
export const json: SourceAdapter = {
  name: 'json',
  version: '1',
  description: 'One JSON document: a list of records at the top or under a key, or an object of lists.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  named: 'members',
  missingFields: { quoted: 'a plain record does not mark the words of others' },
  read,
};
