/** A half-open range of UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where to look and how much to show. */
export interface SentenceOptions extends TextRange {
  /** Longest range returned, UTF-16 units. */
  readonly maximumLength: number;
}

const STOP = /[.!?…。！？；\n]/u;
const STOPS = new RegExp(STOP, 'gu');
/** What stands before a full stop that ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(«"])(?:г|гг|ул|им|т|д|п|е|к|н|э|др|пр|см|руб|млн|млрд|тыс|проф|св|Mr|Mrs|Ms|Dr|St|vs|etc|\p{L})$/u;

/**
 * The sentence that holds a span, or a window around the span where the sentence is longer than allowed. Cuts fall
 * between words where the script has spaces, and never inside a surrogate pair.
 */
export function sentenceAround(text: string, options: SentenceOptions): TextRange {
  let start = options.start;
  while (start > 0 && !endsSentence(text, start - 1)) start--;
  let end = options.end;
  while (end < text.length && !endsSentence(text, end)) end++;
  while (end < text.length && STOP.test(text[end] as string) && text[end] !== '\n') end++;
  while (start < options.start && /\s/.test(text[start] as string)) start++;
  if (end - start <= options.maximumLength) return { start, end };
  return windowAround(text, { start, end }, options);
}

/** Offsets at which the sentences of a text begin, ascending, from 0. One pass. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const { index } of text.matchAll(STOPS)) if (endsSentence(text, index)) starts.push(index + 1);
  return starts;
}

function windowAround(text: string, sentence: TextRange, options: SentenceOptions): TextRange {
  const spare = Math.max(0, options.maximumLength - (options.end - options.start));
  let start = Math.max(sentence.start, options.start - Math.floor(spare / 2));
  let end = Math.min(sentence.end, start + options.maximumLength);
  start = Math.max(sentence.start, end - options.maximumLength);
  end = Math.max(end, options.end);
  const space = text.indexOf(' ', start);
  if (start > sentence.start && space >= 0 && space < Math.min(start + 20, options.start)) start = space + 1;
  const lastSpace = text.lastIndexOf(' ', end - 1);
  if (end < sentence.end && lastSpace > Math.max(end - 20, options.end)) end = lastSpace;
  if (isLowSurrogate(text, start)) start--;
  if (isLowSurrogate(text, end)) end++;
  return { start, end };
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000;
}

function endsSentence(text: string, at: number): boolean {
  const character = text[at] as string;
  if (!STOP.test(character)) return false;
  if (character !== '.') return true;
  const next = text[at + 1];
  if (next !== undefined && !/\s/.test(next)) return false;
  return !ABBREVIATION.test(text.slice(Math.max(0, at - 12), at));
}
