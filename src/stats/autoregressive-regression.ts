import { type AutoregressiveNoise, type Whitening, whitening } from './autoregressive-noise.ts';

/** One bin of a series: an estimate and the variance of its error; null = not observed. */
export type SeriesPoint = { readonly value: number; readonly variance: number } | null;

/** A column of the design, one number for each bin. */
export type Column = Float64Array;

/** A state of the noise that is thought of. */
export interface NoiseState {
  readonly noise: AutoregressiveNoise;
  /** Prior weight, up to a factor that all have in common. */
  readonly weight: number;
}

/** The regression under one state of the noise. */
interface NoiseNode {
  readonly noise: AutoregressiveNoise;
  readonly whitening: Whitening;
  /** Orthonormal basis of the whitened columns. */
  readonly basis: readonly Float64Array[];
  /** Log of prior weight, determinant of the noise and of the design: what the likelihood holds beside the squares. */
  readonly logConstant: number;
  /** What of the whitened series the columns do not explain, and its sum of squares. */
  readonly residual: Float64Array;
  readonly residualSquares: number;
}

/** A regression with autoregressive errors under every state of the noise that is thought of. */
export interface AutoregressiveRegression {
  readonly points: readonly SeriesPoint[];
  readonly nodes: readonly NoiseNode[];
}

/** First partial autocorrelations that are thought of, and the ends of what they stand for. */
const FIRST = [-0.25, 0.1, 0.35, 0.55, 0.75, 0.88, 0.96];
const FIRST_ENDS = [-0.45, 0.99] as const;

/** Second ones with their weights; where the first is near 1, the second is 0. */
const SECOND = [
  [-0.3, 0.25],
  [0, 0.5],
  [0.3, 0.25],
] as const;
const NEAR_ONE = 0.8;

/** Steps of the standard deviation of the process, from a small share of what there is to explain to twice all of it. */
const DEVIATIONS = 6;

/**
 * Regression of a series on known columns with autoregressive errors of order up to two (Prais and Winsten 1954) and known
 * errors of measurement, where variance and autocorrelation of the process are not known.
 *
 * They are not replaced by one estimate, which would make intervals too narrow in series of this length, but averaged over
 * a grid: each state of the noise weighs by its restricted likelihood (Harville 1977) and a prior that is flat in the
 * standard deviation of the process and in the first partial autocorrelation, −0.45 to 0.99.
 *
 * Assumes bins of equal length, noise that is stationary about the columns, and normal errors of known variance.
 * Cost: linear in bins × states of the noise (103).
 * References: Harville (1977), Maximum likelihood approaches to variance component estimation, JASA 72, 320–338;
 * Prais and Winsten (1954), Cowles Commission discussion paper 383.
 *
 * @param points the series
 * @param columns design columns without the one to be tested
 * @param known states of the noise, where they are known; the grid where left out
 * @returns null where columns and bins do not leave at least three degrees of freedom, or the columns depend on each other
 */
export function autoregressiveRegression(
  points: readonly SeriesPoint[],
  columns: readonly Column[],
  known?: readonly NoiseState[],
): AutoregressiveRegression | null {
  const observed = points.filter((point) => point !== null);
  if (observed.length < columns.length + 4) return null;
  const variances = points.map((point) => point?.variance ?? null);
  const values = Float64Array.from(points, (point) => point?.value ?? 0);
  const grid = (): NoiseState[] =>
    noiseGrid(residualVariance(values, columns, points), median(observed.map((point) => point.variance)));
  const nodes: NoiseNode[] = [];
  for (const { noise, weight } of known ?? grid()) {
    const map = whitening(noise, variances);
    const fitted = orthonormal(columns.map((column) => map.whiten(column)));
    if (fitted === null) return null;
    const residual = withoutBasis(map.whiten(values), fitted.basis);
    nodes.push({
      noise,
      whitening: map,
      basis: fitted.basis,
      logConstant: Math.log(weight) - (map.logDeterminant + fitted.logDeterminant) / 2,
      residual,
      residualSquares: dot(residual, residual),
    });
  }
  return { points, nodes };
}

