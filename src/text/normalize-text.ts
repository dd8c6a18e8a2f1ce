import { decodeHTML } from 'entities';
import { htmlToPlain } from './html-to-plain.ts';
import { separateAddresses } from './separate-addresses.ts';
import { tidyText } from './tidy-text.ts';

/** A text made plain. */
export interface NormalizedText {
  /** NFC, without markup, addresses, control or bidirectional override characters; lines kept, blank ones not. */
  readonly text: string;
  /** Addresses that stood in the text, as written, in order. */
  readonly urls: readonly string[];
  /** Words inside block quotes and after `>`, kept apart; null when there are none. */
  readonly quoted: string | null;
  readonly hadMarkup: boolean;
}

/** What a text is written in. */
export interface NormalizeOptions {
  /** In `plain` text HTML is recognized by its tags all the same: platforms forget to say. */
  readonly markup: 'plain' | 'html' | 'markdown';
}

/** A tag that HTML has, alone or with attributes; not the "a <b and c> d" of a sum. */
const TAG =
  /<(?:\/?(?:a|b|i|u|s|p|q|em|br|hr|li|ul|ol|td|tr|h[1-6]|div|img|pre|sub|sup|del|ins|span|font|code|table|strong|strike|script|style|blockquote|center|small|big|cite|iframe)(?:\s[^<>=]{0,60}=[^<>]{0,2000})?\s{0,9}\/?>|!--)/i;

/**
 * Makes a text plain. Linear in its length, whatever it holds; lone surrogates become U+FFFD. A text that needs
 * nothing is looked through once and returned as it is.
 */
export function normalizeText(raw: string, options: NormalizeOptions): NormalizedText {
  if (options.markup === 'plain' && !MARKED.test(raw)) return finish(raw, '', []);
  const isHtml = options.markup === 'html' || (raw.includes('<') && TAG.test(raw));
  const urls: string[] = [];
  if (isHtml) {
    const { own, quoted } = htmlToPlain(raw, urls);
    return { ...splitQuotes(own, quoted, urls), hadMarkup: true };
  }
  const decoded = raw.includes('&') ? decodeHTML(raw) : raw;
  if (options.markup === 'markdown') {
    return { ...splitQuotes(plainMarkdown(decoded, urls), '', urls), hadMarkup: true };
  }
  return splitQuotes(decoded, '', urls);
}

/** Without these a plain text has no entities, no tags, no quotes. */
const MARKED = /[&<>]/;

function finish(own: string, quoted: string, urls: string[]): NormalizedText {
  const text = tidyText(separateAddresses(own, urls));
  if (quoted === '') return { text, urls, quoted: null, hadMarkup: false };
  const quotedText = tidyText(separateAddresses(quoted, []));
  return { text, urls, quoted: quotedText === '' ? null : quotedText, hadMarkup: false };
}

/** Lines that begin with > are another's words. */
function splitQuotes(text: string, quoted: string, urls: string[]): NormalizedText {
  if (!text.includes('>')) return finish(text, quoted, urls);
  const own: string[] = [];
  const others: string[] = quoted === '' ? [] : [quoted];
  for (const line of text.split(/\r\n?|\n/)) {
    if (/^\s{0,3}>/.test(line)) others.push(line.replace(/^[\s>]+/, ''));
    else own.push(line);
  }
  return finish(own.join('\n'), others.join('\n'), urls);
}

/** Link texts stay, addresses and marks go. */
function plainMarkdown(text: string, urls: string[]): string {
  return text
    .replace(/!?\[([^[\]\n]{0,500})\]\(([^()\s]{1,2000})\)/g, (_, label: string, url: string) => {
      urls.push(url);
      return label;
    })
    .replace(/^[ \t]{0,3}#{1,6}[ \t]{1,9}/gm, '')
    .replace(/\*\*|__|~~|`/g, '');
}
