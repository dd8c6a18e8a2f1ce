import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import type { RecordFields } from '../adapter.ts';
import { EMPTY_FIELDS } from '../adapter.ts';
import { countOf, textOf, timeOf } from '../decode/cell-values.ts';
import type { ReadFields } from '../decode/field-reader.ts';

/** What a feed says of all its items. */
export interface FeedFacts {
  readonly language: string | null;
  readonly author: string | null;
  /** Against which addresses in it are read. */
  readonly base: string | null;
}

/** A feed that says nothing of its items. */
export const UNKNOWN_FEED: FeedFacts = { language: null, author: null, base: null };

/** An item with the fields that are found in it. */
export interface ParsedItem extends ReadFields {
  /** As the library gives it, or as it stands in a JSON Feed: what a mapping names is looked up here. */
  readonly item: object;
}

/** What an RSS or RDF feed says of all its items. */
export function rssFeedFacts(feed: RssFeed.Feed<string> | RdfFeed.Feed<string>): FeedFacts {
  const stated = 'language' in feed ? textOf(feed.language) : null;
  return {
    language: stated ?? textOf(feed.dc?.languages?.[0]) ?? textOf(feed.xml?.lang),
    author: textOf(feed.dc?.creators?.[0]),
    base: textOf(feed.xml?.base) ?? textOf(feed.link),
  };
}

/** What an Atom feed says of all its entries. */
export function atomFeedFacts(feed: AtomFeed.Feed<string>): FeedFacts {
  return {
    language: textOf(feed.xml?.lang) ?? textOf(feed.dc?.languages?.[0]),
    author: personName(feed.authors?.[0]),
    base: textOf(feed.xml?.base) ?? addressIn(feed.links, UNKNOWN_FEED),
  };
}

type RssItem = RssFeed.Item<string>;

/** The fields of an item of RSS or RDF, which has fewer members, and the address that it is about. */
export function rssFields(item: RssItem | RdfFeed.Item<string>, feed: FeedFacts): ReadFields {
  const { guid, pubDate, authors, itunes, thr }: Partial<RssItem> = item as RssItem;
  const about = 'rdf' in item ? textOf(item.rdf?.about) : null;
  const guidAddress = guid?.isPermaLink === false ? null : (guid?.value ?? null);
  const { dc, dcterms, atom } = item;
  return {
    nativeId: textOf(guid?.value) ?? about ?? textOf(item.link),
    fields: {
      ...EMPTY_FIELDS,
      text: textOf(item.content?.encoded) ?? textOf(item.description) ?? textOf(dc?.descriptions?.[0]),
      title: textOf(item.title) ?? textOf(dc?.titles?.[0]),
      markup: 'html',
      publishedAt:
        timeOf(pubDate) ??
        timeOf(dc?.dates?.[0]) ??
        timeOf(dcterms?.issued?.[0] ?? dcterms?.created?.[0]) ??
        timeOf(atom?.published ?? atom?.updated),
      author: personName(authors?.[0]) ?? textOf(dc?.creators?.[0]) ?? textOf(itunes?.author) ?? feed.author,
      url: absolute(item.link ?? guidAddress ?? about, item.xml?.base, feed.base),
      replyTo: textOf(thr?.inReplyTos?.[0]?.ref),
      language: textOf(dc?.languages?.[0]) ?? textOf(item.xml?.lang) ?? feed.language,
      nReplies: countOf(item.slash?.comments) ?? countOf(thr?.total),
    },
  };
}

/** The fields of an entry of Atom. */
export function atomFields(entry: AtomFeed.Entry<string>, feed: FeedFacts): ReadFields {
  const { content, summary, title, xml, thr } = entry;
  const words = [content, summary].find((each) => each?.value !== undefined && markupOf(each.type) !== null);
  const base = xml?.base ?? null;
  const url = addressIn(entry.links, { ...feed, base: base ?? feed.base });
  const author = entry.authors?.[0] ?? entry.source?.authors?.[0];
  return {
    nativeId: textOf(entry.id) ?? url,
    fields: {
      ...EMPTY_FIELDS,
      text: textOf(words?.value),
      title: markupOf(title?.type) === null ? null : textOf(title?.value),
      markup: markupOf((words ?? title)?.type) ?? 'html',
      publishedAt: timeOf(entry.published) ?? timeOf(entry.updated) ?? timeOf(entry.dc?.dates?.[0]),
      author: personName(author) ?? textOf(entry.dc?.creators?.[0]) ?? feed.author,
      url,
      replyTo: textOf(thr?.inReplyTos?.[0]?.ref),
      language: textOf(xml?.lang) ?? textOf(entry.dc?.languages?.[0]) ?? feed.language,
      nReplies: countOf(thr?.total) ?? countOf(entry.slash?.comments),
    },
  };
}

/** The fields of an item of a JSON Feed. */
export function jsonFields(item: JsonFeed.Item<string>, feed: FeedFacts): ReadFields {
  const html = textOf(item.content_html);
  const person = item.authors?.[0];
  return {
    nativeId: textOf(item.id) ?? textOf(item.url),
    fields: {
      ...EMPTY_FIELDS,
      text: html ?? textOf(item.content_text) ?? textOf(item.summary),
      title: textOf(item.title),
      markup: html === null ? 'plain' : 'html',
      publishedAt: timeOf(item.date_published) ?? timeOf(item.date_modified),
      author: textOf(person?.name) ?? textOf(person?.url) ?? feed.author,
      url: absolute(item.url ?? item.external_url, feed.base),
      language: textOf(item.language) ?? feed.language,
    },
  };
}

/** What a text of Atom is written in; null = it is no text, such as an image. */
function markupOf(type: string | undefined): RecordFields['markup'] | null {
  const name = type?.toLowerCase() ?? 'text';
  if (/^(?:x?html|text\/html|application\/xhtml\+xml)\b/.test(name)) return 'html';
  return /^text\b/.test(name) ? 'plain' : null;
}

function personName(
  person: { readonly name?: string; readonly email?: string; readonly uri?: string } | undefined,
): string | null {
  return textOf(person?.name) ?? textOf(person?.email) ?? textOf(person?.uri);
}

/** The address of the page itself, not of its comments, its enclosure or its source. */
function addressIn(links: readonly AtomFeed.Link<string>[] | undefined, feed: FeedFacts): string | null {
  const link = links?.find(
    ({ rel, href }) => href !== undefined && (rel === undefined || rel === 'alternate'),
  );
  return absolute(link?.href, feed.base);
}

function absolute(
  address: string | null | undefined,
  ...bases: readonly (string | null | undefined)[]
): string | null {
  if (address === null || address === undefined) return null;
  if (/^https?:\/\/[^\s]/i.test(address)) return address;
  for (const base of bases) {
    const found = typeof base === 'string' ? URL.parse(address, base) : null;
    if (found !== null && /^https?:$/.test(found.protocol)) return found.href;
  }
  return null;
}
