import { describe, expect, test } from 'vitest';
import golden from '../../test/golden/claims.json' with { type: 'json' };
import { CLAIM_VERDICTS } from '../domain/claim.ts';
import type { EventVerdict } from '../domain/finding.ts';
import {
  atMost,
  type ClaimReading,
  decidingPart,
  enoughParts,
  isChangeShown,
  readEvent,
  readNumber,
  sideProbabilities,
  withinProbabilities,
} from './claim-verdict.ts';

const of = (value: number, half: number) => ({
  value,
  interval: { lower: value - half, upper: value + half, level: 0.95 },
});

describe('how clearly a number lies on a side', () => {
  test.each(golden.sides)('agrees with SciPy: $value ± $half against $threshold', (row) => {
    const found = sideProbabilities(of(row.value, row.half), row.threshold, row.side === 1 ? 1 : -1);
    expect(found.pFor).toBeCloseTo(row.pFor, 5);
    expect(found.pAgainst).toBeCloseTo(row.pAgainst, 5);
  });

  test.each([
    [0.2, 0.1, 0.1],
    [0.2, 0.1, 0.11],
    [-0.2, 0.3, 0.1],
    [0.05, 0.02, 0.04],
  ])('the test and the interval say the same at its level: %d ± %d against %d', (value, half, threshold) => {
    const { pFor, pAgainst } = sideProbabilities(of(value, half), threshold, 1);
    expect(pFor < 0.05 - 1e-6).toBe(value - half > threshold + 1e-9);
    expect(pAgainst < 0.05 - 1e-6).toBe(value + half < threshold - 1e-9);
  });

  test('of an interval that is not symmetric the limit on the side of the threshold counts', () => {
    const skew = { value: 0.1, interval: { lower: 0.05, upper: 0.9, level: 0.95 } };
    expect(sideProbabilities(skew, 0, 1).pFor).toBeLessThan(0.001);
    expect(sideProbabilities(skew, 0.5, -1).pFor).toBeGreaterThan(0.3);
  });

  test('no change: both limits within the margin show it, an interval beyond it refutes it', () => {
    expect(withinProbabilities(of(0.01, 0.05), 0.1).pFor).toBeLessThan(0.05);
    expect(withinProbabilities(of(0.01, 0.2), 0.1).pFor).toBeGreaterThan(0.05);
    expect(withinProbabilities(of(0.01, 0.2), 0.1).pAgainst).toBeGreaterThan(0.05);
    expect(withinProbabilities(of(-0.4, 0.1), 0.1).pAgainst).toBeLessThan(0.05);
  });
});

test('of several parts all must be shown, and one that fails is enough with all counted', () => {
  const parts = [
    { pFor: 0.001, pAgainst: 1 },
    { pFor: 0.04, pAgainst: 0.98 },
    { pFor: 1, pAgainst: 0.01 },
  ];
  expect(enoughParts(parts)).toEqual({ pFor: 1, pAgainst: 0.03 });
  expect(enoughParts(parts.slice(0, 2))).toEqual({ pFor: 0.04, pAgainst: 1 });
});

test.each(golden.partialConjunction)(
  'partial conjunction by its definition: at least $least of $p',
  ({ p, least, value }) => {
    const holding = p.map((pFor) => ({ pFor, pAgainst: 1 }));
    expect(enoughParts(holding, least).pFor).toBeCloseTo(value, 12);
    // Refuted where at least so many fail that fewer than are needed are left.
    const failing = p.map((pAgainst) => ({ pFor: 1, pAgainst }));
    expect(enoughParts(failing, p.length - least + 1).pAgainst).toBeCloseTo(value, 12);
  },
);

