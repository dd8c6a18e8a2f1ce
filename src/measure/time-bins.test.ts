import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayOfDate, precisionsWithin, timeBins } from './time-bins.ts';

test('weeks begin on Monday and are cut at the ends of the period', () => {
  const bins = timeBins({ start: '2024-06-27', end: '2024-07-10' }, 'week');
  expect(bins.map((b) => b.period)).toEqual([
    { start: '2024-06-27', end: '2024-07-01' },
    { start: '2024-07-01', end: '2024-07-08' },
    { start: '2024-07-08', end: '2024-07-10' },
  ]);
});

test('months have their own lengths', () => {
  const bins = timeBins({ start: '2024-01-31', end: '2024-04-01' }, 'month');
  expect(bins.map((b) => b.end - b.start)).toEqual([1, 29, 31]);
});

test('bins tile the period without gap or overlap', () => {
  const day = fc.integer({ min: 5000, max: 22000 });
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom('day', 'week', 'month'),
      (start, n, bin) => {
        const bins = timeBins({ start: dateOfDay(start), end: dateOfDay(start + n) }, bin as 'day');
        expect(bins[0]?.start).toBe(start);
        expect(bins.at(-1)?.end).toBe(start + n);
        bins.forEach((b, i) => {
          expect(b.end).toBeGreaterThan(b.start);
          if (i > 0) expect(b.start).toBe(bins[i - 1]?.end);
          expect(dayOfDate(b.period.start)).toBe(b.start);
        });
      },
    ),
  );
});

test('a time tells its bin only where it is known well enough', () => {
  expect(precisionsWithin('day')).not.toContain('month');
  expect(precisionsWithin('week')).not.toContain('month');
  expect(precisionsWithin('month')).toContain('month');
  for (const bin of ['day', 'week', 'month'] as const) expect(precisionsWithin(bin)).not.toContain('year');
});
