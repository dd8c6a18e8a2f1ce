import type { ClaimRule, ClaimVerdict } from '../domain/claim.ts';
import type { Interval } from '../domain/estimate.ts';
import type { EventVerdict } from '../domain/finding.ts';
import { normalCumulative, normalQuantile } from '../stats/normal.ts';

/** A verdict with the rule that gave it. */
export interface ClaimReading {
  readonly verdict: ClaimVerdict;
  readonly rule: ClaimRule;
}

/** Chances of a number as clear: if the claim is false, and if it is true. Doubled, so that each agrees with a two-sided interval. */
export interface ClaimProbabilities {
  readonly pFor: number;
  readonly pAgainst: number;
}

/** A number and the interval it has. */
export interface IntervalOf {
  readonly value: number;
  readonly interval: Interval;
}

/**
 * How clearly a number lies on one side of a threshold. The standard error is that which the limit of the interval on the side
 * of the threshold implies, so that at the interval's own level the test and the interval say the same.
 * @param side 1 = claimed above the threshold, −1 = below
 */
export function sideProbabilities(
  { value, interval }: IntervalOf,
  threshold: number,
  side: 1 | -1,
): ClaimProbabilities {
  const limit = value >= threshold ? interval.lower : interval.upper;
  const standardError = Math.abs(value - limit) / normalQuantile((1 + interval.level) / 2);
  const distance = side * (value - threshold);
  const z = standardError > 0 ? distance / standardError : distance === 0 ? 0 : Math.sign(distance) * 1e3;
  return {
    pFor: Math.min(1, 2 * normalCumulative(-z)),
    pAgainst: Math.min(1, 2 * normalCumulative(z)),
  };
}

/** How clearly a number lies within, or beyond, `margin` of 0: two one-sided tests (Schuirmann 1987). */
export function withinProbabilities(of: IntervalOf, margin: number): ClaimProbabilities {
  const [below, above] = [sideProbabilities(of, margin, -1), sideProbabilities(of, -margin, 1)];
  return {
    pFor: Math.max(below.pFor, above.pFor),
    pAgainst: Math.min(1, Math.min(below.pAgainst, above.pAgainst)),
  };
}

/**
 * Of a claim that must hold in at least `least` of its parts (partial conjunction, Benjamini and Heller 2008, by Bonferroni): that many must
 * be shown, and it is refuted where so many fail that fewer are left. With all parts it is the largest p-value against the smallest times
 * their number.
 */
export function enoughParts(parts: readonly ClaimProbabilities[], least = parts.length): ClaimProbabilities {
  const n = parts.length;
  const ordered = (of: 'pFor' | 'pAgainst'): number[] => parts.map((part) => part[of]).sort((a, b) => a - b);
  return {
    pFor: Math.min(1, (n - least + 1) * (ordered('pFor')[least - 1] as number)),
    pAgainst: Math.min(1, least * (ordered('pAgainst')[n - least] as number)),
  };
}

/**
 * What a tested number says.
 * @param bandHolds whether the annotator's error band, where there is one, lies on the same side; true where codings correct
 */
export function readNumber(
  { pFor, pAgainst }: ClaimProbabilities,
  { alpha, bandHolds }: { readonly alpha: number; readonly bandHolds: boolean },
): ClaimReading {
  if (pFor > alpha && pAgainst > alpha) return { verdict: 'cannot-separate', rule: 'overlaps' };
  if (!bandHolds) return { verdict: 'cannot-separate', rule: 'annotator-error' };
  return pFor <= alpha
    ? { verdict: 'supported', rule: 'beyond' }
    : { verdict: 'contradicted', rule: 'opposite' };
}

/**
 * What the test of an event says of a change in a direction. The test has counted all events, targets and classes; its own verdict is about
 * the direction that the event expects, so only whether a change stands is taken from it.
 * @param isStated whether the step goes in the direction of the claim
 */
export function readEvent(verdict: EventVerdict, isStated: boolean): ClaimReading {
  switch (verdict) {
    case 'supported':
    case 'contradicted':
      return isStated
        ? { verdict: 'supported', rule: 'event-moved' }
        : { verdict: 'contradicted', rule: 'event-opposite' };
    case 'cannot-separate':
      return { verdict: 'cannot-separate', rule: 'event-rivals' };
    case 'other-date':
      return { verdict: 'cannot-separate', rule: 'event-other-date' };
    case 'gradual':
      return { verdict: 'cannot-separate', rule: 'event-gradual' };
    case 'unconfirmed':
      return { verdict: 'cannot-separate', rule: 'event-unconfirmed' };
    case 'no-change-seen':
      return { verdict: 'cannot-separate', rule: 'event-no-change' };
    case 'not-tested':
      return { verdict: 'not-estimable', rule: 'event-not-tested' };
    case 'not-estimable':
      return { verdict: 'not-estimable', rule: 'too-little' };
  }
}

/** Whether the test of an event shows that the balance changed in its window, whatever the date or the cause. */
export function isChangeShown(verdict: EventVerdict): boolean {
  return ['supported', 'contradicted', 'cannot-separate', 'other-date', 'gradual'].includes(verdict);
}

/** A reading that may not be better than `ceiling`: support needs both, a contradiction stands by itself. */
export function atMost(reading: ClaimReading, ceiling: ClaimReading | null): ClaimReading {
  if (ceiling === null || ceiling.verdict === 'supported' || reading.verdict !== 'supported') return reading;
  return ceiling;
}

const RANK: readonly ClaimVerdict[] = [
  'contradicted',
  'no-data',
  'not-estimable',
  'cannot-separate',
  'supported',
];

/**
 * Place of the part that decides a claim about all parts: one that contradicts, else one of which least is known; of several the clearest
 * contradiction, else the least clear support.
 */
export function decidingPart(
  parts: readonly (ClaimReading & { readonly test: ClaimProbabilities | null })[],
): number {
  const ranks = parts.map(({ verdict }) => RANK.indexOf(verdict));
  const lowest = Math.min(...ranks);
  const doubt = parts.map(({ verdict, test }) =>
    verdict === 'contradicted' ? 1 - (test?.pAgainst ?? 1) : (test?.pFor ?? 1),
  );
  const most = Math.max(...doubt.filter((_, i) => ranks[i] === lowest));
  return ranks.findIndex((rank, i) => rank === lowest && doubt[i] === most);
}
