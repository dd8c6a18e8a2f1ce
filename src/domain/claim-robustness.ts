import type { ClaimVerdict } from './claim.ts';
import type { Interval } from './estimate.ts';

/** What one specification says of a claim. */
export interface ClaimUnderChoices {
  /** Choices in words, as in the specifications of the headline. */
  readonly specification: string;
  readonly isStudy: boolean;
  /** `withheld` = the number, or how it differs from the study's own, would tell of too few people. */
  readonly verdict: ClaimVerdict | 'withheld';
  /** The number that decided; null where there is none. */
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** How often specifications say what. */
export interface ClaimAgreement {
  readonly nSpecifications: number;
  readonly nSupported: number;
  readonly nContradicted: number;
  readonly nCannotSeparate: number;
  /** Without a number that decides: too little, nothing collected, withheld. */
  readonly nUndecided: number;
}

/** A claim under every choice that bears on it. */
export interface ClaimRobustness {
  readonly claim: string;
  readonly agreement: ClaimAgreement;
  readonly specifications: readonly ClaimUnderChoices[];
}
