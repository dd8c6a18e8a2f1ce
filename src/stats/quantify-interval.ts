import { floorVariance } from './clustered-mean.ts';
import { gammaVariate } from './gamma-variate.ts';
import type { PosteriorCells } from './posterior-cells.ts';
import { type QuantifierName, type QuantifierStatistics, quantify } from './quantify.ts';
import { seededRandom } from './random.ts';
import { studentTQuantile } from './student-t.ts';

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
 * A combination of estimated shares with its interval, by a Bayesian bootstrap (Rubin 1981) of both sources of error: the
 * coded texts from which the classifier's errors are known, class by class, and the mentions of the corpus. Each cell's
 * weight is drawn from a gamma distribution with the weight as its mean; the estimator, calibration included, is run on
 * each draw; the interval is the normal one with the standard deviation of the draws, cut at the range of the number: it
 * needs fewer draws than percentiles do. The variance is never below that of a mean of as many mentions after adding one at
 * each end of the range, so mentions that all agree do not make an interval of no width.
 * It carries no error of transfer: it assumes that texts of a class are read in the corpus as in the coded texts.
 * Cost: resamples × the estimator.
 */
export function quantifyInterval(
  name: QuantifierName,
  statistics: QuantifierStatistics,
  options: QuantifierIntervalOptions,
): QuantifierInterval {
  const { functional, confidenceLevel, resamples, seed, designEffect } = options;
  const random = seededRandom(seed);
  const combine = (shares: readonly number[], power = 1): number =>
    shares.reduce((sum, share, k) => sum + share * (functional[k] as number) ** power, 0);
  const draws = Array.from({ length: resamples }, () =>
    combine(
      quantify(name, {
        corpus: redrawn(statistics.corpus, designEffect, random),
        coded: statistics.coded.map((one) => redrawn(one, 1, random)),
      }),
    ),
  );
  const shares = quantify(name, statistics);
  const value = combine(shares);
  const range = [Math.min(...functional), Math.max(...functional)] as const;
  const kishSize = statistics.corpus.weights.reduce((sum, w) => sum + w, 0) / designEffect;
  const floor = floorVariance(value, { range, meanSquare: combine(shares, 2), kishSize });
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / resamples;
  const spread = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / (resamples - 1);
  const standardError = Math.sqrt(Math.max(spread, floor));
  const half = studentTQuantile((1 + confidenceLevel) / 2, resamples - 1) * standardError;
  return {
    value,
    standardError,
    lower: Math.max(range[0], value - half),
    upper: Math.min(range[1], value + half),
  };
}

/** The same cells with other weights: those of a sample of the same size, the fewer the larger the design effect. */
function redrawn(cells: PosteriorCells, designEffect: number, random: () => number): PosteriorCells {
  return {
    ...cells,
    weights: cells.weights.map((w) => designEffect * gammaVariate(w / designEffect, random)),
  };
}
