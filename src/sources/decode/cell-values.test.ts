import { expect, test } from 'vitest';
import { countOf, textOf, timeOf } from './cell-values.ts';

test.each([
  ['', null],
  [null, null],
  [undefined, null],
  ['0', 0],
  [0, 0],
  ['12', 12],
  ['12.0', 12],
  ['1,204', 1204],
  ['1\u202f204', 1204],
  [-1, null],
  ['-1', null],
  [3n, 3],
  [Number.NaN, null],
  [1e300, null],
  ['many', null],
  [true, null],
] as const)('the count in %s is %s', (value, count) => {
  expect(countOf(value)).toBe(count);
});

test.each([
  ['', null],
  [5, '5'],
  [10n, '10'],
  [false, null],
  [{}, null],
  [[], null],
  [['a', 2, null], 'a\n2'],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  [new Date(Number.NaN), null],
] as const)('the text in %s is %s', (value, text) => {
  expect(textOf(value)).toBe(text);
});

test.each([
  ['1700000000', 1_700_000_000],
  ['1700000000.5', 1_700_000_000.5],
  ['1700000000000', 1_700_000_000_000],
  ['20240906', '20240906'],
  ['2024', '2024'],
  [1_700_000_000, 1_700_000_000],
  [1_700_000_000_000n, 1_700_000_000_000],
  ['', null],
  [Number.POSITIVE_INFINITY, null],
] as const)('the time in %s is %s', (value, time) => {
  expect(timeOf(value)).toBe(time);
});
