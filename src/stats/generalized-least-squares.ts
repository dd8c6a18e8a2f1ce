import { type MeasuredSeries, type NoiseModel, type Whitener, whitener } from './noise-model.ts';

/** A regression with correlated errors, reduced to orthogonal columns. */
export interface Regression {
  readonly whitener: Whitener;
  /** Orthonormal whitened columns. */
  readonly basis: readonly Float64Array[];
  /** Whitened values less what the columns explain. */
  readonly residual: Float64Array;
}

/** What one more column would add. */
export interface Addition {
  /** Fall of the deviance: the squared ratio of coefficient to standard error. */
  readonly gain: number;
  readonly coefficient: number;
  readonly standardError: number;
}

/** Below this share of a column's length, what is left of it after the others is rounding error. */
const DEPENDENT = 1e-9;

/**
 * Generalized least squares of a measured series on columns, errors as in {@link NoiseModel}: whiten, then orthogonalize
 * (modified Gram–Schmidt). Columns that depend on earlier ones are left out. Cost: O(bins × columns²).
 */
export function regress(
  series: MeasuredSeries,
  columns: readonly Float64Array[],
  noise: NoiseModel,
): Regression {
  const white = whitener(series.variances, noise);
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const next = white.whiten(column);
    const length = dot(next, next);
    for (const one of basis) subtract(next, one, dot(next, one));
    const left = dot(next, next);
    if (left <= DEPENDENT * length) continue;
    scaleBy(next, 1 / Math.sqrt(left));
    basis.push(next);
  }
  const residual = white.whiten(series.values);
  for (const one of basis) subtract(residual, one, dot(residual, one));
  return { whitener: white, basis, residual };
}

/** What a column would add to a regression; a column that depends on those already there adds nothing. */
export function addition(regression: Regression, column: Float64Array, from = 0): Addition {
  const next = regression.whitener.whiten(column, from);
  const length = dot(next, next, from);
  let left = length;
  for (const one of regression.basis) left -= dot(next, one, from) ** 2;
  if (!(left > DEPENDENT * length))
    return { gain: 0, coefficient: 0, standardError: Number.POSITIVE_INFINITY };
  const product = dot(next, regression.residual, from);
  return {
    gain: (product * product) / left,
    coefficient: product / left,
    standardError: 1 / Math.sqrt(left),
  };
}

function dot(a: Float64Array, b: Float64Array, from = 0): number {
  let sum = 0;
  for (let i = from; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function subtract(a: Float64Array, b: Float64Array, times: number): void {
  for (let i = 0; i < a.length; i++) (a[i] as number) -= times * (b[i] as number);
}

function scaleBy(a: Float64Array, factor: number): void {
  for (let i = 0; i < a.length; i++) (a[i] as number) *= factor;
}
