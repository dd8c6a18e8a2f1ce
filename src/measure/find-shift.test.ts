import { expect, test } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import { findShift } from './find-shift.ts';

const weeks = (counts: readonly number[]) => counts.map((nDocuments) => ({ nDocuments, days: 7 }));

test('a source that gives four times as much from one week on has shifted there', () => {
  const shift = findShift(weeks([20, 22, 18, 21, 0, 19, 23, 84, 80, 90, 77, 85, 84]));
  expect(shift).toMatchObject({ bin: 7 });
  expect(shift?.before).toBeCloseTo(20.5 / 7);
  expect(shift?.after).toBeCloseTo(84 / 7);
  expect(findShift(weeks([84, 80, 90, 77, 85, 84, 20, 22, 18, 21, 19, 23]))).toMatchObject({ bin: 6 });
});

test('a busy week, a slow rise, a short cut bin and chance among a few documents are no shift', () => {
  expect(findShift(weeks([20, 22, 18, 21, 200, 190, 180, 22, 18, 25, 20, 21, 19]))).toBeNull();
  expect(findShift(weeks([20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42]))).toBeNull();
  expect(
    findShift([...weeks([20, 22, 18, 21, 22, 18, 25, 20, 19, 22, 21]), { nDocuments: 3, days: 1 }]),
  ).toBeNull();
  expect(findShift(weeks([1, 1, 2, 1, 2, 1, 4, 5, 3, 4, 6, 5]))).toBeNull();
  expect(findShift([])).toBeNull();
});

test('an even source is hardly ever said to have shifted', () => {
  const random = seededRandom(3);
  let found = 0;
  for (let run = 0; run < 1000; run++) {
    if (findShift(weeks(Array.from({ length: 52 }, () => 5 + Math.floor(30 * random())))) !== null) found++;
  }
  expect(found).toBe(0);
});
