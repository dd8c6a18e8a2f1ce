import { createFold, foldText } from './fold.ts';

/** A form to find. */
export interface Pattern {
  readonly form: string;
  /** What a match is reported as; several patterns may share an id. */
  readonly id: number;
  /** Matches of patterns in one group do not overlap; different groups do not see each other. */
  readonly group: number;
  /** `word`: no letter or digit may stand before it, nor after it unless `prefix`. */
  readonly boundary: 'word' | 'none';
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
 * Aho–Corasick automaton (Aho and Corasick 1975) over folded UTF-16 units: case, ё and е, fullwidth and halfwidth
 * are one. Dense transitions over the units that occur in patterns. Cost: one step per unit of text, whatever the
 * number of patterns.
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
  const { symbolOf, width } = alphabet(patterns, fold);
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
  return { scan: (text) => scan(text, { patterns, next, width, symbolOf, ends, output }) };
}

/** Folding is part of the symbol table: each unit of text goes straight to its symbol. Symbol 0 stands in no pattern. */
function alphabet(
  patterns: readonly Pattern[],
  fold: (unit: number) => number,
): { symbolOf: Uint16Array; width: number } {
  const units = [
    ...new Set(
      patterns.flatMap((p) => Array.from({ length: p.form.length }, (_, i) => p.form.charCodeAt(i))),
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
  readonly output: Int32Array;
}

function scan(text: string, tables: Tables): Candidate[] {
  const { next, width, symbolOf, ends, output, patterns } = tables;
  const found: Candidate[] = [];
  let state = 0;
  for (let i = 0; i < text.length; i++) {
    state = next[state * width + (symbolOf[text.charCodeAt(i)] as number)] as number;
    if (state === 0) continue;
    for (let at = state; at !== 0; at = output[at] as number) {
      for (const index of ends[at] as number[]) {
        const { form, id, group, boundary, prefix, exclude } = patterns[index] as Pattern;
        const [start, end] = [i + 1 - form.length, i + 1];
        if (boundary === 'word' && (isWordUnit(text, start - 1) || (!prefix && isWordUnit(text, end))))
          continue;
        found.push({ id, group, start, end, exclude });
      }
    }
  }
  return found;
}

/** Letters, digits and the accents on them; not the signs that make an emoji of the character before. */
const WORD = /[\p{L}\p{N}\p{Mn}\p{Mc}_]/u;
const isVariationSelector = (unit: number): boolean => unit >= 0xfe00 && unit <= 0xfe0f;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a letter or digit of a script with spaces stands at a place. */
function isWordUnit(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  if (unit < 0x80)
    return (unit > 47 && unit < 58) || (unit > 64 && unit < 91) || unit === 95 || (unit > 96 && unit < 123);
  if (unit >= 0x400 && unit < 0x530) return true;
  if (isVariationSelector(unit)) return false;
  const character = text[at] as string;
  return WORD.test(character) && !UNSPACED.test(character);
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
