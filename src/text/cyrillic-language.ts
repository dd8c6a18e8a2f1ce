import type { IdentifiedLanguage } from './identified-language.ts';
import type { WordVoter, WordVotes } from './word-votes.ts';

const FIRST = 0x400;
const SIZE = 0x130;

/** What the letters of a text say. */
interface Tally {
  /** Cyrillic letters by kind, capitals with small ones; index: small letter − U+0400. */
  readonly counts: Uint16Array;
  readonly letters: number;
  /** ь anywhere but before о: Russian, Ukrainian and Belarusian have it, Bulgarian never. */
  readonly softSigns: number;
  /** ъ before anything but е, ё, ю, я: there it is a vowel, as in Bulgarian. */
  readonly hardVowels: number;
  /** аа, ээ, уу, өө, үү, exactly two: Mongolian and Kyrgyz. */
  readonly longVowels: number;
  /** жы, шы, чы, жэ, шэ, чэ, рэ, ць, цц: Belarusian, and against the spelling rules of Russian. */
  readonly belarusian: number;
}

/** What decides where letters and words do not. */
export interface CyrillicOptions {
  readonly voter: WordVoter;
  /** Scores by n-grams, slow. */
  readonly score: (text: string) => IdentifiedLanguage;
}

/** Texts with fewer letters are not scored by n-grams, which are a lottery there: they are taken as Russian. */
const FEWEST_SCORED_LETTERS = 24;

/**
 * Identifies the language of a text in Cyrillic letters: by the letters and spellings that a language has and its
 * neighbours lack; then by frequent words; then, in longer texts, by n-grams. A few foreign letters (a quoted name) do
 * not decide. Without any sign a text is taken as Russian, which has by far the most text in this script.
 */
export function createCyrillicIdentifier(
  options: CyrillicOptions,
): (text: string, length: number) => IdentifiedLanguage {
  const counts = new Uint16Array(SIZE);
  return (text, length) => {
    const tally = tallyLetters(text, length, counts);
    const vote = (): WordVotes => options.voter(text, length);
    const found = byRareLetters(tally, vote) ?? byUkrainianI(tally, vote) ?? bySpelling(tally, vote);
    if (found !== null) return found;
    const words = vote();
    return byWords(tally, words) ?? byScores(tally, words, () => options.score(text));
  };
}

function byScores(tally: Tally, words: WordVotes, score: () => IdentifiedLanguage): IdentifiedLanguage {
  const russianByDefault: IdentifiedLanguage = { language: 'ru', confidence: 0.5 };
  if (tally.letters < FEWEST_SCORED_LETTERS) return russianByDefault;
  const found = score();
  if (found.language === 'und') return russianByDefault;
  // The n-grams know no Macedonian.
  return words.best === 'mk' && words.votes > words.rival ? { language: 'mk', confidence: 0.7 } : found;
}

function sure(language: string): IdentifiedLanguage {
  return { language, confidence: 0.98 };
}

const LOWER = Uint16Array.from({ length: SIZE }, (_, i) => {
  const lower = String.fromCharCode(FIRST + i).toLowerCase();
  return lower.charCodeAt(0) - FIRST;
});

const letterAt = (letter: string): number => letter.charCodeAt(0) - FIRST;
const I = letterAt('і');

const [SOFT_SIGN, HARD_VOWEL, LONG_VOWEL, BELARUSIAN] = [1, 2, 3, 4];

/** Pairs of neighbours that mean something, by (first + 1) × (SIZE + 1) + second + 1; −1 is no letter. */
const PAIRS = tellingPairs();

function tellingPairs(): Uint8Array {
  const pairs = new Uint8Array((SIZE + 1) * (SIZE + 1));
  const set = (first: string, second: number, kind: number): void => {
    pairs[(letterAt(first) + 1) * (SIZE + 1) + second + 1] = kind;
  };
  for (let letter = -1; letter < SIZE; letter++) {
    if (letter !== letterAt('о')) set('ь', letter, SOFT_SIGN);
    if (letter >= 0 && ![...'еёюя'].map(letterAt).includes(letter)) set('ъ', letter, HARD_VOWEL);
  }
  for (const vowel of 'аэуөү') set(vowel, letterAt(vowel), LONG_VOWEL);
  for (const [first, second] of ['жы', 'шы', 'чы', 'жэ', 'шэ', 'чэ', 'рэ', 'ць', 'цц']) {
    set(first as string, letterAt(second as string), BELARUSIAN);
  }
  return pairs;
}

function tallyLetters(text: string, length: number, counts: Uint16Array): Tally {
  counts.fill(0);
  let [letters, softSigns, hardVowels, longVowels, belarusian] = [0, 0, 0, 0, 0];
  let [before, run] = [-1, 1];
  for (let i = 0; i <= length; i++) {
    const unit = i < length ? text.charCodeAt(i) : 0;
    const at = unit - FIRST;
    const letter = at >= 0 && at < SIZE ? (LOWER[at] as number) : latinI(unit, before);
    if (letter >= 0) {
      letters++;
      counts[letter] = (counts[letter] as number) + 1;
    }
    run = letter === before ? run + 1 : 1;
    const pair = PAIRS[(before + 1) * (SIZE + 1) + letter + 1] as number;
    if (pair !== 0) {
      if (pair === SOFT_SIGN) softSigns++;
      else if (pair === HARD_VOWEL) hardVowels++;
      else if (pair === BELARUSIAN) belarusian++;
      else if (run <= 3) longVowels += run === 2 ? 1 : -1;
    }
    before = letter;
  }
  return { counts, letters, softSigns, hardVowels, longVowels, belarusian };
}

