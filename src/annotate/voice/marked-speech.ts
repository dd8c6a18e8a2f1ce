import type { MarkedWords } from '../../text/quotation-marks.ts';
import type { Cue } from './cue-finder.ts';
import { firstAbove } from './first-above.ts';

/** Words in quotation marks are speech from this length on, whatever stands around them. */
const LONG = { words: 5, ideographs: 8 };
/** With a speaker, a colon or a dash beside them they are from this length on; shorter ones are names or irony. */
const SHORT = { words: 2, ideographs: 3 };
/** Code units around the marks in which a verb of saying is looked for. */
const REACH = 60;
/** Code units of the quotation that are counted. */
const COUNTED = 400;

const WORD = /[\p{L}\p{N}]+/gu;
const IDEOGRAPH = /\p{Script=Han}/gu;

/** Whether the words in a pair of quotation marks are speech, and not a name, a title or a word held at a distance. */
export function isSpeech(marked: MarkedWords, text: string, cues: readonly Cue[]): boolean {
  const words = text.slice(marked.start, Math.min(marked.end, marked.start + COUNTED));
  const { start, end } = marked;
  const beside = cuesWithin(cues, start - 1 - REACH, start - 1);
  if (beside.some((cue) => cue.kind === 'name' && isNameOf(text, cue, start - 1))) return false;
  if (isLong(words, LONG)) return true;
  if (!isLong(words, SHORT)) return false;
  const before = text.slice(Math.max(0, start - 4), start - 1);
  const after = text.slice(end + 1, end + 6);
  if (/[:：]\s*$/.test(before)) return true;
  const isClosed = /[,，.。!！?？…]$/.test(words) || /^\s*[,，]/.test(after);
  if (isClosed && /^\s*[,，]?\s*[—–-]\s/.test(after)) return true;
  const around = [...beside, ...cuesWithin(cues, end, end + REACH)];
  return around.some((cue) => SPEAKING.has(cue.kind) && !/[.!?。！？\n]/.test(between(text, cue, marked)));
}

const SPEAKING: ReadonlySet<Cue['kind']> = new Set(['say', 'judge', 'hearsay', 'according']);

function isLong(words: string, least: { readonly words: number; readonly ideographs: number }): boolean {
  const nIdeographs = words.match(IDEOGRAPH)?.length ?? 0;
  return (
    nIdeographs >= least.ideographs ||
    (words.match(WORD)?.length ?? 0) - (nIdeographs > 0 ? 1 : 0) >= least.words
  );
}

/** The cue stands right before the opening mark: in languages with endings its word may go on. */
function isNameOf(text: string, cue: Cue, mark: number): boolean {
  return /^\p{L}{0,5}\s?$/u.test(text.slice(cue.end, mark));
}

function cuesWithin(cues: readonly Cue[], from: number, to: number): Cue[] {
  const found: Cue[] = [];
  for (let at = firstAbove(cues, from - 1, (cue) => cue.start); at < cues.length; at++) {
    const cue = cues[at] as Cue;
    if (cue.end > to) break;
    found.push(cue);
  }
  return found;
}

function between(text: string, cue: Cue, { start, end }: MarkedWords): string {
  return cue.start < start ? text.slice(cue.end, start - 1) : text.slice(end + 1, cue.start);
}
