import type { Interval } from './estimate.ts';

/**
 * What became of an address: it answers and shows the mention's words; it answers without them; it is gone (404, 410); it asks to log
 * in; nothing was learned. Only `gone` counts as deleted, and only the first three are known: what is not known is missing, never there.
 */
export const ADDRESS_OUTCOMES = ['there', 'changed', 'gone', 'login', 'unreachable'] as const;

/** One of {@link ADDRESS_OUTCOMES}. */
export type AddressOutcome = (typeof ADDRESS_OUTCOMES)[number];

/** Stances by which documents are drawn. */
export const DELETION_STANCES = ['against', 'neither', 'favor'] as const;

/** One of {@link DELETION_STANCES}. */
export type DeletionStance = (typeof DELETION_STANCES)[number];

/** Why a rate is not given: no document has an address; fewer than ten are known; it would tell of fewer than ten authors. */
export type NoDeletionReason = 'no-addresses' | 'too-few-answers' | 'withheld';

/** A share of documents that are gone, or a difference of two, with its interval. Shares are 0–1. */
export type DeletionEstimate =
  | { readonly kind: 'estimate'; readonly value: number; readonly interval: Interval }
  | { readonly kind: 'not-estimable'; readonly reason: NoDeletionReason };

/** Documents of one class with one stance. Counts are null where the cell is withheld. */
export interface DeletionCell {
  readonly class: string;
  readonly stance: DeletionStance;
  /** Documents of the run. */
  readonly nDocuments: number | null;
  /** Of them, with an address. */
  readonly nAddresses: number | null;
  /** Of them, drawn and asked for. */
  readonly nAsked: number | null;
  /** Authors of those of which something is known. */
  readonly nAuthors: number | null;
  readonly outcomes: Readonly<Record<AddressOutcome, number>> | null;
  readonly rate: DeletionEstimate;
  /** The rate if all that are not known were there, and if all were gone; null where there is no rate. */
  readonly bounds: readonly [lowest: number, highest: number] | null;
}

/** All classes with an estimate, each with the weight of its documents. */
interface PooledDeletion {
  readonly stance: DeletionStance;
  readonly rate: DeletionEstimate;
  /** Share of the documents with an address that stand in cells with an estimate, 0–1; null where there is no rate. */
  readonly coverage: number | null;
}

/** Rate of documents against minus that of documents in favor; null = all classes in which both are known. */
interface DeletionContrast {
  readonly class: string | null;
  readonly difference: DeletionEstimate;
}

/** `deletion.json`: what a later look at the addresses of a run found. */
export interface Deletion {
  readonly schema: 'groundswell-deletion/1';
  readonly synthetic: boolean;
  readonly study: string;
  readonly title: string;
  /** The run whose documents were drawn. */
  readonly runId: string;
  readonly seed: number;
  /** Documents that were to be drawn. */
  readonly sample: number;
  /** First and last answer, UTC, ISO 8601; null where nothing was asked. */
  readonly askedFrom: string | null;
  readonly askedTo: string | null;
  readonly confidenceLevel: number;
  readonly cells: readonly DeletionCell[];
  readonly pooled: readonly PooledDeletion[];
  readonly contrasts: readonly DeletionContrast[];
}
