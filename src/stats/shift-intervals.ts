import { type Addition, addition, type Regression } from './generalized-least-squares.ts';
import { type FittedShifts, type LevelShift, regressOnShifts, shiftColumn } from './level-shifts.ts';
import type { MeasuredSeries } from './noise-model.ts';
import { smallestSelectedSize } from './selected-size.ts';
import { slopeDurations } from './shift-shape.ts';
import { studentTQuantile } from './student-t.ts';

/** Where and how large a shift is, with its uncertainty. */
export interface ShiftIntervals {
  /** First bin at a new level. */
  readonly start: number;
  /** Earliest and latest bin that may be the first. */
  readonly startRange: readonly [number, number];
  readonly size: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** What the intervals of a shift depend on. */
export interface IntervalOptions {
  /** Which of the shifts. */
  readonly index: number;
  /** Nominal coverage, 0–1. */
  readonly level: number;
  /** Fall of the deviance by which the shift was found. */
  readonly penalty: number;
  readonly shortestSlope: number;
}

/**
 * First bin of a shift and its size, each with an interval, the other shifts and the noise as fitted.
 *
 * Range of the start by likelihood ratio inversion: from the first to the last bin whose deviance is within −2 log(1 − √level) of the best
 * (at 95 %: 7.35), of a slope with its best duration: t² would be enough if the likelihood were smooth in the start, and held too few starts
 * in simulations. Start of a step: the bin with the most probability within two bins of it, nearer ones weighing a little more, if all
 * bins were equally probable before; of a slope: the most likely.
 * Size: at the most likely start; the generalized least squares intervals of all likely starts (and durations), each narrowed by as much as it
 * is less likely, united: the profile likelihood interval over the date. Its end near zero is that of a size reported only because it
 * was found ({@link smallestSelectedSize}).
 *
 * Assumes the number of shifts is right; Student's t with bins − coefficients − 2 degrees of freedom stands for the estimated noise.
 * Reference: Siegmund (1988); Eo and Morley, *Likelihood-ratio-based confidence sets for the timing of structural breaks* (2015).
 */
export function shiftIntervals(
  series: MeasuredSeries,
  fitted: FittedShifts,
  options: IntervalOptions,
): ShiftIntervals {
  const { shifts } = fitted;
  const { index, level } = options;
  const shift = shifts[index] as LevelShift;
  const others = shifts.filter((_, i) => i !== index);
  const regression = regressOnShifts(series, others, fitted.noise);
  const best = addition(regression, shiftColumn(series.values.length, shift), shift.start);
  const [low, high] = [shifts[index - 1]?.start ?? 0, shifts[index + 1]?.start ?? series.values.length];
  const candidates = shiftsBetween(series.values.length, { regression, shift, low, high, ...options });
  const behind = (one: Candidate): number => Math.max(best.gain - one.gain, 0);
  const present = series.variances.filter((v) => v < Number.POSITIVE_INFINITY).length;
  const t = studentTQuantile((1 + level) / 2, Math.max(present - shifts.length - 3, 1));
  const farthest = -2 * Math.log(1 - Math.sqrt(level));
  const likely = candidates.filter((one) => behind(one) <= farthest);
  const spans = likely.flatMap((one) => {
    const rest = t * t - behind(one);
    const half = one.standardError * Math.sqrt(Math.max(rest, 0));
    return rest > 0 ? [{ lower: one.coefficient - half, upper: one.coefficient + half }] : [];
  });
  const near = candidates.filter(
    ({ start }) =>
      (index === 0 || start > (low + shift.start) / 2) &&
      (index === shifts.length - 1 || start <= (shift.start + high) / 2),
  );
  const start = shift.duration === 1 ? probableStart(near, best.gain) : shift.start;
  const starts = [start, ...likely.map((one) => one.start)];
  return {
    start,
    startRange: [Math.min(...starts), Math.max(...starts)],
    size: best.coefficient,
    standardError: best.standardError,
    ...withoutSelection(best, {
      lower: Math.min(...spans.map((s) => s.lower)),
      upper: Math.max(...spans.map((s) => s.upper)),
      t,
      ...options,
    }),
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

const NEAR = 2;

/** The start with the most probability around it. */
function probableStart(candidates: readonly Candidate[], bestGain: number): number {
  const weights = new Map(
    candidates.map((one) => [one.start, Math.exp((one.gain - bestGain) / 2) * one.standardError]),
  );
  const around = (start: number): number => {
    let sum = 0;
    for (let off = -NEAR; off <= NEAR; off++) sum += (weights.get(start + off) ?? 0) * (1 - off * off * 0.05);
    return sum;
  };
  return candidates.reduce((a, b) => (around(b.start) > around(a.start) ? b : a)).start;
}

/** Moves the end near zero to where it would be had the shift not been reported for its size. */
function withoutSelection(
  { coefficient, standardError }: Addition,
  of: {
    readonly lower: number;
    readonly upper: number;
    readonly t: number;
    readonly penalty: number;
    readonly level: number;
  },
): { lower: number; upper: number } {
  const unit = (of.upper - of.lower) / (2 * of.t);
  const observed = Math.abs(coefficient) / unit;
  const threshold = Math.min((Math.sqrt(of.penalty) * standardError) / unit, observed);
  const smallest = unit * smallestSelectedSize(observed, { threshold, tail: (1 - of.level) / 2 });
  return coefficient > 0
    ? { lower: Math.min(of.lower, smallest), upper: of.upper }
    : { lower: of.lower, upper: Math.max(of.upper, -smallest) };
}
