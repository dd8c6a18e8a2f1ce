import { type FittedNoise, fitNoise } from './fit-noise.ts';
import { addition, type Regression, regress } from './generalized-least-squares.ts';
import type { MeasuredSeries, NoiseModel } from './noise-model.ts';

/**
 * A lasting move of the level: from bin `start` on it has begun, and after `duration` bins it is complete; in between it
 * grows evenly. Duration 1 is a step: bin `start` is the first at the new level.
 */
export interface LevelShift {
  readonly start: number;
  readonly duration: number;
}

/** A series with shifts at given places: its noise by restricted likelihood, its deviance by full likelihood. */
export interface FittedShifts {
  readonly shifts: readonly LevelShift[];
  readonly noise: FittedNoise;
  readonly deviance: number;
}

/** The part of a shift that has happened in each bin, 0–1. */
export function shiftColumn(n: number, { start, duration }: LevelShift): Float64Array {
  const column = new Float64Array(n);
  for (let t = Math.max(start, 0); t < n; t++) column[t] = Math.min((t - start + 1) / duration, 1);
  return column;
}

/** Regression on a level and shifts, at given noise. */
export function regressOnShifts(
  series: MeasuredSeries,
  shifts: readonly LevelShift[],
  noise: NoiseModel,
): Regression {
  return regress(series, shiftColumns(series, shifts), noise);
}

/** Fits the noise around a level with shifts. */
export function fitShifts(series: MeasuredSeries, shifts: readonly LevelShift[]): FittedShifts {
  const columns = shiftColumns(series, shifts);
  return {
    shifts,
    noise: fitNoise(series, columns, 'restricted'),
    deviance: fitNoise(series, columns, 'full').deviance,
  };
}

/** Where one step more adds most, among bins from which on and before which enough are present. */
export function bestStep(
  regression: Regression,
  of: { readonly n: number; readonly allowed: (start: number) => boolean },
): { readonly start: number; readonly gain: number } | null {
  let best: { start: number; gain: number } | null = null;
  const ones = new Float64Array(of.n).fill(1);
  for (let start = 1; start < of.n; start++) {
    if (!of.allowed(start)) continue;
    const { gain } = addition(regression, ones, start);
    if (best === null || gain > best.gain) best = { start, gain };
  }
  return best;
}

function shiftColumns(series: MeasuredSeries, shifts: readonly LevelShift[]): Float64Array[] {
  const n = series.values.length;
  return [new Float64Array(n).fill(1), ...shifts.map((shift) => shiftColumn(n, shift))];
}
