import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DriverObservation, driverMoments } from '../../test/golden/driver-moments.ts';
import { BugError } from '../errors/errors.ts';
import { type ChangedLevel, changeDecomposition } from './change-decomposition.ts';
import { linearizedCovariance } from './linearized-covariance.ts';

type Row = readonly [author: number, after: 0 | 1, levels: number[], y: number, weight: number];
interface Golden {
  readonly oaxaca: {
    readonly rows: readonly Row[];
    readonly change: number;
    readonly symmetric: Readonly<Record<string, number>>;
    readonly threefold: Readonly<Record<string, number>>;
  };
  readonly survey: {
    readonly rows: readonly Row[];
    readonly values: Readonly<Record<string, [number, number]>>;
  };
}
const golden = JSON.parse(readFileSync('test/golden/drivers.json', 'utf8')) as Golden;

/** Copies are the authors, so that only the clustering by author is left. */
const observations = (rows: readonly Row[]): DriverObservation[] =>
  rows.map(([author, after, levels, y, weight]) => ({
    author,
    after: after === 1,
    copies: author,
    levels,
    y,
    weight,
  }));

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

test.each(['symmetric', 'threefold'] as const)('totals agree with statsmodels: %s', (form) => {
  const { levels } = driverMoments(observations(golden.oaxaca.rows), 3);
  const { change, terms } = changeDecomposition(levels, form);
  expect(change).toBeCloseTo(golden.oaxaca.change, 12);
  for (const [kind, value] of Object.entries(golden.oaxaca[form])) {
    expect(sum(terms.filter((t) => t.kind === kind).map((t) => t.value))).toBeCloseTo(value, 12);
  }
});

test('values and standard errors by author agree with the delta method of R survey', () => {
  const { levels, crossProducts } = driverMoments(observations(golden.survey.rows), 3);
  const { values } = golden.survey;
  const compare = (name: string, row: { value: number; gradient: readonly number[] }): void => {
    const [value, error] = values[name] as [number, number];
    expect(row.value, name).toBeCloseTo(value, 12);
    const variance = linearizedCovariance([row.gradient], crossProducts, [0])[0]?.[0] as number;
    expect(Math.sqrt(variance), name).toBeCloseTo(error, 12);
  };
  for (const { kind, level, ...row } of changeDecomposition(levels, 'symmetric').terms) {
    compare(`${kind}_${level}`, row);
  }
  for (const { kind, level, ...row } of changeDecomposition(levels, 'threefold').terms) {
    compare(kind === 'interaction' ? `interaction_${level}` : `three${kind}_${level}`, row);
  }
  const whole = levels.map((level) => ({ ...level, told: 'remainder' as const }));
  for (const { level, ...row } of changeDecomposition(whole, 'symmetric').terms) {
    compare(`contribution_${level}`, row);
  }
});

const side = fc
  .record({
    n: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
    mean: fc.double({ min: -1, max: 1, noNaN: true }),
  })
  .map(({ n, mean }) => ({ n, y: n * mean }));
const absent = fc.constant({ n: 0, y: 0 });
const told = fc.constantFrom('split', 'entry', 'remainder');
const level: fc.Arbitrary<ChangedLevel> = fc.oneof(
  fc.record({ before: side, after: side, told }),
  fc.record({ before: side, after: absent, told: fc.constant('entry' as const) }),
  fc.record({ before: absent, after: side, told: fc.constant('entry' as const) }),
);
const form = fc.constantFrom('symmetric' as const, 'threefold' as const);
const levels = fc
  .array(level, { minLength: 1, maxLength: 12 })
  .filter((all) => sum(all.map((l) => l.before.n)) > 0 && sum(all.map((l) => l.after.n)) > 0);

