import type { ContributionKind, Dimension, OWN_LEVELS } from '../../domain/decomposition.ts';

/** What a change is made of. */
export interface DriverMessages {
  readonly heading: string;
  readonly intro: string;
  /** Changes that are not split because they may be none. */
  readonly unclear: (list: string) => string;
  readonly figure: (p: { target: string; class: string; event: string }) => string;
  readonly allClasses: string;
  readonly axis: string;
  readonly key: (level: string) => string;
  readonly description: (p: { before: string; after: string; parts: string }) => string;
  readonly part: (level: string, points: string) => string;
  /** The change in the labels is measurement and a corrected change; the parts split the first. */
  readonly corrected: (p: { raw: string; corrected: string; measurement: string }) => string;
  readonly measurement: string;
  /** The first contribution and how sure its place is. */
  readonly leading: (p: {
    level: string;
    contribution: string;
    change: string;
    probability: string;
  }) => string;
  readonly notSure: (levels: string) => string;
  /** Of one level more than its share of talk. */
  readonly beyond: (levels: string) => string;
  readonly levelsCaption: string;
  readonly termsCaption: string;
  readonly otherCaption: string;
  readonly splitBy: string;
  readonly dimension: Readonly<Record<Dimension, string>>;
  readonly kind: Readonly<Record<ContributionKind, string>>;
  readonly share: string;
  readonly balance: string;
  readonly contribution: string;
  readonly excess: string;
  readonly first: string;
  readonly term: string;
  readonly level: Readonly<Record<(typeof OWN_LEVELS)[keyof typeof OWN_LEVELS], string>>;
  readonly wordsCaption: string;
  readonly wordsMore: string;
  readonly wordsLess: string;
  readonly noWords: string;
  readonly method: string;
}
