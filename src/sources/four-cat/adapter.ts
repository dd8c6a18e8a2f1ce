import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import type { FieldNames, NamedValues, ReadRecord } from '../decode/field-reader.ts';
import { fieldReader } from '../decode/field-reader.ts';
import { firstCharacter } from '../decode/first-character.ts';
import { readJsonLines } from '../decode/read-json-lines.ts';
import { MISSING_CELLS, readTable } from '../decode/read-table.ts';

const OPTIONS = z.strictObject({});

/** Columns of 4CAT's data sources. */
const NAMES: FieldNames = {
  id: ['id', 'post_id', 'item_id'],
  text: ['body', 'body_markdown', 'text'],
  title: ['subject', 'title'],
  publishedAt: ['unix_timestamp', 'timestamp', 'date_utc'],
  author: ['author_id', 'author', 'author_username', 'author_name', 'author_fullname'],
  url: ['url', 'post_url', 'tiktok_url', 'link', 'permalink', 'thread_url'],
  language: ['language', 'lang', 'language_guess'],
  region: ['location_city', 'location', 'country_name', 'country'],
  replyTo: ['reply_to', 'in_reply_to', 'reply_to_id'],
  repostOf: ['retweet_id', 'reblog_id'],
  likes: ['likes', 'like_count', 'num_likes', 'favourite_count', 'score'],
  reposts: ['shares', 'retweet_count', 'share_count', 'num_shares', 'reposts', 'forwards'],
  replies: ['comments', 'reply_count', 'comment_count', 'num_comments', 'replies'],
  views: ['views', 'plays', 'view_count', 'impression_count', 'num_views'],
  retrievedAt: ['timestamp_collected', 'collected_at'],
};

/** 4CAT writes times without an offset, and means UTC. */
const TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/;

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  OPTIONS.parse(input.options);
  const readFields = inUtc(fieldReader(input.fields, { names: NAMES }));
  if ((await firstCharacter(input)) === '{') {
    yield* readJsonLines(input, readFields, input.fields.text === undefined ? rawItem : undefined);
  } else {
    yield* readTable(input, {
      delimiter: null,
      columns: null,
      missing: MISSING_CELLS,
      begin: () => readFields,
    });
  }
}

function inUtc(readFields: ReadRecord): ReadRecord {
  return (record, payload) => {
    const { nativeId, fields } = readFields(record, payload);
    const time = typeof fields.publishedAt === 'string' ? TIME.exec(fields.publishedAt) : null;
    if (time === null) return { nativeId, fields };
    return { nativeId, fields: { ...fields, publishedAt: `${time[1]}T${time[2]}Z` } };
  };
}

/** Downloads of some data sources hold the platform's own items, whose shape is the platform's. */
function rawItem(record: NamedValues): string | null {
  if ('body' in record || 'subject' in record || 'text' in record) return null;
  const platform =
    typeof record['source_platform'] === 'string' ? ` of ${record['source_platform'].slice(0, 40)}` : '';
  return `a raw item${platform} without "body": download the data set as CSV, or map \`text\``;
}

/** Data sets downloaded from 4CAT. */
export const fourCat: SourceAdapter = {
  name: 'four-cat',
  version: '1',
  description: 'Data sets downloaded from 4CAT as CSV or NDJSON.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  missingFields: { quoted: 'a data set does not mark the words of others' },
  read,
};
