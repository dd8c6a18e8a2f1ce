import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptAround, sharedWords, wordRanges } from './excerpt.ts';

const shown = (text: string, name: string, words = 6): string => {
  const start = text.indexOf(name);
  const range = { start, end: start + name.length, within: { start: 0, end: text.length }, words };
  const { start: from, end } = excerptAround(text, range);
  return text.slice(from, end);
};

test('six words around the name, in scripts with spaces and without', () => {
  expect(shown('I have always said that China makes better cars than we do', 'China')).toBe(
    'said that China makes better cars',
  );
  expect(shown('我觉得中国的产品质量越来越好了', '中国')).toBe('觉得中国的产');
  expect(shown('China is big', 'China')).toBe('China is big');
  expect(shown("Well-made? I don't buy China's goods", 'China')).toBe("don't buy China's goods");
  expect(
    shown(
      'the People’s Republic of China and the Hong Kong SAR',
      'Republic of China and the Hong Kong SAR',
      3,
    ),
  ).toBe('Republic of China');
});

test('no text and no span gives more words than asked for, and the span begins inside', () => {
  const text = fc.array(fc.constantFrom('слово', '中', ' ', '-', '’', 'a1', '😀', 'ё', '\n', '٣'), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, fc.nat(100), fc.nat(20), fc.integer({ min: 1, max: 8 }), (parts, at, length, words) => {
      const whole = parts.join('');
      const start = Math.min(at, whole.length);
      const end = Math.min(start + length, whole.length);
      const range = excerptAround(whole, { start, end, within: { start: 0, end: whole.length }, words });
      expect(wordRanges(whole.slice(range.start, range.end)).length).toBeLessThanOrEqual(words);
    }),
  );
});

test('words in a row that two texts share', () => {
  expect(sharedWords('a b c d', 'x B c D y')).toBe(3);
  expect(sharedWords('中国的产品', '这是中国的车')).toBe(3);
  expect(sharedWords('', 'a')).toBe(0);
});
