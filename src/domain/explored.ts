import type { Estimate, Period } from './estimate.ts';
import type { Quotation } from './exhibit.ts';
import type { Voice } from './mention.ts';
import type { MentionSelection, SELECTION_MEASURES, WithholdingRule } from './mention-selection.ts';
import type { StanceLabel } from './stance.ts';

/** A value that can be selected, and how it is called. */
interface Choice {
  readonly id: string;
  readonly label: string;
}

/** What can be selected in a run. */
export interface ExploreChoices {
  readonly target: readonly Choice[];
  readonly class: readonly Choice[];
  readonly source: readonly (Choice & { readonly class: string })[];
  readonly language: readonly string[];
  readonly region: readonly string[];
  readonly theme: readonly Choice[];
  readonly voice: readonly Voice[];
  /** Voices that count where none is selected. */
  readonly countedVoices: readonly Voice[];
  readonly periods: readonly Period[];
  /** What the finding's headline is of. */
  readonly first: Omit<MentionSelection, 'bins'>;
  readonly nMentions: number;
}

/** A selection as it is asked for: days instead of bins. */
export interface AskedSelection extends Omit<MentionSelection, 'bins'> {
  /** ISO dates, half-open; bins that begin or end inside are taken whole. */
  readonly from: string | null;
  readonly to: string | null;
}

/** One of the measures. */
export type SelectionMeasure = (typeof SELECTION_MEASURES)[number];

/** A number, and the rule by which it is withheld. */
export interface ExploredNumber {
  readonly estimate: Estimate;
  readonly withheld: WithholdingRule | null;
}

/** Numbers of one or two selections. */
export interface Explored {
  readonly selections: readonly {
    /** First and last bin of the selection's period, half-open. */
    readonly bins: readonly [number, number];
    readonly series: readonly ExploredNumber[];
    readonly whole: ExploredNumber;
  }[];
  /** Second minus first; null where there is one selection, or a side has no number. */
  readonly difference: Estimate | null;
  readonly nShared: number | null;
}

/** A mention as far as the study's privacy lets it be shown. */
export interface ExploredMention {
  readonly documentId: string;
  readonly recordHash: string;
  readonly source: string;
  readonly class: string;
  readonly publishedAt: string;
  readonly precision: string;
  readonly language: string;
  readonly region: string | null;
  readonly voice: Voice;
  readonly themes: readonly string[];
  readonly label: StanceLabel;
  /** 0–1. */
  readonly probability: { readonly against: number; readonly neither: number; readonly favor: number };
  readonly nCopies: number;
  readonly quotation: Quotation | 'none';
  /** Null where no words may be shown. */
  readonly words: {
    readonly before: string;
    readonly marked: string;
    readonly after: string;
    readonly cut: { readonly before: boolean; readonly after: boolean };
  } | null;
  readonly url: string | null;
}

/** Some of the mentions behind a number. */
export interface ExploredMentions {
  readonly period: Period;
  readonly mentions: readonly ExploredMention[];
  readonly nMentions: number;
  readonly nAuthors: number;
  readonly hasMore: boolean;
}
