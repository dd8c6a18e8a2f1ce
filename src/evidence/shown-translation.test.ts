import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findIdentifiers } from '../text/redact.ts';
import { shownTranslation } from './shown-translation.ts';

const WORDS = 'Китай помог нам';
const IDENTIFIERS = [
  '@secret_friend',
  '+7 916 123-45-67',
  'someone@mail.example.ru',
  'https://evil.example.com/path?q=1',
  'evil[.]example[.]com',
  '4111 1111 1111 1111',
  '4508 123456',
  'id12345678901234',
  '微信: zhang_3',
  't.me/secret',
  '１３９１２３４５６７８',
  'E12345678',
];
const piece = fc.oneof(
  fc.constantFrom(...IDENTIFIERS),
  fc.constantFrom(' ', '\n', '\u202e', '\u200b', '\u0000', '\ud83d', '▮', '…', '<b>', '年'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 60 }),
);

describe('whatever a translator answers', () => {
  test('nothing that is shown names a person, leaves its line, or is longer than such words can be', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.string({ maxLength: 60 }), (pieces, words) => {
        const shown = shownTranslation(pieces.join(''), words);
        if (shown === null) return;
        expect(findIdentifiers(shown)).toEqual([]);
        expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\r\n\t]/u);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown.length).toBeLessThanOrEqual(80 + 4 * words.length);
        expect(shownTranslation(shown, words)).toBe(shown);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  test('identifiers are removed wherever they stand, also where the cut goes through them', () => {
    for (const identifier of IDENTIFIERS)
      for (let before = 0; before < 150; before += 3) {
        const shown = shownTranslation(`${'a '.repeat(before)}${identifier} helped`, WORDS) ?? '';
        expect(findIdentifiers(shown)).toEqual([]);
        expect(shown).not.toContain(identifier.slice(0, 8));
      }
  });
});

describe('what is no translation', () => {
  test.each(['', '  \n', '…', '▮', WORDS, ` «${WORDS.toUpperCase()}»! `, 'x'.repeat(10_001)])(
    '%#',
    (answer) => {
      expect(shownTranslation(answer, WORDS)).toBeNull();
    },
  );
});

test('an ordinary answer stays as it is', () => {
  expect(shownTranslation('China helped us ▮, thank you!', WORDS)).toBe('China helped us ▮, thank you!');
});
