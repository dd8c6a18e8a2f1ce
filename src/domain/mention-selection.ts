import type { Voice } from './mention.ts';

/** What a selection may be narrowed by, beside its period. Each is one value or everything. */
export const SELECTION_DIMENSIONS = ['class', 'source', 'language', 'region', 'theme', 'voice'] as const;

/** One of {@link SELECTION_DIMENSIONS}. */
export type SelectionDimension = (typeof SELECTION_DIMENSIONS)[number];

/** The value of a region or theme that is not known, or that a mention has none of. */
export const NONE = '-';

/** Measures of stance that a selection is estimated by. */
export const SELECTION_MEASURES = ['net', 'favor', 'against', 'neither'] as const;

/** Mentions of one target that an analyst looks at. Null = everything; of `voice`: every voice that the study counts. */
export interface MentionSelection {
  readonly target: string;
  readonly class: string | null;
  readonly source: string | null;
  readonly language: string | null;
  readonly region: string | null;
  readonly theme: string | null;
  readonly voice: Voice | null;
  /** Places of the study's bins, half-open; null = the whole period. */
  readonly bins: readonly [number, number] | null;
  /** `each` = every copy of a text counts; `once` = a text counts once for each target and class. */
  readonly copies: 'each' | 'once';
}

/** One thing that mentions are told by: its values, and which of them each profile has. */
export interface ProfileColumn<Value> {
  readonly values: readonly Value[];
  readonly codes: Uint32Array;
}

/** What mentions are told by, in columns. All mentions that are alike in everything are one profile; profiles stand in the order of targets. */
export interface MentionProfiles
  extends Readonly<Record<'target' | 'class' | 'source' | 'language' | 'region', ProfileColumn<string>>> {
  readonly length: number;
  readonly voice: ProfileColumn<Voice>;
  /** Sets of themes. */
  readonly theme: ProfileColumn<readonly string[]>;
}

/** Bits of a mention's mark. The lowest two hold its label. */
export const MARK = { label: 3, known: 4, copied: 8 } as const;

/** Bits of a mark in a cell; those above it are the bin. */
export const CELL_BITS = 4;

/** How many marks there are: so many cells has a bin. */
export const CELL_MARKS = 2 ** CELL_BITS;

/** Labels as a mark holds them. */
export const MARK_LABELS = ['neither', 'favor', 'against', 'abstain'] as const;

/**
 * Mentions in the order of target, group and bin, a group being an author, copies of one text, or one author's copies of it: so that the
 * totals of a group stand beside each other and one pass gives sums of their squares for any selection.
 */
export interface GroupedRows {
  /** Place of the target → its first row, and the end after the last. */
  readonly starts: readonly number[];
  /** Groups are numbered from 0 in the order of a hash. */
  readonly nGroups: number;
  readonly group: Uint32Array;
  readonly profile: Uint32Array;
  /** Bin and mark in one: {@link CELL_MARKS} times the bin, and the mark. */
  readonly cell: Uint32Array;
  /** Weight in millionths where copies count each, and where a text counts once; null = each counts 1. */
  readonly each: Uint32Array | null;
  readonly once: Uint32Array | null;
}

/** Every mention of a run by what it can be selected by, without words and ids. */
export interface MentionIndex {
  readonly targets: readonly string[];
  readonly nBins: number;
  readonly profiles: MentionProfiles;
  /** Mentions of each profile. */
  readonly sizes: Uint32Array;
  /** Every mention, by author. */
  readonly author: GroupedRows;
  /** Mentions in texts that have copies, by text; and by author and text. */
  readonly copies: GroupedRows;
  readonly both: GroupedRows;
}

/** Why a number of a selection is withheld; docs/privacy.md has the rules. */
export const WITHHOLDING_RULES = ['few-authors', 'difference', 'end', 'remainder'] as const;

/** One of {@link WITHHOLDING_RULES}. */
export type WithholdingRule = (typeof WITHHOLDING_RULES)[number];
