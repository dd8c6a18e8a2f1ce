import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findIdentifiers, REMOVED, redactRange, redactText } from './redact.ts';

/** What must go → kinds under which it may be found. All made up: the cards are test numbers, the papers nobody's. */
const SECRETS: readonly (readonly [string, readonly string[]])[] = [
  ['@ivan_petrov', ['handle']],
  ['@张小明88', ['handle']],
  ['u/some_redditor', ['handle']],
  ['[id123456|Иван]', ['handle']],
  ['id1234567', ['handle']],
  ['微信号：zhang_2019', ['handle']],
  ['тг: ivan_p', ['handle']],
  ['QQ 12345678', ['handle', 'document']],
  ['https://example.org/a?b=1', ['link']],
  ['hxxps://example.org/x', ['link']],
  ['www.example.com/страница', ['link']],
  ['t.me/secret_channel', ['link']],
  ['example[.]com', ['link']],
  ['пример.рф', ['link']],
  ['ivan.petrov@mail.ru', ['e-mail']],
  ['ivan (at) mail (dot) ru', ['e-mail']],
  ['ivan собака mail точка ru', ['e-mail']],
  ['ivan dot petrov at mail dot ru', ['e-mail']],
  ['ivan точка petrov@mail.ru', ['e-mail']],
  ['иван собака яндекс точка ру', ['e-mail']],
  ['zhang2019艾特163点com', ['e-mail']],
  ['zhang 艾特 qq 点 com', ['e-mail']],
  ['ivan dot example dot com', ['link']],
  ['forum точка example точка ru', ['link']],
  ['форум точка ру', ['link']],
  ['example点com', ['link']],
  ['example dot com slash ivan_petrov', ['link']],
  ['t dot me slash secret_channel', ['link']],
  ['+7 (916) 123-45-67', ['phone']],
  ['8 916 123 45 67', ['phone']],
  ['89161234567', ['phone']],
  ['8-9-1-6-1-2-3-4-5-6-7', ['phone']],
  ['916 123-45-67', ['phone']],
  ['123-45-67', ['phone']],
  ['138 1234 5678', ['phone']],
  ['+86 13812345678', ['phone']],
  ['010-12345678', ['phone']],
  ['(202) 555-0142', ['phone']],
  ['4111 1111 1111 1111', ['card']],
  ['4111111111111111', ['card']],
  ['2200-0000-0000-0004', ['card']],
  ['11010519491231002X', ['document']],
  ['110105194912310021', ['document', 'number']],
  ['45 08 123456', ['document']],
  ['4508 № 123456', ['document']],
  ['75 1234567', ['document']],
  ['E12345678', ['document']],
  ['EA1234567', ['document']],
  ['112-233-445 95', ['document']],
  ['паспорт серия 4508 номер 123456', ['document']],
  ['123456789012', ['number']],
];

test.each(SECRETS)('%s is removed, wherever it stands', (secret, kinds) => {
  for (const text of [secret, `Пишите ${secret} сегодня`, `请联系 ${secret}，谢谢`, `call "${secret}"!`]) {
    const found = findIdentifiers(text);
    const start = text.indexOf(secret);
    const covered = found.filter((one) => one.start <= start + 1 && one.end >= start + secret.length);
    expect(covered.length, `${text} ${JSON.stringify(found)}`).toBe(1);
    expect(found.some(({ kind }) => kinds.includes(kind)) || kinds.length === 0).toBe(true);
    expect(redactText(text)).toContain(REMOVED);
  }
});

test.each([
  'Импорт вырос на 12,5 % до 1 000 000 000 рублей в 2023-2024 годах.',
  'С 2024-07-01 по 31.12.2024, т.е. полгода, и т.д.',
  '中国2024年第3季度出口增长12.5%，达到3000亿元。',
  'GDP grew 5.2% in 2023, 5.0% in 2024; see chapter 3.4.5.',
  'Смотри на Китай. Там лучше.',
  'Китай (КНР) поставил 15 000 машин модели X5 за 9 999 000 рублей',
  'Look at this. That was end.In the end.',
  'Телеграм и ВК закроют, QQ и 微信 останутся',
  'The dot com bubble burst in 2000. Early dot com firms failed.',
  'Look at the dot in the corner, and at this dot by the line.',
  'It is a red dot in the sky; join dot to dot me and you.',
  'Собака лаяла, точка. Моя точка зрения: точка роста и точка опоры есть.',
  'Тут точка и конец, а смысла точка нет ни в чём.',
  'Собака соседа и точка на карте, эт да',
  '晚上8点tv直播，下午3点us股开盘，请艾特我，有一点意思。',
  '早上9点CN队比赛，这点app不行，小老鼠跑了。',
  'Самолёт Ту-154, танк Т-72, ракета С-400, 5G, Covid-19',
])('%s stays as it is', (text) => {
  expect(redactText(text)).toBe(text);
});

