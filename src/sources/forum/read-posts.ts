import { htmlToPlain } from '../../text/html-to-plain.ts';
import type { SourceItem } from '../adapter.ts';
import { EMPTY_FIELDS } from '../adapter.ts';
import { isWronglyDecoded } from '../decode/damage.ts';
import type { Finder } from '../decode/html-select.ts';
import { finder, finderOfAll, valueFinder } from '../decode/html-select.ts';
import type { HtmlElement, HtmlPage } from '../decode/html-tree.ts';
import { innerHtml } from '../decode/html-tree.ts';
import { linesBefore } from '../decode/lines-before.ts';
import { rejection } from '../decode/rejection.ts';
import type { ForumEngine } from './engines.ts';
import { ENGINES } from './engines.ts';
import type { PageAddress } from './page-address.ts';
import { addressOf, postAddress } from './page-address.ts';
import type { DateOrder, PageDates } from './post-dates.ts';
import { dateOrderOf, dayOf, postDate } from './post-dates.ts';

/** What is known about a page beside its source. */
export interface PageContext {
  readonly maximumRecordLength: number;
  readonly timeZone: string;
  readonly dateOrder: DateOrder | null;
  /** Where the page was read from; null = look for it in the page. */
  readonly url: string | null;
  /** When the page was read, as a date; null = look for it in the page. */
  readonly retrievedAt: string | null;
}

/** What a page holds for this reader. */
export type ForumPage =
  | { readonly kind: 'posts'; readonly items: readonly SourceItem[] }
  | { readonly kind: 'no-posts'; readonly engine: string }
  | { readonly kind: 'unknown' };

/** Reads the posts of a forum's topic page, in the order of the page. */
export function readPosts(page: HtmlPage, context: PageContext): ForumPage {
  const marked = READERS.filter(({ engine }) => engine.mark.test(page.html));
  for (const reader of marked) {
    const posts = reader.posts(page);
    if (posts.length > 0) return { kind: 'posts', items: itemsOf(page, posts, { reader, context }) };
  }
  const [first] = marked;
  return first === undefined ? { kind: 'unknown' } : { kind: 'no-posts', engine: first.engine.name };
}

type Value = (root: HtmlElement) => string | null;

interface Post {
  readonly element: HtmlElement;
  readonly id: string | null;
  readonly printed: string | null;
  readonly body: HtmlElement | null;
}

/** An engine with its selectors compiled. */
interface EngineReader {
  readonly engine: ForumEngine;
  readonly posts: (page: HtmlPage) => readonly Post[];
  readonly author: Value;
  readonly link: Value;
  readonly title: Value;
  readonly pageDate: Value;
  readonly quotes: Finder;
  readonly noise: Finder;
}

const ID = /^(?:[a-z]+[-_]?)?(\d{1,15})$/i;

const READERS: readonly EngineReader[] = ENGINES.map((engine) => {
  const find = finder(engine.post);
  const body = finder(engine.body);
  const id = valueFinder(engine.id);
  const date = valueFinder(engine.date, /\d/);
  return {
    engine,
    author: valueFinder(engine.author),
    link: valueFinder(engine.link),
    title: valueFinder(engine.title),
    pageDate: valueFinder(engine.pageDate),
    quotes: finderOfAll(engine.quotes),
    noise: finderOfAll(engine.noise),
    posts: ({ root }) =>
      find(root)
        .map((element) => ({
          element,
          id: ID.exec(id(element) ?? '')?.[1] ?? null,
          printed: date(element),
          body: body(element)[0] ?? null,
        }))
        .filter((post) => post.id !== null || post.body !== null),
  };
});

/** What all posts of a page share. */
interface Topic {
  readonly page: HtmlPage;
  readonly reader: EngineReader;
  readonly context: PageContext;
  readonly title: string | null;
  readonly address: PageAddress | null;
  readonly retrievedAt: string | null;
  readonly dates: PageDates;
}

