import { type DigitChain, digitChains, foldForSearch, type SearchText } from './search-text.ts';
import type { TextRange } from './sentences.ts';
import {
  ADDRESS_SIGNS,
  findSpeltHosts,
  isAddressEnd,
  isSpokenEnd,
  namesHost,
  SPELT_AT,
  SPELT_DOT,
} from './spelt-address.ts';

/** What stands in place of what was removed: no word of any language, and of one length whatever was there. */
export const REMOVED = '▮';

/** What is removed from a text before it is published. */
type IdentifierKind = 'link' | 'e-mail' | 'handle' | 'card' | 'document' | 'phone' | 'number';

/** A place that names a person or leads to one. */
export interface Identifier extends TextRange {
  readonly kind: IdentifierKind;
}

const A = ADDRESS_SIGNS;
const DOT = SPELT_DOT;
const URL_REST = String.raw`[^\s<>"'«»“”，。！？、；：（）【】《》\p{Script=Han}]{0,2000}`;
const MESSENGERS =
  '(?:微信|wechat|weixin|v信|薇信|威信|vx|wx|qq|扣扣|telegram|телеграм[а-яё]{0,3}|телег[ае]|тг|tg|skype|скайп|whats?app|в[ао]тсап|viber|вайбер|icq|instagram|инстаграм|twitter|твиттер|推特|微博|vk|вк)';

/** Each kind with what it looks like in a folded text. Quantifiers are bounded: a hostile text costs no more than a long one. */
const PATTERNS: readonly { readonly kind: IdentifierKind; readonly pattern: RegExp }[] = [
  { kind: 'link', pattern: new RegExp(String.raw`[a-z][a-z+.-]{1,11}:\s?//\s?${URL_REST}`, 'gu') },
  { kind: 'link', pattern: new RegExp(String.raw`(?<![${A}])(?:www|ввв)${DOT}${URL_REST}`, 'gu') },
  { kind: 'link', pattern: /(?:magnet|mailto|tel|sip|tg|weixin):[^\s]{3,2000}/gu },
  {
    kind: 'e-mail',
    pattern: new RegExp(String.raw`[${A}._%+-]{1,64}\s?@\s?[${A}-]{1,63}(?:${DOT}[${A}-]{1,63}){1,5}`, 'gu'),
  },
  { kind: 'handle', pattern: /@\s?[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.·-]{0,62}/gu },
  { kind: 'handle', pattern: new RegExp(String.raw`(?<![${A}/])/?u/[a-z0-9_-]{3,30}`, 'gu') },
  { kind: 'handle', pattern: /\[(?:id|club|public)\d{1,12}\|[^\]\n]{1,100}\]/gu },
  { kind: 'handle', pattern: new RegExp(String.raw`(?<![${A}])(?:id|club|public)\d{4,12}(?![${A}])`, 'gu') },
  {
    kind: 'handle',
    pattern: new RegExp(
      String.raw`(?<![${A}])${MESSENGERS}(?:号码?|id)?\s{0,2}[:=]\s{0,2}[${A}_.+-]{3,40}`,
      'gu',
    ),
  },
  {
    kind: 'handle',
    pattern: new RegExp(
      String.raw`(?<![${A}])${MESSENGERS}(?:号码?|id)?\s{0,2}(?=[a-z_-]{0,29}\d)[a-z0-9_-]{5,30}`,
      'gu',
    ),
  },
  // Passports: China (G, E, EA…, D, S, P and a number), and others of a letter or two.
  {
    kind: 'document',
    pattern: new RegExp(String.raw`(?<![${A}])[a-z]{1,2}(?:[\s-]|no){0,2}\d{7,8}(?![${A}])`, 'gu'),
  },
  {
    kind: 'document',
    pattern:
      /(?:паспорт|загранпаспорт|passport|护照|身份证|снилс|инн|серия)[\p{L}\s:#.-]{0,24}\d[\d\s-]{1,20}(?:(?:no?|номер)[\s:.]{0,2}\d[\d\s-]{2,12})?\d/gu,
  },
];

const HOST = new RegExp(
  String.raw`(?<![${A}@])(?:[${A}][${A}-]{0,62}(?:\.|\[\.\]|\(\.\)|\(dot\)|\[dot\]|\(точка\))){1,6}([${A}]{2,12})(?![${A}])(?:(?::\d{1,5})?[/?#]${URL_REST})?`,
  'gu',
);
/** Names before the at-sign may have dots that are words. */
const LOCAL = String.raw`[${A}._%+-]{1,64}(?:(?:\s(?:dot|дот|точка|тчк)\s|点(?=\p{Script=Latin}))[${A}._%+-]{1,64}){0,3}`;
const HIDDEN_MAIL = new RegExp(
  String.raw`${LOCAL}(?:${SPELT_AT}|\s?@\s?)([${A}-]{1,63})(?:${DOT}[${A}-]{1,63}){0,4}${DOT}([${A}]{2,12})(?![${A}])`,
  'gu',
);

/**
 * Where a text names a person or leads to one: handles, links, phone numbers, e-mail addresses, card numbers, numbers of
 * identity papers, and every run of nine or more digits. Characters that are not seen, digits of other scripts and of
 * double width, letters of another alphabet that look alike, and dots and at-signs spelt out do not hide them. It takes
 * rather too much. Names of persons are words like others and stay.
 */
