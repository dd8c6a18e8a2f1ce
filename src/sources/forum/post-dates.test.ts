import { describe, expect, test } from 'vitest';
import { dateOrderOf, dayOf, postDate } from './post-dates.ts';

const NOTHING = { order: null, pageDay: null };
const MARCH_7 = Date.UTC(2024, 2, 7) / 86_400_000;

test.each([
  ['2024-03-05T09:15:00+00:00', '2024-03-05T09:15:00+00:00'],
  ['1709622900', '1709622900'],
  ['« Ответ #3 : 05 Марта 2019, 10:15:00 »', 'Ответ #3 : 05 Марта 2019, 10:15:00'],
  ['von Anna » 21.01.2009, 05:42', '21.01.2009, 05:42'],
  ['发表于 2012-3-5 10:15', '2012-03-05 10:15'],
  ['2012年3月5日 下午 3:15', '2012-03-05 15:15'],
  ['Posted 2011/10/07, 12:05 am', '2011-10-07 00:05'],
  ['25-12-2011, 10:15 PM', '2011-12-25 22:15'],
  ['12/25/2011', '2011-12-25'],
  ['04-04-2011', '2011-04-04'],
])('%s is %s', (printed, date) => {
  expect(postDate(printed, NOTHING)).toEqual({ date });
});

describe('days that count from the day of reading', () => {
  test.each([
    ['Yesterday, 10:15 PM', '2024-03-06 22:15'],
    ['Today at 12:05 AM', '2024-03-07 00:05'],
    ['Вчера, 23:40', '2024-03-06 23:40'],
    ['Позавчера в 9:05', '2024-03-05 09:05'],
    ['发表于 前天 08:00', '2024-03-05 08:00'],
    ['今天 上午 12:30', '2024-03-07 00:30'],
    ['Heute, 10:15', '2024-03-07 10:15'],
  ])('%s is %s on 7 March', (printed, date) => {
    expect(postDate(printed, { order: null, pageDay: MARCH_7 })).toEqual({ date });
    expect(postDate(printed, NOTHING)).toHaveProperty('problem');
  });

  test.each(['5 minutes ago', '3 часа назад', '3 小时前', 'vor 5 Minuten'])('%s has none', (printed) => {
    expect(postDate(printed, { order: null, pageDay: MARCH_7 })).toHaveProperty('problem');
  });
});

test.each([
  [['04-09-2005', '04-13-2005'], 'month-first'],
  [['04.09.2005', '04/09/2005', '13/09/2005'], 'day-first'],
  [['05-01-2012', '03-02-2012', '01-03-2012'], 'day-first'],
  [['03-12-2012', '04-01-2012'], 'month-first'],
  [['04-01-2012', '03-12-2012'], 'day-first'],
  [['03-04-2012', '04-05-2012'], null],
  [['03-04-2012', '03-04-2012'], null],
  [['13-01-2012', '01-13-2012'], null],
  [[], null],
] as const)('%j begin %s', (printed, order) => {
  expect(dateOrderOf(printed)).toBe(order);
});

test('the order that the page or the study tells is used', () => {
  expect(postDate('03-04-2012', { order: 'month-first', pageDay: null })).toEqual({ date: '2012-03-04' });
  expect(postDate('03-04-2012', { order: 'day-first', pageDay: null })).toEqual({ date: '2012-04-03' });
  expect(postDate('03-04-2012', NOTHING)).toHaveProperty('problem');
});

test('the day of a page is local to the source', () => {
  expect(dayOf('2024-03-06T23:30:00Z', 'Europe/Moscow')).toBe(MARCH_7);
  expect(dayOf('GMT+8, 2024-3-7 09:30', 'Asia/Shanghai')).toBe(MARCH_7);
  expect(dayOf('March 07, 2024, 12:30:00 AM', 'America/New_York')).toBe(MARCH_7);
  expect(dayOf('now', 'UTC')).toBeNull();
});

test('a long text is no date, and fast', () => {
  for (const text of ['»'.repeat(100_000), ' «'.repeat(100_000), '1-'.repeat(100_000)])
    postDate(text, NOTHING);
  expect(postDate('»»', NOTHING)).toHaveProperty('problem');
});