function itemsOf(
  page: HtmlPage,
  posts: readonly Post[],
  { reader, context }: { readonly reader: EngineReader; readonly context: PageContext },
): SourceItem[] {
  const retrievedAt =
    context.retrievedAt ??
    SAVED_ON.exec(page.html)?.[1]
      ?.replace(/GMT(?=[+-])/, '')
      .trim() ??
    null;
  const stated = reader.pageDate(page.root) ?? retrievedAt;
  // Numbers are given out in the order of writing, whichever way the page shows the posts.
  const written = posts.toSorted((a, b) => Number(a.id) - Number(b.id));
  const printed = written.flatMap((post) => post.printed ?? []);
  const topic: Topic = {
    page,
    reader,
    context,
    title: reader.title(page.root),
    address: addressOf(page, context.url),
    retrievedAt,
    dates: {
      order: context.dateOrder ?? dateOrderOf(printed),
      pageDay: stated === null ? null : dayOf(stated, context.timeZone),
    },
  };
  const line = linesBefore(page.html);
  const items = posts.map((post) => postItem(post, topic, line(post.element.start)));
  const last = posts.at(-1)?.element;
  if (last !== undefined && isCut(page, last)) {
    const detail = 'the page ends before its end tags; the last post may be cut and others missing';
    if (!last.closed) items.pop();
    const position = { line: line(last.start), byteOffset: null };
    items.push(rejection('truncated', detail, { excerpt: page.html.slice(last.start, last.end), position }));
  }
  return items;
}

/** Browsers' "save as" and SingleFile write a comment into the page. */
const SAVED_ON = /saved date: ([^\n\r()<>]{8,60})/;

function postItem(post: Post, topic: Topic, line: number): SourceItem {
  const { page, reader, context, dates, title, address } = topic;
  const { element, id, body, printed } = post;
  const payload = page.html.slice(element.start, element.end);
  const position = { line, byteOffset: null };
  const at = { excerpt: payload, position };
  if (payload.length > context.maximumRecordLength) {
    const detail = `a post of ${payload.length} characters; the limit is ${context.maximumRecordLength}`;
    return rejection('too-long', detail, at);
  }
  if (isWronglyDecoded(payload)) {
    return rejection('wrong-encoding', 'most letters of the post cannot be decoded', at);
  }
  if (body === null) {
    return rejection(
      'no-text',
      `a post of ${reader.engine.name} without a body: hidden, deleted or moved`,
      at,
    );
  }
  if (printed === null) return rejection('no-date', 'the post prints no date', at);
  const published = postDate(printed, dates);
  if ('problem' in published) return rejection('unparseable-date', published.problem, at);
  const { text, quoted, replyTo } = wordsIn(body, topic);
  return {
    kind: 'record',
    nativeId: id === null ? null : within(address, id),
    payload,
    position,
    fields: {
      ...EMPTY_FIELDS,
      text,
      markup: 'html',
      title: title === null ? null : escaped(title),
      quoted,
      publishedAt: published.date,
      retrievedAt: topic.retrievedAt,
      author: reader.author(element),
      url: postAddress(address, reader.link(element), element.attributes['id'] ?? null),
      replyTo: replyTo === null ? null : within(address, replyTo),
    },
  };
}

/** The words of a post without those it quotes. */
function wordsIn(
  body: HtmlElement,
  { page, reader }: Topic,
): { readonly text: string | null; readonly quoted: string | null; readonly replyTo: string | null } {
  const quotes = reader.quotes(body);
  const noise = reader.noise(body);
  const without = [...quotes, ...noise].sort((a, b) => a.start - b.start);
  const text = innerHtml(page, body, without).trim();
  const quoted = quotes
    .map((quote) => {
      const { own, quoted: inner } = htmlToPlain(innerHtml(page, quote, reader.noise(quote)), []);
      return `${own}\n${inner}`
        .replace(/[ \t\u00a0]+/g, ' ')
        .replace(/\s*\n\s*/g, '\n')
        .trim();
    })
    .filter((words) => words !== '')
    .join('\n');
  const sources = quotes.length === 0 ? [] : without.map(({ start, end }) => page.html.slice(start, end));
  const [replyTo = null] = sources.flatMap((source) => reader.engine.quotedPost.exec(source)?.[1] ?? []);
  return { text: text === '' ? null : text, quoted: quoted === '' ? null : quoted, replyTo };
}

/** Numbers of posts are unique within one forum only. */
function within(address: PageAddress | null, id: string): string {
  return address === null ? id : `${address.host}/${id}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function isCut({ html }: HtmlPage, last: HtmlElement): boolean {
  if (!last.closed && last.end >= html.trimEnd().length) return true;
  return /<(?:html|body)\b/i.test(html.slice(0, 4096)) && !/<\/(?:html|body)\s*>/i.test(html.slice(last.end));
}
