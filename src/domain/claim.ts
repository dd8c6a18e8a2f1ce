import type { Estimate, Interval, Measure } from './estimate.ts';

/** What may be said of a claim. */
export const CLAIM_VERDICTS = [
  'supported',
  'contradicted',
  'cannot-separate',
  'not-estimable',
  'no-data',
] as const;

/** One of {@link CLAIM_VERDICTS}. */
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

/** Kinds of claims; the last three are listed and never measured. */
export const CLAIM_KINDS = [
  'change',
  'trend',
  'level',
  'gap',
  'driver',
  'order',
  'omission',
  'external-fact',
  'quote',
  'opinion',
] as const;

/** One of {@link CLAIM_KINDS}. */
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Why a verdict is what it is: code → the rule in words. */
export const CLAIM_RULES = {
  beyond: 'The whole interval lies on the stated side of what was claimed, all claims counted.',
  opposite: 'The whole interval lies on the other side of what was claimed, all claims counted.',
  overlaps: 'What was claimed and its opposite both fit the number, all claims counted.',
  'annotator-error':
    'The labels lie clearly on one side, but errors of the annotator of the size known from coded texts leave the other side possible.',
  'event-moved':
    'The series changed at the event in the stated direction, beyond chance with all tests counted, and no rival explains it as well.',
  'event-opposite':
    'The series changed at the event in the other direction, beyond chance with all tests counted.',
  'event-rivals': 'The series changed, and a rival event explains the change about as well.',
  'event-other-date': 'The series changed, and another date explains the change better.',
  'event-gradual':
    'The series changed, and a steady drift explains the change as well as a step at the event.',
  'event-unconfirmed': 'The labels changed; the numbers that codings correct do not show it.',
  'event-no-change': 'No change at the event can be told from chance with all tests counted.',
  'event-not-tested': 'The event could not be tested: too few periods beside it.',
  'change-not-shown': 'No change in the stated direction is shown, so nothing can have contributed to it.',
  'often-enough':
    'In as many of the periods as claimed the balance lies on the stated side, all claims counted.',
  'too-seldom':
    'In so many of the periods the balance lies on the other side that too few are left, all claims counted.',
  'too-little': 'There are too few mentions or authors for a number.',
  'no-documents': 'No document of a class that the claim is about was collected, or none names the target.',
  unmeasured: 'No number decides a claim of this kind.',
} as const;

/** One of {@link CLAIM_RULES}. */
export type ClaimRule = keyof typeof CLAIM_RULES;

/** What would change a verdict. */
export type WouldChange =
  /** A number so far beyond what it is compared with would have been told from it in four of five such corpora. */
  | { readonly kind: 'minimum-detectable'; readonly value: number }
  /** So many more mentions, if the number stayed as it is. */
  | { readonly kind: 'more-mentions'; readonly class: string; readonly count: number }
  | { readonly kind: 'more-authors'; readonly class: string; readonly count: number }
  /** At most so many codings, if they bear out the number. */
  | { readonly kind: 'codings'; readonly class: string; readonly count: number }
  /** Labels that lean by more than this in the one direction. */
  | { readonly kind: 'label-error'; readonly value: number }
  | { readonly kind: 'missing-class'; readonly class: string }
  | { readonly kind: 'rivals'; readonly events: readonly string[] };

/** One number that a claim rests on, with what it says of the claim. */
export interface ClaimPart {
  /** Where the number stands in the finding: `events/july/china/public/step`. */
  readonly boundTo: string;
  /** Classes that the number is of; two of a difference. */
  readonly classes: readonly string[];
  /** What the number is; changes, gaps and contributions are of net balance. */
  readonly measure: Measure | 'theme-share';
  readonly estimate: Estimate;
  /** What the number is compared with. */
  readonly threshold: number;
  /** Of an omission: by how much the other class talks more of the theme. */
  readonly ratio?: { readonly value: number; readonly interval: Interval } | null;
  readonly verdict: ClaimVerdict;
  readonly rule: ClaimRule;
}

/** A statement of the study and what the numbers say of it. */
export interface Claim {
  readonly id: string;
  readonly text: string;
  readonly kind: ClaimKind;
  readonly target: string | null;
  readonly classes: readonly string[];
  /** Null of kinds that are listed and not measured. */
  readonly verdict: ClaimVerdict | null;
  readonly rule: ClaimRule;
  /** The rule in words. */
  readonly because: string;
  /** The number that decided; null where there is none. */
  readonly effect: Estimate | null;
  /** What the effect is compared with; null where there is none. */
  readonly threshold: number | null;
  /** Chance of numbers as clear if the claim is false, all claims counted; null where nothing was tested. */
  readonly pFor: number | null;
  /** The same if the claim is true. */
  readonly pAgainst: number | null;
  /** Null = withheld, as in the effect. */
  readonly nDocuments: number | null;
  readonly nAuthors: number | null;
  readonly nClusters: number | null;
  /** Everything that the verdict rests on, the deciding number first. */
  readonly parts: readonly ClaimPart[];
  readonly wouldChange: readonly WouldChange[];
  /** Places of quotes among the exhibits of the finding, at most two each; absent of claims that are not measured. */
  readonly exhibits?: ClaimExhibits;
}

/** Quotes that say what a claim says, and the opposite, each by the rules of all exhibits. */
export interface ClaimExhibits {
  readonly for: readonly number[];
  readonly against: readonly number[];
}
