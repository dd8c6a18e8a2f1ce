import type { Estimate, Period } from './estimate.ts';

/** Net balance of one target in one class by region: as counted from the labels. */
export interface RegionBalances {
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
  /** What is compared within a region; null where the study has one period alone. */
  readonly split: RegionSplit | null;
  /** By code, then those that the posts name in other words, then `rest` and `unknown`. */
  readonly regions: readonly RegionBalance[];
  /** Whether the regions differ more than chance makes them; null where fewer than two can be compared. */
  readonly heterogeneity: RegionHeterogeneity | null;
  /** Null where the study orders no regions. */
  readonly tiers: RegionTiers | null;
}

/** Two stretches of days: those beside the study's first declared event, or the halves of the period. */
interface RegionSplit {
  readonly event: string | null;
  readonly before: Period;
  readonly after: Period;
}

/** What posts from one region say. */
export interface RegionBalance {
  /** Code of ISO 3166-2 of a federal subject of Russia or a province of China; anything else as the posts have it; `rest`; `unknown`. */
  readonly region: string;
  /** Share of the mentions of the target in the class; null = withheld. */
  readonly share: number | null;
  /** Over the whole period. */
  readonly balance: Estimate;
  /** Null where there is no split. */
  readonly change: {
    readonly before: Estimate;
    readonly after: Estimate;
    readonly effect: Estimate;
  } | null;
}

/** Cochran's Q of the regions with a balance, `rest` and `unknown` left out. */
interface RegionHeterogeneity {
  readonly nRegions: number;
  /** F of Welch's test, corrected for what regions share. */
  readonly statistic: number;
  readonly degrees: readonly [number, number];
  readonly pValue: number;
  /** False discovery rate at which "no difference" is rejected, over all targets and classes. */
  readonly qValue: number;
}

/** Groups of regions in an order that the study gives. */
export interface RegionTiers {
  readonly tiers: readonly { readonly id: string; readonly label: string; readonly balance: Estimate }[];
  /** Difference by step: the slope of the balances over the places in the order. */
  readonly perStep: Estimate;
  /** Two-sided p-value of no slope; null where there is none. */
  readonly pValue: number | null;
  /** Each tier less the one before it. */
  readonly steps: readonly Estimate[];
}
