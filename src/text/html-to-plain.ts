import { Parser } from 'htmlparser2';

const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figcaption footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg', 'iframe', 'object']);

/** The words of a piece of HTML: the author's own, and those inside block quotes. */
export interface PlainHtml {
  readonly own: string;
  readonly quoted: string;
}

/** Elements nested deeper are closed: browsers stop at 512, and the parser's time grows with the square of the depth. */
const DEEPEST = 1_000;

/** Between two pieces the depth is looked at. */
const PIECE_LENGTH = 16_384;

/**
 * Takes the words out of HTML. Block elements part lines; scripts, styles and comments are dropped; line breaks in
 * the source are spaces where blocks part the lines. Never fails: broken markup gives what can be read.
 * @param urls receives the addresses of links
 */
export function htmlToPlain(raw: string, urls: string[]): PlainHtml {
  const hasBlocks = /<(?:p|br|div|li|tr|h[1-6])\b/i.test(raw);
  const own: string[] = [];
  const quoted: string[] = [];
  let silent = 0;
  let quote = 0;
  let verbatim = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth++;
        if (SILENT.has(name)) silent++;
        if (name === 'blockquote') quote++;
        if (name === 'pre') verbatim++;
        if (BLOCKS.has(name)) (quote > 0 ? quoted : own).push('\n');
        const href = attributes['href'];
        if (name === 'a' && href !== undefined && /^https?:/i.test(href)) urls.push(href);
      },
      ontext: (text) => {
        if (silent > 0) return;
        (quote > 0 ? quoted : own).push(hasBlocks && verbatim === 0 ? text.replace(/[\r\n]+/g, ' ') : text);
      },
      onclosetag: (name) => {
        depth--;
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        if (BLOCKS.has(name)) (quote > 0 ? quoted : own).push('\n');
        if (name === 'pre') verbatim = Math.max(0, verbatim - 1);
        if (name === 'blockquote') quote = Math.max(0, quote - 1);
      },
    },
    { decodeEntities: true },
  );
  for (let at = 0; at < raw.length; ) {
    const bracket = raw.indexOf('<', at + PIECE_LENGTH);
    const end = bracket < 0 ? raw.length : bracket;
    parser.write(raw.slice(at, end));
    at = end;
    if (depth <= DEEPEST) continue;
    parser.end();
    parser.reset();
  }
  parser.end();
  return { own: own.join(''), quoted: quoted.join('') };
}
