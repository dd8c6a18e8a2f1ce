import type { NoiseFilter } from './autoregressive-noise.ts';
import { type AutoregressiveRegression, type Column, dot } from './autoregressive-regression.ts';
import type { ColumnEffect, ColumnProjection } from './column-effect.ts';

/** What a projected column does to a series. */
export type ProjectedEffect = Pick<ColumnEffect, 'value' | 'standardError'>;

/**
 * Effects of a projected column on many other series with the same bins and errors: for each what `columnEffect` would give.
 * Whitening and sums go through the bins together, each sum in the order of the bins, so that nothing changes but the time.
 * Cost: linear in bins × states of the noise.
 */
export function projectedEffects({
  regression: { nodes, points },
  directions,
}: ColumnProjection): (series: Column) => ProjectedEffect {
  const bins = Int32Array.from(points.flatMap((point, t) => (point === null ? [] : [t])));
  const whitened = new Float64Array(bins.length);
  const states = nodes.map(({ whitening: { filter }, basis, logConstant }, node): State => {
    const { unit, squares } = directions[node] as (typeof directions)[number];
    return { filter, unit, basis, logConstant, squares, logSquares: Math.log(squares) };
  });
  const scores = new Float64Array(states.length);
  const logs = new Float64Array(states.length);
  return (series) => {
    for (const [i, state] of states.entries()) {
      const { score, squares } = scored(state, series, { bins, whitened });
      const logBase = state.logConstant - squares / 2;
      scores[i] = score;
      logs[i] = logBase + (score * score) / 2 - state.logSquares / 2;
    }
    return averaged(states, scores, logs);
  };
}

/** One state of the noise. */
interface State extends Pick<AutoregressiveRegression['nodes'][number], 'basis' | 'logConstant'> {
  readonly filter: NoiseFilter;
  /** The column's direction, its sum of squares, and the log of that. */
  readonly unit: Float64Array;
  readonly squares: number;
  readonly logSquares: number;
}

/** Product of a whitened series with the column's direction, and the squares that the other columns leave of it. */
function scored(
  { filter: { scale, gain1, gain2, phi1, phi2 }, unit, basis }: State,
  series: Column,
  { bins, whitened }: { readonly bins: Int32Array; readonly whitened: Float64Array },
): { readonly score: number; readonly squares: number } {
  let level = 0;
  let before = 0;
  let score = 0;
  let squares = 0;
  let t = 0;
  for (let n = 0; n < bins.length; n++) {
    const bin = bins[n] as number;
    for (; t < bin; t++) {
      const next = phi1 * level + phi2 * before;
      before = level;
      level = next;
    }
    const error = (series[t] as number) - level;
    const white = error * (scale[t] as number);
    whitened[n] = white;
    squares += white * white;
    score += (unit[n] as number) * white;
    const seen = level + (gain1[t] as number) * error;
    level = phi1 * seen + phi2 * (before + (gain2[t] as number) * error);
    before = seen;
    t++;
  }
  for (const direction of basis) squares -= dot(whitened, direction) ** 2;
  return { score, squares: Math.max(squares, 0) };
}

/** Mean and deviation of the column's coefficient over the states, each weighed by its restricted likelihood. */
function averaged(states: readonly State[], scores: Float64Array, logs: Float64Array): ProjectedEffect {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logs.length; i++) highest = Math.max(highest, logs[i] as number);
  let sum = 0;
  for (let i = 0; i < logs.length; i++) sum += Math.exp((logs[i] as number) - highest);
  const total = highest + Math.log(sum);
  let [value, square] = [0, 0];
  for (let i = 0; i < logs.length; i++) {
    const weight = Math.exp((logs[i] as number) - total);
    const deviation = 1 / Math.sqrt((states[i] as State).squares);
    const mean = (scores[i] as number) * deviation;
    value += weight * mean;
    square += weight * (mean * mean + deviation * deviation);
  }
  return { value, standardError: Math.sqrt(square - value * value) };
}
