import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestWord } from './nearest-word.ts';

test.each([
  ['timezone', 'timeZone'],
  ['titel', 'title'],
  ['alias', 'aliases'],
  ['cvs', 'csv'],
  ['period', null],
  ['x'.repeat(1000), null],
])('%s → %s', (word, meant) => {
  expect(nearestWord(word, ['title', 'timeZone', 'aliases', 'csv'])).toBe(meant);
});

test('a known word is nearest to itself', () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 });
  fc.assert(fc.property(words, (known) => known.every((word) => nearestWord(word, known) === word)));
});
