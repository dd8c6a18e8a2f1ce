/** By what a mix of mentions is told apart. */
export const MIX_DIMENSIONS = ['source', 'language', 'region', 'activity'] as const;

/** One of {@link MIX_DIMENSIONS}. */
export type MixDimension = (typeof MIX_DIMENSIONS)[number];

/** Mentions of one target by one author in one week, Monday to Sunday; `unknown` where the author is not known. */
export const ACTIVITY_BANDS = ['1', '2-4', '5-9', '10+', 'unknown'] as const;

/** What stands where a post has no region. */
export const UNKNOWN_CATEGORY = 'unknown';

/** Shares of the categories of a dimension, which sum to 1; `observed` = those of all mentions of the study's period. */
export type ReferenceShares = 'observed' | Readonly<Record<string, number>>;

/** The reference mix of one class: its margins. A dimension that is not named is left as it is. */
export type ClassMix = Readonly<Partial<Record<MixDimension, ReferenceShares>>>;

/** Class id → reference mix; every class of the study has one. */
export type ReferenceMix = Readonly<Record<string, ClassMix>>;
