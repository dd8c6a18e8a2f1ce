import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMatcher, type Pattern } from './aho-corasick.ts';

const pattern = (form: string, more: Partial<Pattern> = {}): Pattern => ({
  form,
  id: 0,
  group: 0,
  boundary: 'word',
  prefix: false,
  exclude: false,
  ...more,
});
const found = (patterns: readonly Pattern[], text: string): string[] =>
  createMatcher(patterns)
    .find(text)
    .map((m) => text.slice(m.start, m.end));

test('case, ё and е, fullwidth letters are one', () => {
  expect(found([pattern('берёза')], 'БЕРЕЗА и берёза')).toEqual(['БЕРЕЗА', 'берёза']);
  expect(found([pattern('china')], 'Ｃｈｉｎａ')).toEqual(['Ｃｈｉｎａ']);
});

test('words are whole where the script has spaces, and hyphens part words', () => {
  const patterns = [pattern('Китай'), pattern('китайский')];
  expect(found(patterns, 'Китайка, Китай, российско-китайский, некитайский')).toEqual(['Китай', 'китайский']);
  expect(found([pattern('中国', { boundary: 'none' })], '在中国的')).toEqual(['中国']);
});

test('an emoji or a keycap before a name is no part of the word, an accent is', () => {
  const matcher = createMatcher([pattern('китай')]);
  for (const text of ['❗️Китай', '1️⃣Китай', 'Китай❤️', '👍🏽Китай', '⚡️️Китай']) {
    expect(matcher.find(text).length, text).toBe(1);
  }
  expect(matcher.find('Китай\u0301ский')).toEqual([]);
});

test('a prefix pattern matches what begins with it', () => {
  expect(createMatcher([pattern('кита', { prefix: true })]).find('китаистика')).toHaveLength(1);
});

test('an exclude swallows what it holds', () => {
  const patterns = [pattern('Китай'), pattern('Китай-город', { exclude: true })];
  expect(found(patterns, 'Китай-город и Китай')).toEqual(['Китай']);
  const chinese = [
    pattern('印度', { boundary: 'none' }),
    pattern('印度尼西亚', { boundary: 'none', exclude: true }),
  ];
  expect(found(chinese, '印度尼西亚和印度')).toEqual(['印度']);
});

test('groups do not hide each other', () => {
  const matches = createMatcher([
    pattern('китайские машины', { id: 1, group: 1 }),
    pattern('китайские', { id: 0, group: 0 }),
  ]).find('китайские машины');
  expect(matches.map((m) => m.group)).toEqual([1, 0]);
});

test('agrees with a plain search', () => {
  const letter = fc.constantFrom('a', 'b', 'A', ' ');
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.string({ unit: letter, maxLength: 40 }),
      (forms, text) => {
        const patterns = forms.map((form) => pattern(form, { boundary: 'none' }));
        const expected: [number, number][] = [];
        for (let at = 0; at < text.length; ) {
          const longest = Math.max(
            0,
            ...forms.filter((f) => text.toLowerCase().startsWith(f.toLowerCase(), at)).map((f) => f.length),
          );
          if (longest > 0) expected.push([at, at + longest]);
          at += Math.max(1, longest);
        }
        const matches = createMatcher(patterns).find(text);
        expect(matches.map((m) => [m.start, m.end])).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});
