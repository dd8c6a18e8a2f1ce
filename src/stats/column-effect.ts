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

/** A column in a regression under each state of the noise. */
export interface ColumnProjection {
  readonly regression: AutoregressiveRegression;
  /** Of what the other columns do not explain: the direction, and the sum of squares. */
  readonly directions: readonly { readonly unit: Float64Array; readonly squares: number }[];
}

/**
 * Prepares a column to be tested on many series.
 * @returns null where the other columns explain it over the observed bins
 */
export function projectColumn(regression: AutoregressiveRegression, column: Column): ColumnProjection | null {
  const directions: { unit: Float64Array; squares: number }[] = [];
  for (const { whitening, basis } of regression.nodes) {
    const whitened = whitening.whiten(column);
    const own = withoutBasis(whitened, basis);
    const squares = dot(own, own);
    if (!(squares > DEPENDENT * dot(whitened, whitened))) return null;
    directions.push({ unit: scaled(own, 1 / Math.sqrt(squares)), squares });
  }
  return { regression, directions };
}

/** Share of a column's squares below which the other columns explain it. */
const DEPENDENT = 1e-9;

/**
 * Effect of a column on the regression's series.
 * @returns null where the other columns explain it over the observed bins
 */
export function columnEffect(regression: AutoregressiveRegression, column: Column): ColumnEffect | null {
  const [first] = regression.nodes;
  const whitened = new Float64Array(first?.residual.length ?? 0);
  const parts: NodeEffect[] = [];
  for (const node of regression.nodes) {
    node.whitening.whiten(column, whitened);
    const squares = residualSquares(whitened, node.basis);
    if (!(squares > DEPENDENT * dot(whitened, whitened))) return null;
    const score = dot(whitened, node.residual) / Math.sqrt(squares);
    parts.push({ score, squares, logBase: node.logConstant - node.residualSquares / 2 });
  }
  return mix(parts);
}

/**
 * Effect of one more column, in the place of a projected one and beside it. Both cost little more than one of them.
 * @returns null where the columns depend on each other over the observed bins
 */
export function rivalEffects(
  { regression, directions }: ColumnProjection,
  column: Column,
): { readonly instead: ColumnEffect; readonly beside: ColumnEffect } | null {
  const whitened = new Float64Array(regression.nodes[0]?.residual.length ?? 0);
  const instead: NodeEffect[] = [];
  const beside: NodeEffect[] = [];
  for (const [i, node] of regression.nodes.entries()) {
    const held = directions[i] as ColumnProjection['directions'][number];
    node.whitening.whiten(column, whitened);
    const squares = residualSquares(whitened, node.basis);
    const shared = dot(whitened, held.unit);
    const own = squares - shared * shared;
    if (!(own > DEPENDENT * dot(whitened, whitened))) return null;
    const product = dot(whitened, node.residual);
    const heldScore = dot(held.unit, node.residual);
    const logBase = node.logConstant - node.residualSquares / 2;
    instead.push({ score: product / Math.sqrt(squares), squares, logBase });
    beside.push({
      score: (product - shared * heldScore) / Math.sqrt(own),
      squares: own,
      logBase: logBase + (heldScore * heldScore - Math.log(held.squares)) / 2,
    });
  }
  return { instead: mix(instead), beside: mix(beside) };
}

/** The effect under one state of the noise: in standard errors, with the information that it rests on. */
interface NodeEffect {
  readonly score: number;
  readonly squares: number;
  /** Log likelihood without the column. */
  readonly logBase: number;
}

function mix(parts: readonly NodeEffect[]): ColumnEffect {
  const profile = parts.map(({ logBase, score }) => logBase + (score * score) / 2);
  const restricted = parts.map(({ squares }, i) => (profile[i] as number) - Math.log(squares) / 2);
  const total = logSumExp(restricted);
  let value = 0;
  let square = 0;
  const mixture: MixturePart[] = [];
  parts.forEach(({ score, squares }, node) => {
    const weight = Math.exp((restricted[node] as number) - total);
    const deviation = 1 / Math.sqrt(squares);
    const mean = score * deviation;
    value += weight * mean;
    square += weight * (mean * mean + deviation * deviation);
    if (weight > 1e-6) mixture.push({ weight, mean, deviation, node });
  });
  const standardError = Math.sqrt(square - value * value);
  const logLikelihood = logSumExp(profile);
  return { value, standardError, statistic: value / standardError, logLikelihood, mixture };
}

function logSumExp(logs: readonly number[]): number {
  const highest = logs.reduce((a, b) => Math.max(a, b));
  return highest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - highest), 0));
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
