/** Endings of Russian nouns and adjectives: enough to count forms of a word together. A pattern of JavaScript and of RE2. */
export const RUSSIAN_ENDING =
  '^(.{3,}?)(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ией|ев|ов|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ых|их|ах|ях|ом|ем|ам|ям|ия|ию|ии|а|я|о|е|ы|и|у|ю|ь)$';

/** The plural of English. */
export const ENGLISH_PLURAL = '^([a-z]{2,}[^s])s$';

const RUSSIAN = new RegExp(RUSSIAN_ENDING, 'u');
const ENGLISH = new RegExp(ENGLISH_PLURAL, 'u');

/** A word in lower case without its commonest endings. It is no word to be shown. */
export function wordStem(word: string): string {
  return word.replace(RUSSIAN, '$1').replace(ENGLISH, '$1');
}
