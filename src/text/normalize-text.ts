import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';

/** A text made plain. */
export interface NormalizedText {
  /** NFC, without markup, addresses, control or bidirectional override characters; lines kept. */
  readonly text: string;
  readonly urls: readonly string[];
  /** Words inside block quotes, kept apart; null when there are none. */
  readonly quoted: string | null;
  readonly hadMarkup: boolean;
}

/** What a text is written in. */
export interface NormalizeOptions {
  readonly markup: 'plain' | 'html' | 'markdown';
}

// Everything a plain text may hold without any work: letters, digits, common punctuation, single spaces.
const NEEDS_WORK =
  /[&<>\u0000-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u0300-\u036f\ud800-\udfff]|https?:|www\.| {2}|^ | $/u;
// biome-ignore lint/suspicious/noMisleadingCharacterClass: the joiners themselves are meant
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"'«»()[\]{}，。！？、]{1,2000}/gi;

/**
 * Makes a text plain. Linear in its length, whatever it holds; lone surrogates become U+FFFD.
 */
export function normalizeText(raw: string, options: NormalizeOptions): NormalizedText {
  if (options.markup !== 'html' && !NEEDS_WORK.test(raw) && options.markup === 'plain') {
    return { text: raw.isWellFormed() ? raw : raw.toWellFormed(), urls: [], quoted: null, hadMarkup: false };
  }
  const looksLikeHtml = options.markup === 'html' || /<\/?[a-z][^>]{0,200}>/i.test(raw.slice(0, 20_000));
  const parts = looksLikeHtml ? htmlParts(raw) : plainParts(raw, options.markup);
  const urls: string[] = [...parts.urls];
  const text = tidy(
    parts.own.replace(ADDRESS, (url) => {
      urls.push(url);
      return ' ';
    }),
  );
  const quoted = tidy(parts.quoted.replace(ADDRESS, ' '));
  return { text, urls, quoted: quoted === '' ? null : quoted, hadMarkup: looksLikeHtml || parts.hadMarkup };
}

interface Parts {
  readonly own: string;
  readonly quoted: string;
  readonly urls: readonly string[];
  readonly hadMarkup: boolean;
}

function plainParts(raw: string, markup: 'plain' | 'markdown'): Parts {
  const decoded = raw.includes('&') ? decodeHTML(raw) : raw;
  const own: string[] = [];
  const quoted: string[] = [];
  const urls: string[] = [];
  for (const line of decoded.split(/\r\n?|\n/)) {
    if (/^\s{0,3}>/.test(line)) quoted.push(line.replace(/^[\s>]+/, ''));
    else own.push(markup === 'markdown' ? plainMarkdown(line, urls) : line);
  }
  return { own: own.join('\n'), quoted: quoted.join('\n'), urls, hadMarkup: markup === 'markdown' };
}

function plainMarkdown(line: string, urls: string[]): string {
  return line
    .replace(/!?\[([^\]\n]{0,500})\]\(([^()\s]{1,2000})\)/g, (_, label: string, url: string) => {
      urls.push(url);
      return label;
    })
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/(\*\*|__|~~|`)/g, '');
}

const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figcaption footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg']);

function htmlParts(raw: string): Parts {
  const own: string[] = [];
  const quoted: string[] = [];
  const urls: string[] = [];
  let silent = 0;
  let quote = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (SILENT.has(name)) silent++;
        if (name === 'blockquote') quote++;
        if (BLOCKS.has(name)) (quote > 0 ? quoted : own).push('\n');
        const href = attributes['href'];
        if (name === 'a' && href !== undefined && /^https?:/i.test(href)) urls.push(href);
      },
      ontext: (text) => {
        if (silent === 0) (quote > 0 ? quoted : own).push(text);
      },
      onclosetag: (name) => {
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        if (BLOCKS.has(name)) (quote > 0 ? quoted : own).push('\n');
        if (name === 'blockquote') quote = Math.max(0, quote - 1);
      },
    },
    { decodeEntities: true },
  );
  parser.end(raw);
  return { own: own.join(''), quoted: quoted.join(''), urls, hadMarkup: true };
}

function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim()
    .normalize('NFC');
}
