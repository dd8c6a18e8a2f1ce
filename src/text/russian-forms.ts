import { adjectiveParadigm, isAdjective } from './russian-adjectives.ts';
import { nounParadigm } from './russian-nouns.ts';
import { constantParadigm, mergeParadigms, type Paradigm, SLOTS } from './russian-paradigm.ts';

/** In longer phrases only the words up to the first noun are inflected. */
const LONGEST_AGREEMENT = 4;

/** Forms that are everyday words first: о после. */
const EVERYDAY_FORMS = new Set(['после']);

/**
 * Inflected forms of a Russian word or phrase, for finding names in text: cases and numbers of nouns, genders of
 * adjectives. In a phrase either all words agree (Владимира Путина) or those up to the first noun do and the rest
 * stays (Народного банка Китая). It over-generates rather than miss a form; forms no one writes match nothing.
 * Abbreviations (КНР) and names in -и (Дели) stay as they are.
 * @param phrase words in the nominative singular or plural
 * @example russianForms('Китай') // Китай Китая Китаю Китаем Китае
 */
export function russianForms(phrase: string): string[] {
  const words = phrase.split(/\s+/).filter((word) => word !== '');
  const afterHead = words.findIndex((word) => !isAdjective(word)) + 1;
  const head = words.slice(0, afterHead);
  const rest = words.slice(afterHead);
  const forms = new Set([phrase]);
  const add = (paradigms: readonly Paradigm[]): void => {
    for (const form of agreeing(paradigms)) if (!EVERYDAY_FORMS.has(form)) forms.add(form);
  };
  if (words.length <= LONGEST_AGREEMENT) add(words.map(paradigmOf));
  if (afterHead > 0 && rest.length > 0) add([...head.map(paradigmOf), constantParadigm(rest.join(' '))]);
  return [...forms];
}

/** Every combination of forms that stand in the same slot. */
function agreeing(paradigms: readonly Paradigm[]): string[] {
  const forms: string[] = [];
  for (let slot = 0; slot < SLOTS; slot++) {
    let phrases = [''];
    for (const paradigm of paradigms) {
      const options = paradigm[slot] as readonly string[];
      phrases = phrases.flatMap((start) => options.map((word) => (start === '' ? word : `${start} ${word}`)));
    }
    forms.push(...phrases);
  }
  return forms;
}

function paradigmOf(word: string): Paradigm {
  if (isIndeclinable(word)) return firstPartParadigm(word);
  if (!isAdjective(word)) return nounParadigm(word);
  const adjective = adjectiveParadigm(word);
  // Some endings are both: Донской, but Ханой; чужие, but оружие.
  return /ой$|[жч]ие$/.test(word) ? mergeParadigms([adjective, nounParadigm(word)]) : adjective;
}

/** Names that end like declined words and whose forms would be words of their own (Осло: осла) or that no one declines. */
const INDECLINABLE =
  /^(осло|токио|киото|конго|марокко|монако|того|мехико|торонто|чикаго|перу|баку|тольятти|евро|реле|нато|уефа|фифа)$/i;

function isIndeclinable(word: string): boolean {
  if (!/^[а-яё-]+$/i.test(word) || word === word.toUpperCase() || word.length < 3) return true;
  // Names in -и are mostly indeclinable: Дели, Моди. Their stems are words of their own (дел, мод).
  return /^[А-ЯЁ].*и$/.test(word) || /[аеёиоуыэюя]а$|[уюэ]$/.test(word) || INDECLINABLE.test(word);
}

/** Ростов-на-Дону and Гвинея-Бисау are declined before the hyphen. */
function firstPartParadigm(word: string): Paradigm {
  const [, first, rest] = /^([А-ЯЁ][а-яё]{3,})(-[а-яё-]+)$/i.exec(word) ?? [];
  if (first === undefined || rest === undefined || isIndeclinable(first)) return constantParadigm(word);
  return nounParadigm(first).map((options) => options.map((form) => form + rest));
}
