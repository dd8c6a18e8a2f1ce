import type { Reading } from '../domain/discovered-theme.ts';
import { sentenceAround } from '../text/sentences.ts';

/** Where a target is named in a text, UTF-16 offsets. */
export interface NamedPlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST_SENTENCE = 300;
/** UTF-16 units on each side of the name. */
const WINDOW = 150;

/** What is read of a text. Words that the ends of a window would cut are left out. */
export function passageAround({ text, start, end }: NamedPlace, reading: Reading): string {
  if (reading === 'sentence') {
    const sentence = sentenceAround(text, { start, end, maximumLength: LONGEST_SENTENCE });
    return text.slice(sentence.start, sentence.end);
  }
  const [from, to] = [Math.max(0, start - WINDOW), Math.min(text.length, end + WINDOW)];
  const passage = text.slice(from, to);
  const head = from > 0 ? CUT_HEAD.exec(passage)?.[0].length : 0;
  const tail = to < text.length ? CUT_TAIL.exec(passage)?.[0].length : 0;
  return passage.slice(Math.min(head ?? 0, start - from), passage.length - Math.min(tail ?? 0, to - end));
}

const CUT_HEAD = /^[\p{Script=Cyrillic}\p{Script=Latin}]+/u;
const CUT_TAIL = /[\p{Script=Cyrillic}\p{Script=Latin}]+$/u;
