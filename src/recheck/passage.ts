import { Parser } from 'htmlparser2';
import { createFold, foldText } from '../text/fold.ts';

/** Letters and digits on each side of a mention by which it is known again: no more than a preview of a post shows. */
const CONTEXT = 40;

/** Letters of a half that can be known again alone. */
const SHORTEST_HALF = 16;

const fold = createFold();

/** The letters and digits of a text alone, folded: what remains the same however a page sets spaces, marks and capitals. */
function lettersOf(text: string): string {
  return foldText(text.normalize('NFC'), fold).replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * What of a mention a page must show, as letters: one of these is enough. The words before it and those after it stand alone where they are
 * long enough, because addresses are taken out of stored texts and stand in the page's.
 * @param place half-open, UTF-16 code units
 */
export function passagesOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string[] {
  const before = lettersOf(text.slice(0, start)).slice(-CONTEXT);
  const after = lettersOf(text.slice(end)).slice(0, CONTEXT);
  const matched = lettersOf(text.slice(start, end));
  const halves = [`${before}${matched}`, `${matched}${after}`].filter((half) => half.length >= SHORTEST_HALF);
  return halves.length > 0 ? halves : [`${before}${matched}${after}`];
}

/**
 * The letters of a page: what is read on it, what stands in its attributes, such as descriptions for previews, and in its scripts, in
 * which many pages carry their text.
 */
export function lettersOfPage(body: string): string {
  const texts: string[] = [];
  const attributes: string[] = [];
  const parser = new Parser(
    {
      ontext: (text) => texts.push(text),
      onattribute: (_, value) => attributes.push(value, ' '),
    },
    { decodeEntities: true },
  );
  parser.end(body);
  return `${lettersOf(unescaped(texts.join('')))}\n${lettersOf(attributes.join(''))}`;
}

/** `\u0041` and `\n` of scripts as what they stand for. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[nrt]/g, ' ');
}
