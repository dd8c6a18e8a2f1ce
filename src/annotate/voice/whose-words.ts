import { findMarkedWords } from '../../text/quotation-marks.ts';
import { sentenceStarts } from '../../text/sentences.ts';
import type { Span } from '../target-matcher.ts';
import { type Cue, createCueFinder } from './cue-finder.ts';
import { firstAbove } from './first-above.ts';
import { isSpeech } from './marked-speech.ts';
import { type Clause, findReportedClauses } from './reported-clauses.ts';

/** Tells the words of others in a text from its author's own. Pure: one text at a time, nothing kept. */
export interface WhoseWords {
  /** The words of others, ascending, without overlap. */
  quotedIn(text: string): Span[];
}

/** A repost written by hand or by a program: everything behind these words is another's. */
const FORWARDED =
  /^\s{0,9}(?:RT @\w{1,30}\b|(?:Forwarded from|Переслано (?:от|из)|Репост (?:от|из)|转自|转发自)[^\n]{1,80}\n)/;
/** Weibo puts the posts of others behind its author's own. */
const CHAIN = /(?<!:)\/\/@/;

/** Builds the finder of cues once. Cost per text: a few passes over it. */
export function createWhoseWords(): WhoseWords {
  const findCues = createCueFinder();
  return {
    quotedIn: (text) => {
      const forwarded = FORWARDED.exec(text);
      const others = forwarded?.[0].length ?? text.search(CHAIN);
      const spoken = others < 0 ? text : text.slice(0, others);
      const found = forwarded === null ? reported(spoken, findCues(spoken)) : [];
      const rest = others < 0 ? [] : [{ start: others, end: text.length }];
      return merged([...found, ...rest]).map(({ start, end }): Span => [start, end]);
    },
  };
}

function reported(text: string, cues: readonly Cue[]): Clause[] {
  const speech = findMarkedWords(text).filter((marked) => isSpeech(marked, text, cues));
  if (speech.length === 0 && cues.length === 0) return [];
  const starts = sentenceStarts(text);
  const outside = cuesOutside(cues, speech);
  const clauses = findReportedClauses(text, { cues: outside, starts });
  const answers = outside.filter(({ kind, start }) => kind === 'answer' && beginsClause(text, start));
  return merged([...speech, ...clauses])
    .map((range) => trimmed(text, range))
    .filter((range) => !isAnswered(range, { answers, starts, textLength: text.length }));
}

function cuesOutside(cues: readonly Cue[], speech: readonly Clause[]): Cue[] {
  let next = 0;
  return cues.filter(({ start }) => {
    while (next < speech.length && (speech[next] as Clause).end <= start) next++;
    return !(next < speech.length && (speech[next] as Clause).start <= start);
  });
}

/** Right behind punctuation or at the beginning; a dash or a bracket counts, a space does not. */
function beginsClause(text: string, at: number): boolean {
  return /(?:^|[\p{P}\n])\s*$/u.test(text.slice(Math.max(0, at - 4), at));
}

/** Without the white space at its ends. */
function trimmed(text: string, { start, end }: Clause): Clause {
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

function merged(ranges: readonly Clause[]): Clause[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) result.push({ start, end });
  }
  return result;
}

const same = (place: number): number => place;

interface AnswerPlaces {
  readonly answers: readonly Cue[];
  readonly starts: readonly number[];
  readonly textLength: number;
}

/** Whether the author answers: in the sentences that hold the words, or in the next one. */
function isAnswered(range: Clause, { answers, starts, textLength }: AnswerPlaces): boolean {
  const from = starts[firstAbove(starts, range.start, same) - 1] ?? 0;
  const to = starts[firstAbove(starts, range.end - 1, same) + 1] ?? textLength;
  const first = answers[firstAbove(answers, from - 1, ({ start }) => start)];
  return first !== undefined && first.start < to;
}
