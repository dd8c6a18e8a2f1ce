import { expect, test } from 'vitest';
import { type PowerDesign, plannedPower } from './planned-power.ts';
import { seededRandom } from './random.ts';

const DESIGN: PowerDesign = {
  nPeriods: 104,
  mentionsPerPeriod: 400,
  unitVariance: 0.64,
  codedVariance: 0.55,
  processVariance: 0,
  autocorrelation: 0,
  nCodings: null,
  explained: 0.3,
};
const power = (design: Partial<PowerDesign>, looks = 1) =>
  plannedPower(
    { ...DESIGN, ...design },
    { confidenceLevel: 0.95, power: 0.8, looks, random: seededRandom(1) },
  );

test('without a process the step at a known date is the difference before and after', () => {
  const { levelDifference, stepAtEvent } = power({});
  // (1.96 + 0.8416) · √(2 · 0.64 / 20,800)
  expect(levelDifference).toBeCloseTo(0.02198, 5);
  expect(stepAtEvent).toBeCloseTo(levelDifference, 6);
});

test('a date to be found, more tests, noise and its autocorrelation each cost something', () => {
  const plain = power({});
  expect(plain.stepAtAnyDate!).toBeGreaterThan(plain.stepAtEvent!);
  expect(power({}, 20).stepAtEvent!).toBeGreaterThan(plain.stepAtEvent!);
  const noisy = power({ processVariance: 0.0004 });
  expect(noisy.stepAtEvent!).toBeGreaterThan(plain.stepAtEvent!);
  const slow = power({ processVariance: 0.0004, autocorrelation: 0.6 });
  expect(slow.stepAtEvent!).toBeGreaterThan(noisy.stepAtEvent!);
});

test('few codings bound what can be seen, however many mentions there are', () => {
  const few = power({ nCodings: 100, mentionsPerPeriod: 1e6 });
  const many = power({ nCodings: 1000, mentionsPerPeriod: 1e6 });
  expect(few.levelDifference / many.levelDifference).toBeCloseTo(Math.sqrt(10), 1);
});

test('a series with fewer than six periods on a side has no step', () => {
  expect(power({ nPeriods: 10 })).toMatchObject({ stepAtEvent: null, stepAtAnyDate: null });
});
