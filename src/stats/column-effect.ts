import {
  type AutoregressiveRegression,
  type Column,
  dot,
  residualSquares,
  scaled,
  withoutBasis,
} from './autoregressive-regression.ts';
import { normalCumulative } from './normal.ts';

/** One more column in a regression: its coefficient as a mixture of normal distributions over the states of the noise. */
export interface ColumnEffect {
  /** Mean of the mixture. */
  readonly value: number;
  readonly standardError: number;
  /** Value over standard error. */
  readonly statistic: number;
  /** Log likelihood at the best coefficient, averaged over the noise: comparable between columns of one regression. */
  readonly logLikelihood: number;
  readonly mixture: readonly MixturePart[];
}

interface MixturePart {
  readonly weight: number;
  readonly mean: number;
  readonly deviation: number;
  readonly node: number;
}

/** The projections that a column's effect needs, made once for many series with the same noise. */
export interface ColumnProjection {
  readonly regression: AutoregressiveRegression;
  /** For each state of the noise: the whitened column's own direction, and its length. */
  readonly directions: readonly { readonly unit: Float64Array; readonly squares: number }[];
}

/**
 * Prepares a column to be tested.
 * @returns null where the other columns explain it over the observed bins
 */
export function projectColumn(
  regression: AutoregressiveRegression,
  column: Column,
): ColumnProjection | null {
  const directions: { unit: Float64Array; squares: number }[] = [];
  for (const { whitening, basis } of regression.nodes) {
    const whitened = whitening.whiten(column);
    const own = withoutBasis(whitened, basis);
    const squares = dot(own, own);
    if (!(squares > 1e-9 * dot(whitened, whitened))) return null;
    directions.push({ unit: scaled(own, 1 / Math.sqrt(squares)), squares });
  }
  return { regression, directions };
}

/**
 * Effect of a projected column on the regression's own series, or on another with the same bins and errors.
 * @param series values by bin; the regression's own where left out
 */
export function columnEffect({ regression, directions }: ColumnProjection, series?: Column): ColumnEffect {
  const { nodes } = regression;
  const n = nodes.length;
  const [means, deviations, profile, restricted] = [0, 1, 2, 3].map(() => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < n; i++) {
    const node = nodes[i] as (typeof nodes)[number];
    const { unit, squares } = directions[i] as ColumnProjection['directions'][number];
    const own = series === undefined;
    const whitened = own ? node.series : node.whitening.whiten(series);
    const rest = own ? node.residualSquares : residualSquares(whitened, node.basis);
    const score = dot(unit, whitened);
    means[i] = score / Math.sqrt(squares);
    deviations[i] = 1 / Math.sqrt(squares);
    profile[i] = node.logConstant - (rest - score * score) / 2;
    restricted[i] = (profile[i] as number) - Math.log(squares) / 2;
  }
  const best = restricted.reduce((a, b) => Math.max(a, b));
  const total = restricted.reduce((sum, log) => sum + Math.exp(log - best), 0);
  let [value, square] = [0, 0];
  const mixture: MixturePart[] = [];
  for (let i = 0; i < n; i++) {
    const weight = Math.exp((restricted[i] as number) - best) / total;
    const [mean, deviation] = [means[i] as number, deviations[i] as number];
    value += weight * mean;
    square += weight * (mean * mean + deviation * deviation);
    if (series === undefined && weight > 1e-6) mixture.push({ weight, mean, deviation, node: i });
  }
  const standardError = Math.sqrt(square - value * value);
  const highest = profile.reduce((a, b) => Math.max(a, b));
  const logLikelihood = highest + Math.log(profile.reduce((sum, log) => sum + Math.exp(log - highest), 0));
  return { value, standardError, statistic: value / standardError, logLikelihood, mixture };
}

/** Probability that the coefficient lies below a number. */
function mixtureCumulative({ mixture }: ColumnEffect, x: number): number {
  let [sum, weights] = [0, 0];
  for (const { weight, mean, deviation } of mixture) {
    sum += weight * normalCumulative((x - mean) / deviation);
    weights += weight;
  }
  return sum / weights;
}

/** Quantile of the coefficient, by bisection to a millionth of its standard error. */
export function effectQuantile(effect: ColumnEffect, probability: number): number {
  const { value, standardError } = effect;
  let [low, high] = [value - 4 * standardError, value + 4 * standardError];
  while (mixtureCumulative(effect, low) > probability) low -= 4 * standardError;
  while (mixtureCumulative(effect, high) < probability) high += 4 * standardError;
  while (high - low > 1e-6 * standardError) {
    const middle = (low + high) / 2;
    if (mixtureCumulative(effect, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Two-sided p-value of no effect. */
export function effectProbability(effect: ColumnEffect): number {
  const below = mixtureCumulative(effect, 0);
  return Math.min(1, 2 * Math.min(below, 1 - below));
}
