import { expect, test } from 'vitest';
import { createZoneOffsets, localDay } from './zone-offsets.ts';

const HOUR = 3_600_000;
const offsetAt = createZoneOffsets();
const at = (instant: string, timeZone: string): number => offsetAt(Date.parse(instant), timeZone) / HOUR;

test('on a day on which the clocks change the offset changes at the minute', () => {
  expect(at('2024-03-31T00:59:59Z', 'Europe/Berlin')).toBe(1);
  expect(at('2024-03-31T01:00:00Z', 'Europe/Berlin')).toBe(2);
  expect(at('2024-10-27T00:59:59Z', 'Europe/Berlin')).toBe(2);
  expect(at('2024-10-27T01:00:00Z', 'Europe/Berlin')).toBe(1);
  expect(at('2014-10-25T21:59:59Z', 'Europe/Moscow')).toBe(4);
  expect(at('2014-10-25T22:00:00Z', 'Europe/Moscow')).toBe(3);
});

test('days before and after keep one offset, half hours and quarters too', () => {
  expect(at('2024-03-30T23:59:59Z', 'Europe/Berlin')).toBe(1);
  expect(at('2024-04-01T00:00:00Z', 'Europe/Berlin')).toBe(2);
  expect(at('2024-07-01T12:00:00Z', 'Asia/Kathmandu')).toBe(5.75);
  expect(at('2024-07-01T12:00:00Z', 'Asia/Shanghai')).toBe(8);
});

test('a local day begins at local midnight', () => {
  const day = (instant: string, timeZone: string): number =>
    localDay(Date.parse(instant), offsetAt(Date.parse(instant), timeZone));
  expect(day('2024-07-01T20:59:59Z', 'Europe/Moscow') + 1).toBe(day('2024-07-01T21:00:00Z', 'Europe/Moscow'));
});
