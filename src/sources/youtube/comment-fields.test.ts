import { expect, test } from 'vitest';
import { commentFields, estimatedTime, roundedCount } from './comment-fields.ts';

const NOWHERE = { videoId: null, retrievedAt: null, nReplies: null };

test('a time worked out from words is no more exact than they are', () => {
  const of = (words: unknown) => estimatedTime(1_718_000_000, words);
  expect([of('1 year ago'), of('11 months ago (edited)'), of('3 weeks ago'), of('6 days ago')]).toEqual([
    '2024',
    '2024-06',
    '2024-06-10',
    '2024-06-10',
  ]);
  for (const words of ['2 hours ago', '1 minute ago', '', null, {}, 'год назад', '9'.repeat(100_000)])
    expect(of(words)).toBe(1_718_000_000);
  for (const time of [null, undefined, '', {}, Number.NaN])
    expect(estimatedTime(time, '1 day ago')).toBeNull();
  expect(estimatedTime(9e99, '1 day ago')).toBe(9e99);
});

test('counts as pages round them', () => {
  expect(['1.2K', '3M', '15 K', '12', 7, '1,204'].map(roundedCount)).toEqual([
    1200, 3e6, 15_000, 12, 7, 1204,
  ]);
  expect(['', 'K', '1.2.3K', '-1K', '1e9M', null, -4].map(roundedCount)).toEqual(Array(7).fill(null));
});

test('the text as shown is HTML where it looks so', () => {
  const markup = (textDisplay: string) =>
    commentFields({ id: 'a', snippet: { textDisplay } }, NOWHERE).fields.markup;
  expect([markup('a<br>b'), markup('it&#39;s'), markup('I <3 this & that'), markup('a < b')]).toEqual([
    'html',
    'html',
    'plain',
    'plain',
  ]);
});

test('an id that could be anything else gives no address', () => {
  const url = (id: string) =>
    commentFields({ cid: id, text: 'x' }, { ...NOWHERE, videoId: 'abcdefghijk' }).fields.url;
  expect(url('UgA.b-_1')).toBe('https://www.youtube.com/watch?v=abcdefghijk&lc=UgA.b-_1');
  expect([url('a&b=c'), url('<script>')]).toEqual([null, null]);
});
