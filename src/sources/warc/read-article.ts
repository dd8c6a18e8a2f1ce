import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { finder, valueFinder } from '../decode/html-select.ts';
import type { HtmlElement, HtmlPage } from '../decode/html-tree.ts';

/** An article as a page gives it. */
export interface Article {
  readonly title: string | null;
  /** Its body without what stands around it, as HTML. */
  readonly html: string;
  readonly author: string | null;
  readonly language: string | null;
  /** As the page states it; null where it does not. */
  readonly publishedAt: string | null;
}

/** Looking through a page takes time that grows with the square of the number of elements side by side… */
const MOST_ELEMENTS = 20_000;

/** …and with the sum of the depths of all elements. */
const MOST_STEPS = 1_500_000;

/** Shorter ones are menus, notices and error pages. */
const SHORTEST_ARTICLE = 100;

/** Finds the article of a page; a text says why there is none. */
export function readArticle(page: HtmlPage): Article | string {
  if (isTooLarge(page.root))
    return 'no article can be told from a page of so many elements, or nested so deep';
  const { document } = parseHTML(asDocument(page.html));
  let found: ReturnType<Readability['parse']>;
  try {
    found = new Readability(document).parse();
  } catch (cause) {
    return `the article cannot be told from the page: ${cause instanceof Error ? cause.message : 'unknown'}`;
  }
  const words = found?.textContent?.trim() ?? '';
  if (!found?.content || words.length < SHORTEST_ARTICLE) return 'no article in the page';
  return {
    title: blankIsNull(found.title),
    html: found.content,
    author: blankIsNull(found.byline),
    language: blankIsNull(found.lang),
    publishedAt: publicationDate(page),
  };
}

const STATED = valueFinder(
  [
    'meta[property="article:published_time"]@content',
    'meta[name="article:published_time"]@content',
    'meta[itemprop="datePublished"]@content',
    '[itemprop="datePublished"]@datetime',
  ],
  /\d{4}/,
);
const IN_ARTICLE = valueFinder(['article time@datetime'], /^\d{4}-\d/);
const LINKED_DATA = finder('script[type="application/ld+json"]');
const DATE_PUBLISHED = /"datePublished"\s{0,99}:\s{0,99}"([^"\\]{4,60})"/;
const TIMES = finder('time[datetime]');

/** Stated for machines, or the only time on the page. When it was captured says nothing about when it was published. */
function publicationDate({ root }: HtmlPage): string | null {
  const inData = LINKED_DATA(root).flatMap((script) => DATE_PUBLISHED.exec(sourceOf(script))?.[1] ?? []);
  const [only, ...others] = TIMES(root).map(({ attributes }) => attributes['datetime'] ?? '');
  const single = others.length === 0 && only !== undefined && /^\d{4}-\d/.test(only) ? only : null;
  return STATED(root) ?? inData[0] ?? IN_ARTICLE(root) ?? single;
}

function sourceOf(script: HtmlElement): string {
  return script.children.filter((child) => typeof child === 'string').join('');
}

function isTooLarge(root: HtmlElement): boolean {
  let nElements = 0;
  let steps = 0;
  let level: readonly HtmlElement[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    nElements += level.length;
    steps += depth * level.length;
    level = level.flatMap(({ children }) => children.filter((child) => typeof child !== 'string'));
  }
  return nElements > MOST_ELEMENTS || steps > MOST_STEPS;
}

/** The parser does not add the elements that a page may leave out. */
function asDocument(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
}

function blankIsNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
