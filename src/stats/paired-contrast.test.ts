import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PairedObservation, pairedMoments } from '../../test/golden/paired-moments.ts';
import { pairedContrast } from './paired-contrast.ts';
import { studentTQuantile } from './student-t.ts';

interface Golden {
  readonly rows: readonly (readonly [
    author: number,
    group: 0 | 1,
    period: number,
    y: number,
    weight: number,
  ])[];
  readonly values: Readonly<Record<string, readonly [number, number]>>;
}
const golden = JSON.parse(readFileSync('test/golden/contrast.json', 'utf8')) as Golden;
const SHARE = { confidenceLevel: 0.95, range: [0, 1] } as const;

test('means, difference and ratio agree with the delta method of R survey', () => {
  const posts = golden.rows.map(
    ([author, group, period, y, weight]): PairedObservation => ({
      author,
      copies: author,
      group,
      period,
      y,
      weight,
    }),
  );
  const moments = pairedMoments(posts, 3);
  const found = pairedContrast(moments, SHARE);
  for (const name of ['first', 'second', 'difference'] as const) {
    const [value, error] = golden.values[name] ?? [Number.NaN, Number.NaN];
    expect(found[name].value).toBeCloseTo(value, 12);
    expect(found[name].standardError).toBeCloseTo(error, 12);
  }
  const [value, error] = golden.values['logRatio'] ?? [Number.NaN, Number.NaN];
  const t = studentTQuantile(0.975, Math.min(...moments.nGroups) - 1);
  expect(Math.log(found.ratio?.value ?? 0)).toBeCloseTo(value, 12);
  expect(Math.log(found.ratio?.upper ?? 0)).toBeCloseTo(value + t * error, 10);
});

const post = fc.record({
  y: fc.integer({ min: 0, max: 1 }),
  group: fc.constantFrom(0 as const, 1 as const),
  period: fc.integer({ min: 0, max: 3 }),
  author: fc.integer({ min: 0, max: 7 }),
  copies: fc.integer({ min: 0, max: 12 }),
  weight: fc.constantFrom(0.5, 1, 3),
});
const posts = fc.array(post, { minLength: 6, maxLength: 50 }).filter((all) => {
  const { nGroups, first, second } = pairedMoments(all, 4);
  return Math.min(...nGroups) > 1 && first.some((cell, t) => cell.n > 0 && (second[t]?.n ?? 0) > 0);
});

describe('for any posts', () => {
  test('every number is finite, with an interval of some width that holds it', () => {
    fc.assert(
      fc.property(posts, (all) => {
        const { first, second, difference, pValue } = pairedContrast(pairedMoments(all, 4), SHARE);
        for (const one of [first, second, difference]) {
          expect(one.standardError).toBeGreaterThan(0);
          expect(one.lower).toBeLessThanOrEqual(one.value + 1e-12);
          expect(one.upper).toBeGreaterThanOrEqual(one.value - 1e-12);
          expect(one.lower).toBeLessThan(one.upper);
        }
        expect(pValue).toBeGreaterThanOrEqual(0);
        expect(pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('groups exchanged turn the difference and the ratio', () => {
    fc.assert(
      fc.property(posts, (all) => {
        const forth = pairedContrast(pairedMoments(all, 4), SHARE);
        const turned = all.map((p) => ({ ...p, group: (1 - p.group) as 0 | 1 }));
        const back = pairedContrast(pairedMoments(turned, 4), SHARE);
        expect(back.difference.value).toBeCloseTo(-forth.difference.value, 12);
        expect(back.difference.standardError).toBeCloseTo(forth.difference.standardError, 12);
        if (forth.ratio !== null)
          expect(Math.log(back.ratio?.upper ?? 0)).toBeCloseTo(-Math.log(forth.ratio.lower), 6);
      }),
    );
  });

  test('a period in which one group is silent does not move the means', () => {
    fc.assert(
      fc.property(posts, (all) => {
        const alone = { group: 0 as const, period: 4, author: 0, copies: 0, y: 1, weight: 3 };
        const before = pairedContrast(pairedMoments(all, 4), SHARE);
        const after = pairedContrast(pairedMoments([...all, alone], 5), SHARE);
        expect(after.difference.value).toBeCloseTo(before.difference.value, 12);
        expect(after.nPeriods).toBe(before.nPeriods);
      }),
    );
  });
});

test('groups that never meet, and a group of one author, are refused', () => {
  const one = { y: 1, author: 1, copies: 1 };
  const apart: PairedObservation[] = [
    { ...one, group: 0, period: 0 },
    { ...one, group: 1, period: 1 },
  ];
  expect(() => pairedContrast(pairedMoments(apart, 2), SHARE)).toThrow(/no period/);
  const together = apart.map((p) => ({ ...p, period: 0 }));
  expect(() => pairedContrast(pairedMoments(together, 2), SHARE)).toThrow(/two clusters/);
});
