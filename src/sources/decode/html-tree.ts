import { Parser } from 'htmlparser2';

/** An element of a page with its place in the source. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (HtmlElement | string)[];
  /** Offsets in the source, in characters: of the element, and of what stands between its tags. */
  readonly start: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
  /** Whether an end tag is written: without one at the end of a page, the page may have been cut. */
  readonly closed: boolean;
}

/** A page read into elements. */
export interface HtmlPage {
  readonly html: string;
  /** Holds the whole page. */
  readonly root: HtmlElement;
}

/** Browsers stop nesting at 512; the parser's time grows with the square of the depth. */
const DEEPEST = 1000;

/** Between two pieces the depth is looked at. */
const PIECE_LENGTH = 16_384;

type Growing = { -readonly [K in keyof HtmlElement]: HtmlElement[K] } & {
  readonly children: (HtmlElement | string)[];
};

/** Reads a page into elements; null where elements are nested more than {@link DEEPEST} deep. */
export function readHtml(html: string): HtmlPage | null {
  const root = growing('', {}, { start: 0, innerStart: 0 });
  const open: Growing[] = [root];
  let atEnd = false;
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => {
      const element = growing(name, attributes, {
        start: parser.startIndex,
        innerStart: parser.endIndex + 1,
      });
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    onclosetag: (_, implied) => {
      const element = open.pop();
      if (element === undefined) return;
      const isVoid = element.innerStart === parser.endIndex + 1;
      const end = atEnd ? html.length : implied && !isVoid ? parser.startIndex : parser.endIndex + 1;
      element.closed = !implied || isVoid;
      element.end = Math.max(end, element.innerStart);
      element.innerEnd = implied ? element.end : Math.max(parser.startIndex, element.innerStart);
    },
    ontext: (text) => {
      open.at(-1)?.children.push(text);
    },
  });
  for (let at = 0; at < html.length; at += PIECE_LENGTH) {
    parser.write(html.slice(at, at + PIECE_LENGTH));
    if (open.length > DEEPEST) return null;
  }
  atEnd = true;
  parser.end();
  root.innerEnd = html.length;
  root.end = html.length;
  return { html, root };
}

/** What stands between the tags of an element, as written, without the elements given (in the order of the page). */
export function innerHtml(
  page: HtmlPage,
  element: HtmlElement,
  without: readonly HtmlElement[] = [],
): string {
  const kept: string[] = [];
  let at = element.innerStart;
  for (const { start, end } of without) {
    if (start < at) continue;
    kept.push(page.html.slice(at, start));
    at = end;
  }
  kept.push(page.html.slice(at, element.innerEnd));
  return kept.join('');
}

/** All words in an element, spaces in a row being one. */
export function textIn(element: HtmlElement): string {
  const words: string[] = [];
  const waiting: (HtmlElement | string)[] = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') words.push(next);
    else if (next.name !== 'script' && next.name !== 'style')
      for (let i = next.children.length - 1; i >= 0; i--) waiting.push(next.children[i]!);
  }
  return oneSpaced(words.join(''));
}

/** The words that stand directly in an element, not those in elements inside. */
export function ownTextIn(element: HtmlElement): string {
  return oneSpaced(element.children.filter((child) => typeof child === 'string').join(' '));
}

function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function growing(
  name: string,
  attributes: Readonly<Record<string, string>>,
  { start, innerStart }: { readonly start: number; readonly innerStart: number },
): Growing {
  const end = innerStart;
  return { name, attributes, children: [], start, innerStart, innerEnd: end, end, closed: false };
}
