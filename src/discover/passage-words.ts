import type { Reading } from '../domain/discovered-theme.ts';
import { CYRILLIC_WORDS, LATIN_WORDS } from '../text/frequent-words.ts';
import { wordStem } from '../text/word-stem.ts';
import { type NamedPlace, passageAround } from './passage.ts';

/** Reads the words of a passage: stem → form. */
export type WordReader = (passage: string) => ReadonlyMap<string, string>;

const WORD = /\p{Script=Han}+|[\p{Script=Cyrillic}\p{Script=Latin}]{3,40}/gu;
const HAN = /^\p{Script=Han}/u;
/** Mail addresses, handles, and what is left of web addresses: they name people. */
const NAMES_PEOPLE =
  /[\w.+-]*[@＠][\p{L}\p{N}_.-]+|(?:https?:\/\/|www\.)\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}(?:\/[\w./?=&%-]*)?/giu;
/** Chinese characters that words of grammar, of number and of time are made of: a pair with one of them tells no theme. */
const GRAMMAR = new Set(
  '的了在是和与及也就都而将被把对向从于为有这那我你他她它们不没着过会能要可以上下中之其或但并等让给到说个一二三四五六七八九十百千万亿两年月日时分称再还又已最更多少很吗呢吧啊呀嘛么哪什谁怎'.split(
    '',
  ),
);

/**
 * Makes a reader of words for one target and language. Words of three or more letters are told by their stem; Chinese is read by
 * pairs of neighbouring characters. Left out: the target's own names, words that every sentence has, handles and addresses. A
 * word counts once in a passage.
 * @param names names of the target, in any language
 */
export function createWordReader(names: readonly string[], language: string): WordReader {
  const frequent = `${CYRILLIC_WORDS[language] ?? ''} ${LATIN_WORDS[language] ?? ''}`.split(/\s+/);
  const silent = new Set(
    [...frequent, ...names.flatMap((name) => name.toLowerCase().match(WORD) ?? [])].map(wordStem),
  );
  const hanNames = names.filter((name) => HAN.test(name)).sort((a, b) => b.length - a.length);
  const stems = new Map<string, string>();
  return (passage) => {
    // Name by name, the longest first: of 对俄罗斯 nothing is left where 俄罗斯 and 对俄 are names.
    const text = hanNames.reduce(
      (rest, name) => rest.replaceAll(name, ' '),
      passage.replace(NAMES_PEOPLE, ' ').toLowerCase(),
    );
    const words = new Map<string, string>();
    for (const [run] of text.matchAll(WORD)) {
      if (HAN.test(run)) {
        for (const pair of hanPairs(run)) words.set(pair, pair);
        continue;
      }
      const stem = stems.get(run) ?? wordStem(run);
      stems.set(run, stem);
      if (!silent.has(stem)) words.set(stem, run);
    }
    return words;
  };
}

/** What was read of places, as long as the places are there: a text is looked at in many months. */
const alreadyRead = new WeakMap<
  WordReader,
  Record<Reading, WeakMap<NamedPlace, ReadonlyMap<string, string>>>
>();

/** Reads the words around a name. The same place is read once. */
export function wordsAround(
  read: WordReader,
  place: NamedPlace,
  reading: Reading,
): ReadonlyMap<string, string> {
  const known = alreadyRead.get(read) ?? { sentence: new WeakMap(), window: new WeakMap() };
  alreadyRead.set(read, known);
  const words = known[reading].get(place) ?? read(passageAround(place, reading));
  known[reading].set(place, words);
  return words;
}

function* hanPairs(run: string): Generator<string> {
  const characters = [...run];
  for (let i = 0; i + 1 < characters.length; i++) {
    const [a, b] = [characters[i] as string, characters[i + 1] as string];
    if (!GRAMMAR.has(a) && !GRAMMAR.has(b)) yield a + b;
  }
}
