import { EMPTY_FIELDS } from '../adapter.ts';
import { countOf, textOf, timeOf } from '../decode/cell-values.ts';
import type { NamedValues, ReadFields } from '../decode/field-reader.ts';
import { isObject } from '../decode/parsed-object.ts';

/** What the objects around a post or comment say of it: whose wall or board, which post or topic. */
export type VkPlace = NamedValues;

/**
 * The fields of a post of a wall or a news feed, a comment on one, or a comment of a board. A repost without a word of
 * its own has the text of what it repeats.
 */
export function postFields(item: NamedValues, place: VkPlace): ReadFields {
  const ids = idsOf(item, memberOf(item, place));
  const reposted = repostedPosts(item);
  const own = wordsOf(item);
  const others = reposted.map(wordsOf).filter((words) => words !== null);
  return {
    nativeId: ids.id,
    fields: {
      ...EMPTY_FIELDS,
      text: own ?? (others.length > 0 ? others.join('\n') : null),
      quoted: own !== null && others.length > 0 ? others.join('\n') : null,
      sharedHeadline: headlineOf(item),
      publishedAt: timeOf(item['date']),
      author: item['from_id'] === undefined && ids.isPost ? ids.owner : numberIn(item['from_id']),
      url: ids.url,
      replyTo: ids.replyTo,
      repostOf: reposted[0] === undefined ? null : idsOf(reposted[0], memberOf(reposted[0], {})).id,
      nLikes: countIn(item['likes']),
      nReposts: countIn(item['reposts']),
      nReplies: countIn(item['comments']) ?? countIn(item['thread']),
      nViews: countIn(item['views']),
    },
  };
}

/** What a comment tells of the replies in its thread, which may not repeat it. */
export function placeOfReplies(comment: NamedValues, place: VkPlace): VkPlace {
  const from = memberOf(comment, place);
  const members = ['owner_id', 'post_id', 'group_id', 'topic_id'].map((name) => [name, from(name)] as const);
  return Object.fromEntries([...members, ['comment_id', comment['id']]]);
}

/**
 * Mentions and links in brackets as a reader sees them: `[id1|Anna]` and `[club1|Library]` are the name alone,
 * `[https://vk.com/…|here]` is the word.
 */
export function withNames(text: string): string {
  return text.includes('[') ? text.replace(NAMED, '$1').replace(NAMED_ALIAS, '$1') : text;
}

const NAMED =
  /\[(?:(?:id|club|public|event|app)-?\d{1,15}(?::[\w-]{1,60})?|https?:\/\/[^\s[\]|]{1,500})\|([^[\]|]{1,300})\]/g;
const NAMED_ALIAS = /\[#alias\|([^[\]|]{1,300})\|[^\s[\]|]{1,500}\]/g;

function wordsOf(item: NamedValues): string | null {
  const text = textOf(item['text']);
  return text === null || text.trim() === '' ? null : withNames(text);
}

/** The title of the first page that is attached. */
function headlineOf(item: NamedValues): string | null {
  const attached = item['attachments'];
  for (const each of Array.isArray(attached) ? attached : []) {
    const link = isObject(each) ? each['link'] : null;
    const title = isObject(link) ? textOf(link['title']) : null;
    if (title !== null && title !== '') return title;
  }
  return null;
}

/** A number of the item, else of what is around it. */
function memberOf(item: NamedValues, place: VkPlace): (name: string) => string | null {
  return (name) => numberIn(item[name]) ?? numberIn(place[name]);
}

/** Numbers of owners, posts and comments; 0 stands for none. */
function numberIn(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && /^-?[1-9]\d{0,14}$/.test(text) ? text : null;
}

interface Ids {
  readonly id: string | null;
  readonly owner: string | null;
  readonly isPost: boolean;
  readonly replyTo: string | null;
  readonly url: string | null;
}

/** Posts and comments of one wall share one series of numbers; topics of a board have their own. */
function idsOf(item: NamedValues, from: (name: string) => string | null): Ids {
  const number = numberIn(item['id']) ?? numberIn(item['post_id']);
  const group = from('group_id')?.replace(/^-?/, '-') ?? null;
  const owner = from('owner_id') ?? numberIn(item['source_id']) ?? numberIn(item['to_id']) ?? group;
  const unknown = { id: null, owner, isPost: false, replyTo: null, url: null };
  if (number === null || owner === null) return unknown;
  const topic = from('topic_id');
  if (topic !== null) {
    const url = `https://vk.com/topic${owner}_${topic}?post=${number}`;
    return { ...unknown, id: `topic${owner}_${topic}_${number}`, url };
  }
  const id = `${owner}_${number}`;
  const post = from('post_id');
  if (post === null || post === number) {
    const parent = numberIn(item['reply_post_id']);
    const replyTo = parent === null ? null : `${numberIn(item['reply_owner_id']) ?? owner}_${parent}`;
    return { id, owner, isPost: true, replyTo, url: `https://vk.com/wall${id}` };
  }
  const parent = numberIn(item['reply_to_comment']) ?? lastOf(item['parents_stack']) ?? from('comment_id');
  const url = `https://vk.com/wall${owner}_${post}?reply=${number}`;
  return { id, owner, isPost: false, replyTo: `${owner}_${parent ?? post}`, url };
}

/** The chain of a repost: first what was shared, then what that one shared. */
function repostedPosts(item: NamedValues): readonly NamedValues[] {
  const chain = item['copy_history'];
  return Array.isArray(chain) ? chain.filter(isObject) : [];
}

function lastOf(list: unknown): string | null {
  return Array.isArray(list) ? numberIn(list.at(-1)) : null;
}

/** A count is a number, or stands in an object with what the caller may do. */
function countIn(value: unknown): number | null {
  return countOf(isObject(value) ? value['count'] : value);
}
