import { expect, test } from 'vitest';
import { createLocaleFormat } from './locale-format.ts';

const [en, ru, zh] = [createLocaleFormat('en'), createLocaleFormat('ru'), createLocaleFormat('zh')];
const interval = { lower: -0.15, upper: -0.096, level: 0.95 };

test('balances are points with a true minus sign', () => {
  expect(en.points(-0.123)).toBe('−12.3');
  expect(en.points(0.0004)).toBe('0.0');
  expect(en.points(-0.0004)).toBe('0.0');
  expect(en.interval(interval)).toBe('[−15.0, −9.6]');
  expect(ru.interval(interval)).toBe('[−15,0; −9,6]');
  expect(zh.interval(interval)).toBe('[−15.0, −9.6]');
});

test('periods name their first and last day', () => {
  const period = { start: '2024-01-29', end: '2024-02-05' };
  expect(en.period(period)).toMatch(/^29 Jan\s–\s4 Feb 2024$/);
  expect(ru.period(period)).toMatch(/^29 янв\.\s–\s4 февр\. 2024\sг\.$/);
  expect(zh.period(period)).toBe('2024年1月29日至2024年2月4日');
  expect(en.period({ start: '2024-02-05', end: '2024-02-06' })).toBe('5\u00a0Feb\u00a02024');
  expect(en.period({ start: '', end: '' })).toBe('—');
});

test('instants are as exact as they are known', () => {
  expect(en.instant('2024-08-11T06:42:09.000Z', 'second')).toBe('11 Aug 2024, 06:42:09 UTC');
  expect(en.instant('2024-08-11T06:42:00.000Z', 'minute')).toBe('11 Aug 2024, 06:42 UTC');
  // Midnight of 12 August in Moscow and in Shanghai.
  expect(en.instant('2024-08-11T21:00:00.000Z', 'day')).toBe('12 Aug 2024');
  expect(en.instant('2024-08-11T16:00:00.000Z', 'day')).toBe('12 Aug 2024');
  expect(en.instant('2024-07-31T21:00:00.000Z', 'month')).toBe('August 2024');
  expect(en.instant('not a date', 'day')).toBe('—');
});
