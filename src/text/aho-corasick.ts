import { createFold, foldText } from './fold.ts';
import { createLookalikes, isDisguised } from './lookalikes.ts';
import { wordEnd } from './word-borders.ts';

/** A form to find. */
export interface Pattern {
  readonly form: string;
  /** What a match is reported as; several patterns may share an id. */
  readonly id: number;
  /** Matches of patterns in one group do not overlap; different groups do not see each other. */
  readonly group: number;
  /** `word`: no letter or digit may stand before it, nor after it unless `prefix`. */
  readonly boundary: 'word' | 'none';
  /** The word may go on after the form; the match is the whole word. */
  readonly prefix: boolean;
  /** Found and swallowed: nothing of its group inside it is reported. */
  readonly exclude: boolean;
}

/** A place where a pattern stands: half-open UTF-16 offsets in the text searched. */
interface Match {
  readonly id: number;
  readonly group: number;
  readonly start: number;
  readonly end: number;
}

/** Finds many patterns in one pass. */
export interface Matcher {
  /** Leftmost-longest matches of every group, in order of start. */
  find(text: string): Match[];
}

/**
 * Aho–Corasick automaton (Aho and Corasick 1975) over folded UTF-16 units: case, ё and е, fullwidth and halfwidth,
 * and letters of other scripts that look alike are one. Dense transitions over the units that occur in patterns.
 * Cost: one step per unit of text, whatever the number of patterns.
 */
export function createMatcher(patterns: readonly Pattern[]): Matcher {
  const fold = createFold();
  const usable = patterns
    .map((pattern) => ({ ...pattern, form: foldText(pattern.form, fold) }))
    .filter((pattern) => pattern.form.length > 0);
  const automaton = build(usable, fold);
  return {
    find: (text) => {
      const found = automaton.scan(text);
      return found.length === 0 ? [] : resolve(found);
    },
  };
}

interface Candidate extends Match {
  readonly exclude: boolean;
}

interface Automaton {
  scan(text: string): Candidate[];
}

function build(patterns: readonly Pattern[], fold: (unit: number) => number): Automaton {
  const looks = createLookalikes();
  const { symbolOf, width } = alphabet(patterns, (unit) => looks(fold(unit)));
  const states = 1 + patterns.reduce((sum, pattern) => sum + pattern.form.length, 0);
  const next = new Int32Array(states * width);
  const ends: number[][] = [[]];
  let used = 1;
  patterns.forEach((pattern, index) => {
    let state = 0;
    for (let i = 0; i < pattern.form.length; i++) {
      const at = state * width + (symbolOf[pattern.form.charCodeAt(i)] as number);
      if (next[at] === 0) {
        next[at] = used++;
        ends.push([]);
      }
      state = next[at] as number;
    }
    ends[state]?.push(index);
  });
  const output = link(next, ends, width);
  const first = Int32Array.from(output, (suffix, state) => (ends[state]?.length === 0 ? suffix : state));
  return { scan: (text) => scan(text, { patterns, next, width, symbolOf, ends, first, output, fold }) };
}

/** Folding is part of the symbol table: each unit of text goes straight to its symbol. Symbol 0 stands in no pattern. */
function alphabet(
  patterns: readonly Pattern[],
  fold: (unit: number) => number,
): { symbolOf: Uint16Array; width: number } {
  const units = [
    ...new Set(
      patterns.flatMap((p) => Array.from({ length: p.form.length }, (_, i) => fold(p.form.charCodeAt(i)))),
    ),
  ];
  const byUnit = new Map(units.sort((a, b) => a - b).map((unit, i) => [unit, i + 1]));
  const symbolOf = new Uint16Array(65_536);
  for (let unit = 0; unit < 65_536; unit++) symbolOf[unit] = byUnit.get(fold(unit)) ?? 0;
  return { symbolOf, width: units.length + 1 };
}

/** Adds failure transitions; returns for each state the nearest suffix state with a pattern, 0 for none. */
function link(next: Int32Array, ends: readonly number[][], width: number): Int32Array {
  const failure = new Int32Array(ends.length);
  const output = new Int32Array(ends.length);
  const queue: number[] = [];
  for (let symbol = 0; symbol < width; symbol++)
    if ((next[symbol] as number) !== 0) queue.push(next[symbol] as number);
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] as number;
    const fail = failure[state] as number;
    output[state] = (ends[fail] as number[]).length > 0 ? fail : (output[fail] as number);
    for (let symbol = 0; symbol < width; symbol++) {
      const at = state * width + symbol;
      const fallback = next[fail * width + symbol] as number;
      if (next[at] === 0) next[at] = fallback;
      else {
        failure[next[at] as number] = fallback;
        queue.push(next[at] as number);
      }
    }
  }
  return output;
}

interface Tables {
  readonly patterns: readonly Pattern[];
  readonly next: Int32Array;
  readonly width: number;
  readonly symbolOf: Uint16Array;
  readonly ends: readonly number[][];
  /** State → itself where a pattern ends there, else its nearest suffix state with a pattern; 0 for none. */
  readonly first: Int32Array;
  readonly output: Int32Array;
  readonly fold: (unit: number) => number;
}

function scan(text: string, tables: Tables): Candidate[] {
  const { next, width, symbolOf, ends, first, output, fold } = tables;
  const found: Candidate[] = [];
  let state = 0;
  for (let i = 0; i < text.length; i++) {
    state = next[state * width + (symbolOf[text.charCodeAt(i)] as number)] as number;
    for (let at = first[state] as number; at !== 0; at = output[at] as number) {
      for (const index of ends[at] as number[]) {
        const candidate = candidateAt(text, i + 1, { pattern: tables.patterns[index] as Pattern, fold });
        if (candidate !== null) found.push(candidate);
      }
    }
  }
  return found;
}

/** A pattern that ends at a place, if it stands there as a word and is meant. */
function candidateAt(
  text: string,
  at: number,
  { pattern, fold }: { readonly pattern: Pattern; readonly fold: (unit: number) => number },
): Candidate | null {
  const { form, id, group, boundary, prefix, exclude } = pattern;
  const start = at - form.length;
  const end = boundary === 'word' ? wordEnd(text, { start, end: at }, prefix) : at;
  if (end < 0) return null;
  const isMeant =
    isWritten(text, start, { form, fold }) || isDisguised(foldText(text.slice(start, at), fold), form);
  return isMeant ? { id, group, start, end, exclude } : null;
}

function isWritten(
  text: string,
  start: number,
  { form, fold }: { readonly form: string; readonly fold: (unit: number) => number },
): boolean {
  for (let i = 0; i < form.length; i++)
    if (fold(text.charCodeAt(start + i)) !== form.charCodeAt(i)) return false;
  return true;
}

/** Leftmost-longest without overlap within a group; excludes take part and are then left out. */
function resolve(found: readonly Candidate[]): Match[] {
  const ordered = [...found].sort(
    (a, b) => a.start - b.start || b.end - a.end || Number(b.exclude) - Number(a.exclude) || a.id - b.id,
  );
  const endOfGroup = new Map<number, number>();
  const matches: Match[] = [];
  for (const { id, group, start, end, exclude } of ordered) {
    if (start < (endOfGroup.get(group) ?? 0)) continue;
    endOfGroup.set(group, end);
    if (!exclude) matches.push({ id, group, start, end });
  }
  return matches;
}
