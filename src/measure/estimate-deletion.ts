import {
  ADDRESS_OUTCOMES,
  type AddressOutcome,
  DELETION_STANCES,
  type Deletion,
  type DeletionCell,
  type DeletionEstimate,
  type DeletionStance,
} from '../domain/deletion.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import { combinedShares, type WeightedShare } from '../stats/combined-shares.ts';

/** A document that was drawn, and what became of its address. */
export interface RecheckedDocument {
  readonly class: string;
  readonly stance: DeletionStance;
  /** Key of the author, or of the copies where no author is known. */
  readonly author: string;
  readonly outcome: AddressOutcome;
}

/** Documents of a class with a stance, from which was drawn. */
export interface DeletionFrameCell {
  readonly class: string;
  readonly stance: DeletionStance;
  readonly nDocuments: number;
  readonly nAddresses: number;
}

/** How rates are made. */
export interface DeletionOptions {
  readonly confidenceLevel: number;
  /** Classes in which persons speak: cells of fewer than ten authors are withheld. */
  readonly privateClasses: readonly string[];
}

/** Fewest known documents of a rate. */
const FEWEST_KNOWN = 10;

/**
 * Share of documents that are gone, by class and stance. Within a cell documents were drawn at random, so the sample stands for the
 * documents with an address, and Wilson's interval for how far; over classes each counts by its documents with an address, whatever was
 * drawn of it. What is not known is left out of both sides. The contrast is the rate of documents against minus that in favor.
 */
export function estimateDeletion(
  frame: readonly DeletionFrameCell[],
  documents: readonly RecheckedDocument[],
  options: DeletionOptions,
): Pick<Deletion, 'cells' | 'pooled' | 'contrasts'> {
  const counted = frame.map((cell) => countCell(cell, documents, options));
  const classes = [...new Set(frame.map((cell) => cell.class))];
  const { confidenceLevel } = options;
  return {
    cells: counted.map((cell) => publish(cell, options)),
    pooled: DELETION_STANCES.map((stance) => {
      const mine = counted.filter((cell) => cell.stance === stance);
      const usable = mine.filter(({ reason }) => reason === null);
      const rate = usable.length === 0 ? notEstimable(mine) : estimated(weighted(usable, 1), confidenceLevel);
      const of = (cells: readonly CountedCell[]): number =>
        cells.reduce((sum, one) => sum + one.nAddresses, 0);
      return { stance, rate, coverage: usable.length === 0 ? null : of(usable) / of(mine) };
    }),
    contrasts: [
      ...classes.map((name) => ({ class: name, difference: contrast(counted, [name], confidenceLevel) })),
      { class: null, difference: contrast(counted, classes, confidenceLevel) },
    ],
  };
}

interface CountedCell extends DeletionFrameCell {
  readonly outcomes: Readonly<Record<AddressOutcome, number>>;
  readonly nAsked: number;
  readonly nKnown: number;
  readonly nAuthors: number;
  readonly reason: Extract<DeletionEstimate, { kind: 'not-estimable' }>['reason'] | null;
}

function countCell(
  cell: DeletionFrameCell,
  documents: readonly RecheckedDocument[],
  { privateClasses }: DeletionOptions,
): CountedCell {
  const mine = documents.filter((one) => one.class === cell.class && one.stance === cell.stance);
  const outcomes = Object.fromEntries(
    ADDRESS_OUTCOMES.map((outcome) => [outcome, mine.filter((one) => one.outcome === outcome).length]),
  ) as Record<AddressOutcome, number>;
  const known = mine.filter(({ outcome }) => isKnown(outcome));
  const nAuthors = new Set(known.map(({ author }) => author)).size;
  const isThin = privateClasses.includes(cell.class) && nAuthors > 0 && nAuthors < CELL_AUTHORS;
  const reason =
    cell.nAddresses === 0
      ? 'no-addresses'
      : isThin
        ? 'withheld'
        : known.length < FEWEST_KNOWN
          ? 'too-few-answers'
          : null;
  return { ...cell, outcomes, nAsked: mine.length, nKnown: known.length, nAuthors, reason };
}

function isKnown(outcome: AddressOutcome): boolean {
  return outcome === 'there' || outcome === 'changed' || outcome === 'gone';
}

function publish(cell: CountedCell, { confidenceLevel }: DeletionOptions): DeletionCell {
  const { class: name, stance, nDocuments, nAddresses, nAsked, nAuthors, outcomes, reason } = cell;
  const place = { class: name, stance };
  if (reason === 'withheld')
    return {
      ...place,
      nDocuments: null,
      nAddresses: null,
      nAsked: null,
      nAuthors: null,
      outcomes: null,
      rate: { kind: 'not-estimable', reason },
      bounds: null,
    };
  const { gone } = outcomes;
  return {
    ...place,
    nDocuments,
    nAddresses,
    nAsked,
    nAuthors,
    outcomes,
    rate:
      reason === null ? estimated(weighted([cell], 1), confidenceLevel) : { kind: 'not-estimable', reason },
    bounds: reason === null ? [gone / nAsked, (gone + outcomes.login + outcomes.unreachable) / nAsked] : null,
  };
}

/** Cells as shares that sum to `sign`, each by its documents with an address. */
function weighted(cells: readonly CountedCell[], sign: 1 | -1): WeightedShare[] {
  const total = cells.reduce((sum, { nAddresses }) => sum + nAddresses, 0);
  return cells.map(({ outcomes, nKnown, nAddresses }) => ({
    hits: outcomes.gone,
    n: nKnown,
    weight: (sign * nAddresses) / total,
  }));
}

function estimated(parts: readonly WeightedShare[], level: number): DeletionEstimate {
  const { value, lower, upper } = combinedShares(parts, level);
  return { kind: 'estimate', value, interval: { lower, upper, level } };
}

/**
 * Classes with both rates, each with one weight on both sides, that of its documents with an address: else classes that hold much
 * criticism would be set against classes that hold little.
 */
function contrast(
  cells: readonly CountedCell[],
  classes: readonly string[],
  level: number,
): DeletionEstimate {
  const of = (name: string, stance: DeletionStance): CountedCell | undefined =>
    cells.find((cell) => cell.class === name && cell.stance === stance);
  const pairs = classes.map((name) => [of(name, 'against'), of(name, 'favor')] as const);
  const usable = pairs.flatMap(([against, favor]) =>
    against?.reason === null && favor?.reason === null ? [{ against, favor }] : [],
  );
  if (usable.length === 0) return notEstimable(pairs.flat().filter((cell) => cell !== undefined));
  const size = usable.map(({ against, favor }) => against.nAddresses + favor.nAddresses);
  const total = size.reduce((sum, n) => sum + n, 0);
  const parts = usable.flatMap(({ against, favor }, i) => {
    const weight = (size[i] as number) / total;
    return [
      { hits: against.outcomes.gone, n: against.nKnown, weight },
      { hits: favor.outcomes.gone, n: favor.nKnown, weight: -weight },
    ];
  });
  return estimated(parts, level);
}

function notEstimable(cells: readonly CountedCell[]): DeletionEstimate {
  const reasons = new Set(cells.map(({ reason }) => reason));
  const order = ['withheld', 'too-few-answers', 'no-addresses'] as const;
  return { kind: 'not-estimable', reason: order.find((one) => reasons.has(one)) ?? 'no-addresses' };
}