/** Where і is not on the keyboard, people write the Latin letter inside Cyrillic words. */
function latinI(unit: number, before: number): number {
  return before >= 0 && (unit === 0x69 || unit === 0x49) ? I : -1;
}

function count(tally: Tally, letters: string): number {
  let sum = 0;
  for (let i = 0; i < letters.length; i++) sum += tally.counts[letters.charCodeAt(i) - FIRST] as number;
  return sum;
}

/** Letters that no East Slavic language and not Bulgarian has. */
const RARE = 'әғқңұөүһҳҷӣӯҙҫҡӑӗӳҥҕӕҗӏђћјљњџѓќѕ';

/** Rare letters decide where at least one letter in sixty is rare, a smaller share is a name or a slip. */
function byRareLetters(tally: Tally, vote: () => WordVotes): IdentifiedLanguage | null {
  const rare = count(tally, RARE);
  if (rare * 60 < tally.letters || rare === 0) {
    return tally.longVowels > 1 && vote().best === 'mn' ? sure('mn') : null;
  }
  const south = count(tally, 'ђћјљњџѓќѕ');
  if (south * 2 > rare) return southSlavic(tally, vote);
  const has = (letters: string): boolean => count(tally, letters) > 0;
  if (has('ӑӗӳ')) return sure('cv');
  if (has('ҙҡ')) return sure('ba');
  if (has('ҷӣӯ')) return sure('tg');
  if (has('ҳ')) return sure(has('ў') ? 'uz' : 'tg');
  if (has('ӏ')) return sure('ce');
  if (has('ӕ')) return sure('os');
  if (has('ҥҕ')) return sure('sah');
  if (has('ў') && has('қғ')) return sure('uz');
  if (has('қғұ') || (has('і') && has('әңөүһ'))) return sure('kk');
  if (has('ә')) return sure('tt');
  const { best } = vote();
  if (best === 'kk' || best === 'ky' || best === 'mn') return sure(best);
  return sure(has('ң') ? 'ky' : 'mn');
}

function southSlavic(tally: Tally, vote: () => WordVotes): IdentifiedLanguage {
  if (count(tally, 'ѓќѕ') > 0) return sure('mk');
  if (count(tally, 'ђћ') > 0) return sure('sr');
  const { best, votes, rival } = vote();
  if (votes > rival && (best === 'mk' || best === 'sr')) return sure(best);
  // ј is one letter in 60 in Macedonian and one in 20 in Serbian.
  const few = tally.letters > 50 && count(tally, 'јљњџ') * 50 < tally.letters;
  return { language: few ? 'mk' : 'sr', confidence: 0.7 };
}

/** і, ї, є, ґ, ў part Ukrainian and Belarusian from Russian; и and ы part them from each other. */
function byUkrainianI(tally: Tally, vote: () => WordVotes): IdentifiedLanguage | null {
  const i = count(tally, 'іїєґў');
  if (i === 0) return null;
  const [yeru, izhe] = [count(tally, 'ыэё'), count(tally, 'ищъ')];
  const [short, yi] = [count(tally, 'ў'), count(tally, 'їєґ')];
  if (short > yi && izhe > short && i === short) return { language: 'uz', confidence: 0.8 };
  if (short > yi && izhe <= short) return sure('be');
  if (yeru + tally.belarusian > 0 && yi === 0 && izhe * 4 < yeru + i) return sure('be');
  // Russian has и and ы where a Ukrainian word or two is quoted; Ukrainian has no ы.
  if (i < 3 * (yeru + count(tally, 'ъ'))) return null;
  if (izhe === 0 && yi === 0 && vote().best === 'be') return { language: 'be', confidence: 0.9 };
  return { language: 'uk', confidence: yeru === 0 ? 0.98 : 0.8 };
}

/** ы, э, ё and the soft sign are Russian once the letters above are out; ъ as a vowel is Bulgarian. */
function bySpelling(tally: Tally, vote: () => WordVotes): IdentifiedLanguage | null {
  const russian = count(tally, 'ыэё') + tally.softSigns;
  if (tally.hardVowels > russian) return sure('bg');
  if (russian < 2 || russian <= 2 * tally.hardVowels) return null;
  if (count(tally, 'ищъ') > 0) return sure('ru');
  // Neither и nor щ in so many letters: Belarusian has none.
  if (tally.belarusian > 0 && tally.letters > 12) return { language: 'be', confidence: 0.9 };
  const { best, votes, rival } = vote();
  return best === 'be' && votes > rival ? { language: 'be', confidence: 0.9 } : sure('ru');
}

/** Words decide with two votes more than any other language has; spelling counts as a vote. */
function byWords(tally: Tally, found: WordVotes): IdentifiedLanguage | null {
  const russian = count(tally, 'ыэё') + tally.softSigns;
  const { best, votes, rival } = found;
  if (best === null) return russian > 0 ? { language: 'ru', confidence: 0.8 } : null;
  const lead = votes - rival;
  if (best === 'ru') return lead + russian >= 0.5 ? { language: 'ru', confidence: 0.9 } : null;
  if (russian > 0 && (best === 'bg' || best === 'mk' || best === 'sr')) {
    return lead < 2 ? { language: 'ru', confidence: 0.6 } : null;
  }
  return lead >= 1.5 ? { language: best, confidence: 0.9 } : null;
}
