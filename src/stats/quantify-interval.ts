import { gammaVariate } from './gamma-variate.ts';
import type { PosteriorCells } from './posterior-cells.ts';
import { type QuantifierName, type QuantifierStatistics, quantify } from './quantify.ts';
import { seededRandom } from './random.ts';

/** How an interval of a quantifier is made. */
export interface QuantifierIntervalOptions {
  /** Weights of the classes in the number asked for, e.g. (−1, 0, 1) for the net balance. */
  readonly functional: readonly number[];
  /** Nominal coverage, 0–1. */
  readonly confidenceLevel: number;
  readonly resamples: number;
  readonly seed: number;
  /** How many dependent mentions are worth one independent one; at least 1. */
  readonly designEffect: number;
}

/** A number with its interval. */
export interface QuantifierInterval {
  readonly value: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * A combination of estimated shares with its interval, by a Bayesian bootstrap (Rubin 1981) of both sources of error: the coded
 * texts from which the classifier's errors are known, class by class, and the mentions of the corpus. Each cell's weight is
 * drawn from a gamma distribution with the weight as its mean; the estimator, calibration included, is run on each draw;
 * the interval is between percentiles. It carries no error of transfer: it assumes that texts of a class are read in the
 * corpus as in the coded texts. Cost: resamples × the estimator.
 */
export function quantifyInterval(
  name: QuantifierName,
  statistics: QuantifierStatistics,
  options: QuantifierIntervalOptions,
): QuantifierInterval {
  const { functional, confidenceLevel, resamples, seed, designEffect } = options;
  const random = seededRandom(seed);
  const numberOf = (of: QuantifierStatistics): number =>
    quantify(name, of).reduce((sum, share, k) => sum + share * (functional[k] as number), 0);
  const draws = Array.from({ length: resamples }, () =>
    numberOf({
      corpus: redrawn(statistics.corpus, designEffect, random),
      coded: statistics.coded.map((one) => redrawn(one, 1, random)),
    }),
  ).sort((a, b) => a - b);
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / resamples;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / (resamples - 1);
  const at = (p: number): number => {
    const place = p * (resamples - 1);
    const [low, high] = [draws[Math.floor(place)] as number, draws[Math.ceil(place)] as number];
    return low + (place - Math.floor(place)) * (high - low);
  };
  return {
    value: numberOf(statistics),
    standardError: Math.sqrt(variance),
    lower: at((1 - confidenceLevel) / 2),
    upper: at((1 + confidenceLevel) / 2),
  };
}

/** The same cells with other weights: those of a sample of the same size, the fewer the larger the design effect. */
function redrawn(cells: PosteriorCells, designEffect: number, random: () => number): PosteriorCells {
  return {
    ...cells,
    weights: cells.weights.map((w) => designEffect * gammaVariate(w / designEffect, random)),
  };
}
