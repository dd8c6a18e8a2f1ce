import type { TellingWord } from '../domain/discovered-theme.ts';

/**
 * Ids of themes: the language and the most telling word that no theme before has taken. The word, not a number, because a number
 * would go to another theme as soon as one more text moves the order.
 */
export function nameThemes(words: readonly (readonly TellingWord[])[], language: string): string[] {
  const taken = new Set<string>();
  return words.map((own, i) => {
    const word = own.find((one) => !taken.has(one.word))?.word ?? String(i + 1);
    taken.add(word);
    return `${language}:${word}`;
  });
}
