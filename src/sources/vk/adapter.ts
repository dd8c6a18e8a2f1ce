import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import { textOf } from '../decode/cell-values.ts';
import type { NamedValues } from '../decode/field-reader.ts';
import { valueAt } from '../decode/field-reader.ts';
import type { RecordPaths } from '../decode/json-frames.ts';
import type { JsonRecord } from '../decode/json-scanner.ts';
import { mappedOver } from '../decode/mapped-over.ts';
import type { NestedJson, PlacedObject } from '../decode/nested-records.ts';
import { nestedRecords } from '../decode/nested-records.ts';
import { isObject } from '../decode/parsed-object.ts';
import { readJsonRecords } from '../decode/read-json-records.ts';
import { rejection } from '../decode/rejection.ts';
import type { VkPlace } from './post-fields.ts';
import { placeOfReplies, postFields } from './post-fields.ts';

const OPTIONS = z.strictObject({
  /** Keys that lead to the list of posts, joined by points; `*` = any key. Found by itself where left out. */
  records: z.string().min(1).optional(),
  /** Posts that are marked as advertisements: read them, or leave them out. */
  advertisements: z.enum(['read', 'leave-out']).default('read'),
});

/** A response of 100 posts or comments on one line may be this many times as long as one record. */
const RESPONSE_LENGTHS = 16;

/** VK shows one level of replies to comments. */
const DEEPEST_THREAD = 4;

interface Found extends NestedJson {
  readonly place: VkPlace;
}

/** How the items of one file are read. */
interface Reading {
  readonly limit: number;
  readonly leavesOutAds: boolean;
  readonly withMapping: ReturnType<typeof mappedOver>;
}

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const { records, advertisements } = OPTIONS.parse(input.options);
  const limit = input.maximumRecordLength;
  const reading: Reading = {
    limit,
    leavesOutAds: advertisements === 'leave-out',
    withMapping: mappedOver(input.fields),
  };
  const paths = records === undefined ? placeOfItems : [records.split('.')];
  const responses = { ...input, maximumRecordLength: limit * RESPONSE_LENGTHS };
  for await (const found of readJsonRecords(responses, paths)) {
    const items: SourceItem[] = [];
    for (const each of found) {
      if (each.kind === 'rejected') items.push(each);
      else for (const item of itemsIn(each)) items.push(...withReplies(item, reading));
    }
    yield items;
  }
}

/** An item, and after it the replies that its thread holds. */
function* withReplies(found: Found, reading: Reading, depth = 0): Iterable<SourceItem> {
  const { value: record, text, position, place } = found;
  if (!isObject(record)) {
    yield rejection('wrong-shape', 'not an object where a post was expected', { excerpt: text, position });
    return;
  }
  if (reading.leavesOutAds && isTrue(record['marked_as_ads'])) return;
  const placed = { record, text, position };
  yield readItem(placed, place, reading);
  const replies = nestedRecords(placed, ['thread', 'items']);
  if (replies.length === 0) return;
  if (depth === DEEPEST_THREAD) {
    const detail = `${replies.length} replies nested more than ${depth} deep`;
    yield rejection('wrong-shape', detail, { excerpt: replies[0]?.text ?? '', position });
    return;
  }
  const inThread = placeOfReplies(record, place);
  for (const reply of replies) yield* withReplies({ ...reply, place: inThread }, reading, depth + 1);
}

function readItem(
  { record, text: payload, position }: PlacedObject,
  place: VkPlace,
  reading: Reading,
): SourceItem {
  const at = { excerpt: payload, position };
  const { limit } = reading;
  if (payload.length > limit) {
    return rejection('too-long', `a post of ${payload.length} characters; the limit is ${limit}`, at);
  }
  if (isTrue(record['deleted']) || isTrue(record['is_deleted'])) {
    return rejection('no-text', 'a deleted post or comment', at);
  }
  const { nativeId, fields } = reading.withMapping(postFields(record, place), record, payload);
  if (fields.text === null && !POST_MEMBERS.some((member) => member in record)) {
    return rejection('wrong-shape', whatElse(record), at);
  }
  return { kind: 'record', nativeId, payload, position, fields };
}

/** One of these is in every post and comment, also in those without words. */
const POST_MEMBERS = ['text', 'copy_history', 'attachments'];

/**
 * Responses and lists are read as they stream by: most are files of many posts. A file that begins like neither holds
 * a post, a response or a scraper's own object on each line.
 */
function placeOfItems(head: string): RecordPaths {
  if (/^\s*\[/.test(head)) return [[]];
  if (/^\s*\{\s*"response"\s*:\s*\[/.test(head)) return [['response']];
  if (/^\s*\{\s*"response"\s*:\s*\{/.test(head)) return [['response', 'items']];
  if (/^\s*\{\s*"(?:count|items|profiles|groups|next_from|total_count)"\s*:/.test(head)) return [['items']];
  return 'document';
}

/** The items of a response that stands where a post might, or the post itself. */
function itemsIn(each: JsonRecord): readonly Found[] {
  const { record, text, position, around } = each;
  const { response } = record;
  const outside: VkPlace = Object.assign({}, ...around);
  const path = Array.isArray(response)
    ? ['response']
    : isObject(response)
      ? ['response', 'items']
      : ['items'];
  if (!Array.isArray(valueAt(record, path))) return [{ value: record, text, position, place: outside }];
  const place = { ...outside, ...record, ...(isObject(response) ? response : {}) };
  return nestedRecords(each, path).map((item) => ({ ...item, place }));
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1;
}

function whatElse(record: NamedValues): string {
  const { error } = record;
  if (!isObject(error)) return 'an object without a text, not a post';
  return `an error that VK answered with: ${textOf(error['error_msg']) ?? 'unnamed'}`
    .replace(/\s+/g, ' ')
    .slice(0, 200);
}

/** Posts and comments as VK's programming interface gives them. */
export const vk: SourceAdapter = {
  name: 'vk',
  version: '2',
  description:
    'Posts and comments of VK as its API gives them: wall, comments, news feed, boards; responses, lists or NDJSON.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  missingFields: {
    title: 'posts have no title',
    language: 'VK does not state it',
    region: 'VK gives a point on the map, and for few posts',
    retrievedAt: 'responses do not say when they were received; map it where a scraper adds it',
  },
  read,
};
