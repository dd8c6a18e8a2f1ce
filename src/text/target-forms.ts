import * as OpenCC from 'opencc-js';
import { russianForms } from './russian-forms.ts';

/** A form of an alias and how it stands in text. */
export interface TargetForm {
  readonly form: string;
  readonly boundary: 'word' | 'none';
  /** Anything may follow: the alias was written with a trailing `*`. */
  readonly prefix: boolean;
}

const HAN = /\p{Script=Han}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * Every form in which an alias may stand in text: Russian cases, simplified and traditional Chinese, English
 * plurals. `=word` is taken as it is; `word*` stands for everything that begins with it.
 */
export function targetForms(alias: string, language: string): TargetForm[] {
  const literal = alias.startsWith('=');
  const prefix = alias.endsWith('*');
  const word = alias.slice(literal ? 1 : 0, prefix ? -1 : undefined).trim();
  if (word === '') return [];
  const boundary = HAN.test(word) ? 'none' : 'word';
  const forms = literal || prefix ? [word] : formsOf(word, language);
  return forms.map((form) => ({ form, boundary, prefix }));
}

function formsOf(word: string, language: string): string[] {
  if (HAN.test(word)) return chineseForms(word);
  if (CYRILLIC.test(word)) return language === 'ru' || language === 'und' ? russianForms(word) : [word];
  return /[a-z]$/.test(word) && !word.endsWith('s') ? [word, `${word}s`] : [word];
}

/** A Chinese word in simplified and traditional characters. */
function chineseForms(word: string): string[] {
  const simplified = OpenCC.Converter({ from: 't', to: 'cn' })(word);
  const traditional = OpenCC.Converter({ from: 'cn', to: 't' })(simplified);
  return [...new Set([word, simplified, traditional])];
}
