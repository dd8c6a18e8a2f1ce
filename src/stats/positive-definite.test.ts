import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choleskyFactor, invertFactored, solveFactored } from './positive-definite.ts';

test('a solved system gives its right side back, and the inverse is one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }).chain((n) =>
        fc.record({
          root: fc.array(
            fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: n, maxLength: n }),
            { minLength: n, maxLength: n },
          ),
          right: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: n, maxLength: n }),
        }),
      ),
      ({ root, right }) => {
        const matrix = root.map((a, i) =>
          root.map((b, j) => a.reduce((s, x, k) => s + x * (b[k] as number), i === j ? 1 : 0)),
        );
        const factor = choleskyFactor(matrix)!;
        const x = solveFactored(factor, right);
        const times = (v: readonly number[]) =>
          matrix.map((line) => line.reduce((s, a, k) => s + a * (v[k] as number), 0));
        for (const [i, value] of times(x).entries()) expect(value).toBeCloseTo(right[i] as number, 8);
        const column = invertFactored(factor).map((line) => line[0] as number);
        for (const [i, value] of times(column).entries()) expect(value).toBeCloseTo(i === 0 ? 1 : 0, 8);
      },
    ),
  );
});

test('a matrix without full rank has no factor', () => {
  expect(
    choleskyFactor([
      [1, 1],
      [1, 1],
    ]),
  ).toBeNull();
  expect(choleskyFactor([[0]])).toBeNull();
});
