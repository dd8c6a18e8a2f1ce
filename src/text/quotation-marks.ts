/** What stands between a pair of quotation marks: half-open UTF-16 offsets without the marks. */
export interface MarkedWords {
  readonly start: number;
  readonly end: number;
}

const CLOSING: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '„': '“”',
  '「': '」',
  '『': '』',
  '＂': '＂',
};
const MARK = /[«»“”„「」『』＂"\n]/g;
/** Before a straight mark that opens: nothing, a space, punctuation other than an inch's digit, or a character of Chinese. */
const BEFORE_OPENING = /^$|[\s\p{P}\p{Script=Han}]/u;

/**
 * The outermost pairs of quotation marks of speech, in order; titles in 《》 are none. A pair ends in the line where it
 * began, and a mark without its partner is none. One pass, whatever the text holds.
 */
export function findMarkedWords(text: string): MarkedWords[] {
  const found: MarkedWords[] = [];
  let open: { readonly closing: string; readonly start: number; readonly own: string; depth: number } | null =
    null;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '\n') open = null;
    else if (open === null) {
      const closing = mark === '"' ? (opens(text, index) ? '"' : undefined) : CLOSING[mark];
      if (closing !== undefined) open = { closing, start: index + 1, own: mark, depth: 1 };
    } else if (open.closing.includes(mark)) {
      open.depth--;
      if (open.depth > 0) continue;
      if (index > open.start) found.push({ start: open.start, end: index });
      open = null;
    } else if (mark === open.own) open.depth++;
  }
  return found;
}

function opens(text: string, at: number): boolean {
  const next = text[at + 1];
  return next !== undefined && !/\s/.test(next) && BEFORE_OPENING.test(text.slice(Math.max(0, at - 1), at));
}
