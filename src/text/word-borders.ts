/** Letters, digits and the accents on them; not the signs that make an emoji of the character before. */
const WORD = /[\p{L}\p{N}\p{Mn}\p{Mc}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const [HASH, AT, UNDERSCORE] = [0x23, 0x40, 0x5f];

/** Shortest name found at the head of a hashtag of small letters. Shorter ones begin other words: #катарсис, #indiana. */
const SHORTEST_HEAD = 7;
const SHORTEST_PART = 3;
const LONGEST_TAG = 100;

/** A place in a text: half-open UTF-16 offsets. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Whether a letter or digit of a script with spaces stands at a place. Underscores part words. */
function isWordUnit(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return (unit > 47 && unit < 58) || (unit > 64 && unit < 91) || (unit > 96 && unit < 123);
  if (unit >= 0x400 && unit < 0x530) return true;
  if (unit >= 0xfe00 && unit <= 0xfe0f) return false;
  const character = text[at] as string;
  return WORD.test(character) && !UNSPACED.test(character);
}

/**
 * Where a name that stands as a word ends; −1 where it is only part of one. Inside a hashtag capitals and digits part
 * words too (#MadeInChina, #Китай2024), and a long name stands at its head (#китайскиетовары). Inside a handle
 * (@china_daily) there are no words. With `prefix` the word may go on, and the end is its end.
 */
export function wordEnd(text: string, { start, end }: Place, prefix: boolean): number {
  if (isWordUnit(text, start - 1) || (!prefix && isWordUnit(text, end)))
    return isInHashtag(text, { start, end }) ? end : -1;
  let last = end;
  while (isWordUnit(text, last)) last++;
  const isParted = text.charCodeAt(start - 1) === UNDERSCORE || text.charCodeAt(last) === UNDERSCORE;
  return isParted && text.charCodeAt(tagStart(text, start) - 1) === AT ? -1 : last;
}

function isInHashtag(text: string, { start, end }: Place): boolean {
  if (end - start < SHORTEST_PART) return false;
  const head = tagStart(text, start);
  if (text.charCodeAt(head - 1) !== HASH) return false;
  const isOpen = head === start || text.charCodeAt(start - 1) === UNDERSCORE || isPart(text, start);
  const isClosed = !isWordUnit(text, end) || isPart(text, end);
  return isOpen && (isClosed || (head === start && end - start >= SHORTEST_HEAD));
}

/** Start of the run of letters, digits and underscores around a place. */
function tagStart(text: string, at: number): number {
  let start = at;
  while (
    at - start < LONGEST_TAG &&
    (isWordUnit(text, start - 1) || text.charCodeAt(start - 1) === UNDERSCORE)
  )
    start--;
  return start;
}

/** Whether a part of a hashtag begins at a place: a capital after a small letter, a digit after a letter or the reverse. */
function isPart(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] as string, text[at] as string];
  return /\d/.test(before) !== /\d/.test(after) || (isSmall(before) && !isSmall(after));
}

const isSmall = (character: string): boolean => character === character.toLowerCase();
