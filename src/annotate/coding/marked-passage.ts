import { hash } from 'node:crypto';
import { findIdentifiers, redactRange } from '../../text/redact.ts';
import { sentenceAround, sentenceStarts } from '../../text/sentences.ts';

/** A mention in the text where it stands. */
export interface MentionPlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longest passage that is shown to a coder, UTF-16 units: the sentence, and its neighbours as far as there is room. */
const LONGEST_PASSAGE = 700;

/** What a coder sees around the target. */
const MARKS = ['⟦', '⟧'] as const;

/**
 * The words around a mention on one line, the target between ⟦ and ⟧, with `…` where the text goes on. Characters that
 * could hide or reorder words on a screen are left out, line breaks become `¶`, handles, addresses and numbers of persons `▮`.
 */
export function markedPassage(place: MentionPlace): string {
  const { start, end } = passageAround(place);
  const { text } = place;
  // Identifiers go first, so that one over the border of the target does not show.
  const { text: shown, at } = redactRange(text, findIdentifiers(text), { start, end });
  const [from, to] = [at(place.start, 'start'), at(place.end, 'end')];
  const [before, marked, after] = [shown.slice(0, from), shown.slice(from, to), shown.slice(to)].map(
    onOneLine,
  );
  const passage = `${before}${MARKS[0]}${marked}${MARKS[1]}${after}`.trim();
  return `${start > 0 ? '… ' : ''}${passage}${end < text.length ? ' …' : ''}`;
}

/** Eight hexadecimal digits by which a passage is known again, whatever became of its spaces and punctuation. */
export function passageDigest(passage: string): string {
  const letters = passage.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
  return hash('sha256', letters, 'hex').slice(0, 8);
}

function passageAround({ text, start, end }: MentionPlace): { start: number; end: number } {
  if (text.length <= LONGEST_PASSAGE) return { start: 0, end: text.length };
  const sentence = sentenceAround(text, { start, end, maximumLength: LONGEST_PASSAGE });
  const borders = [...sentenceStarts(text), text.length];
  let { start: from, end: to } = sentence;
  for (;;) {
    const [before, after] = [from, to];
    const earlier = borders.findLast((border) => border < from) ?? from;
    if (to - earlier <= LONGEST_PASSAGE) from = earlier;
    const later = borders.find((border) => border > to) ?? to;
    if (later - from <= LONGEST_PASSAGE) to = later;
    if (from === before && to === after) return { start: from, end: to };
  }
}

function onOneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ¶ ')
    .replace(/[\t\v\f]/g, ' ')
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu, '')
    .replaceAll(MARKS[0], '[')
    .replaceAll(MARKS[1], ']');
}
