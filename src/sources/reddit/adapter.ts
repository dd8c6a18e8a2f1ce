import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import { countOf } from '../decode/cell-values.ts';
import type { NamedValues } from '../decode/field-reader.ts';
import { valueAt } from '../decode/field-reader.ts';
import type { RecordPaths } from '../decode/json-frames.ts';
import { mappedOver } from '../decode/mapped-over.ts';
import type { NestedJson, PlacedObject } from '../decode/nested-records.ts';
import { nestedRecords, textWithout } from '../decode/nested-records.ts';
import { isObject } from '../decode/parsed-object.ts';
import { readJsonRecords } from '../decode/read-json-records.ts';
import { rejection } from '../decode/rejection.ts';
import { postFields, removal } from './post-fields.ts';

const OPTIONS = z.strictObject({});

/** A listing of 100 posts, or a thread of 500 comments, may be this many times as long as one record. */
const LISTING_LENGTHS = 16;

/** Objects that may stand in each other. Reddit itself gives threads ten replies deep, two objects for each. */
const DEEPEST = 64;

/** How the things of one file are read. */
interface Reading {
  readonly limit: number;
  readonly withMapping: ReturnType<typeof mappedOver>;
}

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const limit = input.maximumRecordLength;
  const reading: Reading = { limit, withMapping: mappedOver(input.fields) };
  const listings = { ...input, maximumRecordLength: limit * LISTING_LENGTHS };
  for await (const found of readJsonRecords(listings, placeOfThings)) {
    const items: SourceItem[] = [];
    for (const each of found) {
      if (each.kind === 'rejected') items.push(each);
      else items.push(...itemsIn({ ...each, value: each.record }, reading));
    }
    yield items;
  }
}

/** A list at the top, of listings or of posts; else one of these a line. */
function placeOfThings(head: string): RecordPaths {
  return /^\s*\[/.test(head) ? [[]] : 'document';
}

/** The posts and comments of a listing, or of the thing that stands where one might; after each its replies. */
function* itemsIn(found: NestedJson, reading: Reading, depth = 0): Iterable<SourceItem> {
  const { value: record, text, position } = found;
  const at = { excerpt: text, position };
  if (!isObject(record)) {
    yield rejection('wrong-shape', 'not an object where a post or a comment was expected', at);
    return;
  }
  if (depth > DEEPEST) {
    yield rejection('wrong-shape', `posts or comments nested more than ${DEEPEST} deep`, at);
    return;
  }
  const thing = { record, text, position };
  const list = pathOfList(record);
  if (list !== null) {
    for (const each of nestedRecords(thing, list)) yield* itemsIn(each, reading, depth + 1);
    return;
  }
  const refused = refusal(record);
  if (refused !== null) {
    yield rejection(refused.reason, refused.detail, at);
    return;
  }
  const [inside] = isWrapped(record) ? nestedRecords(thing, ['data']) : [found];
  const post = { ...(inside ?? found), record: isWrapped(record) ? record.data : record };
  yield readPost(post, reading);
  if (!isObject(post.record['replies'])) return;
  for (const replies of nestedRecords(post, ['replies'])) yield* itemsIn(replies, reading, depth + 1);
}

function readPost(post: PlacedObject, { limit, withMapping }: Reading): SourceItem {
  const { record, position } = post;
  const payload = isObject(record['replies']) ? textWithout(post, 'replies') : post.text;
  const at = { excerpt: payload, position };
  if (payload.length > limit) {
    return rejection('too-long', `a post of ${payload.length} characters; the limit is ${limit}`, at);
  }
  if (!('body' in record || 'title' in record) || 'display_name' in record) {
    const what = 'display_name' in record ? 'a community' : 'an object without body or title';
    return rejection('wrong-shape', `${what}, neither a post nor a comment`, at);
  }
  const removed = removal(record);
  if (removed !== null) return rejection('no-text', removed, at);
  const { nativeId, fields } = withMapping(postFields(record), record, payload);
  return { kind: 'record', nativeId, payload, position, fields };
}

/** Where the things are: in a listing, in further comments of a thread, in an answer of Pushshift or Arctic Shift. */
function pathOfList(record: NamedValues): readonly string[] | null {
  if (record['kind'] === 'more') return null;
  return LISTS.find((path) => Array.isArray(valueAt(record, path))) ?? null;
}

const LISTS = [['data', 'children'], ['data'], ['json', 'data', 'things']];

/** A thing as Reddit's API gives it: its kind beside its members. */
function isWrapped(record: NamedValues): record is NamedValues & { readonly data: NamedValues } {
  return typeof record['kind'] === 'string' && isObject(record['data']);
}

/** Kinds of things that hold no post: accounts, messages, communities, awards. */
const OTHER_THINGS: Readonly<Record<string, string>> = {
  t2: 'an account',
  t4: 'a private message',
  t5: 'a community',
  t6: 'an award',
};

function refusal(
  record: NamedValues,
): { readonly reason: 'no-text' | 'wrong-shape'; readonly detail: string } | null {
  if (!isWrapped(record)) return null;
  const { kind, data } = record;
  if (kind === 't1' || kind === 't3') return null;
  if (kind === 'more') {
    const count = countOf(data['count']) ?? 0;
    return { reason: 'no-text', detail: `a link to ${count || 'more'} comments that are not in the file` };
  }
  const other = Object.hasOwn(OTHER_THINGS, String(kind)) ? OTHER_THINGS[String(kind)] : 'another thing';
  return { reason: 'wrong-shape', detail: `${other}, neither a post nor a comment` };
}

/** Posts and comments of Reddit, from dumps or as its API gives them. */
export const reddit: SourceAdapter = {
  name: 'reddit',
  version: '2',
  description:
    'Posts and comments of Reddit: Pushshift and Arctic Shift dumps (.zst, .gz, plain), listings and threads as JSON.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  missingFields: {
    language: 'Reddit does not state it',
    region: 'Reddit does not state it',
  },
  read,
};
