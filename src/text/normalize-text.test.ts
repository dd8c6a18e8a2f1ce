import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeText } from './normalize-text.ts';

const plain = (raw: string) => normalizeText(raw, { markup: 'plain' });

test('plain text comes back as it is', () => {
  for (const text of ['Китай построил завод.', '中国是朋友。', 'Price: 5 % up; why?']) {
    expect(plain(text)).toEqual({ text, urls: [], quoted: null, hadMarkup: false });
  }
});

test('entities, invisible characters, bidirectional overrides, NUL and odd spaces are cleared', () => {
  expect(plain('a&amp;b &lt;3').text).toBe('a&b <3');
  expect(plain('Ки\u0000т\u200bа\u202eй\u00a0 и\t\tвсё ').text).toBe('Китай и всё');
  expect(plain('и\u0306').text).toBe('й');
  expect(plain('bad \ud83d end').text).toBe('bad \ufffd end');
});

test('addresses are kept apart from words', () => {
  const { text, urls } = plain('Смотри https://example.org/a?b=1, там всё');
  expect(urls).toEqual(['https://example.org/a?b=1,']);
  expect(text).toBe('Смотри там всё');
});

test('HTML gives its words; scripts, styles and comments give none; block quotes are quoted', () => {
  const html =
    '<style>x{}</style><p>Первая<br>строка</p><!-- нет --><blockquote>чужие <b>слова</b></blockquote><script>alert(1)</script><p>своё &laquo;слово&raquo;</p>';
  const result = normalizeText(html, { markup: 'html' });
  expect(result.text).toBe('Первая\nстрока\nсвоё «слово»');
  expect(result.quoted).toBe('чужие слова');
  expect(result.hadMarkup).toBe(true);
});

test('lines that begin with > are quoted', () => {
  expect(plain('> он сказал\nа я отвечу')).toMatchObject({ text: 'а я отвечу', quoted: 'он сказал' });
});

test('Markdown marks go, link texts stay', () => {
  const { text, urls } = normalizeText('## Заголовок\n**жирно** и [ссылка](https://e.org/x)', {
    markup: 'markdown',
  });
  expect(text).toBe('Заголовок\nжирно и ссылка');
  expect(urls).toEqual(['https://e.org/x']);
});

test('the result is NFC, well-formed, trimmed, and normalizing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
      const { text } = plain(raw);
      expect(text).toBe(text.normalize('NFC').trim());
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test('a million angle brackets are read in linear time', () => {
  const { text } = normalizeText('<'.repeat(1_000_000), { markup: 'html' });
  expect(text.length).toBeLessThanOrEqual(1_000_000);
  expect(plain(`${'>'.repeat(200_000)}\n${'a'.repeat(200_000)}`).text).toHaveLength(200_000);
});
