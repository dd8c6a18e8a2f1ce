import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import type { NamedValues } from '../decode/field-reader.ts';
import type { FeedFacts, ParsedItem } from './item-fields.ts';
import {
  atomFeedFacts,
  atomFields,
  jsonFields,
  rssFeedFacts,
  rssFields,
  UNKNOWN_FEED,
} from './item-fields.ts';
import type { XmlItem, XmlSurroundings } from './xml-items.ts';

/** A name longer than this is left out: the library's time grows with the square of its length. */
const PERSON_LENGTH = 500;

/** What an item holds; null = nothing that the library knows; a text = why it cannot be read. */
export type ParseResult = ParsedItem | string | null;

/**
 * Reads items that have the same elements around them. The library takes many at once in a fraction of the time; where
 * it does not find them all, it is asked for each.
 */
export function parsedXmlItems(items: readonly XmlItem[], feed: FeedFacts): readonly ParseResult[] {
  const together = itemsOrProblem(() => itemsOf(items, feed));
  if (typeof together !== 'string' && together.length === items.length) return together;
  return items.map((item) => {
    const found = items.length === 1 ? together : itemsOrProblem(() => itemsOf([item], feed));
    return typeof found === 'string' ? found : (found[0] ?? null);
  });
}

/** Reads an item of a JSON Feed. */
export function parsedJsonItem(record: NamedValues, feed: FeedFacts): ParseResult {
  const version = 'https://jsonfeed.org/version/1.1';
  const found = itemsOrProblem(() => {
    const { items = [] } = parseJsonFeed<string>({ version, items: [record] });
    return items.map((item) => ({ item: record, ...jsonFields(item, feed) }));
  });
  return typeof found === 'string' ? found : (found[0] ?? null);
}

/** What the head of a feed says. A head that cannot be read says nothing. */
export function feedFacts({ root, head, closing }: XmlSurroundings): FeedFacts {
  const text = withoutLongPersons(head) + closing;
  try {
    if (root === 'feed') return atomFeedFacts(parseAtomFeed(text));
    return rssFeedFacts(root === 'rdf' ? parseRdfFeed(text) : parseRssFeed(text));
  } catch {
    return UNKNOWN_FEED;
  }
}

/** Errors of every kind are caught: what the library stumbles over is in the file. */
function itemsOrProblem(parse: () => readonly ParsedItem[]): readonly ParsedItem[] | string {
  try {
    return parse();
  } catch (error) {
    // To the library a feed whose items hold nothing that it knows is no feed.
    if (error instanceof Error && (error.name === 'ParseError' || error.name === 'DetectError')) return [];
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const problem = cause instanceof Error ? cause.message : String(cause);
    return `the item cannot be parsed: ${problem.replace(/\s+/g, ' ').slice(0, 150)}`;
  }
}

/** Items are put between the start and end tags that were around them. */
function itemsOf(items: readonly XmlItem[], feed: FeedFacts): ParsedItem[] {
  const [first] = items;
  if (first === undefined) return [];
  const { root, opening, closing } = first.around;
  const text = items.map((item) => withoutLooseBrackets(item.text)).join('');
  if (root === 'feed' || (root === '' && /^<(?:[\w-]{1,40}:)?entry[\s>/]/i.test(text))) {
    const [start, end] =
      root === '' ? ['<feed xmlns="http://www.w3.org/2005/Atom">', '</feed>'] : [opening, closing];
    const { entries = [] } = parseAtomFeed(start + text + end);
    return entries.map((item) => ({ item, ...atomFields(item, feed) }));
  }
  const own = withoutLongPersons(text);
  if (root === 'rdf') {
    const { items: found = [] } = parseRdfFeed(opening + own + closing);
    return found.map((item) => ({ item, ...rssFields(item, feed) }));
  }
  const [start, end] = root === '' ? ['<rss version="2.0">', '</rss>'] : [opening, closing];
  const hasChannel = /<(?:[\w-]{1,40}:)?channel[\s>]/i.test(start);
  const { items: found = [] } = parseRssFeed(
    hasChannel ? start + own + end : `${start}<channel>${own}</channel>${end}`,
  );
  return found.map((item) => ({ item, ...rssFields(item, feed) }));
}

/** Brackets as in `1 < 2`, which begin no tag, escaped; in CDATA they are right as they are. */
function withoutLooseBrackets(text: string): string {
  return text.includes('<![CDATA[') ? text : text.replace(/<(?=[\s\d=<])/g, '&lt;');
}

function withoutLongPersons(text: string): string {
  let kept = '';
  let at = 0;
  for (const { 0: tag, 1: name, index } of text.matchAll(PERSON)) {
    if (index < at) continue;
    const start = index + tag.length;
    const end = text.indexOf(`</${name}`, start);
    if (end >= 0 && end - start <= PERSON_LENGTH) continue;
    kept += text.slice(at, start);
    at = end < 0 ? text.length : end;
  }
  return kept + text.slice(at);
}

const PERSON = /<((?:[\w-]{1,40}:)?(?:author|managingeditor|webmaster))(?:\s[^<>]{0,1000})?>/gi;
