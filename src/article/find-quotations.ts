import { findMarkedWords, type MarkedWords } from '../text/quotation-marks.ts';

/** Single marks that may open or close; between letters they are an apostrophe. */
const SINGLE = /['‘’‚‹›\n]/gu;
const BEFORE_OPENING = /^$|[\s(—–\-:："“«[]/u;
const AFTER_CLOSING = /^$|[\s.,;:!?…)\]—–\-。，、；：！？”"»]/u;

/**
 * The outermost quotations of a text, in order: pairs of double marks in any script, and pairs of single marks outside them, as some
 * newspapers set them. Offsets are without the marks.
 */
export function findQuotations(text: string): MarkedWords[] {
  const double = findMarkedWords(text);
  let next = 0;
  const single = singleMarked(text).filter((one) => {
    while (next < double.length && (double[next] as MarkedWords).end <= one.start) next++;
    return !((double[next]?.start ?? Number.POSITIVE_INFINITY) < one.end);
  });
  return [...double, ...single].sort((a, b) => a.start - b.start);
}

function singleMarked(text: string): MarkedWords[] {
  const found: MarkedWords[] = [];
  let open: { readonly start: number; depth: number } | null = null;
  for (const { 0: mark, index } of text.matchAll(SINGLE)) {
    if (mark === '\n') {
      open = null;
      continue;
    }
    const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)];
    const opens =
      BEFORE_OPENING.test(before) && after !== '' && !/\s/.test(after) && mark !== '’' && mark !== '›';
    const closes = AFTER_CLOSING.test(after) && before !== '' && !/\s/.test(before);
    if (opens) {
      if (open === null) open = { start: index + 1, depth: 1 };
      else open.depth++;
    } else if (closes && open !== null) {
      open.depth--;
      if (open.depth > 0) continue;
      if (index > open.start) found.push({ start: open.start, end: index });
      open = null;
    }
  }
  return found;
}

/** Words and Chinese characters that a quotation has at least where it could be somebody's speech; shorter ones are names or irony. */
const SPEECH = { words: 3, ideographs: 5 };

/** Whether words in quotation marks are long enough to be somebody's, and not a name or a word held at a distance. */
export function couldBeSpeech(words: string): boolean {
  const nIdeographs = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const nWords = words.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return nIdeographs >= SPEECH.ideographs || nWords - (nIdeographs > 0 ? 1 : 0) >= SPEECH.words;
}
