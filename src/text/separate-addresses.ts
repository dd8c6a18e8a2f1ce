/** Top-level domains of which a bare address with a path is recognized: `t.me/channel`, `pic.twitter.com/abc`. */
const DOMAINS = new Set(
  'com ru me cn org net be ly gl cc su by kz ua info tv io co gd page link рф news press media'.split(' '),
);

/** Longest host and longest address taken; what is longer is cut there. */
const LONGEST_HOST = 130;
const LONGEST_ADDRESS = 2_000;

/**
 * Takes addresses out of a text: with a scheme, with www., and bare ones that have a path. Full stops, commas and the
 * like at the end of an address belong to the sentence. Linear: it looks around slashes only.
 * @param urls receives the addresses, in order
 */
export function separateAddresses(text: string, urls: string[]): string {
  let result = '';
  let from = 0;
  let slash = text.indexOf('/');
  let www = text.indexOf('www.');
  while (slash >= 0 || www >= 0) {
    const at = www < 0 || (slash >= 0 && slash < www) ? slash : www;
    const start = startOfAddress(text, at, from);
    const end = start < 0 ? at + 1 : endOfAddress(text, start);
    // Each sign is looked for once only, so that a thousand of one kind before one of the other cost no more.
    if (slash >= 0 && slash < end) slash = text.indexOf('/', end);
    if (www >= 0 && www < end) www = text.indexOf('www.', end);
    if (start < 0) continue;
    urls.push(text.slice(start, end));
    const before = text.slice(from, start);
    result += /[.,;:!?…]/.test(text[end] ?? '') ? before.trimEnd() : `${before} `;
    from = end;
  }
  return from === 0 ? text : result + text.slice(from);
}

function startOfAddress(text: string, at: number, from: number): number {
  if (text[at] === 'w') return at === 0 || !isHostUnit(text.charCodeAt(at - 1)) ? at : -1;
  if (text[at - 1] === ':' && text[at + 1] === '/') {
    const scheme = /https?:$/i.exec(text.slice(Math.max(from, at - 6), at));
    return scheme === null ? -1 : at - scheme[0].length;
  }
  let start = at;
  while (start > from && at - start < LONGEST_HOST && isHostUnit(text.charCodeAt(start - 1))) start--;
  const host = text.slice(start, at).toLowerCase();
  const dot = host.lastIndexOf('.');
  if (dot < 1 || !DOMAINS.has(host.slice(dot + 1))) return -1;
  return /^[@_/-]$/.test(text[start - 1] ?? '') ? -1 : start;
}

/** Letters, digits, dots and hyphens of a host name. */
function isHostUnit(unit: number): boolean {
  if (unit < 0x80) {
    const letter = unit | 0x20;
    return (letter > 96 && letter < 123) || (unit > 47 && unit < 58) || unit === 0x2e || unit === 0x2d;
  }
  return unit >= 0x430 && unit < 0x450;
}

const TRAILING = new Set([...".,;:!?…'*_~-"].map((c) => c.charCodeAt(0)));
const CLOSING = new Set([...'<>"«»“”()[]{}|，。！？、（）【】《》'].map((c) => c.charCodeAt(0)));

function endOfAddress(text: string, start: number): number {
  const limit = Math.min(text.length, start + LONGEST_ADDRESS);
  let end = start;
  for (; end < limit; end++) {
    const unit = text.charCodeAt(end);
    if (unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || CLOSING.has(unit)) break;
  }
  while (end > start && TRAILING.has(text.charCodeAt(end - 1))) end--;
  return end;
}
