import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lettersOfPage, passagesOf } from './passage.ts';

const POST =
  'We drove all the way north. China’s new “highway” is — honestly — dreadful, Ёлка says; look: and so on.';
const place = { start: POST.indexOf('China'), end: POST.indexOf('China') + 5 };
const passages = passagesOf(POST, place);
const isOn = (page: string): boolean => {
  const letters = lettersOfPage(page);
  return passages.some((one) => letters.includes(one));
};

describe('the words of a mention', () => {
  test.each([
    ['as they are', `<p>${POST}</p>`],
    [
      'in other marks, capitals and spaces',
      `<p>${POST.toUpperCase().replace('“', '"').replace('”', '"')}</p>`,
    ],
    ['between tags', `<p>${POST.replace('new', '<a href="/tag/x">new</a>')}</p>`],
    ['as entities', `<p>${POST.replace('—', '&mdash;').replace('’', '&#8217;')}</p>`],
    [
      'in a description for previews',
      `<meta property="og:description" content="${POST.replaceAll('"', '')}">`,
    ],
    ['in a script', `<script>window.data=${JSON.stringify({ text: POST }).replace('Ё', '\\u0401')}</script>`],
    ['with an address between them', `<p>${POST.replace('look:', 'look: https://example.org/a')}</p>`],
  ])('are found %s', (_, page) => expect(isOn(page)).toBe(true));

  test.each([
    ['in another post', '<p>China is mentioned here as well, and so on.</p>'],
    ['in an empty page', ''],
    ['in a notice', '<p>This post was deleted by its author</p>'],
  ])('are not found %s', (_, page) => expect(isOn(page)).toBe(false));

  test('of any text are found in that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before}China${after}`;
        const [one = ''] = passagesOf(text, { start: before.length, end: before.length + 5 });
        const page = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
        expect(lettersOfPage(page)).toContain(one);
      }),
    );
  });
});
