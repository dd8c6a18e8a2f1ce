import * as OpenCC from 'opencc-js';
import { russianForms } from './russian-forms.ts';

/** A form of an alias and how it stands in text. */
interface TargetForm {
  readonly form: string;
  readonly boundary: 'word' | 'none';
  /** Anything may follow: the alias was written with a trailing `*`. */
  readonly prefix: boolean;
}

const HAN = /\p{Script=Han}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Gives every form of an alias. */
export type TargetForms = (alias: string, language: string) => TargetForm[];

/**
 * Every form in which an alias may stand in text: Russian cases, simplified and traditional Chinese, English
 * plurals. `=word` is taken as it is; `word*` stands for everything that begins with it. The tables of Chinese
 * characters are loaded at the first Chinese alias (about 0.2 s), once for all.
 */
export function createTargetForms(): TargetForms {
  let scripts: HanScripts | undefined;
  const chineseForms = (word: string): string[] => {
    scripts ??= {
      simplify: OpenCC.Converter({ from: 't', to: 'cn' }),
      complicate: OpenCC.Converter({ from: 'cn', to: 't' }),
    };
    const simplified = scripts.simplify(word);
    return [...new Set([word, simplified, scripts.complicate(simplified)])];
  };
  return (alias, language) => {
    const literal = alias.startsWith('=');
    const prefix = alias.endsWith('*');
    const word = alias.slice(literal ? 1 : 0, prefix ? -1 : undefined).trim();
    if (word === '') return [];
    const isHan = HAN.test(word);
    const forms = literal || prefix ? [word] : isHan ? chineseForms(word) : formsOf(word, language);
    return forms.map((form) => ({ form, boundary: isHan ? 'none' : 'word', prefix }));
  };
}

interface HanScripts {
  readonly simplify: (text: string) => string;
  readonly complicate: (text: string) => string;
}

function formsOf(word: string, language: string): string[] {
  if (CYRILLIC.test(word)) return language === 'ru' || language === 'und' ? russianForms(word) : [word];
  return /[a-z]$/.test(word) && !word.endsWith('s') ? [word, `${word}s`] : [word];
}
