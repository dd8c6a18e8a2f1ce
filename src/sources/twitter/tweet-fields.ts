import { EMPTY_FIELDS } from '../adapter.ts';
import { countOf, identifierOf, textOf, timeOf } from '../decode/cell-values.ts';
import type { NamedValues, ReadFields } from '../decode/field-reader.ts';
import { valueAt } from '../decode/field-reader.ts';
import { isObject } from '../decode/parsed-object.ts';

/** What a page says around its tweets: those they refer to, places by id, and when it was received. */
export interface TweetPage {
  readonly tweets: ReadonlyMap<string, NamedValues>;
  readonly places: ReadonlyMap<string, NamedValues>;
  readonly retrievedAt: unknown;
}

/** A page that holds nothing around its tweets. */
export const BARE_PAGE: TweetPage = { tweets: new Map(), places: new Map(), retrievedAt: null };

/** What surrounds the tweets of a page of the API v2: its `includes`, its tweets themselves, twarc's own mark. */
export function tweetPage(page: NamedValues): TweetPage {
  return {
    tweets: new Map([...byId(page['data']), ...byId(valueAt(page, ['includes', 'tweets']))]),
    places: byId(valueAt(page, ['includes', 'places'])),
    retrievedAt: valueAt(page, ['__twarc', 'retrieved_at']),
  };
}

/**
 * The fields of a tweet of the API v2 (from a page, or flattened) or v1.1. A retweet has the whole text of the tweet
 * it repeats where that is at hand: its own is cut. It has no counts: those the API writes there are of the original.
 */
export function tweetFields(tweet: NamedValues, payload: string, page: TweetPage): ReadFields {
  const id = idOf(tweet, payload);
  const retweeted = referredTo(tweet, 'retweeted', page);
  const shown = retweeted?.tweet ?? tweet;
  const quoted = referredTo(shown, 'quoted', page)?.tweet ?? null;
  const metrics = isObject(tweet['public_metrics']) ? tweet['public_metrics'] : {};
  const count = (name: string, former: string): number | null =>
    retweeted === null ? countOf(metrics[name] ?? tweet[former]) : null;
  return {
    nativeId: id,
    fields: {
      ...EMPTY_FIELDS,
      text: wholeText(shown),
      quoted: quoted === null || isWithheld(quoted) ? null : wholeText(quoted),
      sharedHeadline: headlineOf(shown),
      publishedAt: timeOf(tweet['created_at']),
      retrievedAt: timeOf(valueAt(tweet, ['__twarc', 'retrieved_at']) ?? page.retrievedAt),
      author: authorOf(tweet, payload),
      url: id !== null && /^\d{1,20}$/.test(id) ? `https://x.com/i/web/status/${id}` : null,
      replyTo: referredTo(tweet, 'replied_to', page)?.id ?? textOf(tweet['in_reply_to_status_id_str']),
      repostOf: retweeted?.id ?? null,
      language: languageOf(tweet),
      region: regionOf(tweet, page),
      nLikes: count('like_count', 'favorite_count'),
      nReposts: count('retweet_count', 'retweet_count'),
      nReplies: count('reply_count', 'reply_count'),
      nViews: count('impression_count', 'impression_count'),
    },
  };
}

/** True where the platform's notice stands in place of a text withheld in some country. */
export function isWithheld(tweet: NamedValues): boolean {
  return WITHHELD.test(textOf(tweet['text']) ?? textOf(tweet['full_text']) ?? '');
}

/** Where the tweet was shown in a country from which it, or its author, is hidden. */
const WITHHELD = /^(?:This Tweet from )?@\w{1,30}(?:'s account)? has been withheld in /;

/** Codes for "not a language": undetermined, and tweets of mentions, tags, links or media alone. */
const NO_LANGUAGE = /^(?:und|zxx|art|q[a-z]{2})$/;

interface Reference {
  readonly id: string | null;
  readonly tweet: NamedValues | null;
}

/** The v1.1 members that hold a tweet referred to, and its id. */
const FORMER_MEMBERS = {
  retweeted: ['retweeted_status', 'retweeted_status_id_str'],
  quoted: ['quoted_status', 'quoted_status_id_str'],
  replied_to: ['in_reply_to_status', 'in_reply_to_status_id_str'],
} as const;

function referredTo(
  tweet: NamedValues,
  type: keyof typeof FORMER_MEMBERS,
  page: TweetPage,
): Reference | null {
  const [member, idMember] = FORMER_MEMBERS[type];
  const references = tweet['referenced_tweets'];
  for (const each of Array.isArray(references) ? references : []) {
    if (!isObject(each) || each['type'] !== type) continue;
    const id = textOf(each['id']);
    return { id, tweet: wholeText(each) === null ? (page.tweets.get(id ?? '') ?? null) : each };
  }
  const inside = tweet[member];
  if (isObject(inside)) return { id: textOf(inside['id_str']), tweet: inside };
  const id = textOf(tweet[idMember]);
  return id === null ? null : { id, tweet: null };
}

/** Long tweets are cut in `text`; their whole text stands elsewhere. */
function wholeText(tweet: NamedValues): string | null {
  return (
    textOf(valueAt(tweet, ['note_tweet', 'text'])) ??
    textOf(valueAt(tweet, ['extended_tweet', 'full_text'])) ??
    textOf(tweet['full_text']) ??
    textOf(tweet['text'])
  );
}

/** The title of the first page that is linked, which only the API v2 gives. */
function headlineOf(tweet: NamedValues): string | null {
  const links = valueAt(tweet, ['entities', 'urls']);
  for (const link of Array.isArray(links) ? links : []) {
    const title = isObject(link) ? textOf(link['title']) : null;
    if (title !== null && title !== '') return title;
  }
  return null;
}

function idOf(tweet: NamedValues, payload: string): string | null {
  return textOf(tweet['id_str']) ?? identifierOf(tweet['id'], payload);
}

function authorOf(tweet: NamedValues, payload: string): string | null {
  const author = tweet['author'] ?? tweet['user'];
  return identifierOf(tweet['author_id'], payload) ?? (isObject(author) ? idOf(author, payload) : null);
}

function languageOf(tweet: NamedValues): string | null {
  const language = textOf(tweet['lang']);
  return language === null || NO_LANGUAGE.test(language) ? null : language;
}

/** The country of the place that the author attached; the free words in a profile are not read. */
function regionOf(tweet: NamedValues, page: TweetPage): string | null {
  const id = textOf(valueAt(tweet, ['geo', 'place_id']));
  for (const place of [page.places.get(id ?? ''), tweet['geo'], tweet['place']]) {
    if (!isObject(place)) continue;
    const name = textOf(place['country_code']) ?? textOf(place['country']) ?? textOf(place['full_name']);
    if (name !== null) return name;
  }
  return null;
}

function byId(list: unknown): Map<string, NamedValues> {
  const found = new Map<string, NamedValues>();
  for (const each of Array.isArray(list) ? list : []) {
    const id = isObject(each) ? textOf(each['id']) : null;
    if (id !== null) found.set(id, each as NamedValues);
  }
  return found;
}
