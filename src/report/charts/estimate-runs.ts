import type { Estimate, Estimated, Period } from '../../domain/estimate.ts';

/** Estimates whose periods follow one another without a gap; only within a run may a line be drawn. */
export type Run = readonly Estimated[];

/** Splits a series wherever a period has no estimate or is absent. */
export function estimateRuns(estimates: readonly Estimate[]): Run[] {
  const runs: Estimated[][] = [];
  let open: Estimated[] | null = null;
  for (const estimate of estimates) {
    if (estimate.kind !== 'estimate') {
      open = null;
      continue;
    }
    if (open === null || open.at(-1)?.period.end !== estimate.period.start) {
      open = [];
      runs.push(open);
    }
    open.push(estimate);
  }
  return runs;
}

/** A stretch of time without an estimate. */
export interface SilentStretch {
  readonly period: Period;
  /** Nothing was collected, as against too little to estimate. */
  readonly uncollected: boolean;
}

/** Neighbouring periods without an estimate, joined where the kind of reason is the same. */
export function silentStretches(estimates: readonly Estimate[]): SilentStretch[] {
  const stretches: SilentStretch[] = [];
  for (const estimate of estimates) {
    if (estimate.kind === 'estimate') continue;
    const uncollected = estimate.reason === 'no-collection';
    const last = stretches.at(-1);
    if (last !== undefined && last.period.end === estimate.period.start && last.uncollected === uncollected) {
      stretches[stretches.length - 1] = {
        period: { start: last.period.start, end: estimate.period.end },
        uncollected,
      };
    } else {
      stretches.push({ period: estimate.period, uncollected });
    }
  }
  return stretches;
}
