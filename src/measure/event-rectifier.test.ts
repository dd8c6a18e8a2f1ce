import { expect, test } from 'vitest';
import type { WeighedCoding } from './coding-weights.ts';
import { eventRectifier } from './event-rectifier.ts';

const period = { start: '', end: '' };
const bins = Array.from({ length: 6 }, (_, t) => ({ period, start: 10 * t, end: 10 * t + 10 }));
const spans = { before: { start: 20, end: 30 }, after: { start: 30, end: 40 } };
const CHANGE = [0, 0, -1, 1, 0, 0];

/** Codings of twelve authors in every bin but those compared, which say what they say of their side. */
function coded(aside: readonly number[]) {
  const codings = [0, 1, 4, 5].flatMap((t) =>
    Array.from({ length: aside[t] ?? 0 }, (_, i) => ({
      mention: { day: 10 * t + 5, author: BigInt(100 * t + i) },
      weight: 2,
      expansion: 2,
    })),
  ) as unknown as WeighedCoding[];
  const observations = [0, 1, 4, 5].map((period) => ({ period, size: 12, mean: period < 3 ? 0.1 : 0.5 }));
  return eventRectifier({ observations, deviation: 0.5 }, { codings, spans, bins });
}

test('a jump at the event is followed in full, though no day compared is coded', () => {
  const found = coded([12, 12, 0, 0, 12, 12]);
  const change = found?.at(CHANGE);
  expect(change?.mean).toBeCloseTo(0.4, 6);
  expect(change?.variance).toBeGreaterThan(2 * (0.5 ** 2 / 24));
  const [before, after] = [[0, 0, 1, 0, 0, 0], CHANGE.map(Math.abs)].map((c) => found?.at(c).mean ?? 0) as [
    number,
    number,
  ];
  expect(after - 2 * before).toBeCloseTo(change?.mean ?? 0, 9);
});

test('a side with fewer than ten independent codings says nothing', () => {
  expect(coded([12, 12, 0, 0, 5, 4])).toBeNull();
  expect(coded([12, 12, 0, 0, 0, 0])).toBeNull();
});
