import { EMPTY_FIELDS } from '../adapter.ts';
import { countOf, textOf, timeOf } from '../decode/cell-values.ts';
import type { NamedValues, ReadFields } from '../decode/field-reader.ts';
import { valueAt } from '../decode/field-reader.ts';
import { isObject } from '../decode/parsed-object.ts';

/** The fields of a post or a comment, told apart by the `body` that only comments have. */
export function postFields(post: NamedValues): ReadFields {
  const kind = kindOf(post);
  const id = fullname(post['id'], kind) ?? fullname(post['name'], null);
  return {
    nativeId: id,
    fields: {
      ...EMPTY_FIELDS,
      text: textOf(post[kind === 't1' ? 'body' : 'selftext']),
      title: kind === 't3' ? textOf(post['title']) : null,
      markup: 'markdown',
      quoted: quotedText(post),
      sharedHeadline: kind === 't3' && sharesPage(post) ? textOf(post['title']) : null,
      publishedAt: timeOf(post['created_utc']),
      retrievedAt: retrievalTime(post),
      author: isNotice(post['author']) ? null : textOf(post['author']),
      url: urlOf(post, id),
      replyTo: kind === 't1' ? (fullname(post['parent_id'], null) ?? fullname(post['link_id'], 't3')) : null,
      repostOf: fullname(post['crosspost_parent'], 't3'),
      nLikes: post['score_hidden'] === true || post['hide_score'] === true ? null : countOf(post['score']),
      nReposts: kind === 't3' ? countOf(post['num_crossposts']) : null,
      nReplies: kind === 't3' ? countOf(post['num_comments']) : null,
      nViews: countOf(post['view_count']),
    },
  };
}

/**
 * Why a post or comment is without its words: the notice that Reddit shows instead of them, in the text, or as the
 * title of a post that has no text. Null = it has its words.
 */
export function removal(post: NamedValues): string | null {
  const kind = kindOf(post);
  const text = textOf(post[kind === 't1' ? 'body' : 'selftext']) ?? post['title'];
  if (!isNotice(text)) return null;
  return `${kind === 't1' ? 'a comment' : 'a post'} that was deleted or removed: ${String(text).trim()}`;
}

/** Notices such as `[deleted]`, `[removed]`, `[deleted by user]`, `[ Removed by Reddit … ]`. */
const NOTICE = /^\s*\[ ?(?:deleted|removed|unavailable)(?: by (?:user|reddit)[^\n]{0,150})? ?\]\s*$/i;

function isNotice(value: unknown): boolean {
  return typeof value === 'string' && value.length < 200 && NOTICE.test(value);
}

/** Reddit's prefixes of names: comments and posts. */
type Kind = 't1' | 't3';

function kindOf(post: NamedValues): Kind {
  return 'body' in post ? 't1' : 't3';
}

/** A name such as `t3_abc12`, made from a bare id where the kind is known. */
function fullname(value: unknown, kind: Kind | null): string | null {
  const text = textOf(value);
  if (text === null) return null;
  if (/^t[13]_[0-9a-z]{1,13}$/.test(text)) return text;
  return kind !== null && /^[0-9a-z]{1,13}$/.test(text) ? `${kind}_${text}` : null;
}

/** The permanent address; one that would name the author, or is missing, is made from the ids. */
function urlOf(post: NamedValues, id: string | null): string | null {
  const link = textOf(post['permalink'])?.replace(/^https?:\/\/(?:www\.|old\.)?reddit\.com(?=\/)/, '');
  if (link !== undefined && PERMALINK.test(link)) return `https://www.reddit.com${link}`;
  if (id?.startsWith('t3_')) return `https://www.reddit.com/comments/${id.slice(3)}`;
  const above = fullname(post['link_id'], 't3');
  return id === null || above === null
    ? null
    : `https://www.reddit.com/comments/${above.slice(3)}/_/${id.slice(3)}`;
}

const PERMALINK = /^(?:\/r\/(?!u_)[\w.:-]{1,40})?\/comments\/[^\s"<>\\]{1,300}$/i;

/** Arctic Shift visits a post again after 36 hours and renews its counts. */
function retrievalTime(post: NamedValues): string | number | null {
  for (const time of [
    valueAt(post, ['_meta', 'retrieved_2nd_on']),
    post['retrieved_on'],
    post['retrieved_utc'],
  ]) {
    const found = timeOf(time);
    if (found !== null && found !== 0) return found;
  }
  return null;
}

/** Whether a post is a link to a page elsewhere, of which the title is as a rule the headline; pictures and films have none. */
function sharesPage(post: NamedValues): boolean {
  const address = textOf(post['url_overridden_by_dest']) ?? textOf(post['url']);
  if (post['is_self'] !== false || address === null) return false;
  const host = URL.parse(address)?.hostname;
  return host !== undefined && !OWN_HOSTS.test(host);
}

const OWN_HOSTS = /(?:^|\.)(?:reddit\.com|redd\.it|redditmedia\.com|imgur\.com|gfycat\.com|giphy\.com)$/;

/** The text of the post that a crosspost shows. */
function quotedText(post: NamedValues): string | null {
  const parents = post['crosspost_parent_list'];
  const parent = Array.isArray(parents) ? parents[0] : null;
  if (!isObject(parent) || isNotice(parent['selftext'])) return null;
  return textOf(parent['selftext']);
}