export function findIdentifiers(text: string): Identifier[] {
  const folded = foldForSearch(text);
  const found: Identifier[] = [];
  const add = (kind: IdentifierKind, start: number, end: number): void => {
    found.push({ kind, ...folded.range(start, end) });
  };
  for (const { kind, pattern } of PATTERNS)
    for (const match of folded.text.matchAll(pattern)) add(kind, match.index, match.index + match[0].length);
  for (const match of folded.text.matchAll(HOST))
    if (isAddressEnd(match[1] as string, /[/?#]/.test(match[0])))
      add('link', match.index, match.index + match[0].length);
  for (const match of folded.text.matchAll(HIDDEN_MAIL))
    if (namesHost(match[1] as string) && isSpokenEnd(match[2] as string, true))
      add('e-mail', match.index, match.index + match[0].length);
  for (const { start, end } of findSpeltHosts(folded.text)) add('link', start, end);
  addNumbers(folded, add);
  return joined(found);
}

/** A text with one {@link REMOVED} in place of each identifier. */
export function redactText(text: string): string {
  return redactRange(text, findIdentifiers(text), { start: 0, end: text.length }).text;
}

/** A part of a text without its identifiers, and where the offsets of the text are in it. */
export interface RedactedRange {
  readonly text: string;
  /** Offset in the part of an offset in the whole text; inside what was removed, that of the sign in its place. */
  readonly at: (offset: number, edge: 'start' | 'end') => number;
}

/** Cuts a part out of a text; what it holds of an identifier, whole or not, is removed. */
export function redactRange(
  text: string,
  identifiers: readonly TextRange[],
  { start, end }: TextRange,
): RedactedRange {
  const inside = identifiers
    .filter((one) => one.start < end && one.end > start)
    .map((one) => ({ start: Math.max(start, one.start), end: Math.min(end, one.end) }));
  let result = '';
  let from = start;
  for (const one of inside) {
    result += text.slice(from, one.start) + REMOVED;
    from = one.end;
  }
  const at = (offset: number, edge: 'start' | 'end'): number => {
    let moved = Math.min(Math.max(offset, start), end) - start;
    for (const one of inside) {
      if (offset >= one.end) moved -= one.end - one.start - REMOVED.length;
      else if (offset > one.start)
        return moved - (offset - one.start) + (edge === 'end' ? REMOVED.length : 0);
    }
    return moved;
  };
  return { text: result + text.slice(from, end), at };
}

function addNumbers(
  folded: SearchText,
  add: (kind: IdentifierKind, start: number, end: number) => void,
): void {
  for (const chain of digitChains(folded.text)) {
    const { groups } = chain;
    for (let from = 0; from < groups.length; from++) {
      let nDigits = 0;
      for (let to = from; to < groups.length; to++) {
        const [first, last] = [groups[from], groups[to]];
        nDigits += last?.digits.length ?? 0;
        if (nDigits > LONGEST_NUMBER && to > from) break;
        const kind = kindOfNumber(chain, from, to);
        if (kind !== null && first && last) add(kind, first.start, last.end);
      }
    }
  }
}

/** Digits of the longest card number. */
const LONGEST_NUMBER = 19;

/** What some neighbouring groups of digits are, together; null = nothing that is removed. */
function kindOfNumber({ groups, hasPlus }: DigitChain, from: number, to: number): IdentifierKind | null {
  const chosen = groups.slice(from, to + 1);
  const digits = chosen.map((group) => group.digits).join('');
  const sizes = chosen.map((group) => group.digits.length).join(' ');
  if (digits.length > LONGEST_NUMBER) return 'number';
  if (isChineseIdentity(digits)) return 'document';
  if (digits.length >= 13 && /^[2-6]/.test(digits) && isLuhn(digits)) return 'card';
  if (hasPlus && from === 0 && digits.length >= 7 && digits.length <= 15) return 'phone';
  if (PHONE.test(digits) && !/x/.test(digits)) return 'phone';
  if (PHONE_SIZES.has(sizes)) return 'phone';
  if (/^0\d{2,3} \d{7,8}$/.test(chosen.map((group) => group.digits).join(' '))) return 'phone';
  if (DOCUMENT_SIZES.has(sizes)) return 'document';
  return chosen.length === 1 && digits.length >= 9 ? 'number' : null;
}

/** Russia and Kazakhstan with their prefix, mobiles of China with and without. */
const PHONE = /^(?:[78][3-79]\d{9}|(?:86)?1[3-9]\d{9})$/;
const PHONE_SIZES = new Set(['3 3 4', '3 3 2 2', '3 2 2', '3 4 4', '4 2 2 2']);
/** Series and number of Russian passports (internal, abroad), and the number of social insurance. */
const DOCUMENT_SIZES = new Set(['2 2 6', '4 6', '2 7', '3 3 3 2']);

/** Whether the last digit of a number checks the others, as on bank cards. */
function isLuhn(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** GB 11643: 17 digits and a check digit, x = 10. */
function isChineseIdentity(digits: string): boolean {
  if (!/^\d{17}[\dx]$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * (2 ** (17 - i) % 11);
  return '10x98765432'[sum % 11] === digits[17];
}

/** In order, those that touch or overlap as one. */
function joined(found: readonly Identifier[]): Identifier[] {
  const result: Identifier[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last !== undefined && one.start < last.end)
      result[result.length - 1] = { ...last, end: Math.max(last.end, one.end) };
    else result.push(one);
  }
  return result;
}
