import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import type { NamedValues } from '../decode/field-reader.ts';
import type { RecordPaths } from '../decode/json-frames.ts';
import { mappedOver } from '../decode/mapped-over.ts';
import type { NestedJson, PlacedObject } from '../decode/nested-records.ts';
import { nestedRecords } from '../decode/nested-records.ts';
import { isObject } from '../decode/parsed-object.ts';
import { readJsonRecords } from '../decode/read-json-records.ts';
import { rejection } from '../decode/rejection.ts';
import type { TweetPage } from './tweet-fields.ts';
import { BARE_PAGE, isWithheld, tweetFields, tweetPage } from './tweet-fields.ts';

const OPTIONS = z.strictObject({});

/** A page of 500 tweets with what they refer to may be this many times as long as one record. */
const PAGE_LENGTHS = 16;

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const withMapping = mappedOver(input.fields);
  const pages = { ...input, maximumRecordLength: input.maximumRecordLength * PAGE_LENGTHS };
  for await (const found of readJsonRecords(pages, placeOfPages)) {
    const items: SourceItem[] = [];
    for (const each of found) {
      if (each.kind === 'rejected') {
        items.push(each);
        continue;
      }
      const { page, tweets } = tweetsIn(each);
      for (const tweet of tweets) items.push(readTweet(tweet, page));
    }
    yield items;
  }

  function readTweet({ value: tweet, text: payload, position }: NestedJson, page: TweetPage): SourceItem {
    const at = { excerpt: payload, position };
    const limit = input.maximumRecordLength;
    if (!isObject(tweet)) return rejection('wrong-shape', 'not an object where a tweet was expected', at);
    if (payload.length > limit) {
      const detail = `a tweet of ${payload.length} characters; the limit is ${limit}`;
      return rejection('too-long', detail, at);
    }
    const { nativeId, fields } = withMapping(tweetFields(tweet, payload, page), tweet, payload);
    if (fields.text === null && typeof tweet['text'] !== 'string') return notATweet(tweet, at);
    if (isWithheld({ text: fields.text })) {
      return rejection('no-text', 'a notice that the tweet is withheld, not its text', at);
    }
    return { kind: 'record', nativeId, payload, position, fields };
  }
}

/** A list at the top, of tweets or of pages; else a page or a tweet a line. */
function placeOfPages(head: string): RecordPaths {
  return /^\s*\[/.test(head) ? [[]] : 'document';
}

/** The tweets of a page, or the one tweet that stands where a page might. */
function tweetsIn(each: PlacedObject): { readonly page: TweetPage; readonly tweets: readonly NestedJson[] } {
  const { record, text, position } = each;
  const isPage = isObject(record['data']) || Array.isArray(record['data']);
  if (isPage) return { page: tweetPage(record), tweets: nestedRecords(each, ['data']) };
  if (Array.isArray(record['statuses'])) {
    return { page: BARE_PAGE, tweets: nestedRecords(each, ['statuses']) };
  }
  return { page: BARE_PAGE, tweets: isEmptyPage(record) ? [] : [{ value: record, text, position }] };
}

/** An answer to a request that found nothing, or nothing that may be shown. */
function isEmptyPage(record: NamedValues): boolean {
  if ('data' in record || 'includes' in record || 'text' in record) return false;
  const meta = record['meta'];
  return Array.isArray(record['errors']) || (isObject(meta) && meta['result_count'] === 0);
}

/** Members by which other things that the API gives are told. */
const OTHER_THINGS = [
  ['includes', 'a page without its tweets'],
  ['tweet_count', 'a count of tweets'],
  ['username', 'a user profile'],
  ['member_count', 'a list of users'],
  ['action', 'a compliance notice'],
] as const;

function notATweet(
  record: NamedValues,
  at: { readonly excerpt: string; readonly position: NestedJson['position'] },
): SourceItem {
  if (isObject(record['delete'])) return rejection('no-text', 'a notice of deletion, not a tweet', at);
  const thing = OTHER_THINGS.find(([member]) => member in record)?.[1] ?? 'an object without a text';
  return rejection('wrong-shape', `${thing}, not a tweet`, at);
}

/** Tweets as the API of X (Twitter) gives them, in pages or one a line. */
export const twitter: SourceAdapter = {
  name: 'twitter',
  version: '2',
  description: 'Tweets of the X (Twitter) API v2 or v1.1 as twarc saves them: pages, one a line, or a list.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  missingFields: { title: 'tweets have no title' },
  read,
};
