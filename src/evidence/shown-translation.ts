import { findIdentifiers, redactText } from '../text/redact.ts';

/** Characters of an answer that are looked at: nothing longer is the translation of a quote. */
const LONGEST_ANSWER = 10_000;
/** A translation may have so many characters more, and so many times those of the words; what goes beyond is cut. */
const ROOM = { more: 80, times: 4 };

/**
 * What of a translator's answer may stand beside the words that were translated: one line without marks of direction or control,
 * without identifiers, of a length that such words can have. Null where nothing is left, or where the answer is the
 * words themselves. A translator is a stranger like the author: what it gives is checked as if the author had written it.
 */
export function shownTranslation(answer: string, words: string): string | null {
  if (answer.length > LONGEST_ANSWER) return null;
  const line = answer
    .toWellFormed()
    .normalize()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim();
  const most = ROOM.more + ROOM.times * words.length;
  let shown = redactText(line);
  // What is left of a longer word may look like an identifier.
  for (let turn = 0; turn < 4; turn++) {
    const cut =
      shown.length <= most
        ? shown
        : `${shown
            .slice(0, most - 1)
            .replace(/[\ud800-\udbff]$/, '')
            .trimEnd()}…`;
    if (findIdentifiers(cut).length === 0) {
      return /\p{L}|\p{N}/u.test(cut) && plain(cut) !== plain(words) ? cut : null;
    }
    shown = redactText(cut);
  }
  return null;
}

const plain = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
