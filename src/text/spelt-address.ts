import { LOOKALIKES } from './lookalike-letters.ts';
import type { TextRange } from './sentences.ts';

/** Letters and digits of handles and addresses; Han is none of them, because no space parts it from the words around. */
export const ADDRESS_SIGNS = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}';
const A = ADDRESS_SIGNS;

/** A dot of an address, also in brackets or said as a word; the Chinese one only before a Latin letter, since it also tells hours. */
export const SPELT_DOT = String.raw`(?:\s?(?:\.|\[\.\]|\(\.\)|\[dot\]|\(dot\)|\(точка\)|\[точка\])\s?|\s(?:dot|дот|точка|тчк)\s|\s?(?:小数)?点\s?(?=\p{Script=Latin}))`;

/** An at-sign in brackets or said as a word. */
export const SPELT_AT = String.raw`(?:\s?(?:\(at\)|\[at\]|\{at\}|\(a\)|\(собака\)|\[собака\]|#at#|艾特|小老鼠|圈a)\s?|\s(?:at|эт|собака|собачка)\s)`;

const SLASH = String.raw`(?:\s(?:slash|слэш|слеш)\s|\s?斜杠\s?|\s?/\s?)`;
/** A dot within a host whose dots are words: signs without spaces, because a full stop and a space end a sentence. */
const WORD_DOT = String.raw`(?:\s(?:dot|дот|точка|тчк)\s|\s?(?:小数)?点\s?(?=\p{Script=Latin})|\.)`;
const CHAIN = new RegExp(
  String.raw`(?<![${A}@])[${A}][${A}_-]{0,62}(?:${WORD_DOT}[${A}][${A}_-]{0,62}){1,6}`,
  'gu',
);
const STEP = new RegExp(WORD_DOT, 'gu');
const PATH = new RegExp(String.raw`(?:${SLASH}[${A}_-]{1,64}){1,4}`, 'yu');

/** Ends of addresses that are recognized without a scheme or a path. */
const TOP_LEVEL = new Set(
  'com ru рф org net cn info su by kz ua io gov edu biz xyz top club online site shop store app dev tv uk de fr eu jp kr hk tw us me cc ly gl gd news press media link page'.split(
    ' ',
  ),
);
/** Of these, ones that are words too: an address only before a path. */
const ALSO_WORDS = new Set(
  'me top us news press media link page by club site online store shop app'.split(' '),
);
/** Ends as they are said and written down by ear; `нет` is left out: “точка нет” is a sentence. */
const BY_EAR = new Set(['ру', 'ком', 'орг', 'рф']);

/** Words before “dot com” that name no host, and words after it: the dot-com bubble is no address. */
const NO_HOST = new Set(
  'the a an this that these those of in and or for to from our my your his her their its every each some any no old new first early late big many most all other another former failed'.split(
    ' ',
  ),
);
const AFTER_DOT_COM =
  /^\s(?:boom|bubble|crash|crisis|era|bust|burst|collapse|compan|start|stock|craze|mania|years?|days|age|generation|b?m?illionaire|firms?|business|sector|world)/;

/** Whether a word ends an address: also in letters of another alphabet that look alike. */
export function isAddressEnd(ending: string, hasPath: boolean): boolean {
  const latin = [...ending].map((letter) => LOOKALIKES.get(letter) ?? letter).join('');
  return [ending, latin].some((one) => TOP_LEVEL.has(one) && (hasPath || !ALSO_WORDS.has(one)));
}

/** Whether a word ends an address that is said in words: in addition, as it sounds. */
export function isSpokenEnd(ending: string, hasPath: boolean): boolean {
  return BY_EAR.has(ending) || isAddressEnd(ending, hasPath);
}

/** Whether a word can name a host: “look at the dot in …” is a sentence. */
export function namesHost(label: string): boolean {
  return !NO_HOST.has(label);
}

/**
 * Hosts whose dots are words, in a folded text: “name dot host dot com”, “сайт точка ру”, “baidu点com”, with what follows after
 * “slash”. A host ends at its last label that ends addresses; one of figures alone before 点 is an hour.
 */
export function findSpeltHosts(text: string): TextRange[] {
  return [...text.matchAll(CHAIN)].flatMap((match) => {
    const host = hostIn(text, { start: match.index, end: match.index + match[0].length });
    return host === null ? [] : [host];
  });
}

function hostIn(text: string, { start, end }: TextRange): TextRange | null {
  const dots = [...text.slice(start, end).matchAll(STEP)];
  const labels = [0, ...dots.map((dot) => dot.index + dot[0].length)].map((from, i) => ({
    text: text.slice(start + from, start + (dots[i]?.index ?? end - start)),
    end: start + (dots[i]?.index ?? end - start),
  }));
  for (let last = labels.length - 1; last > 0; last--) {
    const label = labels[last] as (typeof labels)[number];
    const path = pathAfter(text, label.end);
    const isWord = dots.slice(0, last).some(([dot]) => dot !== '.');
    if (!isWord || !isSpokenEnd(label.text, path > label.end)) continue;
    const first = labels[0]?.text ?? '';
    if (last === 1 && (!namesHost(first) || !/\p{L}/u.test(first))) return null;
    if (AFTER_DOT_COM.test(text.slice(label.end, label.end + 20))) return null;
    return { start, end: path };
  }
  return null;
}

function pathAfter(text: string, from: number): number {
  PATH.lastIndex = from;
  const match = PATH.exec(text);
  return match === null ? from : from + match[0].length;
}
