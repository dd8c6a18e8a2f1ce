import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { russianForms } from './russian-forms.ts';

interface Golden {
  readonly forms: Readonly<Record<string, readonly string[]>>;
}

const golden = JSON.parse(readFileSync('test/golden/russian-forms.json', 'utf8')) as Golden;
const folded = (form: string): string => form.toLowerCase().replaceAll('ё', 'е');

const has = (phrase: string, forms: string): void => {
  const made = new Set(russianForms(phrase));
  expect(forms.split(', ').filter((form) => !made.has(form))).toEqual([]);
};

test('of the forms in the dictionary of OpenCorpora at least 99.5 % are made', () => {
  const entries = Object.entries(golden.forms);
  const missed = entries.flatMap(([name, forms]) => {
    const made = new Set(russianForms(name).map(folded));
    return [...new Set(forms.map(folded))].filter((form) => !made.has(form));
  });
  const n = entries.reduce((sum, [, forms]) => sum + new Set(forms.map(folded)).size, 0);
  expect(n).toBeGreaterThan(2_300);
  if (process.env['ROBUSTNESS_TABLE'] !== undefined)
    process.stdout.write(`forms of the dictionary: ${n - missed.length} of ${n} made\n`);
  expect(1 - missed.length / n).toBeGreaterThanOrEqual(0.995);
});

describe('Russian forms', () => {
  test('have vowels that come and go', () => {
    has('Египет', 'Египта, Египту, Египтом, Египте');
    has('палец', 'пальца, пальцем, пальцев');
    has('Кореец', 'Корейца, Корейцу, Корейцы, Корейцев');
    has('отец', 'отца, отцом, отцов');
    has('рынок', 'рынка, рынку, рынков');
    has('турок', 'турка, турки, туркам');
    has('Лев', 'Льва, Львом');
    has('ливень', 'ливня, ливнем');
    has('китаянка', 'китаянок');
    has('земля', 'земель');
  });

  test('of peoples have their plural', () => {
    has('россиянин', 'россияне, россиян, россиянам, россиянами, россиянах, россиянина');
    has('северянин', 'северяне, северян');
    has('гражданин', 'граждане, граждан');
    has('татарин', 'татары, татар');
    has('китайчонок', 'китайчонка, китайчата, китайчат');
  });

  test('of feminine nouns in -ь, plural names and surnames', () => {
    has('Беларусь', 'Беларуси, Беларусью');
    has('Филиппины', 'Филиппин, Филиппинам');
    has('Нидерланды', 'Нидерландов, Нидерландах');
    has('Горбачёв', 'Горбачёва, Горбачёвым');
    has('Мария Захарова', 'Марии Захаровой, Марию Захарову');
    has('Юрий', 'Юрия, Юрию, Юрии');
  });

  test('of phrases: all agree, or only up to the first noun', () => {
    has('Северная Корея', 'Северной Кореи, Северную Корею, Северной Кореей');
    has('Саудовская Аравия', 'Саудовской Аравии, Саудовскую Аравию');
    has('Народный банк Китая', 'Народного банка Китая, Народному банку Китая, Народным банком Китая');
    has('Банк Китая', 'Банка Китая, Банком Китая');
    has('Страна восходящего солнца', 'Страны восходящего солнца, Страну восходящего солнца');
    has('Босния и Герцеговина', 'Боснии и Герцеговины, Боснию и Герцеговину');
    has('Китайская Народная Республика', 'Китайской Народной Республики, Китайскую Народную Республику');
    has('Ростов-на-Дону', 'Ростова-на-Дону, Ростовом-на-Дону');
  });

  test('stay away where nothing is declined', () => {
    for (const name of ['Чили', 'Перу', 'США', 'КНДР', 'Токио', 'Осло', 'Гоа', 'Баку']) {
      expect(russianForms(name)).toEqual([name]);
    }
    expect(russianForms('посол')).not.toContain('после');
  });

  test('do not explode in long phrases', () => {
    expect(russianForms('китайская '.repeat(12).trim())).toHaveLength(1);
    expect(russianForms('машина завода компании банка партии страны')).toHaveLength(10);
  });
});
