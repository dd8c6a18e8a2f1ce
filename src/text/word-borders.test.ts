import { expect, test } from 'vitest';
import { createMatcher, type Pattern } from './aho-corasick.ts';

const found = (form: string, text: string, more: Partial<Pattern> = {}): string[] =>
  createMatcher([{ form, id: 0, group: 0, boundary: 'word', prefix: false, exclude: false, ...more }])
    .find(text)
    .map((match) => text.slice(match.start, match.end));

test('marks of emphasis and underscores part words, handles are whole', () => {
  for (const text of ['_Китай_', '*Китай*', '__Китай__', '~Китай~', '#Китай_и_мы', '#мы_и_Китай'])
    expect(found('Китай', text), text).toEqual(['Китай']);
  expect(found('China', '@china_daily writes')).toEqual([]);
  expect(found('China', '@my_china writes')).toEqual([]);
  expect(found('China', '@China writes')).toEqual(['China']);
});

test('hashtags have words in them', () => {
  expect(found('China', '#MadeInChina')).toEqual(['China']);
  expect(found('China', '#China2024 #2024China')).toEqual(['China', 'China']);
  expect(found('Китай', '#СпасибоКитай')).toEqual(['Китай']);
  expect(found('китайские', '#китайскиетовары')).toEqual(['китайские']);
});

test('short names are not found in other words of a hashtag, nor long ones in words without it', () => {
  expect(found('Куба', '#кубань #Кубань')).toEqual([]);
  expect(found('Катар', '#катарсис')).toEqual([]);
  expect(found('Indian', '#indiana')).toEqual([]);
  expect(found('китайские', 'китайскиетовары')).toEqual([]);
  expect(found('китайские', '#некитайскиетовары')).toEqual([]);
  expect(found('China', 'MadeInChina')).toEqual([]);
});

test('the match of a prefix is the whole word', () => {
  const prefix = { prefix: true };
  expect(found('египт', 'в Египтом, египтяне', prefix)).toEqual(['Египтом', 'египтяне']);
  expect(found('кита', 'Китай-город, китаёзы!', prefix)).toEqual(['Китай', 'китаёзы']);
  expect(found('кита', 'некитайский', prefix)).toEqual([]);
  expect(found('印度', '印度洋的', { prefix: true, boundary: 'none' })).toEqual(['印度']);
});

test('long runs of letters cost no more than their length', () => {
  const text = `#${'китай'.repeat(100_000)}`;
  expect(found('китай', text)).toEqual([]);
  expect(found('кита', text, { prefix: true })).toEqual([text.slice(1)]);
});
