import type { RecordFields } from '../adapter.ts';
import { EMPTY_FIELDS } from '../adapter.ts';
import { countOf, textOf, timeOf } from '../decode/cell-values.ts';
import type { NamedValues, ReadFields } from '../decode/field-reader.ts';
import { valueAt } from '../decode/field-reader.ts';
import { isObject } from '../decode/parsed-object.ts';

/** What the objects around a comment say of it: under which video, read when, with how many replies. */
export interface CommentPlace {
  readonly videoId: string | null;
  readonly retrievedAt: string | number | null;
  readonly nReplies: number | null;
}

/** What yt-dlp's description of a video says of the comments in it. */
export function placeInVideo(video: NamedValues, around: Partial<CommentPlace>): CommentPlace {
  return {
    videoId: videoIdIn(video['id']) ?? around.videoId ?? null,
    retrievedAt: timeOf(video['epoch']) ?? around.retrievedAt ?? null,
    nReplies: null,
  };
}

/** What a thread of the Data API says of its comments. */
export function placeInThread(thread: NamedValues, around: CommentPlace): CommentPlace {
  return {
    ...around,
    videoId: videoIdIn(valueAt(thread, ['snippet', 'videoId'])) ?? around.videoId,
    nReplies: countOf(valueAt(thread, ['snippet', 'totalReplyCount'])),
  };
}

/** The fields of a comment of the Data API, which has a snippet, or of a program that reads the web page. */
export function commentFields(comment: NamedValues, place: CommentPlace): ReadFields {
  const { snippet } = comment;
  return isObject(snippet) ? fromApi(comment, snippet, place) : fromPage(comment, place);
}

function fromApi(comment: NamedValues, snippet: NamedValues, place: CommentPlace): ReadFields {
  const id = textOf(comment['id']);
  const original = textOf(snippet['textOriginal']);
  const channel = snippet['authorChannelId'];
  return {
    nativeId: id,
    fields: {
      ...EMPTY_FIELDS,
      ...(original === null ? displayedText(snippet['textDisplay']) : { text: original }),
      publishedAt: timeOf(snippet['publishedAt']),
      retrievedAt: place.retrievedAt,
      author: textOf(isObject(channel) ? channel['value'] : channel) ?? textOf(snippet['authorDisplayName']),
      url: urlOf(id, videoIdIn(snippet['videoId']) ?? place.videoId),
      replyTo: textOf(snippet['parentId']),
      nLikes: countOf(snippet['likeCount']),
      nReplies: place.nReplies,
    },
  };
}

/** A comment of yt-dlp (`id`, `parent`, `timestamp`) or youtube-comment-downloader (`cid`, `time_parsed`). */
function fromPage(comment: NamedValues, place: CommentPlace): ReadFields {
  const id = textOf(comment['cid']) ?? textOf(comment['id']);
  const time = comment['time_parsed'] ?? comment['timestamp'];
  return {
    nativeId: id,
    fields: {
      ...EMPTY_FIELDS,
      text: textOf(comment['text']),
      publishedAt: estimatedTime(time, comment['time'] ?? comment['_time_text']),
      retrievedAt: place.retrievedAt,
      author: textOf(comment['channel']) ?? textOf(comment['author_id']) ?? textOf(comment['author']),
      url: urlOf(id, place.videoId),
      replyTo: parentOf(comment['parent'], id),
      nLikes: roundedCount(comment['votes'] ?? comment['like_count']),
      nReplies: roundedCount(comment['replies']),
    },
  };
}

/**
 * A time that was worked out from words such as `3 years ago`, no more exact than those words: hours and less stay
 * seconds, days and weeks become a day, months a month, years a year.
 */
export function estimatedTime(time: unknown, words: unknown): string | number | null {
  const seconds = timeOf(time);
  if (typeof seconds !== 'number' || Math.abs(seconds) > 1e10) return seconds;
  const unit = /\b\d{1,4} (second|minute|hour|day|week|month|year)s? ago\b/.exec(
    (textOf(words) ?? '').slice(0, 100),
  )?.[1];
  const length = LENGTHS[unit ?? ''];
  return length === undefined ? seconds : new Date(seconds * 1000).toISOString().slice(0, length);
}

/** Characters of an ISO date that a unit of time is as exact as. */
const LENGTHS: Readonly<Record<string, number>> = { day: 10, week: 10, month: 7, year: 4 };

/** Pages show large numbers as `1.2K` and `3M`. */
export function roundedCount(value: unknown): number | null {
  if (typeof value !== 'string') return countOf(value);
  const rounded = /^\s?(\d{1,3}(?:\.\d{1,2})?)\s?([KMB])\s?$/i.exec(value);
  if (rounded === null) return countOf(value);
  return Math.round(Number(rounded[1]) * THOUSANDS[rounded[2]!.toUpperCase() as keyof typeof THOUSANDS]);
}

const THOUSANDS = { K: 1e3, M: 1e6, B: 1e9 };

/** Without the original there is the text as shown: HTML, or plain where the request asked for that. */
function displayedText(value: unknown): Pick<RecordFields, 'text' | 'markup'> {
  const text = textOf(value);
  const isHtml = text !== null && /<(?:br|a|b|i|s)\b|&(?:amp|lt|gt|quot|#\d{1,5});/i.test(text);
  return { text, markup: isHtml ? 'html' : 'plain' };
}

/** A reply's id is that of its thread, a point, and its own. */
function parentOf(parent: unknown, id: string | null): string | null {
  const named = textOf(parent);
  if (named !== null) return named === 'root' ? null : named;
  const point = id?.indexOf('.') ?? -1;
  return id !== null && point > 0 ? id.slice(0, point) : null;
}

function videoIdIn(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && /^[\w-]{11}$/.test(text) ? text : null;
}

function urlOf(id: string | null, videoId: string | null): string | null {
  if (id === null || videoId === null || !/^[\w.-]{1,80}$/.test(id)) return null;
  return `https://www.youtube.com/watch?v=${videoId}&lc=${id}`;
}
