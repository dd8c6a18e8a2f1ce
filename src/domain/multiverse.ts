import type { ClaimRobustness } from './claim-robustness.ts';
import type { Estimate, Mix } from './estimate.ts';
import type { Headline } from './finding.ts';
import type { Voice } from './mention.ts';

/** One defensible way to come from the stored mentions to the headline. */
export interface Specification {
  /** The choices in words, in their order: unique, and the same in every run. */
  readonly id: string;
  readonly estimator: string;
  readonly copies: 'each' | 'once';
  /** The most that the mentions of one author in a week count together; null = no bound. */
  readonly authorWeekCap: number | null;
  readonly mix: Mix;
  readonly voices: readonly Voice[];
  /** Days on each side of the event, null = up to the ends of the period; without an event, the width of the bin. */
  readonly window: number | 'day' | 'week' | 'month' | null;
  /** Whether mentions of accounts that act alike count. */
  readonly campaigns: 'kept' | 'removed';
  /** Source that is left out; null = none. */
  readonly leftOut: string | null;
  /** The choices of the study itself. */
  readonly isStudy: boolean;
}

/** A specification and what it gives. */
export interface SpecificationResult extends Specification {
  readonly estimate: Estimate;
}

/** How the specifications agree. Counts are of those that can be estimated, unless they say otherwise. */
export interface MultiverseSummary {
  readonly nSpecifications: number;
  readonly nEstimable: number;
  /** With the sign of the study's own number; with that of the median where the study's cannot be estimated. */
  readonly nSameSign: number;
  /** Whose interval excludes zero, on the same side. */
  readonly nExcludeZero: number;
  /** Whose interval excludes zero on the other side. */
  readonly nExcludeZeroOpposite: number;
  /** Null where none can be estimated. */
  readonly minimum: number | null;
  readonly median: number | null;
  readonly maximum: number | null;
}

/** What one choice does: the median over all specifications that make it. */
export interface ChoiceEffect {
  readonly dimension: string;
  readonly choice: string;
  readonly nEstimable: number;
  readonly nSameSign: number;
  readonly nExcludeZero: number;
  readonly median: number | null;
}

/** The headline under every defensible choice: `multiverse.json`. */
export interface Multiverse {
  readonly schema: 'groundswell-multiverse/2';
  readonly synthetic: boolean;
  readonly study: string;
  readonly title: string;
  /** Run of the finding whose headline this is. */
  readonly runId: string;
  readonly headline: Headline;
  /** All together first, then one source left out at a time; each in the order of the choices. */
  readonly specifications: readonly SpecificationResult[];
  readonly summary: MultiverseSummary;
  readonly choices: readonly ChoiceEffect[];
  /** Claims that numbers decide, in the order of the study. */
  readonly claims: readonly ClaimRobustness[];
}
