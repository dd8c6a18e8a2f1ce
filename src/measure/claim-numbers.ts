import type { ClaimPart } from '../domain/claim.ts';
import type { ClassContrast } from '../domain/class-contrast.ts';
import type { Decomposition } from '../domain/decomposition.ts';
import type { ErrorBand, Estimate, Estimated, Period } from '../domain/estimate.ts';
import type { EventContrast, Level } from '../domain/finding.ts';
import { normalQuantile } from '../stats/normal.ts';
import type { MeasuredSpan } from './claim-spans.ts';
import type { ClaimProbabilities, ClaimReading } from './claim-verdict.ts';

/** The numbers of a finding that claims may rest on. */
export interface ClaimNumbers {
  readonly levels: readonly Level[];
  readonly events: readonly EventContrast[];
  readonly classContrasts: readonly ClassContrast[];
  readonly decompositions: readonly Decomposition[];
  /** Balances in the days and places that claims name. */
  readonly spans: readonly MeasuredSpan[];
  /** Of the study. */
  readonly period: Period;
  /** Documents of a class inside the period. */
  readonly nDocuments: (name: string) => number;
}

/** One number of a claim before all claims are counted. */
export interface ClaimNumber
  extends Pick<ClaimPart, 'boundTo' | 'classes' | 'measure' | 'estimate' | 'threshold' | 'ratio'> {
  /** Null = no test: the reading is `settled`. */
  readonly test: ClaimProbabilities | null;
  /** What is said where nothing is tested, or the most that may be said where something is. */
  readonly settled: ClaimReading | null;
  /** The test of an event has counted all tests: its p-value is not adjusted again. */
  readonly isCounted: boolean;
  /** Whether the annotator's error band lies on the side of the number; true where there is none. */
  readonly bandHolds: boolean;
  /** Whether codings would correct it; contributions and shares of talk stay as counted. */
  readonly isCorrectable: boolean;
  /** The event behind it, for its rivals and its smallest detectable step. */
  readonly event: EventContrast | null;
}

/** A number with nothing known beside it yet. */
export const plainNumber = {
  measure: 'net-balance',
  test: null,
  settled: null,
  isCounted: false,
  bandHolds: true,
  isCorrectable: true,
  event: null,
} as const;

/** Whether a band lies wholly on the side of the threshold on which the number lies. */
export function bandClears(
  estimate: Estimated,
  threshold: number,
  band: Pick<ErrorBand, 'lower' | 'upper'> | undefined = estimate.errorBand,
): boolean {
  if (band === undefined || estimate.correction !== 'none') return true;
  return estimate.value >= threshold ? band.lower > threshold : band.upper < threshold;
}

/** What can be said without a number: nothing was collected, or too little. */
function readMissing(
  estimate: Estimate | null,
  classes: readonly string[],
  { nDocuments }: ClaimNumbers,
): ClaimReading {
  const isEmpty = estimate?.kind === 'not-estimable' && estimate.nDocuments === 0;
  return isEmpty || classes.some((name) => nDocuments(name) === 0)
    ? { verdict: 'no-data', rule: 'no-documents' }
    : { verdict: 'not-estimable', rule: 'too-little' };
}

/** A number that is missing, with the counts of the cell that is like it. */
export function missingNumber(
  of: Pick<ClaimNumber, 'boundTo' | 'classes' | 'threshold'> &
    Partial<Pick<ClaimNumber, 'event' | 'measure'>>,
  like: Estimate | null,
  numbers: ClaimNumbers,
): ClaimNumber {
  const { nDocuments = 0, nAuthors = 0, nClusters = 0 } = like ?? {};
  const isCollected = of.classes.every((name) => numbers.nDocuments(name) > 0);
  const reason = isCollected ? 'too-few-mentions' : 'no-collection';
  const estimate: Estimate =
    like?.kind === 'not-estimable'
      ? like
      : { kind: 'not-estimable', period: numbers.period, reason, nDocuments, nAuthors, nClusters };
  return { ...plainNumber, ...of, estimate, settled: readMissing(like, of.classes, numbers) };
}

/** A difference of two numbers whose dependence is not known: the largest standard error that it can have. */
export function cautiousDifference(
  [a, b]: readonly [PartLike, PartLike],
  level: number,
): Pick<Estimated, 'value' | 'standardError' | 'interval'> {
  const value = a.value - b.value;
  const standardError = a.standardError + b.standardError;
  const half = normalQuantile((1 + level) / 2) * standardError;
  return { value, standardError, interval: { lower: value - half, upper: value + half, level } };
}

interface PartLike {
  readonly value: number;
  readonly standardError: number;
}
