import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Score } from '../../domain/evaluation.ts';
import type { Prediction } from '../../learn/classification-scores.ts';
import { seededRandom } from '../../stats/random.ts';
import { evaluationScores } from './evaluation-scores.ts';

const options = { resamples: 60, level: 0.95, seed: 1 };
const one = (label: number, decided: number | null): Prediction => {
  const probabilities = [0.1, 0.1, 0.1];
  probabilities[decided ?? label] = 0.8;
  return { label, decided, probabilities };
};
const scored = (rows: readonly Prediction[], groups = rows.map((_, i) => String(i))) =>
  evaluationScores(rows, groups, options);

test('a small table by hand', () => {
  // coded a a a n n f; decided a a n n – f
  const rows = [one(0, 0), one(0, 0), one(0, 1), one(1, 1), one(1, null), one(2, 2)];
  const { scores, calibrationBins } = scored(rows);
  expect(scores.confusion).toEqual([
    [2, 1, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
  expect(scores.perClass.against.precision.value).toBe(1);
  expect(scores.perClass.against.recall.value).toBeCloseTo(2 / 3);
  expect(scores.perClass.against.f1.value).toBeCloseTo(4 / 5);
  expect(scores.perClass.neither.f1.value).toBeCloseTo(2 / 4);
  expect(scores.macroF1.value).toBeCloseTo((0.8 + 0.5 + 1) / 3);
  expect(scores.f1FavorAgainst.value).toBeCloseTo(0.9);
  expect(scores.accuracy.value).toBeCloseTo(4 / 6);
  expect(scores.abstained.value).toBeCloseTo(1 / 6);
  expect(scores.nAbstained).toBe(1);
  expect(calibrationBins).toHaveLength(1);
  expect(calibrationBins[0]).toMatchObject({ n: 5, meanProbability: 0.8 });
  expect(calibrationBins[0]?.shareRight.value).toBe(0.8);
  expect(scores.expectedCalibrationError.value).toBeCloseTo(0);
});

test('what cannot be scored says why', () => {
  const oneClass = scored([one(2, 2), one(2, 0), one(2, 2)]).scores;
  expect(oneClass.macroF1).toEqual({ value: null, lower: null, upper: null, reason: 'no-coded-row' });
  expect(oneClass.perClass.favor.recall.value).toBeCloseTo(2 / 3);
  expect(oneClass.accuracy.value).toBeCloseTo(2 / 3);
  const silent = scored([one(0, null), one(1, null), one(2, null)]).scores;
  expect(silent.macroF1.value).toBe(0);
  expect(silent.perClass.favor.precision).toMatchObject({ value: null, reason: 'never-decided' });
  expect(silent.expectedCalibrationError).toMatchObject({ value: null, reason: 'always-abstained' });
  expect(silent.abstained.value).toBe(1);
});

test('agreement in few rows, or in one group, is no certainty', () => {
  const rows = Array.from({ length: 12 }, (_, i) => one(i % 3, i % 3));
  const { accuracy, macroF1, perClass } = scored(rows).scores;
  for (const score of [accuracy, macroF1, perClass.favor.f1, perClass.against.recall]) {
    expect(score.value).toBe(1);
    expect(score.lower).toBeLessThan(0.85);
  }
  const same = evaluationScores(
    rows,
    rows.map(() => 'g'),
    options,
  ).scores;
  expect(same.accuracy).toEqual({ value: 1, lower: 0, upper: 1 });
});

test('every score is in its interval or null, never NaN, whatever the rows', () => {
  const row = fc.record({
    label: fc.integer({ min: 0, max: 2 }),
    decided: fc.option(fc.integer({ min: 0, max: 2 })),
    group: fc.integer({ min: 0, max: 6 }),
  });
  const check = (score: Score): void => {
    if (score.value === null) return;
    expect(score.lower).toBeGreaterThanOrEqual(0);
    expect(score.lower).toBeLessThanOrEqual(score.value);
    expect(score.value).toBeLessThanOrEqual(score.upper);
    expect(score.upper).toBeLessThanOrEqual(1);
  };
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
      const { scores, calibrationBins } = scored(
        rows.map(({ label, decided }) => one(label, decided)),
        rows.map(({ group }) => String(group)),
      );
      const { macroF1, f1FavorAgainst, accuracy, abstained, expectedCalibrationError } = scores;
      [macroF1, f1FavorAgainst, accuracy, abstained, expectedCalibrationError].forEach(check);
      for (const { precision, recall, f1 } of Object.values(scores.perClass))
        [precision, recall, f1].forEach(check);
      for (const { shareRight } of calibrationBins) check(shareRight);
      expect(JSON.stringify(scores).replaceAll('{"value":null,"lower":null,"upper":null', '')).not.toContain(
        ':null',
      );
    }),
    { numRuns: 60 },
  );
});

/** Texts of several rows, some easy and some hard; probabilities follow the skill, more or less. */
function simulate(random: () => number, options: { nGroups: number; overconfident: number }) {
  const predictions: Prediction[] = [];
  const groups: string[] = [];
  for (let g = 0; g < options.nGroups; g++) {
    const skill = 0.45 + 0.5 * random();
    const size = 1 + Math.floor(6 * random() ** 2);
    for (let i = 0; i < size; i++) {
      const u = random();
      const label = u < 0.2 ? 0 : u < 0.75 ? 1 : 2;
      const p = Math.min(0.97, skill + options.overconfident);
      const decided = random() < skill ? label : (label + 1 + (random() < 0.5 ? 0 : 1)) % 3;
      const probabilities = [(1 - p) / 2, (1 - p) / 2, (1 - p) / 2];
      probabilities[decided] = p;
      predictions.push({ label, decided: random() < 0.05 ? null : decided, probabilities });
      groups.push(`g${g}`);
    }
  }
  return { predictions, groups };
}

test.each([
  [12, 0],
  [60, 0.15],
])(
  'intervals of %i groups at .95 cover the truth in at least .91 of 300 samples',
  (nGroups, overconfident) => {
    const names = ['macroF1', 'f1FavorAgainst', 'accuracy', 'abstained', 'expectedCalibrationError'] as const;
    const big = simulate(seededRandom(9), { nGroups: 40_000, overconfident });
    const truth = evaluationScores(big.predictions, big.groups, { ...options, resamples: 1 }).scores;
    const random = seededRandom(5);
    const hits = new Map<string, number>();
    const seen = new Map<string, number>();
    for (let run = 0; run < 300; run++) {
      const sample = simulate(random, { nGroups, overconfident });
      const found = evaluationScores(sample.predictions, sample.groups, {
        ...options,
        resamples: 200,
      }).scores;
      for (const name of names) {
        const score = found[name];
        if (score.value === null) continue;
        seen.set(name, (seen.get(name) ?? 0) + 1);
        const true_ = truth[name].value ?? Number.NaN;
        if (score.lower <= true_ && true_ <= score.upper) hits.set(name, (hits.get(name) ?? 0) + 1);
      }
    }
    for (const name of names) {
      expect(seen.get(name), name).toBeGreaterThan(290);
      expect((hits.get(name) ?? 0) / (seen.get(name) ?? 1), name).toBeGreaterThan(0.91);
    }
  },
);
