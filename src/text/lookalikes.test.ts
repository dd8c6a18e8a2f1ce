import { expect, test } from 'vitest';
import { createMatcher, type Pattern } from './aho-corasick.ts';

const found = (form: string, text: string, more: Partial<Pattern> = {}): string[] =>
  createMatcher([{ form, id: 0, group: 0, boundary: 'word', prefix: false, exclude: false, ...more }])
    .find(text)
    .map((match) => text.slice(match.start, match.end));

test('letters of another script that look alike are read as the word, and the text is given as it stands', () => {
  for (const text of ['Kитай', 'Китaй', 'Kитaй', 'Κитай', 'кiтай', 'КИTAЙ'])
    expect(found('Китай', `в ${text}, да`)).toEqual([text]);
  for (const text of ['Сhina', 'Chіna', 'Сhinа', 'CHINА']) expect(found('China', text)).toEqual([text]);
  expect(found('Северная Корея', 'Cеверная Корeя')).toEqual(['Cеверная Корeя']);
  expect(found('Chery', 'взял Сhery')).toEqual(['Сhery']);
});

test('signs in place of letters only inside longer words', () => {
  for (const text of ['К1тай', 'Кит@й']) expect(found('Китай', text)).toEqual([text]);
  expect(found('China', 'Ch1na')).toEqual(['Ch1na']);
  expect(found('Russia', 'Ru$$ia')).toEqual(['Ru$$ia']);
  expect(found('Россия', 'Р0ссия')).toEqual(['Р0ссия']);
  expect(found('Си', 'виза С1')).toEqual([]);
  expect(found('Алжир', '@лжир')).toEqual([]);
  expect(found('страна 404', 'страна 4О4')).toEqual([]);
});

test('a word wholly of another script is another word', () => {
  expect(found('ЕС', 'EC statement')).toEqual([]);
  expect(found('Тор', 'TOP list')).toEqual([]);
  expect(found('Cop', 'Сор из избы')).toEqual([]);
  expect(found('ЕС', 'ЕС и EС')).toEqual(['ЕС', 'EС']);
  expect(found('страна Ра', 'страна Pa')).toEqual([]);
});

test('an exclude is disguised like an alias', () => {
  const matcher = createMatcher([
    { form: 'Китай', id: 0, group: 0, boundary: 'word', prefix: false, exclude: false },
    { form: 'Китай-город', id: 0, group: 0, boundary: 'word', prefix: false, exclude: true },
  ]);
  expect(matcher.find('Kитай-город')).toEqual([]);
});
