import { expect, test } from 'vitest';
import { normalCumulative, normalDraw, normalQuantile } from './normal.ts';
import { seededRandom } from './random.ts';

test('tabled values', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5);
  expect(normalCumulative(-1.644854)).toBeCloseTo(0.05, 6);
});

test('draws have mean 0, variance 1 and the shape of the distribution', () => {
  const random = seededRandom(7);
  const draws = Array.from({ length: 20_000 }, () => normalDraw(random));
  const mean = draws.reduce((s, x) => s + x, 0) / draws.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(draws.reduce((s, x) => s + (x - mean) ** 2, 0) / draws.length).toBeCloseTo(1, 1);
  expect(draws.filter((x) => x < 1).length / draws.length).toBeCloseTo(normalCumulative(1), 2);
});
