import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countUtf8, detectEncoding, isSurelyUtf8 } from './detect-encoding.ts';

const RUSSIAN =
  'Сегодня на рынке продавали яблоки, груши и первые грибы; торговля шла бойко до самого вечера.';
const CHINESE = '今天早上我们去市场买菜，蔬菜和水果都很新鲜，价格也不贵，大家都很高兴。';

/** Russian letters of a single-byte encoding, by the order of its upper half. */
function russianBytes(text: string, encoding: 'windows-1251' | 'koi8-r'): Buffer {
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, i) => i + 128));
  return Buffer.from(
    [...text].map((c) => (c.charCodeAt(0) < 128 ? c.charCodeAt(0) : letters.indexOf(c) + 128)),
  );
}

describe('tells', () => {
  test.each([
    ['utf-8', Buffer.from(RUSSIAN)],
    ['utf-8', Buffer.from('only ASCII')],
    ['utf-8', Buffer.alloc(0)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('marked')])],
    ['windows-1251', russianBytes(RUSSIAN, 'windows-1251')],
    ['koi8-r', russianBytes(RUSSIAN, 'koi8-r')],
    ['utf-16le', Buffer.from(`\ufeff${CHINESE}`, 'utf16le')],
    ['utf-16le', Buffer.from('id,text\n1,letters of one script\n2,and more\n', 'utf16le')],
    ['utf-16be', Buffer.from('id,text\n1,letters of one script\n2,and more\n', 'utf16le').swap16()],
  ] as const)('%s', (encoding, bytes) => {
    expect(detectEncoding(bytes)).toBe(encoding);
  });

  test.each(['windows-1251', 'koi8-r'] as const)('%s in a table of short, repeated posts', (encoding) => {
    const posts = ['Грибы гниют, не берите', 'Молодцы, помогают', 'Опять подняли цены', 'Люблю этот чай'];
    const rows = Array.from(
      { length: 200 },
      (_, i) => `${i};05.10.2024 02:16;user${i};${posts[i % 4]} ${i};https://example.org/${i}\n`,
    );
    expect(detectEncoding(russianBytes(`ид;дата;автор;текст;ссылка\n${rows.join('')}`, encoding))).toBe(
      encoding,
    );
  });

  test('windows-1252 where accented letters stand alone', () => {
    const french =
      'Le marché était fermé à midi, mais les élèves préféraient être dehors. Où étaient-ils allés ?\n';
    expect(detectEncoding(Buffer.from(french.repeat(5), 'latin1'))).toBe('windows-1252');
  });

  test('UTF-8 in spite of a few damaged bytes', () => {
    const damaged = Buffer.from(RUSSIAN);
    damaged[10] = 0xff;
    damaged[50] = 0xff;
    expect(detectEncoding(damaged)).toBe('utf-8');
    expect(isSurelyUtf8(damaged)).toBe(false);
    expect(isSurelyUtf8(Buffer.from(RUSSIAN))).toBe(true);
  });
});

test('counts every code point outside ASCII of well-formed text, whatever the cut at the end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(3), (text, cut) => {
      const bytes = Buffer.from(text.toWellFormed());
      const whole = countUtf8(bytes);
      expect(whole).toEqual({
        valid: [...text].filter((c) => (c.codePointAt(0) ?? 0) > 127).length,
        invalid: 0,
      });
      const outside = [...text].at(-1) ?? '';
      if (cut > 0 && cut < Buffer.byteLength(outside)) {
        expect(countUtf8(bytes.subarray(0, bytes.length - cut))).toEqual({
          valid: whole.valid - 1,
          invalid: 0,
        });
      }
    }),
  );
});