describe('for any sums', () => {
  test('the terms add up to the change', () => {
    fc.assert(
      fc.property(levels, form, (all, how) => {
        const { change, terms } = changeDecomposition(all, how);
        expect(Math.abs(sum(terms.map((t) => t.value)) - change)).toBeLessThan(1e-9);
      }),
    );
  });

  test('order does not matter', () => {
    fc.assert(
      fc.property(levels, form, (all, how) => {
        const forth = changeDecomposition(all, how).terms;
        const back = changeDecomposition([...all].reverse(), how).terms;
        for (const term of forth) {
          const same = back.find((t) => t.level === all.length - 1 - term.level && t.kind === term.kind);
          expect(same?.value).toBeCloseTo(term.value, 9);
        }
      }),
    );
  });

  test('a level cut into two alike gives half of each term to each', () => {
    fc.assert(
      fc.property(levels, form, (all, how) => {
        const [first, ...rest] = all as [ChangedLevel, ...ChangedLevel[]];
        const half = (s: { n: number; y: number }) => ({ n: s.n / 2, y: s.y / 2 });
        const one = { ...first, before: half(first.before), after: half(first.after) };
        const whole = changeDecomposition(all, how).terms.filter((t) => t.level === 0);
        const cut = changeDecomposition([one, one, ...rest], how).terms;
        for (const { kind, value } of whole) {
          for (const index of [0, 1]) {
            const part = cut.find((t) => t.level === index && t.kind === kind);
            expect(part?.value).toBeCloseTo(value / 2, 9);
          }
        }
      }),
    );
  });

  test('a shift of all values moves no term', () => {
    fc.assert(
      fc.property(levels, form, fc.double({ min: -1, max: 1, noNaN: true }), (all, how, by) => {
        const moved = all.map((l) => ({
          ...l,
          before: { n: l.before.n, y: l.before.y + by * l.before.n },
          after: { n: l.after.n, y: l.after.y + by * l.after.n },
        }));
        const [a, b] = [changeDecomposition(all, how).terms, changeDecomposition(moved, how).terms];
        a.forEach((term, i) => {
          expect(b[i]?.value).toBeCloseTo(term.value, 8);
        });
      }),
    );
  });

  test('the gradient is that of the value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ before: side, after: side, told }), { minLength: 1, maxLength: 4 }),
        form,
        (all, how) => {
          fc.pre(all.every((l) => l.before.n > 1 && l.after.n > 1));
          const { terms } = changeDecomposition(all, how);
          all.forEach((_, at) => {
            (['before', 'after'] as const).forEach((which, s) => {
              (['n', 'y'] as const).forEach((q, k) => {
                const step = 1e-5 * Math.max(1, all[at]![which].n);
                const nudged = (by: number) =>
                  changeDecomposition(
                    all.map((l, i) =>
                      i === at ? { ...l, [which]: { ...l[which], [q]: l[which][q] + by } } : l,
                    ),
                    how,
                  ).terms;
                const [up, down] = [nudged(step), nudged(-step)];
                terms.forEach((term, t) => {
                  const slope = (up[t]!.value - down[t]!.value) / (2 * step);
                  const given = term.gradient[4 * at + 2 * s + k] as number;
                  expect(Math.abs(slope - given)).toBeLessThan(1e-6 * (1 + Math.abs(given)));
                });
              });
            });
          });
        },
      ),
      { numRuns: 30 },
    );
  });
});

test('the example of the docstring holds', () => {
  const whole = [
    { before: { n: 10, y: 0 }, after: { n: 15, y: 0 }, told: 'split' as const },
    { before: { n: 10, y: 4 }, after: { n: 5, y: 2 }, told: 'split' as const },
  ];
  const { change, terms } = changeDecomposition(whole, 'symmetric');
  expect(change).toBeCloseTo(-0.1, 12);
  expect(terms.map((t) => Math.round(1e4 * t.value) / 1e4)).toEqual([-0.0375, 0, -0.0625, 0]);
});

test('an empty side and a split level without a mean are refused', () => {
  const cell = { n: 3, y: 1 };
  const none = { n: 0, y: 0 };
  expect(() => changeDecomposition([], 'symmetric')).toThrow(BugError);
  expect(() => changeDecomposition([{ before: cell, after: none, told: 'entry' }], 'symmetric')).toThrow(
    /empty/,
  );
  const halves = [
    { before: cell, after: none, told: 'split' as const },
    { before: cell, after: cell, told: 'split' as const },
  ];
  expect(() => changeDecomposition(halves, 'symmetric')).toThrow(/split level/);
});
