import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import { fieldReader } from '../decode/field-reader.ts';
import { mappedOver } from '../decode/mapped-over.ts';
import { MISSING_CELLS, readTable } from '../decode/read-table.ts';
import { WEIBO_NAMES, weiboFields } from './post-fields.ts';

const OPTIONS = z.strictObject({});

function read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  OPTIONS.parse(input.options);
  const readFields = fieldReader({}, { names: WEIBO_NAMES });
  const withMapping = mappedOver(input.fields);
  return readTable(input, {
    delimiter: null,
    columns: null,
    missing: MISSING_CELLS,
    begin: () => (row, payload) => withMapping(weiboFields(readFields(row, payload), row), row, payload),
  });
}

/** Tables of Weibo posts or comments. */
export const weiboCsv: SourceAdapter = {
  name: 'weibo-csv',
  version: '1',
  description:
    'Tables of Weibo posts or comments (CSV in GBK, GB18030 or UTF-8), with English or Chinese columns.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  missingFields: {
    title: 'posts have no title',
    language: 'Weibo does not state it',
    retrievedAt: 'crawlers do not write it; map it where one does',
    nViews: 'Weibo does not show it for posts of others',
  },
  read,
};
