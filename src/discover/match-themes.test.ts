import { expect, test } from 'vitest';
import { matchThemes } from './match-themes.ts';

const match = (pairs: readonly (readonly [number, number, number])[], nEarlier: number, nLater: number) => {
  const rows = pairs.flatMap(([a, b, n]) => Array.from({ length: n }, () => [a, b] as const));
  return matchThemes(
    Int32Array.from(rows, ([a]) => a),
    Int32Array.from(rows, ([, b]) => b),
    { nEarlier, nLater },
  );
};

test('the same themes in another order continue each other', () => {
  const found = match(
    [
      [0, 1, 50],
      [1, 0, 60],
    ],
    2,
    2,
  );
  expect(found).toEqual({ continues: [1, 0], from: [1, 0], into: [1, 0] });
});

test('of a theme that splits, the larger half goes on and the other came from it', () => {
  const found = match(
    [
      [0, 0, 40],
      [0, 1, 60],
    ],
    1,
    2,
  );
  expect(found).toEqual({ continues: [-1, 0], from: [0, 0], into: [1] });
});

test('of two that merge, the larger goes on and the other went into it', () => {
  const found = match(
    [
      [0, 0, 40],
      [1, 0, 60],
    ],
    2,
    1,
  );
  expect(found).toEqual({ continues: [1], from: [1], into: [0, 0] });
});

test('a theme of texts that none had before continues nothing', () => {
  const found = match(
    [
      [0, 0, 50],
      [-1, 1, 50],
      [0, 1, 5],
    ],
    1,
    2,
  );
  expect(found).toEqual({ continues: [0, -1], from: [0, -1], into: [0] });
});

test('a theme whose texts are strewn is continued by none, and no texts match nothing', () => {
  const found = match(
    [0, 1, 2, 3].flatMap((a) => [0, 1, 2].map((b) => [a, b, 10] as const)),
    4,
    3,
  );
  expect(found.continues).toEqual([-1, -1, -1]);
  expect(match([], 1, 1)).toEqual({ continues: [-1], from: [-1], into: [-1] });
});
