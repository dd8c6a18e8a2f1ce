import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenAllocation } from './even-allocation.ts';

test.each([
  [[500, 3, 80], 63, [30, 3, 30]],
  [[5, 5, 5], 4, [2, 1, 1]],
  [[2, 0, 1], 100, [2, 0, 1]],
  [[], 10, []],
] as const)('%j by %i is %j', (sizes, n, expected) => {
  expect(evenAllocation(sizes, n)).toEqual(expected);
});

test('gives n or everything, and no stratum fewer than another that is not taken whole, but for one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 12 }), fc.nat(300), (sizes, n) => {
      const given = evenAllocation(sizes, n);
      const total = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);
      expect(total(given)).toBe(Math.min(n, total(sizes)));
      const open = given.filter((one, i) => one < (sizes[i] as number));
      const most = Math.max(0, ...given);
      for (const one of open) expect(most - one).toBeLessThanOrEqual(1);
      for (const [i, one] of given.entries()) expect(one).toBeLessThanOrEqual(sizes[i] as number);
    }),
  );
});
