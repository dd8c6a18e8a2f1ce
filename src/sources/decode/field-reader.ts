import type { FieldMapping, MAPPABLE_FIELDS, RecordColumns } from '../../domain/field-mapping.ts';
import type { RecordFields } from '../adapter.ts';
import { countOf, identifierOf, textOf, timeOf } from './cell-values.ts';

/** A parsed record: an object of named members. */
export type NamedValues = Readonly<Record<string, unknown>>;

/** What a field reader finds in one record. */
export interface ReadFields {
  readonly nativeId: string | null;
  readonly fields: RecordFields;
}

/** Names of one field, best first. */
export type FieldNames = Readonly<Partial<Record<(typeof MAPPABLE_FIELDS)[number], readonly string[]>>>;

/** What else a reader needs to know. */
export interface FieldReaderOptions {
  /** Names to look for where the study maps nothing; the first that is there counts. */
  readonly names?: FieldNames;
  /** Markup of the text. */
  readonly markup?: RecordFields['markup'];
  /** Taken where the record has no publication time, such as a date in the file name. */
  readonly publishedAt?: string | null;
}

/** Names met most often in exports, for files that come without a mapping. */
export const COMMON_NAMES: FieldNames = {
  id: ['id', 'id_str', '_id', 'message_id', 'post_id', 'comment_id', 'tweet_id', 'mid', 'uuid', 'guid'],
  text: [
    'text',
    'full_text',
    'message',
    'content',
    'body',
    'comment',
    'comments',
    'selftext',
    'description',
    'post',
    'tweet',
  ],
  title: ['title', 'subject', 'headline'],
  publishedAt: [
    'published_at',
    'publishedAt',
    'created_at',
    'createdAt',
    'created_utc',
    'date',
    'datetime',
    'time',
    'timestamp',
    'pub_date',
    'pubDate',
    'published',
    'date_extracted',
    'created',
    'day',
  ],
  author: [
    'author',
    'author_id',
    'user_id',
    'user_name',
    'username',
    'screen_name',
    'user',
    'from_id',
    'from',
    'sender_id',
    'owner_id',
    'user.id_str',
    'user.id',
    'user.screen_name',
    'user.username',
    'author.id',
    'author.username',
    'author.name',
    'nickname',
    'channel',
  ],
  url: ['url', 'link', 'permalink', 'uri', 'href'],
  region: ['region', 'location', 'place', 'city'],
  language: ['lang', 'language'],
  replyTo: [
    'reply_to',
    'in_reply_to',
    'in_reply_to_status_id',
    'reply_to_message_id',
    'parent_id',
    'reply_to_msg_id',
  ],
  repostOf: ['repost_of', 'retweeted_status_id', 'retweet_id', 'reblog_of'],
  likes: ['likes', 'like_count', 'likes_count', 'favorite_count', 'attitudes_count', 'score', 'n_likes'],
  reposts: ['reposts', 'retweet_count', 'reposts_count', 'shares', 'share_count', 'forwards', 'n_reposts'],
  replies: ['replies', 'reply_count', 'replies_count', 'comments_count', 'num_comments', 'n_replies'],
  views: ['views', 'view_count', 'views_count', 'n_views'],
  retrievedAt: ['retrieved_at', 'retrieved_utc', 'retrieved_on', 'collected_at', 'scraped_at', 'crawled_at'],
};

/** Reads one record; `payload` is its text, in which rounded ids are looked up. */
export type ReadRecord = (record: NamedValues, payload: string) => ReadFields;

type Getter = (record: NamedValues) => unknown;

/**
 * Compiles a field mapping once, so that reading a record is a few member reads.
 *
 * A name is first looked up as it stands; a dotted name that is not there reaches into nested objects and lists
 * (`user.name`, `media.0.url`). Several mapped names for `text` are joined by a line break; of several names for
 * another field the first that holds something counts. Fields the study does not map are looked up under
 * `options.names` (common names of exports if none are given).
 */
export function fieldReader(mapping: FieldMapping, options: FieldReaderOptions = {}): ReadRecord {
  const names = options.names ?? COMMON_NAMES;
  const markup = options.markup ?? 'plain';
  const otherwise = options.publishedAt ?? null;
  const get = (field: keyof FieldNames): Getter => firstOf(mapping[field] ?? names[field] ?? []);
  const id = get('id');
  const text = mapping.text === undefined ? get('text') : joined(mapping.text);
  const title = get('title');
  const publishedAt = get('publishedAt');
  const retrievedAt = get('retrievedAt');
  const author = get('author');
  const url = get('url');
  const replyTo = get('replyTo');
  const repostOf = get('repostOf');
  const language = get('language');
  const region = get('region');
  const likes = get('likes');
  const reposts = get('reposts');
  const replies = get('replies');
  const views = get('views');
  const columns = columnReader(mapping.columns ?? []);
  return (record, payload) => ({
    nativeId: identifierOf(id(record), payload),
    fields: {
      text: textOf(text(record)),
      title: textOf(title(record)),
      markup,
      quoted: null,
      sharedHeadline: null,
      publishedAt: timeOf(publishedAt(record)) ?? otherwise,
      retrievedAt: timeOf(retrievedAt(record)),
      author: identifierOf(author(record), payload),
      url: textOf(url(record)),
      replyTo: identifierOf(replyTo(record), payload),
      repostOf: identifierOf(repostOf(record), payload),
      language: textOf(language(record)),
      region: textOf(region(record)),
      nLikes: countOf(likes(record)),
      nReposts: countOf(reposts(record)),
      nReplies: countOf(replies(record)),
      nViews: countOf(views(record)),
      columns: columns(record),
    },
  });
}

/** The value under a dotted name; undefined where there is none. */
export function valueAt(record: unknown, path: readonly string[]): unknown {
  let value = record;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as NamedValues)[key];
  }
  return value;
}

function getter(name: string): Getter {
  if (!name.includes('.')) return (record) => record[name];
  const path = name.split('.');
  return (record) => record[name] ?? valueAt(record, path);
}

/** Reads values as they stand, each under its own name. */
function columnReader(names: readonly string[]): (record: NamedValues) => RecordColumns | null {
  if (names.length === 0) return () => null;
  const getters = names.map((name) => [name, getter(name)] as const);
  return (record) =>
    Object.fromEntries(
      getters.flatMap(([name, get]) => {
        const value = get(record);
        const text = typeof value === 'boolean' ? String(value) : textOf(value);
        return text === null ? [] : [[name, text]];
      }),
    );
}

function firstOf(names: readonly string[]): Getter {
  const [first, ...others] = names.map(getter);
  if (first === undefined) return () => undefined;
  if (others.length === 0) return first;
  return (record) => {
    let value = first(record);
    for (let i = 0; !holdsSomething(value) && i < others.length; i++) value = others[i]!(record);
    return value;
  };
}

function joined(names: readonly string[]): Getter {
  const getters = names.map(getter);
  if (getters.length === 1) return getters[0]!;
  return (record) => {
    const texts = getters.map((get) => textOf(get(record))).filter((text) => text !== null);
    return texts.join('\n');
  };
}

/** Objects hold something only for the dotted names that reach into them. */
function holdsSomething(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || value instanceof Date || Array.isArray(value);
}
