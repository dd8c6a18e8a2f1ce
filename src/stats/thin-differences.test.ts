import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PublishedPeriod, thinDifferences } from './thin-differences.ts';

interface Post {
  readonly day: number;
  readonly author: number;
}

const within = (posts: readonly Post[], start: number, end: number): Post[] =>
  posts.filter((post) => post.day >= start && post.day < end);
const authors = (posts: readonly Post[]): number => new Set(posts.map((post) => post.author)).size;

function inputs(posts: readonly Post[], bounds: readonly (readonly [number, number, number])[]) {
  const cuts = [...new Set(bounds.flat())].sort((a, b) => a - b);
  const segments = cuts.slice(1).map((end, i) => {
    const start = cuts[i] as number;
    const mine = within(posts, start, end);
    return { start, end, nDocuments: mine.length, nAuthors: authors(mine) };
  });
  const periods = bounds.map(([start, end, rank]): PublishedPeriod => {
    return { start, end, rank, nAuthors: authors(within(posts, start, end)) };
  });
  return { periods, segments };
}

const BINS = Array.from({ length: 8 }, (_, i) => [i * 7, i * 7 + 7, 0] as const);

test('a bin that is withheld takes another with it, or the whole less the others would tell it', () => {
  const posts = BINS.flatMap(([start], i) =>
    Array.from({ length: i === 3 ? 4 : 20 + i }, (_, author) => ({ day: start + (author % 7), author })),
  );
  expect(thinDifferences({ ...inputs(posts, [...BINS, [0, 56, 2]]), minimumAuthors: 10 })).toEqual([0, 3]);
  expect(thinDifferences({ ...inputs(posts, BINS), minimumAuthors: 10 })).toEqual([3]);
});

test('windows of two events that differ by a day', () => {
  const posts = Array.from({ length: 400 }, (_, i) => ({ day: i % 56, author: i }));
  const windows = [
    [0, 28, 1],
    [0, 27, 1],
  ] as const;
  expect(thinDifferences({ ...inputs(posts, windows), minimumAuthors: 10 })).toEqual([1]);
});

test('nothing is withheld where everything has many authors', () => {
  const posts = Array.from({ length: 5_600 }, (_, i) => ({ day: i % 56, author: i }));
  const all = [...BINS, [0, 56, 2], [10, 24, 1], [24, 38, 1]] as const;
  expect(thinDifferences({ ...inputs(posts, all), minimumAuthors: 10 })).toEqual([]);
});

test('no difference between published periods, and no total minus others, tells of one to nine authors', () => {
  const post = fc.record({ day: fc.nat(55), author: fc.nat(60) });
  const window = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(
      fc.array(post, { maxLength: 500 }),
      fc.array(window, { maxLength: 4 }),
      fc.array(fc.nat(7), { maxLength: 2 }),
      (drawn, windows, quiet) => {
        const posts = drawn.filter(({ day, author }) => !quiet.includes(Math.floor(day / 7)) || author < 6);
        const bounds = [
          ...BINS,
          [0, 56, 2] as const,
          ...windows.map(([start, length]) => [start, Math.min(56, start + length), 1] as const),
        ];
        const { periods, segments } = inputs(posts, bounds);
        const hidden = new Set(thinDifferences({ periods, segments, minimumAuthors: 10 }));
        const shown = periods.filter((_, i) => !hidden.has(i));
        const isSafe = (rest: readonly Post[]): boolean => rest.length === 0 || authors(rest) >= 10;
        for (const a of shown) {
          const whole = within(posts, a.start, a.end);
          expect(isSafe(whole)).toBe(true);
          const inner = shown.filter((b) => b !== a && b.start >= a.start && b.end <= a.end);
          for (const b of inner)
            expect(isSafe(whole.filter(({ day }) => day < b.start || day >= b.end))).toBe(true);
          const bins = inner.filter((b) => b.rank === 0);
          expect(isSafe(whole.filter(({ day }) => !bins.some((b) => day >= b.start && day < b.end)))).toBe(
            true,
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});
