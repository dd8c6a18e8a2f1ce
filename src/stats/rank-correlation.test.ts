import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kendall, spearman } from './rank-correlation.ts';

const { cases } = JSON.parse(readFileSync('test/golden/polls.json', 'utf8')) as {
  cases: { x: number[]; y: number[]; spearman: number; kendall: number }[];
};

test.each(cases)('SciPy, %#', ({ x, y, ...golden }) => {
  expect(spearman(x, y, 0.95)?.value).toBeCloseTo(golden.spearman, 12);
  expect(kendall(x, y, 0.95)?.value).toBeCloseTo(golden.kendall, 12);
});

test('null where there is nothing to rank', () => {
  expect(spearman([1, 2, 3, 4], [1, 2, 3, 4], 0.95)).toBeNull();
  expect(spearman([1, 1, 1, 1, 1], [1, 2, 3, 4, 5], 0.95)).toBeNull();
  expect(kendall([1, 2, 3, 4, 5], [0, 0, 0, 0, 0], 0.95)).toBeNull();
});

test('between −1 and 1, the interval around the value and never without width', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 5,
    maxLength: 30,
  });
  fc.assert(
    fc.property(pairs, (list) => {
      for (const f of [spearman, kendall]) {
        const x = list.map((p) => p[0]);
        const found = f(
          x,
          list.map((p) => p[1]),
          0.95,
        );
        if (found === null) continue;
        expect(found.lower).toBeGreaterThanOrEqual(-1);
        expect(found.upper).toBeLessThanOrEqual(1);
        expect(found.upper).toBeGreaterThan(found.lower);
        expect(found.value).toBeGreaterThanOrEqual(found.lower);
        expect(found.value).toBeLessThanOrEqual(found.upper);
      }
    }),
  );
});
