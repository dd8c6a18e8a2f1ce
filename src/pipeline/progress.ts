import type { StanceEstimate } from '../domain/stance-estimate.ts';

/** What a run says while it works. Plain data: printed as a bar, a line or JSON. */
export type ProgressEvent =
  | { readonly kind: 'stage-start'; readonly stage: string; readonly total: number; readonly unit: string }
  | {
      readonly kind: 'stage-progress';
      readonly stage: string;
      readonly done: number;
      readonly total: number;
      readonly unit: string;
    }
  | {
      readonly kind: 'stage-end';
      readonly stage: string;
      readonly seconds: number;
      readonly skipped: boolean;
      readonly rows: number;
      /** Folder of what it made, relative to the store. */
      readonly output?: string;
      /** Seconds of work in the threads, by stage. */
      readonly threadSeconds?: Readonly<Record<string, number>>;
    }
  /** What asking a service will take, before the first request. */
  | { readonly kind: 'estimate'; readonly estimate: StanceEstimate }
  | { readonly kind: 'warning'; readonly message: string };

/** Receives progress events. */
export type ReportProgress = (event: ProgressEvent) => void;