/**
 * States of the noise with their prior weights. Without a process there is one state; it stands for all deviations below
 * the smallest.
 * @param spread variance of the series about its columns
 * @param typical middle variance of measurement
 */
function noiseGrid(spread: number, typical: number): NoiseState[] {
  const largest = 2 * Math.sqrt(spread);
  const smallest = Math.min(largest / 2, Math.max(0.2 * Math.sqrt(typical), largest / 40));
  const half = (largest / smallest) ** (1 / (DEVIATIONS - 1) / 2);
  const states: NoiseState[] = [{ noise: { processVariance: 0, partial: [0, 0] }, weight: smallest / half }];
  for (let i = 0; i < DEVIATIONS; i++) {
    const deviation = smallest * half ** (2 * i);
    for (const { partial, weight } of partialGrid()) {
      const noise = { processVariance: deviation ** 2, partial };
      states.push({ noise, weight: weight * deviation * (half - 1 / half) });
    }
  }
  return states;
}

/** Partial autocorrelations with weights that sum to 1. */
function partialGrid(): { readonly partial: readonly [number, number]; readonly weight: number }[] {
  const [start, end] = FIRST_ENDS;
  const borders = [start, ...FIRST.slice(1).map((first, i) => (first + (FIRST[i] as number)) / 2), end];
  return FIRST.flatMap((first, i) => {
    const share = ((borders[i + 1] as number) - (borders[i] as number)) / (end - start);
    return first > NEAR_ONE
      ? [{ partial: [first, 0] as const, weight: share }]
      : SECOND.map(([second, weight]) => ({ partial: [first, second] as const, weight: share * weight }));
  });
}

/** Orthonormal basis of columns by modified Gram–Schmidt, with the log determinant of their cross products. */
function orthonormal(
  columns: readonly Float64Array[],
): { readonly basis: Float64Array[]; readonly logDeterminant: number } | null {
  const basis: Float64Array[] = [];
  let logDeterminant = 0;
  for (const column of columns) {
    const left = withoutBasis(column, basis);
    const squares = dot(left, left);
    if (!(squares > 1e-9 * dot(column, column))) return null;
    logDeterminant += Math.log(squares);
    basis.push(scaled(left, 1 / Math.sqrt(squares)));
  }
  return { basis, logDeterminant };
}

/** What of a column the basis does not explain. */
export function withoutBasis(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = Float64Array.from(column);
  for (const direction of basis) {
    const share = dot(left, direction);
    for (let i = 0; i < left.length; i++) left[i] = (left[i] as number) - share * (direction[i] as number);
  }
  return left;
}

/** A column times a number, in its own place. */
export function scaled(column: Float64Array, factor: number): Float64Array {
  for (let i = 0; i < column.length; i++) column[i] = (column[i] as number) * factor;
  return column;
}

/** Sum of squares of a whitened column about a basis. */
export function residualSquares(column: Float64Array, basis: readonly Float64Array[]): number {
  let squares = dot(column, column);
  for (const direction of basis) squares -= dot(column, direction) ** 2;
  return Math.max(squares, 0);
}

/** Scalar product. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function residualVariance(
  values: Column,
  columns: readonly Column[],
  points: readonly SeriesPoint[],
): number {
  const seen = (column: Column): Float64Array =>
    Float64Array.from(points.flatMap((point, t) => (point === null ? [] : [column[t] as number])));
  const basis = orthonormal(columns.map(seen))?.basis ?? [];
  const y = seen(values);
  const measured = points.reduce((sum, point) => sum + (point?.variance ?? 0), 0) / y.length;
  return Math.max(residualSquares(y, basis) / (y.length - columns.length), measured / 4);
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
