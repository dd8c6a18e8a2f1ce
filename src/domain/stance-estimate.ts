/** What asking a service is expected to take, counted before the first request. */
export interface StanceEstimate {
  /** Host and port that the texts would be sent to. */
  readonly host: string;
  readonly model: string;
  /** Mentions whose answers are not kept yet; equal ones count once. */
  readonly nAsked: number;
  /** Mentions whose answers are kept from before, or that repeat another. */
  readonly nKept: number;
  readonly nRequests: number;
  /** Tokens sent, by the length of the texts: a model's own count differs. */
  readonly inputTokens: number;
  /** Tokens answered, at the usual length of an answer. */
  readonly outputTokens: number;
  /** Null where the study gives no price. */
  readonly cost: number | null;
  readonly currency: string | null;
  /** Caps of the study that are below this estimate, as `maxCost 5`: the run will stop there. */
  readonly capsBelow: readonly string[];
}
