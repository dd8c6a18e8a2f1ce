import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceAround } from './sentences.ts';

const around = (text: string, word: string, maximumLength = 400): string => {
  const start = text.indexOf(word);
  const range = sentenceAround(text, { start, end: start + word.length, maximumLength });
  return text.slice(range.start, range.end);
};

test('the sentence around a word, in three languages', () => {
  expect(around('Было одно. Китай помог! Стало другое.', 'Китай')).toBe('Китай помог!');
  expect(around('昨天下雨。中国很好！明天呢？', '中国')).toBe('中国很好！');
  expect(around('One. China helped us, really? Two.', 'China')).toBe('China helped us, really?');
});

test('abbreviations and decimals end no sentence', () => {
  expect(around('Ранее. В г. Иваново Китай вложил 3.5 млн. руб. и т. д. вчера. Позже.', 'Китай')).toContain(
    '3.5 млн',
  );
  expect(around('По словам г. Иванов Китай не друг. Всё.', 'Китай')).toBe(
    'По словам г. Иванов Китай не друг.',
  );
});

test('a long sentence is cut around the word, at spaces', () => {
  const text = `${'слово '.repeat(100)}Китай ${'слово '.repeat(100)}`;
  const cut = around(text, 'Китай', 60);
  expect(cut.length).toBeLessThanOrEqual(66);
  expect(cut).toContain('Китай');
  expect(cut.startsWith('слово') || cut.startsWith('Китай')).toBe(true);
});

test('the range always holds the span and lies in the text', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 200 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 100 }),
      (text, a, b, maximumLength) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const range = sentenceAround(text, { start, end, maximumLength });
        expect(range.start).toBeLessThanOrEqual(start);
        expect(range.end).toBeGreaterThanOrEqual(end);
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});
