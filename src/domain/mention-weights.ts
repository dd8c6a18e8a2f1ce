/** For how much each mention's stance counts. The parts multiply; all at rest, each mention counts 1. */
export interface MentionWeights {
  /** `once` = a text that was copied counts once for each target and class, shared evenly among its copies. */
  readonly copies: 'each' | 'once';
  /** The most that the mentions of a target by one known author in one week count together; null = no bound. */
  readonly authorWeekCap: number | null;
  /** Source id → factor; sources that are not named have 1. */
  readonly sources: Readonly<Record<string, number>>;
}

/** False where every mention counts 1. */
export function isWeighted({ copies, authorWeekCap, sources }: MentionWeights): boolean {
  return copies === 'once' || authorWeekCap !== null || Object.values(sources).some((factor) => factor !== 1);
}
