import type { GapClaim, LevelClaim, TrendClaim } from '../study/claim-config.ts';
import {
  bandClears,
  type ClaimNumber,
  type ClaimNumbers,
  missingNumber,
  plainNumber,
} from './claim-numbers.ts';
import { type ClaimSpan, gapSpans, inSpan, inSpans, spanName } from './claim-spans.ts';
import { sideProbabilities, withinProbabilities } from './claim-verdict.ts';
import { gapBand, levelDifference } from './level-difference.ts';

/** How the balance of each class differs between the days of a trend. */
export function trendNumbers(claim: TrendClaim, numbers: ClaimNumbers): ClaimNumber[] {
  const { target, direction, by } = claim;
  const side = direction === 'fall' ? -1 : 1;
  const span: ClaimSpan = { first: claim.from, second: claim.to, regions: null };
  return claim.classes.map((name) => {
    const estimate = inSpan(numbers.spans, { ...span, target, class: name });
    const of = {
      boundTo: `spans/${target}/${name}/${spanName(span)}`,
      classes: [name],
      threshold: direction === 'none' ? by : 0 + side * by,
    };
    if (estimate?.kind !== 'estimate') return missingNumber(of, estimate, numbers);
    return {
      ...plainNumber,
      ...of,
      estimate,
      test:
        direction === 'none'
          ? withinProbabilities(estimate, by)
          : sideProbabilities(estimate, of.threshold, side),
      bandHolds: direction === 'none' ? bandWithin(estimate, by) : bandClears(estimate, of.threshold),
    };
  });
}

/** The level of each class in each of the days named. */
export function periodLevelNumbers(claim: LevelClaim, numbers: ClaimNumbers): ClaimNumber[] {
  const { target, threshold } = claim;
  return (claim.periods ?? []).flatMap((first) =>
    claim.classes.map((name) => {
      const span: ClaimSpan = { first, second: null, regions: null };
      const estimate = inSpan(numbers.spans, { ...span, target, class: name });
      const of = { boundTo: `spans/${target}/${name}/${spanName(span)}`, classes: [name], threshold };
      if (estimate?.kind !== 'estimate') return missingNumber(of, estimate, numbers);
      return {
        ...plainNumber,
        ...of,
        estimate,
        test: sideProbabilities(estimate, threshold, claim.is === 'above' ? 1 : -1),
        bandHolds: bandClears(estimate, threshold),
      };
    }),
  );
}

/** The gap in each of the days named, or between two targets or groups of places; empty where it is a plain one. */
export function spanGapNumbers(claim: GapClaim, numbers: ClaimNumbers): ClaimNumber[] {
  const side = claim.is === 'higher' ? 1 : -1;
  const { target, thanTarget = target } = claim;
  return gapSpans(claim, numbers.period).map(([own, other]) => {
    const [first, second] = inSpans(numbers.spans, [
      { ...own, target, class: claim.class },
      { ...other, target: thanTarget, class: claim.than },
    ]);
    const of = {
      boundTo: `spans/${target}/${claim.class}/${spanName(own)}−${thanTarget}/${claim.than}/${spanName(other)}`,
      classes: [claim.class, claim.than],
      threshold: 0 + side * claim.by,
    };
    const estimate = levelDifference(first, second);
    if (estimate?.kind !== 'estimate') {
      const least = [first, second].find((one) => one?.kind !== 'estimate') ?? estimate;
      return missingNumber(of, least ?? null, numbers);
    }
    return {
      ...plainNumber,
      ...of,
      estimate,
      isCorrectable: own.regions === null && other.regions === null,
      test: sideProbabilities(estimate, of.threshold, side),
      bandHolds: bandClears(estimate, of.threshold, gapBand(estimate, [first, second])),
    };
  });
}

/** Whether a band lies on the same side of both margins as the number. */
function bandWithin(estimate: Parameters<typeof bandClears>[0], margin: number): boolean {
  return bandClears(estimate, margin) && bandClears(estimate, -margin);
}
