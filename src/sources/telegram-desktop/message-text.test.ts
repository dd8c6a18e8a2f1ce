import { expect, test } from 'vitest';
import { messageText } from './message-text.ts';

test.each([
  ['plain', [], 'plain', null],
  ['', [], null, null],
  [['a ', { type: 'bold', text: 'b' }, 7, { type: 'link' }], undefined, 'a b', null],
  [['old'], [{ type: 'plain', text: 'new' }], 'new', null],
  [
    '',
    [
      { type: 'blockquote', text: 'theirs' },
      { type: 'blockquote', text: 'too' },
      { type: 'plain', text: ' mine' },
    ],
    ' mine',
    'theirs\ntoo',
  ],
  [undefined, null, null, null],
] as const)('%j with entities %j', (text, entities, own, quoted) => {
  expect(messageText(text, entities)).toEqual({ text: own, quoted });
});
