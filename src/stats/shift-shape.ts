import { addition, type Regression } from './generalized-least-squares.ts';
import {
  type FittedShifts,
  fitShifts,
  type LevelShift,
  regressOnShifts,
  shiftColumn,
} from './level-shifts.ts';
import type { MeasuredSeries, NoiseModel } from './noise-model.ts';

/** What choosing between steps and slopes depends on. */
export interface ShapeOptions {
  /** Deviance a shift must take away to be one. */
  readonly penalty: number;
  /** Deviance a gradual shift must take away beyond a step. */
  readonly slopePenalty: number;
  /** A shift over fewer bins counts as a step. */
  readonly shortest: number;
}

/**
 * Decides which steps are parts of gradual shifts: every run of neighbouring steps in one direction is tried as one slope, and the
 * best of these replaces its steps where deviance + penalties fall; repeated until none does. A slope costs a step's
 * penalty and one more, and may stand for several steps, so a steady decline is one slope and not a staircase.
 * Cost: O(bins² log bins) for each run tried.
 */
export function chooseShapes(
  series: MeasuredSeries,
  steps: FittedShifts,
  options: ShapeOptions,
): FittedShifts {
  let best = steps;
  for (;;) {
    const better = stepRuns(series, best)
      .flatMap((run) => asSlope(series, { from: best, run, options }) ?? [])
      .reduce((a, b) => (price(b, options) < price(a, options) ? b : a), best);
    if (better === best) return best;
    best = better;
  }
}

function price({ deviance, shifts }: FittedShifts, { penalty, slopePenalty }: ShapeOptions): number {
  return deviance + penalty * shifts.length + slopePenalty * shifts.filter((s) => s.duration > 1).length;
}

/** All runs of neighbouring steps that move the level in one direction: index of the first, and of the one after the last. */
function stepRuns(series: MeasuredSeries, { shifts, noise }: FittedShifts): [number, number][] {
  const rises = shifts.map((_, i) => sizeOf(series, shifts, { index: i, noise }) > 0);
  return shifts.flatMap((_, from) => {
    const runs: [number, number][] = [];
    for (let to = from; to < shifts.length; to++) {
      if (shifts[to]?.duration !== 1 || rises[to] !== rises[from]) break;
      runs.push([from, to + 1]);
    }
    return runs;
  });
}

function sizeOf(
  series: MeasuredSeries,
  shifts: readonly LevelShift[],
  { index, noise }: { readonly index: number; readonly noise: NoiseModel },
): number {
  const others = shifts.filter((_, i) => i !== index);
  const column = shiftColumn(series.values.length, shifts[index] as LevelShift);
  return addition(regressOnShifts(series, others, noise), column).coefficient;
}

function asSlope(
  series: MeasuredSeries,
  {
    from,
    run,
    options,
  }: { readonly from: FittedShifts; readonly run: readonly [number, number]; readonly options: ShapeOptions },
): FittedShifts | null {
  const n = series.values.length;
  const before = from.shifts.slice(0, run[0]);
  const after = from.shifts.slice(run[1]);
  const bounds = { low: endOf(before.at(-1)), high: after[0]?.start ?? n, shortest: options.shortest };
  let fitted: FittedShifts = from;
  for (let round = 0; round < 2; round++) {
    const regression = regressOnShifts(series, [...before, ...after], fitted.noise);
    const slope = bestSlope(regression, { n, ...bounds });
    if (slope === null) return null;
    fitted = fitShifts(series, [...before, slope, ...after]);
  }
  return fitted;
}

function endOf(shift: LevelShift | undefined): number {
  return shift === undefined ? 1 : shift.start + shift.duration;
}

/** The gradual shift between two bins that adds most: durations on a scale of equal ratios, then the neighbours of the best. */
function bestSlope(
  regression: Regression,
  of: { readonly n: number; readonly low: number; readonly high: number; readonly shortest: number },
): LevelShift | null {
  let best: (LevelShift & { readonly gain: number }) | null = null;
  const consider = (start: number, duration: number): void => {
    if (start < of.low || duration < of.shortest || start + duration > of.high) return;
    const { gain } = addition(regression, shiftColumn(of.n, { start, duration }), start);
    if (best === null || gain > best.gain) best = { start, duration, gain };
  };
  for (const duration of slopeDurations(of.shortest, of.high - of.low))
    for (let start = of.low; start + duration <= of.high; start++) consider(start, duration);
  const found = best as LevelShift | null;
  if (found === null) return null;
  const reach = Math.ceil(found.duration / 16);
  for (let d = -reach; d <= reach; d++)
    for (let s = -reach; s <= reach; s++) consider(found.start + s, found.duration + d);
  const { start, duration } = best as unknown as LevelShift;
  return { start, duration };
}

/** Durations from the shortest to the longest, each about an eighth longer than the one before. */
export function slopeDurations(shortest: number, longest: number): number[] {
  const durations: number[] = [];
  for (let d = shortest; d < longest; d = Math.max(d + 1, Math.round(d * 1.125))) durations.push(d);
  return longest >= shortest ? [...durations, longest] : durations;
}
