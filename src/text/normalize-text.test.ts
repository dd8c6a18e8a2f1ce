import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeText } from './normalize-text.ts';
import { tidyText } from './tidy-text.ts';

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

test('a stress mark over a Russian vowel goes, й and ё stay', () => {
  expect(plain('за\u0301мок и замо\u0301к, й ё').text).toBe('замок и замок, й ё');
  expect(plain('cafe\u0301').text).toBe('café');
});

test('lines are kept, blank ones not', () => {
  expect(plain(' один \r\n\r\n\u2028 два\n три ').text).toBe('один\nдва\nтри');
});

describe('addresses are kept apart from words', () => {
  test.each([
    ['Смотри https://example.org/a?b=1, там всё', 'Смотри, там всё', 'https://example.org/a?b=1'],
    ['Вот (www.example.org).', 'Вот ( ).', 'www.example.org'],
    ['Подписка: t.me/example_channel!', 'Подписка:!', 't.me/example_channel'],
    ['фото pic.twitter.com/AbC1 и слова', 'фото и слова', 'pic.twitter.com/AbC1'],
    ['看这里https://example.org/x。很好', '看这里 。很好', 'https://example.org/x'],
  ])('%s', (raw, text, url) => {
    expect(plain(raw)).toMatchObject({ text, urls: [url] });
  });

  test('fractions, dates and the like are words', () => {
    for (const text of ['и/или', '24/7', '05/07/2024', 'км/ч', 'a.b', 'name@example.org/x']) {
      expect(plain(text), text).toMatchObject({ text, urls: [] });
    }
  });
});

test('HTML gives its words; scripts, styles and comments give none; block quotes are quoted', () => {
  const html =
    '<style>x{}</style><p>Первая<br>строка</p><!-- нет --><blockquote>чужие <b>слова</b></blockquote><script>alert(1)</script><p>своё &laquo;слово&raquo;</p>';
  const result = normalizeText(html, { markup: 'html' });
  expect(result.text).toBe('Первая\nстрока\nсвоё «слово»');
  expect(result.quoted).toBe('чужие слова');
  expect(result.hadMarkup).toBe(true);
});

test('in HTML the source may be wrapped anywhere; without blocks its lines are lines', () => {
  const html = (raw: string) => normalizeText(raw, { markup: 'html' }).text;
  expect(html('<p>одно\nпредложение</p><p>другое</p>')).toBe('одно предложение\nдругое');
  expect(html('<b>одна</b>\nдругая')).toBe('одна\nдругая');
  expect(html('<pre>a\nb</pre><p>c</p>')).toBe('a\nb\nc');
});

test('lines that begin with > are quoted', () => {
  expect(plain('> он сказал\nа я отвечу')).toMatchObject({ text: 'а я отвечу', quoted: 'он сказал' });
  expect(plain('&gt; he said\nno')).toMatchObject({ text: 'no', quoted: 'he said' });
  expect(normalizeText('&gt; чужое<br>своё', { markup: 'html' })).toMatchObject({
    text: 'своё',
    quoted: 'чужое',
  });
});

test('tags are recognized in plain text, sums are not tags', () => {
  expect(plain('одно<br/>другое <a href="https://e.org">слово</a>')).toMatchObject({
    text: 'одно\nдругое слово',
    urls: ['https://e.org'],
    hadMarkup: true,
  });
  expect(plain('если a <b и c> d, то <3')).toMatchObject({
    text: 'если a <b и c> d, то <3',
    hadMarkup: false,
  });
});

test('Markdown marks go, link texts stay', () => {
  const { text, urls } = normalizeText('## Заголовок\n**жирно** и [ссылка](https://e.org/x)', {
    markup: 'markdown',
  });
  expect(text).toBe('Заголовок\nжирно и ссылка');
  expect(urls).toEqual(['https://e.org/x']);
});

test('the result is NFC, well-formed and trimmed, whatever came in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
      const { text } = plain(raw);
      expect(text).toBe(text.normalize('NFC').trim());
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test('a stress between a letter and its mark goes, and the one after it', () => {
  expect(tidyText('и\u0301\u0306\u0301')).toBe('й');
});

test('forms of compatibility beyond the first plane are one with the usual ones', () => {
  expect(tidyText('\u{2f800}')).toBe('丽');
});

test('tidying twice changes nothing more', () => {
  const unit = fc.constantFrom(
    ...'\u{2f800}aя \n\t\r\u00a0\u0301\u200b\u202eи\u0306\ud83d\ude00가\u1100\u2028',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (raw) => {
      const once = tidyText(raw);
      expect(tidyText(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  '<',
  '>',
  '&',
  '<a ',
  '<b x=',
  '<!--',
  '<blockquote>',
  '<div>',
  '<ul><li>',
  '<svg>',
  '&#',
  '/',
  'a/',
  'a.com/',
  'www.',
  'www. ',
  ' www.a.',
  '[](',
  '[a',
  ' \n',
  '\u0301',
  'а\u0301',
  '>\n',
  '-a.',
])('half a million units of %j are read in linear time', (piece) => {
  const raw = `${piece.repeat(500_000 / piece.length)}/`;
  for (const markup of ['plain', 'html', 'markdown'] as const) {
    expect(normalizeText(raw, { markup }).text.length).toBeLessThanOrEqual(raw.length);
  }
});
