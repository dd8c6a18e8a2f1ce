import { valueFinder } from '../decode/html-select.ts';
import type { HtmlPage } from '../decode/html-tree.ts';

/** Where a page stands. */
export interface PageAddress {
  readonly host: string;
  readonly href: string;
  /** What its links are relative to. */
  readonly base: string;
}

/** Names of the parameters that hold a visitor's session. */
const SESSION = /^(?:s|sid|phpsessid|sessionid)$/i;

const STATED = valueFinder(['link[rel="canonical"]@href', 'meta[property="og:url"]@content']);
const BASE = valueFinder(['base[href]@href']);

/** Browsers' "save as" writes `saved from url=(0022)https://…`, SingleFile `url: https://…`. */
const SAVED_FROM = /saved from url=\(\d{4}\)(\S{8,2000})|SingleFile\s{1,9}url: (\S{8,2000})/;

/** The address of a page: the one given, the one it states as its own, or the one it was saved from; null = unknown. */
export function addressOf(page: HtmlPage, given: string | null): PageAddress | null {
  const saved = SAVED_FROM.exec(page.html.slice(0, 4096));
  const base = BASE(page.root);
  for (const each of [given, STATED(page.root), saved?.[1] ?? saved?.[2] ?? null, base]) {
    const url = each === null ? null : webAddress(each, undefined);
    if (url === null) continue;
    const ofLinks = base === null ? url : (webAddress(base, url.href) ?? url);
    return { host: url.host.replace(/^www\./, ''), href: withoutSession(url), base: ofLinks.href };
  }
  return null;
}

/** The address of a post: its own link, else its place in the page; null where the page's address is unknown. */
export function postAddress(
  page: PageAddress | null,
  link: string | null,
  anchor: string | null,
): string | null {
  const own = link === null ? null : webAddress(link, page?.base);
  if (own !== null) return withoutSession(own);
  if (page === null) return null;
  const url = webAddress(page.href, undefined);
  if (url === null || anchor === null) return page.href;
  url.hash = anchor;
  return url.href;
}

function webAddress(text: string, base: string | undefined): URL | null {
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

function withoutSession(url: URL): string {
  for (const name of [...url.searchParams.keys()]) if (SESSION.test(name)) url.searchParams.delete(name);
  return url.href;
}
