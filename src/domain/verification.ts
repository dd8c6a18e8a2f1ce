/** What is compared, in this order. */
export const VERIFICATION_CHECKS = [
  'manifest',
  'files',
  'sources',
  'records',
  'quotes',
  'numbers',
  'deletion',
  'custody',
  'seal',
] as const;

/** One of {@link VERIFICATION_CHECKS}. */
export type VerificationCheck = (typeof VERIFICATION_CHECKS)[number];

/** Something that is not as the run left it. */
export interface Mismatch {
  readonly check: VerificationCheck;
  /** The file, with its line where one is known; relative to the folder of the run, or to that of the study for its sources. */
  readonly file: string;
  readonly problem: string;
  readonly remedy: string;
}

/** What one check found. */
export interface CheckOutcome {
  readonly check: VerificationCheck;
  /** `not-checked`: what it needs is missing, damaged, or of another version. */
  readonly state: 'agrees' | 'differs' | 'not-checked';
  /** What was compared, for a person; of a check that was not made, why. */
  readonly detail: string;
  readonly mismatches: readonly Mismatch[];
  /** Files of the study that are no longer where they were read. */
  readonly missing: readonly string[];
}

/** What `groundswell verify` says of a run. */
export interface Verification {
  readonly schema: 'groundswell-verification/1';
  /** True when nothing differs and nothing in the folder of the run went unchecked. */
  readonly isVerified: boolean;
  readonly runId: string | null;
  /** SHA-256 of the manifest: kept elsewhere, it shows that the whole folder is the one that was made. */
  readonly manifestDigest: string | null;
  readonly recordsRoot: string | null;
  readonly checks: readonly CheckOutcome[];
}
