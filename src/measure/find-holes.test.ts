import { expect, test } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import { findHoles } from './find-holes.ts';

const days = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);

test('a fortnight without a post from a daily source is a hole', () => {
  const active = [...days(0, 100), ...days(114, 200)];
  expect(findHoles(active, { start: 0, end: 200 })).toEqual([{ start: 100, end: 114 }]);
});

test('a weekend is no hole', () => {
  const active = days(0, 200).filter((day) => day % 7 < 5);
  expect(findHoles(active, { start: 0, end: 200 })).toEqual([]);
});

test('a rare source needs a longer silence than a daily one', () => {
  const active = [...days(0, 150, 3), ...days(162, 300, 3)];
  expect(findHoles(active, { start: 0, end: 300 })).toEqual([]);
  const longer = [...days(0, 150, 3), ...days(210, 300, 3)];
  expect(findHoles(longer, { start: 0, end: 300 })).toEqual([{ start: 148, end: 210 }]);
});

test('a source that starts late or ends early has a hole there, and one without posts is all hole', () => {
  expect(findHoles(days(50, 80), { start: 0, end: 100 })).toEqual([
    { start: 0, end: 50 },
    { start: 80, end: 100 },
  ]);
  expect(findHoles([], { start: 0, end: 100 })).toEqual([{ start: 0, end: 100 }]);
});

test('chance makes a hole in about one thin source of a thousand, whatever its rate', () => {
  const random = seededRandom(11);
  for (const perDay of [0.5, 2.5, 4.5]) {
    let withHole = 0;
    for (let source = 0; source < 1000; source++) {
      const active = days(0, 366).filter(() => random() > Math.exp(-perDay));
      if (findHoles(active, { start: 0, end: 366 }).length > 0) withHole++;
    }
    // Five or more of a thousand have a probability of 0.4 %.
    expect(withHole, `${perDay} posts a day`).toBeLessThan(5);
  }
});