const LOOKALIKE: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
};
const FULL_WIDTH = (text: string): string =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const HIDDEN = ['\u200b', '\u200d', '\u2060', '\u00ad', '\ufeff', '\u202e', '\u034f', '\ufe0f'];
const ARABIC = (text: string): string => text.replace(/\d/g, (d) => String.fromCharCode(0x660 + Number(d)));
const BOLD = (text: string): string => text.replace(/\d/g, (d) => String.fromCodePoint(0x1d7ce + Number(d)));

const hostile = fc.record({
  secret: fc.constantFrom(...SECRETS.map(([text]) => text)),
  width: fc.boolean(),
  alike: fc.boolean(),
  digits: fc.constantFrom(0, 1, 2),
  hidden: fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...HIDDEN)), { maxLength: 8 }),
  upper: fc.boolean(),
});

test('hostile variants: full width, other digits, lookalikes, characters that are not seen', () => {
  fc.assert(
    fc.property(hostile, ({ secret, width, alike, digits, hidden, upper }) => {
      let text: string = secret;
      if (alike && /^@|@|\.(?:com|org)/.test(text))
        text = text.replace(/[aceopxy]/g, (one) => LOOKALIKE[one] ?? one);
      if (upper && !text.startsWith('u/')) text = text.toUpperCase();
      if (digits > 0) text = digits === 1 ? ARABIC(text) : BOLD(text);
      if (width) text = FULL_WIDTH(text);
      for (const [at, sign] of hidden) {
        const place = [...text].slice(0, at).join('').length;
        text = text.slice(0, place) + sign + text.slice(place);
      }
      const whole = `Вот ${text} всё`;
      const rest = redactText(whole);
      const visible = rest.replace(/[\p{Cf}\p{M}]/gu, '').normalize('NFKC');
      const letters = (one: string): string => one.replace(/[^\p{N}@]/gu, '');
      expect(letters(visible), `${JSON.stringify(whole)} → ${rest}`).toBe('');
    }),
    { numRuns: 1500 },
  );
});

test('any text: nothing is thrown, places are in order and whole characters, and a second pass finds nothing', () => {
  const mixed = fc.array(
    fc.oneof(
      fc.constantFrom(...SECRETS.map(([one]) => one), ' ', ', ', '了', 'и ', '8', '-', '@'),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(mixed, (parts) => {
      const text = parts.join('');
      let last = 0;
      for (const { start, end } of findIdentifiers(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
      expect(redactText(text).isWellFormed()).toBe(text.isWellFormed());
    }),
    { numRuns: 500 },
  );
});

test('a part that cuts an identifier shows none of it, and offsets are found again', () => {
  const text = 'Спросите @ivan_petrov про Китай: 89161234567';
  const identifiers = findIdentifiers(text);
  const part = redactRange(text, identifiers, { start: 12, end: 38 });
  expect(part.text).toBe(`${REMOVED} про Китай: ${REMOVED}`);
  const at = text.indexOf('Китай');
  expect(part.text.slice(part.at(at, 'start'), part.at(at + 5, 'end'))).toBe('Китай');
  expect(part.text.slice(part.at(14, 'start'), part.at(16, 'end'))).toBe(REMOVED);
});

test('a long hostile text ends', () => {
  for (const unit of ['8 ', '@', 'a.', 'a@', '1-', '微信', '((', 'www.', '4111 ', 'x:// ', 'dot ', 'собака '])
    expect(redactText(unit.repeat(3_000)).length).toBeGreaterThan(0);
});