test('a claim about some of its parts counts those that are left (partial conjunction)', () => {
  const parts = [0.001, 0.004, 0.3, 0.8].map((pFor) => ({ pFor, pAgainst: 1 - pFor }));
  expect(enoughParts(parts, 1).pFor).toBeCloseTo(0.004, 12);
  expect(enoughParts(parts, 2).pFor).toBeCloseTo(0.012, 12);
  expect(enoughParts(parts, 3).pFor).toBeCloseTo(0.6, 12);
  expect(enoughParts(parts, 2).pAgainst).toBe(1);
  const failing = [0.001, 0.002, 0.003, 1].map((pAgainst) => ({ pFor: 1, pAgainst }));
  expect(enoughParts(failing, 2).pAgainst).toBeCloseTo(0.006, 12);
  expect(enoughParts(failing, 1).pAgainst).toBe(1);
});

describe('the rules', () => {
  test.each<[number, number, boolean, ClaimReading['verdict'], ClaimReading['rule']]>([
    [0.05, 1, true, 'supported', 'beyond'],
    [0.050001, 1, true, 'cannot-separate', 'overlaps'],
    [1, 0.05, true, 'contradicted', 'opposite'],
    [1, 0.050001, true, 'cannot-separate', 'overlaps'],
    [0.001, 1, false, 'cannot-separate', 'annotator-error'],
    [1, 0.001, false, 'cannot-separate', 'annotator-error'],
    [1, 1, false, 'cannot-separate', 'overlaps'],
  ])('for %d, against %d, band %s: %s, %s', (pFor, pAgainst, bandHolds, verdict, rule) => {
    expect(readNumber({ pFor, pAgainst }, { alpha: 0.05, bandHolds })).toEqual({ verdict, rule });
  });

  test.each<[EventVerdict, boolean, ClaimReading['verdict'], ClaimReading['rule'], boolean]>([
    ['supported', true, 'supported', 'event-moved', true],
    ['supported', false, 'contradicted', 'event-opposite', true],
    ['contradicted', true, 'supported', 'event-moved', true],
    ['contradicted', false, 'contradicted', 'event-opposite', true],
    ['cannot-separate', true, 'cannot-separate', 'event-rivals', true],
    ['other-date', true, 'cannot-separate', 'event-other-date', true],
    ['gradual', true, 'cannot-separate', 'event-gradual', true],
    ['unconfirmed', true, 'cannot-separate', 'event-unconfirmed', false],
    ['no-change-seen', true, 'cannot-separate', 'event-no-change', false],
    ['no-change-seen', false, 'cannot-separate', 'event-no-change', false],
    ['not-tested', true, 'not-estimable', 'event-not-tested', false],
    ['not-estimable', true, 'not-estimable', 'too-little', false],
  ])('an event that is %s, direction as stated: %s → %s, %s', (event, isStated, verdict, rule, isShown) => {
    expect(readEvent(event, isStated)).toEqual({ verdict, rule });
    expect(isChangeShown(event)).toBe(isShown);
  });

  const reading = (verdict: ClaimReading['verdict']): ClaimReading => ({ verdict, rule: 'overlaps' });

  test('a ceiling takes support away and nothing else', () => {
    const ceiling: ClaimReading = { verdict: 'cannot-separate', rule: 'change-not-shown' };
    for (const verdict of CLAIM_VERDICTS) {
      expect(atMost(reading(verdict), null)).toEqual(reading(verdict));
      expect(atMost(reading(verdict), ceiling)).toEqual(verdict === 'supported' ? ceiling : reading(verdict));
    }
  });

  test.each([
    ['a contradiction decides', ['supported', 'no-data', 'contradicted'], [0.01, null, 1], 2],
    ['then what has no data', ['cannot-separate', 'not-estimable', 'no-data'], [0.5, null, null], 2],
    ['then what is not estimable', ['supported', 'not-estimable'], [0.01, null], 1],
    ['of doubts the greatest', ['cannot-separate', 'cannot-separate', 'supported'], [0.2, 0.6, 0.01], 1],
    ['of supports the least clear', ['supported', 'supported'], [0.01, 0.001], 0],
  ] as const)('of several parts %s', (_, verdicts, pFor, at) => {
    const parts = verdicts.map((verdict, i) => {
      const p = pFor[i] ?? null;
      return { ...reading(verdict), test: p === null ? null : { pFor: p, pAgainst: 1 - p } };
    });
    expect(decidingPart(parts)).toBe(at);
  });
});
