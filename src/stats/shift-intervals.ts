import { type Addition, addition, type Regression } from './generalized-least-squares.ts';
import { type FittedShifts, type LevelShift, regressOnShifts, shiftColumn } from './level-shifts.ts';
import type { MeasuredSeries } from './noise-model.ts';
import { slopeDurations } from './shift-shape.ts';
import { studentTQuantile } from './student-t.ts';

/** Where and how large a shift is, with its uncertainty. */
export interface ShiftIntervals {
  /** Earliest and latest bin in which it may have begun. */
  readonly startRange: readonly [number, number];
  readonly size: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Interval for the first bin of a shift and for its size, the other shifts and the noise as fitted.
 *
 * Start: all bins whose deviance is within −2 log(1 − √level) of the best (likelihood ratio inversion; at 95 %: 7.35), from the first to
 * the last of them, whatever the duration. Size: the generalized least squares intervals of all likely starts (and durations), each narrowed
 * by as much as it is less likely, united: the profile likelihood interval of the size over the date.
 *
 * Assumes the number of shifts is right; Student's t with bins − coefficients − 2 degrees of freedom stands for the estimated noise.
 * Reference: Siegmund (1988); Eo and Morley, *Likelihood-ratio-based confidence sets for the timing of structural breaks* (2015).
 */
export function shiftIntervals(
  series: MeasuredSeries,
  fitted: FittedShifts,
  of: { readonly index: number; readonly level: number; readonly shortestSlope: number },
): ShiftIntervals {
  const { shifts } = fitted;
  const shift = shifts[of.index] as LevelShift;
  const others = shifts.filter((_, i) => i !== of.index);
  const regression = regressOnShifts(series, others, fitted.noise);
  const best = addition(regression, shiftColumn(series.values.length, shift), shift.start);
  const candidates = shiftsBetween(series.values.length, {
    regression,
    shift,
    low: shifts[of.index - 1]?.start ?? 0,
    high: shifts[of.index + 1]?.start ?? series.values.length,
    shortestSlope: of.shortestSlope,
  });
  const behind = (one: Candidate): number => Math.max(best.gain - one.gain, 0);
  const likely = candidates.filter((one) => behind(one) <= -2 * Math.log(1 - Math.sqrt(of.level)));
  const present = series.variances.filter((v) => v < Number.POSITIVE_INFINITY).length;
  const t = studentTQuantile((1 + of.level) / 2, Math.max(present - shifts.length - 3, 1));
  const spans = likely.flatMap((one) => {
    const rest = t * t - behind(one);
    const half = one.standardError * Math.sqrt(Math.max(rest, 0));
    return rest > 0 ? [{ lower: one.coefficient - half, upper: one.coefficient + half }] : [];
  });
  return {
    startRange: [Math.min(...likely.map((o) => o.start)), Math.max(...likely.map((o) => o.start))],
    size: best.coefficient,
    standardError: best.standardError,
    lower: Math.min(...spans.map((s) => s.lower)),
    upper: Math.max(...spans.map((s) => s.upper)),
  };
}

type Candidate = Addition & { readonly start: number };

/** The shift at every start between its neighbours, a slope with many durations. */
function shiftsBetween(
  n: number,
  of: {
    readonly regression: Regression;
    readonly shift: LevelShift;
    readonly low: number;
    readonly high: number;
    readonly shortestSlope: number;
  },
): Candidate[] {
  const found: Candidate[] = [];
  for (let start = of.low + 1; start < of.high; start++) {
    const durations = of.shift.duration === 1 ? [1] : slopeDurations(of.shortestSlope, of.high - start);
    for (const duration of start === of.shift.start ? [...durations, of.shift.duration] : durations)
      found.push({ start, ...addition(of.regression, shiftColumn(n, { start, duration }), start) });
  }
  return found;
}
