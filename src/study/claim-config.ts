import type { Period } from '../domain/estimate.ts';

/** What every claim has. */
interface NamedClaim {
  readonly id: string;
  readonly text: string;
}

/** Net balance changed at an event; `none` = by no more than `by`. */
export interface ChangeClaim extends NamedClaim {
  readonly kind: 'change';
  readonly target: string;
  /** It is said to hold in every one. */
  readonly classes: readonly string[];
  readonly event: string;
  readonly direction: 'rise' | 'fall' | 'none';
  readonly by: number;
}

/** Net balance differs between two spans of days, whenever it moved. */
export interface TrendClaim extends NamedClaim {
  readonly kind: 'trend';
  readonly target: string;
  readonly classes: readonly string[];
  readonly from: Period;
  readonly to: Period;
  readonly direction: 'rise' | 'fall' | 'none';
  readonly by: number;
}

/** A balance or share lies on one side of a number: over the whole period, or in parts of it. */
export interface LevelClaim extends NamedClaim {
  readonly kind: 'level';
  readonly target: string;
  readonly classes: readonly string[];
  readonly measure: 'net-balance' | 'favor-share' | 'against-share' | 'neither-share';
  readonly is: 'above' | 'below';
  readonly threshold: number;
  readonly periods?: readonly Period[] | undefined;
  /** Share of the periods in which it is said to hold; left out: every one. */
  readonly inAtLeast?: number | undefined;
}

/** One class, target or group of places has another net balance than a second. */
export interface GapClaim extends NamedClaim {
  readonly kind: 'gap';
  readonly target: string;
  readonly class: string;
  readonly is: 'higher' | 'lower';
  readonly than: string;
  readonly by: number;
  /** Left out: the same target. */
  readonly thanTarget?: string | undefined;
  /** In every one; left out: over the whole period. */
  readonly periods?: readonly Period[] | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly thanRegions?: readonly string[] | undefined;
}

/** A theme contributed to the change at an event. */
export interface DriverClaim extends NamedClaim {
  readonly kind: 'driver';
  readonly target: string;
  readonly class: string;
  readonly event: string;
  readonly theme: string;
  readonly direction: 'rise' | 'fall';
  readonly by: number;
}

/** Themes contributed to the change at an event in this order. */
export interface OrderClaim extends NamedClaim {
  readonly kind: 'order';
  readonly target: string;
  readonly class: string;
  readonly event: string;
  readonly themes: readonly string[];
  readonly direction: 'rise' | 'fall';
}

/** A class hardly talks of what another talks of. */
export interface OmissionClaim extends NamedClaim {
  readonly kind: 'omission';
  readonly target: string;
  readonly theme: string;
  readonly class: string;
  readonly than: string;
  readonly times: number;
}

/** Listed without a verdict. */
interface ListedClaim extends NamedClaim {
  readonly kind: 'external-fact' | 'quote' | 'opinion';
  readonly target: string | null;
}

/** A statement that numbers of the finding decide. */
export type MeasuredClaim =
  | ChangeClaim
  | TrendClaim
  | LevelClaim
  | GapClaim
  | DriverClaim
  | OrderClaim
  | OmissionClaim;

/** A statement of the study file, complete. */
export type ClaimConfig = MeasuredClaim | ListedClaim;
