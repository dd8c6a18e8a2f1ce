import { z } from 'zod';
import type { SourceAdapter, SourceInput, SourceItem } from '../adapter.ts';
import { textOf } from '../decode/cell-values.ts';
import type { NamedValues } from '../decode/field-reader.ts';
import { valueAt } from '../decode/field-reader.ts';
import type { RecordPaths } from '../decode/json-frames.ts';
import { mappedOver } from '../decode/mapped-over.ts';
import type { NestedJson } from '../decode/nested-records.ts';
import { nestedRecords } from '../decode/nested-records.ts';
import { isObject } from '../decode/parsed-object.ts';
import { readJsonRecords } from '../decode/read-json-records.ts';
import { rejection } from '../decode/rejection.ts';
import type { CommentPlace } from './comment-fields.ts';
import { commentFields, placeInThread, placeInVideo } from './comment-fields.ts';

const OPTIONS = z.strictObject({});

/** A page of 100 threads on one line may be this many times as long as one record. */
const PAGE_LENGTHS = 16;

/** A page holds threads, and a thread comments. */
const DEEPEST = 4;

/** How the comments of one file are read. */
interface Reading {
  readonly limit: number;
  readonly withMapping: ReturnType<typeof mappedOver>;
}

async function* read(input: SourceInput): AsyncIterable<readonly SourceItem[]> {
  const limit = input.maximumRecordLength;
  const reading: Reading = { limit, withMapping: mappedOver(input.fields) };
  const pages = { ...input, maximumRecordLength: limit * PAGE_LENGTHS };
  for await (const found of readJsonRecords(pages, placeOfComments)) {
    const items: SourceItem[] = [];
    for (const each of found) {
      if (each.kind === 'rejected') items.push(each);
      else {
        const place = placeInVideo(Object.assign({}, ...each.around), {});
        items.push(...itemsIn({ ...each, value: each.record, place, depth: 0 }, reading));
      }
    }
    yield items;
  }
}

/**
 * The comments in yt-dlp's description of a video, which begins with the video's id of 11 characters, are read as they
 * stream by. Else there is a list, or a page, a thread or a comment a line.
 */
function placeOfComments(head: string): RecordPaths {
  if (/^\s*\[/.test(head)) return [[]];
  const isVideo = /^\s*\{\s*(?:"comments"\s*:|"id"\s*:\s*"[\w-]{11}"\s*,)/.test(head);
  return isVideo ? [['comments']] : 'document';
}

interface Found extends NestedJson {
  readonly place: CommentPlace;
  readonly depth: number;
}

/** The comments of a page, of a thread with its replies, of a video; or the one that stands where these might. */
function* itemsIn(found: Found, reading: Reading): Iterable<SourceItem> {
  const { value: record, text, position, place } = found;
  const at = { excerpt: text, position };
  if (!isObject(record)) {
    yield rejection('wrong-shape', 'not an object where a comment was expected', at);
    return;
  }
  const depth = found.depth + 1;
  const outer = { record, text, position };
  for (const list of ['items', 'comments']) {
    if (!Array.isArray(record[list])) continue;
    if (depth > DEEPEST) yield rejection('wrong-shape', `lists nested more than ${DEEPEST} deep`, at);
    else {
      const inVideo = list === 'comments' ? placeInVideo(record, place) : place;
      for (const each of nestedRecords(outer, [list]))
        yield* itemsIn({ ...each, place: inVideo, depth }, reading);
    }
    return;
  }
  if (!isObject(valueAt(record, ['snippet', 'topLevelComment']))) {
    yield readComment(found, record, reading);
    return;
  }
  const inThread = placeInThread(record, place);
  for (const each of nestedRecords(outer, ['snippet', 'topLevelComment'])) {
    if (isObject(each.value)) yield readComment({ ...each, place: inThread, depth }, each.value, reading);
  }
  const inReplies = { ...inThread, nReplies: null };
  for (const each of nestedRecords(outer, ['replies', 'comments'])) {
    if (isObject(each.value)) yield readComment({ ...each, place: inReplies, depth }, each.value, reading);
    else
      yield rejection('wrong-shape', 'not an object where a reply was expected', {
        ...each,
        excerpt: each.text,
      });
  }
}

function readComment(
  { text: payload, position, place }: Found,
  record: NamedValues,
  { limit, withMapping }: Reading,
): SourceItem {
  const at = { excerpt: payload, position };
  if (payload.length > limit) {
    return rejection('too-long', `a comment of ${payload.length} characters; the limit is ${limit}`, at);
  }
  const isComment =
    'text' in record || ['textOriginal', 'textDisplay'].some((name) => name in snippetOf(record));
  if (!isComment) return rejection('wrong-shape', whatElse(record), at);
  const { nativeId, fields } = withMapping(commentFields(record, place), record, payload);
  return { kind: 'record', nativeId, payload, position, fields };
}

function snippetOf(record: NamedValues): NamedValues {
  return isObject(record['snippet']) ? record['snippet'] : {};
}

function whatElse(record: NamedValues): string {
  const { error, kind } = record;
  const said = isObject(error) ? (textOf(error['message']) ?? 'unnamed') : null;
  const what =
    said !== null
      ? `an error that YouTube answered with: ${said}`
      : typeof kind === 'string'
        ? `a "${kind}", not a comment`
        : 'an object without a text, not a comment';
  return what.replace(/\s+/g, ' ').slice(0, 200);
}

/** Comments under videos of YouTube, as its API or programs without one give them. */
export const youtube: SourceAdapter = {
  name: 'youtube',
  version: '1',
  description:
    'Comments of YouTube: pages of the Data API v3, .info.json of yt-dlp, output of youtube-comment-downloader.',
  splitsAtLines: false,
  optionsSchema: OPTIONS,
  missingFields: {
    title: 'comments have no title',
    quoted: 'comments do not mark the words of others',
    repostOf: 'comments cannot be shared on',
    language: 'YouTube does not state it for comments',
    region: 'YouTube does not state it for comments',
    nReposts: 'comments cannot be shared on',
    nViews: 'YouTube does not count the views of comments',
  },
  read,
};
