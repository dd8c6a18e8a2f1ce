import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { studentTCumulative, studentTQuantile } from './student-t.ts';

const golden = JSON.parse(readFileSync('test/golden/golden.json', 'utf8')) as {
  studentT: { df: number; p: number; t: number }[];
};

test('quantiles agree with SciPy to ten digits', () => {
  for (const { df, p, t } of golden.studentT) {
    expect(Math.abs(studentTQuantile(p, df) / t - 1), `df ${df}, p ${p}`).toBeLessThan(1e-9);
  }
});

test('the quantile inverts the cumulative probability, symmetrically', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.integer({ min: 1, max: 500 }),
      (p, df) => {
        expect(studentTCumulative(studentTQuantile(p, df), df)).toBeCloseTo(p, 9);
        expect(studentTQuantile(1 - p, df)).toBeCloseTo(-studentTQuantile(p, df), 6);
      },
    ),
  );
});

test('infinite degrees of freedom give the normal distribution', () => {
  expect(studentTCumulative(-1.959963984540054, Number.POSITIVE_INFINITY)).toBeCloseTo(0.025, 6);
  expect(studentTQuantile(0.975, Number.POSITIVE_INFINITY)).toBeCloseTo(1.959963984540054, 6);
});
