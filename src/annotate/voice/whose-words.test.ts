import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWhoseWords } from './whose-words.ts';

const { quotedIn } = createWhoseWords();
const quoted = (text: string): string[] => quotedIn(text).map(([start, end]) => text.slice(start, end));

describe('the words of another are', () => {
  test.each([
    ['«Паром снова опоздал на час», — сообщила диспетчер', ['Паром снова опоздал на час']],
    ['„Паром снова опоздал на целый час“ пишут на стене', ['Паром снова опоздал на целый час']],
    ['The clerk wrote: "The ferry is late."', ['"The ferry is late."']],
    ['船长说：“渡轮今天不开。”', ['：“渡轮今天不开。”']],
    ['船長表示「渡輪今天因為大風不開」，請大家改天再來', ['「渡輪今天因為大風不開」，請大家改天再來']],
  ])('in quotation marks: %s', (text, expected) => {
    const found = quoted(text);
    for (const words of expected)
      expect(found.join('|')).toContain(words.replace(/^.*?[“"「]|[。.]?[”"」].*$/g, ''));
  });

  test.each([
    ['Диспетчер заявила, что паром утонул. Погода хорошая', ', что паром утонул.'],
    ['По словам сторожа, мост закрыли', ', мост закрыли'],
    ['Мост закрыли, по словам сторожа', 'Мост закрыли,'],
    ['Мост опасен, заявил инженер мэрии', 'Мост опасен'],
    ['Инженер раскритиковал мост за трещины', 'мост за трещины'],
    ['Министр: Мост простоит сто лет', 'Мост простоит сто лет'],
    ['The bridge is unsafe, one engineer warned', 'The bridge is unsafe'],
    ['According to the guard, the bridge is shut', ', the bridge is shut'],
    ['An engineer said the bridge was unsafe', 'the bridge was unsafe'],
    ['Engineers praised the bridge, but it leaks', 'the bridge'],
    ['工程师表示大桥很安全。天气不错', '大桥很安全。'],
    ['专家：大桥可以再用百年', '大桥可以再用百年'],
  ])('in reported speech: %s', (text, expected) => {
    expect(quoted(text)).toEqual([expected]);
  });

  test.each([
    ['RT @harbour: the bridge is shut', ': the bridge is shut'],
    ['Переслано от Порт\nМост закрыт', 'Мост закрыт'],
    ['同意//@甲:大桥封了', '//@甲:大桥封了'],
  ])('behind the mark of a repost: %s', (text, expected) => {
    expect(quoted(text)).toEqual([expected]);
  });
});

describe('nothing is another’s', () => {
  test.each([
    ['the author speaks', 'Я сказал, что мост опасен'],
    ['the author speaks', 'I said the bridge was unsafe'],
    ['the author speaks', '我说大桥不安全'],
    ['a firm', 'Компания «Северный речной паром и причал» купила мост'],
    ['a single word', 'Этот «мост» опять закрыт'],
    ['a single word', 'The "bridge" is shut again'],
    ['an inch', 'A 55" screen and a 32" screen on the bridge for sale'],
    ['a title', '读完《大桥的故事和它的工程师们》很感动'],
    ['a lone mark', 'мост « закрыт и никто ничего не знает'],
    ['a turn of speech', '说实话，大桥很好'],
    ['a turn of speech', 'Само за себя говорит: мост стоит'],
    ['a clock', 'В 12:30 мост развели'],
    ['an answer', 'Пишут, что мост опасен. Чушь, езжу каждый день'],
    ['an answer', '"The bridge is falling down tonight," they say. Nonsense, it stands'],
    ['an answer', '有人说大桥要塌，胡扯'],
    ['nothing', ''],
  ])('where there is %s: %s', (_, text) => {
    expect(quoted(text)).toEqual([]);
  });
});

const PIECES = [
  '«',
  '»',
  '"',
  '“',
  '”',
  '「',
  '」',
  '\n',
  '. ',
  ', ',
  ': ',
  '— ',
  ' ',
  'мост',
  'bridge',
  '大桥',
  'заявил',
  'said',
  '说',
  '表示',
  'по словам',
  'according to',
  'Чушь',
  '胡扯',
  'я',
  'I',
  '我',
  'Министр',
  '//@',
  'RT @a',
  '😀',
  '\ud800',
];

test('ranges are ascending, apart, inside the text and the same every time', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const found = quotedIn(text);
      let last = -1;
      for (const [start, end] of found) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
      expect(quotedIn(text)).toEqual(found);
    }),
    { seed: 1 },
  );
});

test('what stands behind the end of a paragraph changes nothing before it, unless it answers', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
      const text = pieces.join('').replaceAll(/\/\/@|RT @a/g, '');
      const longer = `${text}\nПогода. Погода «хорошая для прогулок и даже для купания».`;
      expect(quotedIn(longer).filter(([start]) => start < text.length)).toEqual(quotedIn(text));
    }),
    { seed: 1 },
  );
});

test.each(['«', '"', '«"', '"a', '“”', ' said, ', '说，', 'заявил: «', 'Министр: А', 'a «b c», ', 'Чушь. '])(
  'a text of a million units full of %j is read through',
  (piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    for (const [start, end] of quotedIn(text)) expect(end).toBeGreaterThan(start);
  },
);
