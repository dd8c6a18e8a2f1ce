import type { Behaviour } from './behaviour.ts';

/** What a node of the drawing of a campaign stands for: an account, or a text that accounts passed on. */
export const NETWORK_NODES = ['account', 'text'] as const;

/** A place in the drawing. No account is named, and the order is that of the places: from left to right. */
interface NetworkNode {
  readonly kind: (typeof NETWORK_NODES)[number];
  /** Between 0 and 1, three digits. */
  readonly x: number;
  readonly y: number;
}

/** Two accounts that act alike, or an account and the text that it passed on: places in the list of nodes, `a` < `b`. */
export interface NetworkEdge {
  readonly a: number;
  readonly b: number;
  /** The most telling of what both do; null where so few accounts of the drawing do it that it is withheld. */
  readonly behaviour: Behaviour | null;
}

/** A campaign as a network. */
export interface CampaignNetwork {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Accounts that are drawn: those who act alike with others most; and the others. */
  readonly nDrawn: number;
  readonly nNotDrawn: number;
  /** Pairs of accounts that act alike, drawn or not, and how many of them are drawn. */
  readonly nPairs: number;
  readonly nPairsDrawn: number;
  /** The most pairs that one account is in. */
  readonly mostPairs: number;
}
