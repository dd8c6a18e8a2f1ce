import { analyse } from 'chardet';

/** Encodings that detection may answer with, by their WHATWG names. */
export type DetectedEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1251'
  | 'windows-1252'
  | 'koi8-r'
  | 'gb18030'
  | 'big5';

/** Names that chardet uses → ours. Everything else it may say is left out of the choice. */
const CANDIDATES: Readonly<Record<string, DetectedEncoding>> = {
  'windows-1251': 'windows-1251',
  'ISO-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  'KOI8-R': 'koi8-r',
  GB18030: 'gb18030',
  Big5: 'big5',
};

/** More invalid than this share of all sequences outside ASCII: not UTF-8. */
const INVALID_SHARE = 0.1;

/** More than this share of the bytes outside ASCII in runs of three or more: not a Western text, whose accented letters stand alone. */
const RUN_SHARE = 0.5;
const RUN = 3;

/** chardet looks at this many bytes; more makes it slow and not surer. */
const SAMPLE_BYTES = 20_000;

/**
 * Tells the character encoding of a text by its first bytes: byte order mark, zero bytes of UTF-16, well-formed
 * UTF-8 (a few damaged places are allowed), and only then letter frequencies. ASCII alone counts as UTF-8.
 */
export function detectEncoding(sample: Uint8Array): DetectedEncoding {
  const marked = byteOrderMark(sample);
  if (marked) return marked.encoding;
  const wide = utf16WithoutMark(sample);
  if (wide) return wide;
  const { valid, invalid } = countUtf8(sample);
  if (invalid === 0 || invalid / (valid + invalid) <= INVALID_SHARE) return 'utf-8';
  const excerpt = nonAsciiExcerpt(sample);
  const isWestern = shareInRuns(excerpt) <= RUN_SHARE;
  const found = analyse(excerpt).flatMap(({ name }) => CANDIDATES[name] ?? []);
  return found.find((name) => isWestern || name !== 'windows-1252') ?? 'utf-8';
}

/** Share of the bytes outside ASCII that stand in runs: words of Russian and Chinese do, whatever their encoding. */
function shareInRuns(bytes: Uint8Array): number {
  let all = 0;
  let inRuns = 0;
  for (let at = 0; at < bytes.length; at++) {
    const from = at;
    while (at < bytes.length && bytes[at]! >= 0x80) at++;
    all += at - from;
    if (at - from >= RUN) inRuns += at - from;
  }
  return all === 0 ? 0 : inRuns / all;
}

/** The encoding that a byte order mark states, and the mark's length in bytes. */
export function byteOrderMark(
  head: Uint8Array,
): { readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; readonly length: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** True when the bytes hold letters outside ASCII and all of them are well-formed UTF-8, which chance does not do. */
export function isSurelyUtf8(sample: Uint8Array): boolean {
  const { valid, invalid } = countUtf8(sample);
  return invalid === 0 && valid >= 12;
}

/** Number of well-formed multibyte sequences and of bytes that belong to none; a sequence cut at the end is neither. */
export function countUtf8(bytes: Uint8Array): { readonly valid: number; readonly invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    let follow = 1;
    while (follow < length && at + follow < bytes.length && (bytes[at + follow]! & 0xc0) === 0x80) follow++;
    if (length > 0 && follow === length) valid++;
    else if (length === 0 || at + follow < bytes.length) invalid++;
    at += follow;
  }
  return { valid, invalid };
}

/** UTF-16 text of any script has line breaks, spaces or digits, whose high byte is zero; other encodings have none. */
function utf16WithoutMark(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(sample.length, SAMPLE_BYTES) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (sample[at] === 0 && sample[at + 1] !== 0) even++;
    if (sample[at + 1] === 0 && sample[at] !== 0) odd++;
  }
  const least = Math.max(4, length / 50);
  if (odd > least && odd > even * 10) return 'utf-16le';
  if (even > least && even > odd * 10) return 'utf-16be';
  return null;
}

/** The part of a sample in which bytes outside ASCII begin. */
function nonAsciiExcerpt(sample: Uint8Array): Uint8Array {
  const first = sample.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 16);
  return sample.subarray(start, start + SAMPLE_BYTES);
}
