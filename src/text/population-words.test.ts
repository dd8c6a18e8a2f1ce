import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPopulationWords } from './population-words.ts';

const found = (text: string): string[] => findPopulationWords(text).map(({ words }) => words);

test.each([
  ['A recent survey shows it.', ['survey']],
  ['Russians think less of China, and the public agrees.', ['Russians think', 'the public']],
  ['A majority of Chinese would vote for it.', ['A majority of Chinese']],
  ['Most Russian consumers complain.', ['Most Russian consumers']],
  ['Russian public sentiment fell.', ['Russian public']],
  ['Опрос показал, что россияне считают иначе.', ['Опрос', 'россияне считают']],
  ['Большинство китайцев за, а общественное мнение против.', ['Большинство китайцев', 'общественное мнение']],
  ['民调显示，大多数中国人不满，俄罗斯人认为不好。', ['民调', '大多数中国人', '俄罗斯人认为']],
])('%s', (text, words) => {
  expect(found(text)).toEqual(words);
});

test.each([
  'The public sector bought cars.',
  'This is not a survey of anything.',
  'Это не опрос.',
  '这不是民意调查。',
  'Posts in the forum soured.',
  'Сообщения на форуме стали хуже.',
  '论坛帖子变差了。',
])('nothing is found in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('places hold the words, in order and without overlap, whatever the text', () => {
  const pieces = fc.constantFrom(
    'survey ',
    'the public ',
    'Russians think ',
    'not a ',
    'опрос ',
    'россияне ',
    'считают ',
    '民调',
    '人认为',
    '\n',
    'x',
    '😀',
    'all ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
      const text = list.join('');
      let end = 0;
      for (const one of findPopulationWords(text)) {
        expect(text.slice(one.start, one.end)).toBe(one.words);
        expect(one.start).toBeGreaterThanOrEqual(end);
        end = one.end;
      }
    }),
  );
});
