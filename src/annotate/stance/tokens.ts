import { extendHash, startHash } from '../../learn/feature-buffer.ts';
import type { StanceInput } from './annotator.ts';
import { CHARACTER, type CharacterTable } from './character-classes.ts';

/** Code units kept on each side of a span. */
const WINDOW = 120;
/** Code units kept of a text that does not name the target. */
const WHOLE_WINDOW = 320;

/** Kinds of token. Every ideograph is a token of its own. */
export const TOKEN = { word: 1, ideograph: 2, mark: 3, number: 4, target: 5 } as const;

/** Letters of a word that stand for all its forms in n-grams of words. */
const STEM = 5;

const CAPACITY = WHOLE_WINDOW + 8;

/** Tokens of one window, in reusable typed arrays. */
export interface TokenWindow {
  length: number;
  /** Index of the token that stands for the span looked at; −1 where the text does not name the target. */
  focus: number;
  readonly kinds: Uint8Array;
  readonly hashes: Int32Array;
  /** Hash of a word's first {@link STEM} letters; of other tokens the token's own. */
  readonly stems: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** An empty window. */
export function createTokenWindow(): TokenWindow {
  return {
    length: 0,
    focus: -1,
    kinds: new Uint8Array(CAPACITY),
    hashes: new Int32Array(CAPACITY),
    stems: new Int32Array(CAPACITY),
    starts: new Int32Array(CAPACITY),
    ends: new Int32Array(CAPACITY),
  };
}

/** Hash of the placeholder that stands for the target, whatever its name. */
const TARGET_HASH = startHash(7);
const NUMBER_HASH = startHash(8);

/** Where the tokenizer writes and what it knows about characters. */
export interface TokenizeContext {
  readonly table: CharacterTable;
  readonly into: TokenWindow;
}

/**
 * Cuts the window around span `which` of the input into tokens. Every span of the target becomes the same
 * placeholder, so that nothing downstream can know the target's name or its length. Without a span: the head of
 * the text.
 */
export function tokenizeWindow(input: StanceInput, which: number, context: TokenizeContext): void {
  const { text, spans } = input;
  const { table, into } = context;
  into.length = 0;
  into.focus = -1;
  if (spans[which] === undefined) {
    tokenizeRange(
      text,
      { from: 0, to: skipCutWord(text, Math.min(text.length, WHOLE_WINDOW), { table, step: -1 }) },
      context,
    );
    return;
  }
  const left = reach(input, which, -1);
  const right = reach(input, which, 1);
  let at = skipCutWord(text, left.edge, { table, step: 1 });
  const edge = skipCutWord(text, right.edge, { table, step: -1 });
  for (let s = left.last; s <= right.last; s++) {
    const [start, end] = spans[s] as readonly [number, number];
    tokenizeRange(text, { from: at, to: start }, context);
    if (s === which) into.focus = into.length;
    pushToken(into, TOKEN.target, TARGET_HASH);
    place(into, start, end);
    at = Math.max(at, end);
  }
  tokenizeRange(text, { from: at, to: edge }, context);
}

/**
 * How far the window goes to one side: {@link WINDOW} code units that are not the target's name, and one for each
 * name passed, so that a longer name changes nothing.
 */
function reach(input: StanceInput, which: number, step: 1 | -1): { edge: number; last: number } {
  const { text, spans } = input;
  const near = step === 1 ? 1 : 0;
  let edge = spans[which]?.[near] as number;
  let last = which;
  let room = WINDOW;
  for (;;) {
    const next = spans[last + step];
    const border = next === undefined ? (step === 1 ? text.length : 0) : (next[1 - near] as number);
    const gap = Math.max(0, (border - edge) * step);
    if (next === undefined || gap >= room) return { edge: edge + step * Math.min(gap, room), last };
    room -= gap + 1;
    last += step;
    edge = next[near] as number;
    if (room <= 0) return { edge, last };
  }
}

/** Moves an edge inwards past the rest of a word that it cuts. */
function skipCutWord(
  text: string,
  edge: number,
  { table, step }: { readonly table: CharacterTable; readonly step: 1 | -1 },
): number {
  let at = edge;
  while (at > 0 && at < text.length && isLetter(text, at - 1, table) && isLetter(text, at, table)) at += step;
  return at;
}

function isLetter(text: string, at: number, table: CharacterTable): boolean {
  return table.classes[text.charCodeAt(at)] === CHARACTER.letter;
}

function tokenizeRange(
  text: string,
  range: { readonly from: number; readonly to: number },
  { table, into }: TokenizeContext,
): void {
  const { classes, folded } = table;
  let i = range.from;
  while (i < range.to) {
    const unit = text.charCodeAt(i);
    const kind = classes[unit];
    const start = i++;
    if (kind === CHARACTER.space) continue;
    if (kind === CHARACTER.letter) {
      while (i < range.to && classes[text.charCodeAt(i)] === CHARACTER.letter) i++;
      const end = endWithoutGender({
        start,
        end: i,
        letterAt: (at) => folded[text.charCodeAt(at)] as number,
      });
      let hash = startHash(0);
      let stem = hash;
      for (let at = start; at < end; at++) {
        hash = extendHash(hash, folded[text.charCodeAt(at)] as number);
        if (at - start < STEM) stem = hash;
      }
      pushToken(into, TOKEN.word, hash);
      into.stems[into.length - 1] = stem;
      place(into, start, end);
      continue;
    } else if (kind === CHARACTER.digit) {
      while (i < range.to && classes[text.charCodeAt(i)] === CHARACTER.digit) i++;
      pushToken(into, TOKEN.number, NUMBER_HASH);
    } else {
      const token = kind === CHARACTER.ideograph ? TOKEN.ideograph : TOKEN.mark;
      pushToken(into, token, extendHash(startHash(0), folded[unit] as number));
    }
    place(into, start, i);
  }
}

const [EL, ...ENDINGS] = [...'лаои'].map((letter) => letter.charCodeAt(0));
const VOWELS = new Set([...'аеиоуыэюя'].map((letter) => letter.charCodeAt(0)));

/**
 * Where a Russian word ends without the vowel that agrees with its subject: был, была, было and были are one word, or
 * else the model would know a country by its gender. Nouns in -ла lose it too, which harms nothing.
 */
export function endWithoutGender(word: {
  readonly start: number;
  readonly end: number;
  readonly letterAt: (at: number) => number;
}): number {
  const { start, end, letterAt } = word;
  if (end - start < 4 || letterAt(end - 2) !== EL || !ENDINGS.includes(letterAt(end - 1))) return end;
  return VOWELS.has(letterAt(end - 3)) ? end - 1 : end;
}

function pushToken(into: TokenWindow, kind: number, hash: number): void {
  const i = into.length;
  if (i >= CAPACITY) return;
  into.kinds[i] = kind;
  into.hashes[i] = hash;
  into.stems[i] = hash;
  into.length = i + 1;
}

function place(into: TokenWindow, start: number, end: number): void {
  into.starts[into.length - 1] = start;
  into.ends[into.length - 1] = end;
}
