import type { WouldChange } from '../domain/claim.ts';
import type { Estimated } from '../domain/estimate.ts';
import { normalQuantile } from '../stats/normal.ts';
import type { StudyConfig } from '../study/config.ts';
import { cellCounts } from './cell-counts.ts';
import type { ClaimNumber, ClaimNumbers } from './claim-numbers.ts';
import type { ClaimReading } from './claim-verdict.ts';

/** Chance of seeing an effect of the size that is named. */
const POWER = 0.8;
/** More than this cannot be collected; nothing is named. */
const MOST = 1e9;

interface WouldChangeOptions {
  readonly alpha: number;
  /** Claims that count for each other. */
  readonly nTests: number;
  readonly study: Pick<StudyConfig, 'measure'>;
  readonly numbers: ClaimNumbers;
}

/** What would change the verdict that a number led to. */
export function wouldChange(
  number: ClaimNumber,
  { verdict, rule }: ClaimReading,
  options: WouldChangeOptions,
): WouldChange[] {
  const { estimate, event, classes } = number;
  switch (verdict) {
    case 'no-data':
      return missing(classes, options).map((name) => ({ kind: 'missing-class', class: name }));
    case 'not-estimable':
      return estimate.kind === 'not-estimable' ? shortOf(number, options) : [];
    case 'cannot-separate':
      if (estimate.kind === 'not-estimable') return [];
      return [
        ...(event !== null && event.inseparableFrom.length > 0 && rule === 'event-rivals'
          ? [{ kind: 'rivals' as const, events: event.inseparableFrom }]
          : []),
        ...(rule === 'annotator-error' ? [] : detectable(number, estimate, options)),
        ...moreCodings(number, estimate, options),
      ];
    case 'supported':
    case 'contradicted':
      return estimate.kind === 'estimate' && estimate.correction === 'none' && number.isCorrectable
        ? [{ kind: 'label-error', value: Math.abs(estimate.value - number.threshold) }]
        : [];
  }
}

/** Classes without a document; where all have some, those that do not name the target cannot be told apart. */
function missing(classes: readonly string[], { numbers }: WouldChangeOptions): readonly string[] {
  const empty = classes.filter((name) => numbers.nDocuments(name) === 0);
  return empty.length === 0 ? classes : empty;
}

/** What a cell lacks of what the study asks for. */
function shortOf({ estimate, classes }: ClaimNumber, { study }: WouldChangeOptions): WouldChange[] {
  const { minimumMentions, minimumAuthors } = study.measure;
  const { nDocuments, nAuthors, nClusters } = cellCounts(estimate);
  const mentions = minimumMentions - nDocuments;
  const authors = minimumAuthors - Math.max(nAuthors, nClusters);
  return classes.flatMap((name): WouldChange[] => [
    ...(mentions > 0 ? [{ kind: 'more-mentions' as const, class: name, count: mentions }] : []),
    ...(authors > 0 ? [{ kind: 'more-authors' as const, class: name, count: authors }] : []),
  ]);
}

/** The |z| that one of all claims reaches at most with the stated chance, and with what is added for power. */
const critical = ({ alpha, nTests }: WouldChangeOptions): number => normalQuantile(1 - alpha / nTests / 2);

function detectable(
  { event, threshold, ratio, classes, isCounted }: ClaimNumber,
  { value, standardError, nDocuments }: Estimated,
  options: WouldChangeOptions,
): WouldChange[] {
  if (ratio !== undefined) return [];
  const z = critical(options);
  const size = isCounted
    ? (event?.minimumDetectableEffect ?? null)
    : (z + normalQuantile(POWER)) * standardError;
  const distance = Math.abs(value - threshold);
  const factor = ((z * standardError) / distance) ** 2;
  const count = Math.ceil(nDocuments * (factor - 1));
  return [
    ...(size === null ? [] : [{ kind: 'minimum-detectable' as const, value: size }]),
    ...(isCounted || !(count > 0 && count <= MOST)
      ? []
      : classes.map((name) => ({ kind: 'more-mentions' as const, class: name, count }))),
  ];
}

/**
 * So many codings, drawn at random, would tell the number from the threshold by themselves. A coded value lies in −1…1, so its variance is
 * at most 1; a difference of classes or of two sides of an event has one such mean for each. Nothing is said where there are not as many mentions.
 */
function moreCodings(
  { threshold, classes, event, isCorrectable }: ClaimNumber,
  { value, correction, nDocuments }: Estimated,
  options: WouldChangeOptions,
): WouldChange[] {
  const distance = Math.abs(value - threshold);
  if (correction !== 'none' || !isCorrectable || distance === 0) return [];
  const nSides = event === null ? 1 : 2;
  const count = nSides * Math.ceil(nSides * classes.length * (critical(options) / distance) ** 2);
  return count > nDocuments ? [] : classes.map((name) => ({ kind: 'codings', class: name, count }));
}
