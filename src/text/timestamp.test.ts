import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTimestamp } from './timestamp.ts';
import { createZoneOffsets, localDay } from './zone-offsets.ts';

const offsetAt = createZoneOffsets();
const parse = (value: string | number, timeZone = 'Europe/Moscow') => {
  const parsed = parseTimestamp(value, { timeZone, offsetAt });
  return 'instant' in parsed
    ? `${new Date(parsed.instant).toISOString()} ${parsed.precision}`
    : parsed.problem;
};

describe('forms of a time', () => {
  test.each([
    ['2024-07-05T10:20:30Z', '2024-07-05T10:20:30.000Z second'],
    ['2024-07-05T10:20:30.123+00:00', '2024-07-05T10:20:30.000Z second'],
    ['2024-07-05 10:20', '2024-07-05T07:20:00.000Z minute'],
    ['2024-07-05', '2024-07-04T21:00:00.000Z day'],
    ['2024-07', '2024-06-30T21:00:00.000Z month'],
    ['2024/07/05 10:20', '2024-07-05T07:20:00.000Z minute'],
    ['05.07.2024 10:20', '2024-07-05T07:20:00.000Z minute'],
    ['5.7.2024', '2024-07-04T21:00:00.000Z day'],
    ['20240705', '2024-07-04T21:00:00.000Z day'],
    ['20240705102030', '2024-07-05T07:20:30.000Z second'],
    ['1720174830', '2024-07-05T10:20:30.000Z second'],
    ['1720174830000', '2024-07-05T10:20:30.000Z second'],
    ['Fri, 05 Jul 2024 10:20:30 +0300', '2024-07-05T07:20:30.000Z second'],
    ['Fri, 05 Jul 2024 10:20:30 GMT', '2024-07-05T10:20:30.000Z second'],
    ['Wed Oct 10 20:19:24 +0000 2018', '2018-10-10T20:19:24.000Z second'],
    ['2019年05月03日 10:20', '2019-05-03T07:20:00.000Z minute'],
    ['3 мая 2019, 10:20', '2019-05-03T07:20:00.000Z minute'],
    ['15 октября 2023 г.', '2023-10-14T21:00:00.000Z day'],
    ['Mar 5, 2024, 3:15 pm', '2024-03-05T12:15:00.000Z minute'],
    ['12:05 am, Mar 5 2024', '2024-03-04T21:05:00.000Z minute'],
    ['Ven 13 Déc 2019 15:36', '2019-12-13T12:36:00.000Z minute'],
    ['Mar 5 Nov 2019 10:20', '2019-11-05T07:20:00.000Z minute'],
    ['1. Juni 2019, 10:20 Uhr', '2019-06-01T07:20:00.000Z minute'],
    ['14 juillet 2019', '2019-07-13T21:00:00.000Z day'],
    ['28. Okt 2019', '2019-10-27T21:00:00.000Z day'],
    ['Пт мар 05, 2019 10:20 am', '2019-03-05T07:20:00.000Z minute'],
  ])('%s', (value, expected) => {
    expect(parse(value)).toBe(expected);
  });

  test('numbers are seconds or milliseconds', () => {
    expect(parse(1720174830)).toBe('2024-07-05T10:20:30.000Z second');
    expect(parse(1720174830123)).toBe('2024-07-05T10:20:30.123Z second');
  });

  test('what is no time says so', () => {
    for (const value of [
      '',
      'вчера в 10:20',
      'today',
      'not a date',
      '2024-13-01',
      '2024-02-30',
      '99:99',
      'x'.repeat(1000),
    ]) {
      expect(parse(value), value).toBe('unparseable');
    }
  });

  test('the years 1 and 2999 are out of range', () => {
    expect(parse('0001-01-01T00:00:00Z')).toBe('out-of-range');
    expect(parse('2999-12-31')).toBe('out-of-range');
    expect(parse(0)).toBe('out-of-range');
  });
});

test('a local time is read in its zone, summer time included', () => {
  expect(parse('2024-07-05 00:30', 'Europe/Berlin')).toBe('2024-07-04T22:30:00.000Z minute');
  expect(parse('2024-01-05 00:30', 'Europe/Berlin')).toBe('2024-01-04T23:30:00.000Z minute');
  expect(parse('2024-01-05', 'Asia/Shanghai')).toBe('2024-01-04T16:00:00.000Z day');
});

test('the local day of local midnight is that day, in any zone', () => {
  const zones = [
    'Europe/Moscow',
    'Asia/Shanghai',
    'Asia/Kathmandu',
    'America/New_York',
    'UTC',
    'Asia/Vladivostok',
  ];
  fc.assert(
    fc.property(fc.integer({ min: 8000, max: 25_000 }), fc.constantFrom(...zones), (day, timeZone) => {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      const parsed = parseTimestamp(date, { timeZone, offsetAt });
      if (!('instant' in parsed)) expect.unreachable();
      expect(localDay(parsed.instant, offsetAt(parsed.instant, timeZone))).toBe(day);
    }),
  );
});

test('any text gives a time or a problem, never an exception', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 90 }), (value) => {
      expect(parse(value)).toBeTypeOf('string');
    }),
  );
});
