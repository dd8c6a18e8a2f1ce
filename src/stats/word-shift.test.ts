import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { type WordCounts, type WordTotals, wordShift } from './word-shift.ts';

interface Golden {
  readonly wordShift: readonly {
    readonly before: readonly number[];
    readonly after: readonly number[];
    readonly priorSize: number;
    readonly z: readonly number[];
  }[];
}
const golden = JSON.parse(readFileSync('test/golden/drivers.json', 'utf8')) as Golden;

/** Counts of words by authors who stand on one side each and use one word. */
function single(
  before: readonly number[],
  after: readonly number[],
): { words: WordCounts[]; totals: WordTotals } {
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const [n0, n1] = [sum(before), sum(after)];
  const words = before.map((y0, i) => {
    const y1 = after[i] as number;
    const word = `w${i}`;
    return { word, before: y0, after: y1, both: 0, beforeN0: y0, beforeN1: 0, afterN0: 0, afterN1: y1 };
  });
  return { words, totals: { n0, n1, n0n0: n0, n1n1: n1, n0n1: 0 } };
}

test('z agrees with scattertext', () => {
  for (const { before, after, priorSize, z } of golden.wordShift) {
    const { words, totals } = single(before, after);
    const found = wordShift(words, totals, { priorSize, confidenceLevel: 0.95 });
    for (const [i, shift] of found.entries()) expect(shift.z).toBeCloseTo(z[i] as number, 10);
  }
});

const counts = fc
  .array(fc.record({ y0: fc.nat(40), y1: fc.nat(40) }), { minLength: 2, maxLength: 30 })
  .map((list) => list.filter(({ y0, y1 }) => y0 + y1 > 0))
  .filter((list) => list.length > 1 && list.some((w) => w.y0 > 0) && list.some((w) => w.y1 > 0));

describe('for any counts', () => {
  test('sides exchanged turn the sign; every number is finite with an interval of some width', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const [before, after] = [list.map((w) => w.y0), list.map((w) => w.y1)];
        const options = { priorSize: 5, confidenceLevel: 0.95 };
        const forth = single(before, after);
        const back = single(after, before);
        const [a, b] = [
          wordShift(forth.words, forth.totals, options),
          wordShift(back.words, back.totals, options),
        ];
        a.forEach((shift, i) => {
          expect(Number.isFinite(shift.z)).toBe(true);
          expect(shift.lower).toBeLessThan(shift.upper);
          expect(b[i]?.logOdds).toBeCloseTo(-shift.logOdds, 9);
          expect(b[i]?.standardError).toBeCloseTo(shift.standardError, 9);
        });
      }),
    );
  });

  test('a stronger prior draws every word toward no change', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const { words, totals } = single(
          list.map((w) => w.y0),
          list.map((w) => w.y1),
        );
        const of = (priorSize: number) => wordShift(words, totals, { priorSize, confidenceLevel: 0.95 });
        const [weak, strong] = [of(1), of(10_000_000)];
        weak.forEach((_, i) => {
          expect(Math.abs(strong[i]?.logOdds ?? 1)).toBeLessThan(0.01);
        });
      }),
    );
  });
});

test('words that authors use together by chance are rarely named', () => {
  const random = seededRandom(11);
  let named = 0;
  for (let run = 0; run < 60; run++) {
    const authors = Array.from({ length: 200 }, () => {
      const topic = random() < 0.5 ? 0 : 20;
      const side = () =>
        new Set(
          Array.from({ length: Math.floor(30 * random() ** 2) }, () =>
            random() < 0.5 ? topic + Math.floor(20 * random()) : Math.floor(40 * random()),
          ),
        );
      return { before: side(), after: side() };
    });
    const sum = (of: (a: (typeof authors)[number]) => number) => authors.reduce((s, a) => s + of(a), 0);
    const totals = {
      n0: sum((a) => a.before.size),
      n1: sum((a) => a.after.size),
      n0n0: sum((a) => a.before.size ** 2),
      n1n1: sum((a) => a.after.size ** 2),
      n0n1: sum((a) => a.before.size * a.after.size),
    };
    const words = Array.from({ length: 40 }, (_, w): WordCounts => {
      const x0 = (a: (typeof authors)[number]) => Number(a.before.has(w));
      const x1 = (a: (typeof authors)[number]) => Number(a.after.has(w));
      return {
        word: String(w),
        before: sum(x0),
        after: sum(x1),
        both: sum((a) => x0(a) * x1(a)),
        beforeN0: sum((a) => x0(a) * a.before.size),
        beforeN1: sum((a) => x0(a) * a.after.size),
        afterN0: sum((a) => x1(a) * a.before.size),
        afterN1: sum((a) => x1(a) * a.after.size),
      };
    });
    const shifts = wordShift(words, totals, { priorSize: 0.1 * totals.n0, confidenceLevel: 0.95 });
    named += Number(shifts.some((shift) => shift.qValue <= 0.05));
  }
  expect(named / 60).toBeLessThan(0.15);
});
