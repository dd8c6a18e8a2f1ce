import type { Cue } from './cue-finder.ts';
import { firstAbove } from './first-above.ts';

/** A range of UTF-16 offsets, half-open. */
export interface Clause {
  readonly start: number;
  readonly end: number;
}

/** What the search needs beside the text. */
export interface ClauseContext {
  /** Cues that stand outside quotation marks of speech, by their start. */
  readonly cues: readonly Cue[];
  /** Where sentences begin, ascending. */
  readonly starts: readonly number[];
}

/** Code units looked at around a cue: a longer clause is cut, so that a text without full stops costs no more. */
const REACH = 120;
/** Words of a speaker between the comma and the verb in "…, a senator said". */
const SPEAKER_WORDS = 6;

/** The clauses that a verb of saying, an "according to" or a speaker before a colon makes another's. Any order. */
export function findReportedClauses(text: string, { cues, starts }: ClauseContext): Clause[] {
  const selves = cues.filter((cue) => cue.kind === 'self');
  return cues.flatMap((cue): Clause[] => {
    const after = firstAbove(starts, cue.start, (start) => start);
    const sentence = { start: starts[after - 1] ?? 0, end: starts[after] ?? text.length };
    switch (cue.kind) {
      case 'say':
        return isOwn(cue, selves, text) || lacksSpeaker(text, cue) ? [] : [said(text, cue, sentence)];
      case 'judge':
      case 'hearsay':
        return isOwn(cue, selves, text) ? [] : [{ start: cue.end, end: turn(text, cue.end, sentence.end) }];
      case 'according':
        return attributed(text, cue, sentence);
      case 'role':
        return headline(text, cue);
      default:
        return [];
    }
  });
}

/** The speaker is the author: "I said", 我说. */
function isOwn(cue: Cue, selves: readonly Cue[], text: string): boolean {
  const self = selves[firstAbove(selves, cue.start - 1, ({ start }) => start) - 1];
  return (
    self !== undefined &&
    cue.start - self.end < 12 &&
    /^(?:\s+\p{L}{1,8})?\s*$/u.test(text.slice(self.end, cue.start))
  );
}

/** A verb of one ideograph at the beginning of a clause has no speaker: it is a turn of speech. */
function lacksSpeaker(text: string, cue: Cue): boolean {
  return (
    cue.end - cue.start === 1 &&
    !/[\p{L}\p{N}》”」"»]\s?$/u.test(text.slice(Math.max(0, cue.start - 2), cue.start))
  );
}

/** What follows the verb; or what stands before it, where the speaker comes last. */
function said(text: string, cue: Cue, sentence: Clause): Clause {
  const from = Math.max(sentence.start, cue.start - REACH);
  const before = text.slice(from, cue.start);
  const rest = text.slice(cue.end, Math.min(sentence.end, cue.end + REACH)).replace(/[;；].*$/s, '');
  if (COMPLEMENT.test(rest)) return { start: cue.end, end: sentence.end };
  const comma = /[,，—–»”"」』](?=[^,，—–»”"」』]*$)/.exec(before);
  const forward = { start: cue.end, end: turn(text, cue.end, sentence.end) };
  if (comma === null) return forward;
  const speaker = before.slice(comma.index + 1);
  const isTail =
    !/\p{L}/u.test(speaker) || (speaker.trim().split(/\s+/).length <= SPEAKER_WORDS && !/\p{L}/u.test(rest));
  return isTail ? { start: sentence.start, end: from + comma.index } : forward;
}

const COMPLEMENT = /^[^,:：]{0,60}(?:,\s*(?:что|чтобы|будто|якобы)(?!\p{L})|[:：]|(?<!\p{L})that(?!\p{L}))/u;

/** A report without a conjunction ends where the author turns to something else: ", but", «, а», 但. */
function turn(text: string, from: number, to: number): number {
  const found = TURN.exec(text.slice(from, Math.min(to, from + REACH)));
  return found === null ? to : from + found.index;
}

const TURN =
  /[,;—–]\s*(?:а|но|зато|однако|я|but|yet|while|well|i)(?!\p{L})|[，；,](?:但|可是|可(?!能)|不过|结果|转头|实际上|其实|我(?!们))/iu;

/** Everything in the sentence but the attribution itself, which ends at a comma. */
function attributed(text: string, cue: Cue, sentence: Clause): Clause[] {
  const comma = text.slice(cue.end, Math.min(sentence.end, cue.end + REACH)).search(/[,，]/);
  const before = { start: sentence.start, end: cue.start };
  return comma < 0 ? [before] : [before, { start: cue.end + comma, end: sentence.end }];
}

/** "Speaker: words" at the beginning of a line: the words are the speaker's, to the end of the line. */
function headline(text: string, cue: Cue): Clause[] {
  const before = text.slice(Math.max(0, cue.start - REACH), cue.start);
  if (!LINE_BEGINS.test(before)) return [];
  const behind = TO_COLON.exec(text.slice(cue.end, cue.end + REACH));
  if (behind === null) return [];
  const start = cue.end + behind[0].length;
  const lineEnd = text.slice(start, start + LONGEST_HEADLINE).indexOf('\n');
  return [{ start, end: lineEnd < 0 ? Math.min(text.length, start + LONGEST_HEADLINE) : start + lineEnd }];
}

const LINE_BEGINS = /(?:^|\n)[^\n.:!?。：！？]{0,40}$/u;
const TO_COLON = /^[^\n.:!?。：！？,，]{0,60}[:：](?=\s?[\p{Lu}\p{Script=Han}«“"「])/u;
const LONGEST_HEADLINE = 300;
