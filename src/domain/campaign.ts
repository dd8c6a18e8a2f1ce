import type { Behaviour } from './behaviour.ts';
import type { CampaignNetwork } from './campaign-network.ts';
import type { Estimate, Period } from './estimate.ts';
import type { AuthorKey } from './identifiers.ts';

/** What was looked at of one behaviour, and what came of it. */
export interface BehaviourCheck {
  readonly behaviour: Behaviour;
  /** Accounts that did such a thing, and how often: features of accounts, each once; of `one-text` texts passed on by enough accounts. */
  readonly nAuthors: number;
  readonly nActions: number;
  /** Strength of a pair that chance reaches: similarity, less where occasions are few; null where no two accounts have enough in common, so that nothing had to be compared. */
  readonly threshold: number | null;
  /** Pairs of accounts above it; of `one-text` texts. */
  readonly nAbove: number;
}

/** Accounts that act alike, before anything of theirs is counted. */
export interface FoundCampaign {
  readonly id: string;
  readonly behaviours: readonly Behaviour[];
  readonly nAuthors: number;
  /** Documents of these accounts in the corpus, all that they wrote. */
  readonly nDocuments: number;
  /** Different things that two or more of them did together. */
  readonly nJointActions: number;
  /** Days of the first and last joint action. */
  readonly span: Period;
  readonly classes: readonly CampaignShare[];
  readonly languages: readonly CampaignShare[];
  readonly network: CampaignNetwork;
}

/** Documents of a campaign in one class or language. */
interface CampaignShare {
  readonly id: string;
  readonly nAuthors: number;
  readonly nDocuments: number;
}

/** What the search for campaigns gave. */
export interface FoundCampaigns {
  readonly checks: readonly BehaviourCheck[];
  readonly campaigns: readonly FoundCampaign[];
}

/** An account of a campaign. Stays in the store. */
export interface CampaignAuthor {
  readonly authorKey: AuthorKey;
  readonly campaign: string;
}

/** What the accounts of a campaign say of one target in one class. */
interface CampaignLevel {
  readonly target: string;
  readonly class: string;
  /** Share of all mentions of the target in the class. */
  readonly share: Estimate;
  readonly shares: readonly Estimate[];
  /** Net balance of the campaign's own mentions. */
  readonly balance: Estimate;
}

/** A campaign as it is published: counts of fewer accounts than a cell must have are null. */
export interface Campaign {
  readonly id: string;
  readonly behaviours: readonly Behaviour[];
  readonly nAuthors: number | null;
  readonly nDocuments: number | null;
  readonly nJointActions: number | null;
  readonly span: Period;
  readonly classes: readonly { readonly id: string; readonly nDocuments: number | null }[];
  readonly languages: readonly { readonly id: string; readonly nDocuments: number | null }[];
  readonly levels: readonly CampaignLevel[];
  /** Null where the number of accounts is withheld. */
  readonly network: CampaignNetwork | null;
}

/** Accounts that act alike, and what the headline is without them. */
export interface Coordination {
  readonly checks: readonly BehaviourCheck[];
  readonly campaigns: readonly Campaign[];
  /** The headline without their mentions; null where there are no campaigns, or where they have too few accounts in it to be told. */
  readonly headlineWithout: Estimate | null;
}
