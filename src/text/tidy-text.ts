/** What a unit may ask for; bits. */
const [NOTHING, SPACE, LINE, DROP, COMBINING, SURROGATE] = [0, 1, 2, 4, 8, 16];

const KIND = Uint8Array.from({ length: 65_536 }, (_, unit) => kindOf(unit));

function kindOf(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit === 0x0a || unit === 0x0d || unit === 0x85 || unit === 0x2028 || unit === 0x2029) return LINE;
  if (unit === 0xfeff || unit === 0x00ad || unit === 0x061c || unit === 0x180e) return DROP;
  if (/\s/.test(character)) return SPACE;
  if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return DROP;
  if ((unit >= 0x200b && unit <= 0x200f) || (unit >= 0x202a && unit <= 0x202e)) return DROP;
  if (unit >= 0x2060 && unit <= 0x206f) return DROP;
  if (unit >= 0xd800 && unit < 0xe000) return SURROGATE;
  // Variation selectors (emoji have them) compose with nothing.
  if (unit >= 0xfe00 && unit <= 0xfe0f) return NOTHING;
  // Anything that NFC may change: marks, Hangul jamo and the letters of compatibility.
  const isJamo = unit >= 0x1100 && unit < 0x1200;
  if (isJamo || /\p{M}/u.test(character) || character.normalize('NFC') !== character) return COMBINING;
  return NOTHING;
}

/**
 * NFC and well-formed, without control characters, NUL, bidirectional overrides and characters of no width; runs of
 * spaces are one space and runs of line ends one `\n`; stress marks over Cyrillic letters go. One look suffices where
 * there is nothing to do.
 */
export function tidyText(raw: string): string {
  const length = raw.length;
  let kinds = 0;
  let before = LINE;
  let clean = true;
  for (let i = 0; i < length; i++) {
    const kind = KIND[raw.charCodeAt(i)] as number;
    if (kind === NOTHING) {
      before = NOTHING;
      continue;
    }
    kinds |= kind;
    if (kind <= LINE) {
      // A space or line end is kept as it is only between two words.
      const unit = raw.charCodeAt(i);
      if (before !== NOTHING || (unit !== 0x20 && unit !== 0x0a)) clean = false;
      before = kind;
    } else before = NOTHING;
  }
  if (before !== NOTHING) clean = false;
  if (clean && (kinds & (DROP | COMBINING | SURROGATE)) === 0) return raw;
  return (kinds & (DROP | COMBINING | SURROGATE)) === 0 ? collapseSpace(raw) : repair(raw, kinds);
}

function repair(raw: string, kinds: number): string {
  // Characters beyond the first plane may have another form too: 丽 as U+2F800.
  let text = (kinds & SURROGATE) === 0 ? raw : raw.toWellFormed().normalize('NFC');
  if ((kinds & DROP) !== 0) text = dropped(text);
  if ((kinds & COMBINING) !== 0) text = unstressed(text.normalize('NFC'));
  return collapseSpace(text);
}

/** Again while something goes: a letter freed of its stress may compose with the next mark and bear another. */
function unstressed(composed: string): string {
  const text = composed.replace(STRESS, '$1').normalize('NFC');
  return text === composed ? text : unstressed(text);
}

/** й and ё are letters of their own and composed by now; what is left over a Cyrillic letter marks the stress. */
const STRESS = /([\u0400-\u052f])[\u0300\u0301]+/g;

function dropped(text: string): string {
  let kept = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (KIND[text.charCodeAt(i)] !== DROP) continue;
    kept += text.slice(from, i);
    from = i + 1;
  }
  return kept + text.slice(from);
}

/** One space between words, one line end between lines, none at the ends. Copies runs, not units. */
function collapseSpace(text: string): string {
  const length = text.length;
  let result = '';
  let from = -1;
  for (let at = 0; at < length; at++) {
    const kind = KIND[text.charCodeAt(at)] as number;
    if (kind !== SPACE && kind !== LINE) {
      if (from < 0) from = at;
      continue;
    }
    if (from < 0) continue;
    let gap = kind;
    let next = at + 1;
    for (; next < length; next++) {
      const more = KIND[text.charCodeAt(next)] as number;
      if (more !== SPACE && more !== LINE) break;
      gap |= more;
    }
    if (next === length) return result + text.slice(from, at);
    const sign = gap === SPACE ? ' ' : '\n';
    if (next > at + 1 || text[at] !== sign) {
      result += text.slice(from, at) + sign;
      from = next;
    }
    at = next - 1;
  }
  return from < 0 ? result : result + text.slice(from);
}
