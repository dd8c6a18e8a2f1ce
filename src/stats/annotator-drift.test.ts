import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotatorDrift } from './annotator-drift.ts';
import { seededRandom } from './random.ts';

const OPTIONS = { confidenceLevel: 0.95 };

/** Codings of one a day, each by an author of its own. */
function codings(n: number, error: (day: number) => number) {
  return Array.from({ length: n }, (_, day) => ({
    author: `${day}`,
    copies: `${day}`,
    stratum: '',
    weight: 10,
    expansion: 10,
    day,
    error: error(day),
  }));
}

test('an error that moves is found, with the stretch and its size', () => {
  const random = seededRandom(5);
  const found = annotatorDrift(
    codings(200, (day) => (random() < (day < 150 ? 0.1 : 0.6) ? -1 : 0)),
    OPTIONS,
  );
  expect(found).toMatchObject({ firstDay: 150, lastDay: 199, nStretches: 4 });
  expect(found?.pValue).toBeLessThan(0.001);
  expect(found?.upper).toBeLessThan(-0.2);
});

test('an error that stays is called moved in at most one case of twenty', () => {
  let called = 0;
  for (let seed = 0; seed < 200; seed++) {
    const random = seededRandom(seed);
    const found = annotatorDrift(
      codings(100, () => (random() < 0.3 ? -1 : random() < 0.2 ? 1 : 0)),
      OPTIONS,
    );
    called += Number((found?.pValue ?? 1) < 0.05);
  }
  expect(called / 200).toBeLessThanOrEqual(0.08);
});

test('few codings, one day or no error at all: null or a finite answer, never NaN', () => {
  expect(
    annotatorDrift(
      codings(30, () => 0),
      OPTIONS,
    ),
  ).toBeNull();
  expect(annotatorDrift([], OPTIONS)).toBeNull();
  const oneDay = codings(80, () => 0).map((one) => ({ ...one, day: 3 }));
  expect(annotatorDrift(oneDay, OPTIONS)).toBeNull();
  fc.assert(
    fc.property(fc.array(fc.constantFrom(-2, -1, 0, 1, 2), { minLength: 45, maxLength: 120 }), (errors) => {
      const found = annotatorDrift(
        codings(errors.length, (day) => errors[day] as number),
        OPTIONS,
      );
      expect(found?.pValue).toSatisfy((p: number) => p >= 0 && p <= 1);
      expect(found?.lower).toBeLessThan(found?.upper as number);
    }),
  );
});
