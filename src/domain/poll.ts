import type { Composition, Interval, NotEstimableReason, Period } from './estimate.ts';

/** Measures of the index that a poll can be set beside. */
export const POLL_MEASURES = ['net-balance', 'favor-share', 'against-share', 'neither-share'] as const;

/** One row of a poll's table: a question asked of a sample of people. */
export interface PollRow {
  readonly source: string;
  readonly question: string;
  /** Days of fieldwork. */
  readonly period: Period;
  readonly nRespondents: number;
  /** A share 0–1, or a balance −1…1. */
  readonly value: number;
}

/** A poll set beside a series. */
export interface PollPanel {
  readonly id: string;
  readonly label: string;
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly measure: (typeof POLL_MEASURES)[number];
  /** By source and question, each in order of time. */
  readonly waves: readonly PollWave[];
  readonly changes: readonly PollChange[];
  readonly agreement: PollAgreement;
}

/** What a poll found and what the index says of the same days. */
export interface PollWave extends PollRow {
  /** Wilson's interval for a share; of a balance, the widest that its value allows. */
  readonly interval: Interval;
  readonly index: Composition | null;
  /** Why there is no index; null where there is. */
  readonly reason: NotEstimableReason | 'outside-period' | null;
}

/** From one wave to the next of the same source and question. */
export interface PollChange {
  readonly source: string;
  readonly question: string;
  readonly from: Period;
  readonly to: Period;
  readonly poll: Composition;
  readonly index: Composition;
  /** Change of the poll minus change of the index. */
  readonly difference: Composition;
}

/** How poll and index agree. Both measure something else; agreement is not accuracy. */
export interface PollAgreement {
  readonly nWaves: number;
  readonly nChanges: number;
  /** Changes with the same sign on both sides. */
  readonly nSameSign: number;
  /** Share of changes with the same sign; null without changes. */
  readonly sameSign: { readonly value: number; readonly interval: Interval } | null;
  /** Changes whose difference excludes zero. */
  readonly nDiffer: number;
  /** Over waves, of the source and question with the most; null with fewer than five. */
  readonly spearman: { readonly value: number; readonly interval: Interval } | null;
  readonly kendall: { readonly value: number; readonly interval: Interval } | null;
}
