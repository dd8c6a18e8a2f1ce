import type { ClassContrast } from '../domain/class-contrast.ts';
import type { Estimate } from '../domain/estimate.ts';
import { normalCumulative } from '../stats/normal.ts';
import type { GapClaim, LevelClaim, OmissionClaim } from '../study/claim-config.ts';
import {
  bandClears,
  type ClaimNumber,
  type ClaimNumbers,
  missingNumber,
  plainNumber,
} from './claim-numbers.ts';
import { type ClaimProbabilities, sideProbabilities } from './claim-verdict.ts';
import { gapBand, levelDifference } from './level-difference.ts';
import { periodLevelNumbers } from './period-claimed.ts';

/** The level of each class beside the number it is compared with. */
export function levelNumbers(claim: LevelClaim, numbers: ClaimNumbers): ClaimNumber[] {
  if (claim.periods !== undefined) return periodLevelNumbers(claim, numbers);
  return claim.classes.map((name) => {
    const level = levelOf(numbers, { ...claim, class: name });
    const boundTo = `levels/${claim.target}/${name}/${claim.measure}`;
    const of = { boundTo, measure: claim.measure, classes: [name], threshold: claim.threshold };
    if (level?.kind !== 'estimate') return missingNumber(of, level, numbers);
    return {
      ...plainNumber,
      ...of,
      estimate: level,
      test: sideProbabilities(level, claim.threshold, claim.is === 'above' ? 1 : -1),
      bandHolds: bandClears(level, claim.threshold),
    };
  });
}

/** The net balance of one class less that of another: of corrected levels where codings correct both, else over the same periods. */
export function gapNumber(claim: GapClaim, numbers: ClaimNumbers): ClaimNumber {
  const side = claim.is === 'higher' ? 1 : -1;
  const [first, second] = [claim.class, claim.than].map((name) =>
    levelOf(numbers, { ...claim, measure: 'net-balance', class: name }),
  ) as [Estimate | null, Estimate | null];
  const paired = contrastOf(numbers, { ...claim, measure: 'net-balance', theme: null });
  const isCorrected = [first, second].every((one) => one?.kind === 'estimate' && one.correction === 'dsl');
  const of = {
    boundTo: `${paired === null || isCorrected ? 'levels' : 'classContrasts'}/${claim.target}/${claim.class}−${claim.than}/net-balance`,
    classes: [claim.class, claim.than],
    threshold: 0 + side * claim.by,
  };
  const estimate =
    paired === null || isCorrected ? levelDifference(first, second) : orient(paired, claim.class).difference;
  if (estimate?.kind !== 'estimate') {
    const least = [first, second].find((one) => one?.kind !== 'estimate') ?? estimate;
    return missingNumber(of, least ?? null, numbers);
  }
  return {
    ...plainNumber,
    ...of,
    estimate,
    test: sideProbabilities(estimate, of.threshold, side),
    bandHolds: bandClears(estimate, of.threshold, gapBand(estimate, [first, second])),
  };
}

/** The share of talk of a theme in one class, beside that of another. */
export function omissionNumber(claim: OmissionClaim, numbers: ClaimNumbers): ClaimNumber {
  const { target, theme, than, times } = claim;
  const of = {
    boundTo: `classContrasts/${target}/${claim.class}−${than}/theme-share/${theme}`,
    measure: 'theme-share' as const,
    classes: [claim.class, than],
    threshold: times,
  };
  const found = contrastOf(numbers, { ...claim, measure: 'theme-share', theme });
  if (found === null) {
    const levels = of.classes.map((name) =>
      levelOf(numbers, { target, measure: 'net-balance', class: name }),
    );
    return missingNumber(of, levels.find((one) => one?.kind !== 'estimate') ?? null, numbers);
  }
  const own = orient(found, claim.class);
  if (own.difference.kind !== 'estimate') return missingNumber(of, own.difference, numbers);
  const ratio =
    found.ratio === null ? null : found.classes[0] === claim.class ? inverse(found.ratio) : found.ratio;
  return {
    ...plainNumber,
    ...of,
    estimate: own.difference,
    isCorrectable: false,
    ratio,
    test:
      ratio === null
        ? silenceProbabilities(own, times)
        : sideProbabilities(logged(ratio), Math.log(times), 1),
  };
}

type Ratio = NonNullable<ClassContrast['ratio']>;

const logged = ({ value, interval }: Ratio): Ratio => ({
  value: Math.log(value),
  interval: { ...interval, lower: Math.log(interval.lower), upper: Math.log(interval.upper) },
});

const inverse = ({ value, interval: { lower, upper, level } }: Ratio): Ratio => ({
  value: 1 / value,
  interval: { lower: 1 / upper, upper: 1 / lower, level },
});

/**
 * Where a class never names the theme there is no ratio. The claim is false only if the share of the class is at least that of the
 * other over `times`: either the other's share is really less than half of what was counted, or a share of that half over `times` gave none in as
 * many mentions as the class's are worth. The two chances are added.
 */
function silenceProbabilities({ first, second }: Oriented, times: number): ClaimProbabilities {
  if (first.kind !== 'estimate' || second.kind !== 'estimate') return { pFor: 1, pAgainst: 1 };
  if (first.value > 0) return { pFor: 1, pAgainst: sideProbabilities(first, 0, 1).pFor };
  if (second.value === 0) return { pFor: 1, pAgainst: 1 };
  const half = second.value / 2;
  const isLess = normalCumulative(-half / second.standardError);
  const isSilent = (1 - half / times) ** first.effectiveSampleSize;
  return { pFor: Math.min(1, 2 * (isLess + isSilent)), pAgainst: 1 };
}

/** A contrast with the named class first. */
type Oriented = Pick<ClassContrast, 'first' | 'second' | 'difference'>;

function orient({ classes, first, second, difference }: ClassContrast, name: string): Oriented {
  if (classes[0] === name) return { first, second, difference };
  return { first: second, second: first, difference: negated(difference) };
}

function negated(estimate: Estimate): Estimate {
  if (estimate.kind === 'not-estimable') return estimate;
  const { value, interval } = estimate;
  const { lower, upper, level } = interval;
  return { ...estimate, value: 0 - value, interval: { lower: 0 - upper, upper: 0 - lower, level } };
}

interface LevelPlace {
  readonly target: string;
  readonly class: string;
  readonly measure: LevelClaim['measure'];
}

function levelOf({ levels }: ClaimNumbers, { target, class: name, measure }: LevelPlace): Estimate | null {
  const found = levels.find(
    (one) => one.target === target && one.measure === measure && one.stratum['class'] === name,
  );
  return found?.estimate ?? null;
}

function contrastOf(
  { classContrasts }: ClaimNumbers,
  of: Pick<ClassContrast, 'target' | 'measure' | 'theme'> & { readonly class: string; readonly than: string },
): ClassContrast | null {
  return (
    classContrasts.find(
      ({ target, measure, theme, classes }) =>
        target === of.target &&
        measure === of.measure &&
        theme === of.theme &&
        classes.includes(of.class) &&
        classes.includes(of.than),
    ) ?? null
  );
}
