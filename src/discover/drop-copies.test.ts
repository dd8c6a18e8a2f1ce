import { expect, test } from 'vitest';
import { dropCopies } from './drop-copies.ts';
import { createWordReader } from './passage-words.ts';

const read = createWordReader([], 'xx');
const place = (text: string) => ({ text, start: 0, end: 0 });
const kept = (...texts: string[]) => dropCopies(texts.map(place), read).map(({ text }) => text);

test('of copies with a word or two changed the first stays', () => {
  const text = 'harbour cranes unload timber while captains argue about fees';
  expect(kept(text, `${text} again`, text.replace('timber', 'grain'), 'other words altogether here')).toEqual(
    [text, 'other words altogether here'],
  );
});

test('short passages are copies only with the very same words, and passages without words stay', () => {
  expect(kept('grain fees', 'fees, grain!', 'grain fees rise', '', '')).toEqual([
    'grain fees',
    'grain fees rise',
    '',
    '',
  ]);
});
