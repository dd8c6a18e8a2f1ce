import { expect, test } from 'vitest';
import type { ThemeChangeKind } from '../domain/theme-life.ts';
import { isThemeKnown } from './theme-known.ts';

const life = (...changes: readonly (readonly [string, ThemeChangeKind])[]) => ({
  history: changes.map(([month, kind]) => ({ month, kind, other: null })),
});
const knownIn = (of: ReturnType<typeof life>, ...months: readonly string[]): boolean[] =>
  months.map((start) => {
    const end = new Date(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5)), 1)).toISOString();
    return isThemeKnown(of, { start: `${start}-01`, end: end.slice(0, 10) });
  });

test('a first theme is known from the beginning, one that is born from its month on', () => {
  expect(knownIn(life(['2024-03', 'first']), '2024-01', '2024-12')).toEqual([true, true]);
  expect(knownIn(life(['2024-07', 'born']), '2024-06', '2024-07', '2024-12')).toEqual([false, true, true]);
});

test('one that ended is known up to the month before, and again when it is back', () => {
  const of = life(['2023-11', 'split'], ['2024-02', 'merged'], ['2024-05', 'returned'], ['2024-06', 'ended']);
  expect(knownIn(of, '2023-12', '2024-01', '2024-02', '2024-04', '2024-05', '2024-06')).toEqual([
    true,
    true,
    false,
    false,
    true,
    false,
  ]);
});

test('a week that lies in two months is known if either is', () => {
  const of = life(['2024-07', 'born']);
  expect(isThemeKnown(of, { start: '2024-06-24', end: '2024-07-01' })).toBe(false);
  expect(isThemeKnown(of, { start: '2024-06-27', end: '2024-07-04' })).toBe(true);
});
