import type { TextRange } from './sentences.ts';

/** A text as patterns are looked for in it, with the way back to its offsets. */
export interface SearchText {
  readonly text: string;
  /** UTF-16 offsets in the text as it stands, of a half-open range of the folded one. */
  readonly range: (start: number, end: number) => TextRange;
}

/** Not seen: joiners, direction marks, soft hyphens, variation selectors, fillers, key caps. */
const UNSEEN = /\p{Cf}|\p{Me}|\p{Variation_Selector}|\p{Default_Ignorable_Code_Point}/u;
const DIGIT = /\p{Nd}/u;

/**
 * Folds a text so that what looks like a Latin or Cyrillic letter, a digit or a sign in double width or in another script's
 * digits reads as the plain one, in small letters, and characters that are not seen are gone.
 */
export function foldForSearch(text: string): SearchText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of text) {
    const end = offset + character.length;
    for (const unit of foldCharacter(character)) {
      units.push(unit);
      starts.push(offset);
      ends.push(end);
    }
    offset = end;
  }
  return {
    text: units.join(''),
    range: (start, end) => ({
      start: starts[start] ?? text.length,
      end: end > start ? (ends[end - 1] as number) : (starts[start] ?? text.length),
    }),
  };
}

/** The units that stand for a character; none where it is not seen. */
function foldCharacter(character: string): string[] {
  const code = character.codePointAt(0) as number;
  if (code < 0x80) return [code > 64 && code < 91 ? String.fromCharCode(code + 32) : character];
  if (UNSEEN.test(character)) return [];
  if (DIGIT.test(character)) return [digitOf(code)];
  return character.normalize('NFKC').toLowerCase().split('');
}

/** Scripts have their ten digits in a row, from zero. */
function digitOf(code: number): string {
  const plain = String.fromCodePoint(code).normalize('NFKC');
  if (/^[0-9]$/.test(plain)) return plain;
  let before = 0;
  while (before < 9 && DIGIT.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before);
}

/** Digits with nothing between them but signs that part the groups of a number. */
export interface DigitChain {
  /** A + stands before it. */
  readonly hasPlus: boolean;
  /** Digits without a sign between, with their place; an x may end the last. */
  readonly groups: readonly (TextRange & { readonly digits: string })[];
}

/** Letters read as digits where they stand among digits. */
const AS_DIGITS: Readonly<Record<string, string>> = { o: '0', о: '0', l: '1', i: '1', і: '1', з: '3' };
const GROUP = /(?:\d|(?<=\d[\s().-]{0,2})[oоliіз](?=[\s().-]{0,2}\d)){1,64}(?:[xх](?![\p{L}]))?/gu;
const BETWEEN = /^(?:[\s\u00a0().\-‐-―/#]|\b(?:no?|номер)\b){1,6}$/u;

/** The runs of digits of a folded text, joined to chains where only spaces, hyphens, dots and the like are between. */
export function digitChains(text: string): DigitChain[] {
  const chains: { hasPlus: boolean; groups: { start: number; end: number; digits: string }[] }[] = [];
  for (const { 0: run, index } of text.matchAll(GROUP)) {
    const digits = run.replace(/[oоliіз]/g, (letter) => AS_DIGITS[letter] as string).replace('х', 'x');
    const group = { start: index, end: index + run.length, digits };
    const last = chains.at(-1)?.groups.at(-1);
    if (last !== undefined && BETWEEN.test(text.slice(last.end, index))) chains.at(-1)?.groups.push(group);
    else {
      const plus = /\+[\s(]{0,2}$/.exec(text.slice(Math.max(0, index - 3), index));
      const start = index - (plus?.[0].length ?? 0);
      chains.push({ hasPlus: plus !== null, groups: [{ ...group, start }] });
    }
  }
  return chains;
}
