import { changePenalty } from './change-penalty.ts';
import type { FittedShifts } from './level-shifts.ts';
import type { NoiseModel } from './noise-model.ts';
import { type MeasuredSeries, measuredSeries } from './noise-model.ts';
import { type ShiftIntervals, shiftIntervals } from './shift-intervals.ts';
import { chooseShapes } from './shift-shape.ts';
import { stepSearch } from './step-search.ts';

/** A lasting change of the level of a series. Bins are counted from 0. */
export interface ChangePoint extends ShiftIntervals {
  readonly kind: 'step' | 'slope';
  /** Bins until the change is complete; 1 for a step. */
  readonly duration: number;
}

/** The changes of a series and the noise around them. */
export interface ChangePoints {
  readonly changes: readonly ChangePoint[];
  readonly noise: NoiseModel;
}

/** A segment between changes has at least so many bins that are present. */
const SHORTEST_SEGMENT = 4;

/** A change that takes fewer bins counts as a step. */
const SHORTEST_SLOPE = 8;

/** Share of series without a change that show any, as the penalty is calibrated. */
export const FALSE_ALARM_RATE = 0.05;

/** With fewer bins the penalty is not calibrated. */
export const FEWEST_BINS = 20;

/** Deviance that a slope must take away beyond a step: a step is then called a slope in about 5 % (simulation `change-step`). */
const SLOPE_PENALTY = 3;

const MOST_CHANGES = 8;

/**
 * Lasting changes in the level of a series with autocorrelated noise and known measurement variances.
 *
 * Value = level + AR(1) process + measurement error of known variance; the level moves in steps or slopes. From no change on, one or two
 * changes are added as long as −2 log likelihood, maximized over the places, the sizes and the noise on both sides of the comparison,
 * falls by more than a penalty for each. The penalty is the 95 % quantile of that fall in series without a change, simulated for
 * the number of bins and the autocorrelation before the change is added ({@link changePenalty}), so that 5 % of unchanged series
 * show any change.
 *
 * Values in any unit; missing bins are missing and not zero. Assumes Gaussian errors, a process that comes back to its level, and
 * measurement variances that are right. A change that lasts fewer than 4 bins, or stands within 4 of an end, is not looked for.
 * @param bins one a bin of equal width, in order of time; null = missing
 * @returns null with fewer than 20 bins present, or where all values are the same
 * Cost: O(bins² × changes), about 10 ms for 104 bins.
 * Reference: Killick et al. (2012) for the search; Romano et al. (2022) and Chakar et al. (2017) for autocorrelated noise.
 */
export function changePoints(
  bins: readonly ({ readonly value: number; readonly variance: number } | null)[],
  { level }: { readonly level: number },
): ChangePoints | null {
  const series = measuredSeries(bins);
  const present = bins.filter((_, t) => (series.variances[t] as number) < Number.POSITIVE_INFINITY);
  if (present.length < FEWEST_BINS || present.every((bin) => bin?.value === present[0]?.value)) return null;
  const steps = acceptedSteps(series, present.length);
  const penalty = changePenalty(present.length, steps.noise.autocorrelation);
  const fitted = chooseShapes(series, steps, {
    penalty,
    slopePenalty: SLOPE_PENALTY,
    shortest: SHORTEST_SLOPE,
  });
  const changes = fitted.shifts.map(({ duration }, index) => ({
    kind: duration === 1 ? ('step' as const) : ('slope' as const),
    duration,
    ...shiftIntervals(series, fitted, { index, level, penalty, shortestSlope: SHORTEST_SLOPE }),
  }));
  const { processVariance, autocorrelation } = fitted.noise;
  return { changes, noise: { processVariance, autocorrelation } };
}

function acceptedSteps(series: MeasuredSeries, present: number): FittedShifts {
  const search = stepSearch(series, { shortest: SHORTEST_SEGMENT });
  let accepted = search(0) as FittedShifts;
  for (;;) {
    const k = accepted.shifts.length;
    const more = [1, 2].map((extra) => (k + extra > MOST_CHANGES ? null : search(k + extra)));
    const penalty = changePenalty(present, accepted.noise.autocorrelation);
    const better = more.find(
      (one, i) => one !== null && accepted.deviance - one.deviance > (i + 1) * penalty,
    );
    if (better === undefined || better === null) return accepted;
    accepted = better;
  }
}
