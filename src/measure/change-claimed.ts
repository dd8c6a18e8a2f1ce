import type { Decomposition, DecompositionLevel } from '../domain/decomposition.ts';
import type { CellCounts, Estimated } from '../domain/estimate.ts';
import type { EventContrast } from '../domain/finding.ts';
import type { ChangeClaim, DriverClaim, OrderClaim } from '../study/claim-config.ts';
import { cellCounts } from './cell-counts.ts';
import {
  bandClears,
  type ClaimNumber,
  type ClaimNumbers,
  cautiousDifference,
  missingNumber,
  plainNumber,
} from './claim-numbers.ts';
import {
  type ClaimReading,
  isChangeShown,
  readEvent,
  sideProbabilities,
  withinProbabilities,
} from './claim-verdict.ts';

/** The step of each class at the event, with what its test says. */
export function changeNumbers(claim: ChangeClaim, numbers: ClaimNumbers): ClaimNumber[] {
  return claim.classes.map((name) => changeNumber(claim, name, numbers));
}

function changeNumber(claim: ChangeClaim, name: string, numbers: ClaimNumbers): ClaimNumber {
  const { direction, by } = claim;
  const side = direction === 'fall' ? -1 : 1;
  const event = contrastOf(numbers, { ...claim, class: name });
  const estimate = event?.step ?? event?.effect ?? null;
  const of = {
    boundTo: `events/${claim.event}/${claim.target}/${name}/step`,
    classes: [name],
    threshold: direction === 'none' ? by : 0 + side * by,
  };
  if (event?.effect.kind !== 'estimate') return missingNumber(of, event?.effect ?? null, numbers);
  if (estimate?.kind !== 'estimate') {
    const missing = missingNumber({ ...of, event }, estimate, numbers);
    return { ...missing, settled: readEvent('not-tested', true) };
  }
  const isStated = Math.sign(estimate.value) === side;
  const counted = event.pAdjusted ?? 1;
  const reading = readEvent(event.verdict, isStated);
  const common = { ...plainNumber, ...of, estimate, event };
  if (direction === 'none') return { ...common, test: withinProbabilities(estimate, by) };
  const bandHolds = bandClears(event.effect, of.threshold);
  if (by > 0) {
    const { pFor, pAgainst } = sideProbabilities(estimate, of.threshold, side);
    return { ...common, test: { pFor: Math.max(pFor, counted), pAgainst }, settled: reading, bandHolds };
  }
  const isShown = reading.verdict === 'supported' || reading.verdict === 'contradicted';
  return {
    ...common,
    test: isShown ? { pFor: isStated ? counted : 1, pAgainst: isStated ? 1 : counted } : null,
    settled: reading,
    isCounted: true,
    bandHolds,
  };
}

/** What the theme added to the change. */
export function driverNumber(claim: DriverClaim, numbers: ClaimNumbers): ClaimNumber {
  const side = claim.direction === 'fall' ? -1 : 1;
  const event = contrastOf(numbers, claim);
  const split = splitOf(numbers, claim);
  const level = split?.levels.find((one) => one.level === claim.theme);
  const of = {
    boundTo: `decompositions/${claim.event}/${claim.target}/${claim.class}/theme/${claim.theme}`,
    classes: [claim.class],
    threshold: 0 + side * claim.by,
    event,
  };
  if (split === null || level === undefined) return missingNumber(of, event?.effect ?? null, numbers);
  const estimate = contributionEstimate(split, [level], level.contribution);
  return {
    ...plainNumber,
    ...of,
    estimate,
    test: sideProbabilities(estimate, of.threshold, side),
    settled: changeCeiling(event, side),
    isCorrectable: false,
  };
}

/** How each two neighbours of the order differ in what they added. */
export function orderNumbers(claim: OrderClaim, numbers: ClaimNumbers): ClaimNumber[] {
  const side = claim.direction === 'fall' ? -1 : 1;
  const event = contrastOf(numbers, claim);
  const split = splitOf(numbers, claim);
  return claim.themes.slice(1).map((theme, i) => {
    const before = claim.themes[i] as string;
    const of = {
      boundTo: `decompositions/${claim.event}/${claim.target}/${claim.class}/theme/${before}−${theme}`,
      classes: [claim.class],
      threshold: 0,
      event,
    };
    const [a, b] = [before, theme].map((id) => split?.levels.find((one) => one.level === id));
    if (split === null || a === undefined || b === undefined)
      return missingNumber(of, event?.effect ?? null, numbers);
    const { level } = a.contribution.interval;
    const difference = cautiousDifference([a.contribution, b.contribution], level);
    const estimate = contributionEstimate(split, [a, b], difference);
    return {
      ...plainNumber,
      ...of,
      estimate,
      test: sideProbabilities(estimate, 0, side),
      settled: changeCeiling(event, side),
      isCorrectable: false,
    };
  });
}

/** A contribution supports nothing where no change in its direction is shown. */
function changeCeiling(event: EventContrast | null, side: 1 | -1): ClaimReading | null {
  const effect = event?.step?.kind === 'estimate' ? event.step : event?.effect;
  const isShown =
    event !== null &&
    effect?.kind === 'estimate' &&
    isChangeShown(event.verdict) &&
    Math.sign(effect.value) === side;
  return isShown ? null : { verdict: 'cannot-separate', rule: 'change-not-shown' };
}

function contributionEstimate(
  { change, from, to }: Decomposition,
  levels: readonly DecompositionLevel[],
  of: Pick<Estimated, 'value' | 'standardError' | 'interval'>,
): Estimated {
  const { value, standardError, interval } = of;
  const sum = (count: (counts: CellCounts) => number): number =>
    levels.reduce(
      (total, one) => total + count(cellCounts(one.shareBefore)) + count(cellCounts(one.shareAfter)),
      0,
    );
  const nDocuments = sum((one) => one.nDocuments);
  return {
    kind: 'estimate',
    period: { start: from.start, end: to.end },
    value,
    standardError,
    interval,
    effectiveSampleSize: change.kind === 'estimate' ? change.effectiveSampleSize : nDocuments,
    nDocuments,
    nAuthors: sum((one) => one.nAuthors),
    nClusters: sum((one) => one.nClusters),
    method: change.kind === 'estimate' ? `contribution; ${change.method}` : 'contribution',
    correction: 'none',
    mix: 'observed',
  };
}

interface ChangePlace {
  readonly event: string;
  readonly target: string;
  readonly class: string;
}

function contrastOf({ events }: ClaimNumbers, of: ChangePlace): EventContrast | null {
  return (
    events.find(
      (one) => one.event === of.event && one.target === of.target && one.stratum['class'] === of.class,
    ) ?? null
  );
}

function splitOf({ decompositions }: ClaimNumbers, of: ChangePlace): Decomposition | null {
  return (
    decompositions.find(
      (one) =>
        one.dimension === 'theme' &&
        one.event === of.event &&
        one.target === of.target &&
        one.stratum['class'] === of.class,
    ) ?? null
  );
}
