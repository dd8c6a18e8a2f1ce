import type { PathObservation, RectifierAt } from './rectifier-path.ts';
import { DRIFT_SCALES, driftWeights, solveTridiagonal, stepVariance } from './rectifier-path.ts';

/** What a contrast of a rectifier is taken of, where the rectifier may jump. */
export interface RectifierJumpOptions {
  /** Coefficients of the contrast, one for each period. */
  readonly coefficients: readonly number[];
  /** The share of each period that lies after the jump: 0 before it, 1 after it. */
  readonly column: Float64Array;
  /** Standard deviation of one coding's residual, above 0. */
  readonly deviation: number;
}

/**
 * A linear contrast of the rectifier over periods, where it moves as a random walk *and* may have jumped by any amount at one
 * known date. `rectifierContrast` follows a jump only as fast as codings show it, and so gives a part of it to the days
 * before; this one is told by the codings of either side, however the annotator's errors changed in between.
 *
 * Formula: periods R = W + x·J, W a random walk with unknown start, x the column, J unknown without a prior. For each scale of
 * the walk J is estimated by generalized least squares from the means of the codings, and the contrast is that of the
 * smoothed walk plus J times what the contrast gives to the column; the scales are weighed by their restricted likelihood,
 * J and the start integrated out, with the prior of `driftPosterior`.
 * Where the coefficients are those by which a regression on a level and a step reads a series, the contrast is what the
 * annotator's errors add to the step. Any jump of the labels that the codings do not share cancels exactly.
 *
 * Assumes codings on both sides; beside the jump, a random walk. Cost: periods × 33.
 * Reference: Durbin and Koopman 2012, 6.2 (regression effects in state space models).
 * @returns null where the codings lie on one side of the jump
 */
export function rectifierJump(
  observations: readonly PathObservation[],
  { coefficients, column, deviation }: RectifierJumpOptions,
): RectifierAt | null {
  const ordered = [...observations].sort((a, b) => a.period - b.period);
  const [first] = ordered;
  if (first === undefined) return null;
  const at = (period: number): number => column[period] as number;
  if (ordered.every(({ period }) => at(period) === at(first.period))) return null;
  const nPeriods = coefficients.length;
  const found = DRIFT_SCALES.map((scale) => {
    const step = stepVariance(scale, nPeriods);
    const jump = fitJump(ordered, { column, step, deviation });
    return { ...jump, ...contrastAt({ ordered, coefficients, column, step, jump }) };
  });
  const weights = driftWeights(found.map(({ logLikelihood }) => logLikelihood));
  const over = (of: (one: (typeof found)[number]) => number): number =>
    weights.reduce((sum, w, k) => sum + w * of(found[k] as (typeof found)[number]), 0);
  const mean = over((one) => one.mean);
  return { mean, variance: over((one) => deviation ** 2 * one.variance + (one.mean - mean) ** 2) };
}

/** A jump at one scale of the walk. */
interface FittedJump {
  readonly size: number;
  /** Variance of the size, in variances of one coding. */
  readonly variance: number;
  readonly logLikelihood: number;
}

/** Filters the means and the column alike and regresses the surprises of the one on those of the other. */
function fitJump(
  ordered: readonly PathObservation[],
  of: { readonly column: Float64Array; readonly step: number; readonly deviation: number },
): FittedJump {
  const { column, step, deviation } = of;
  const [first, ...rest] = ordered as [PathObservation, ...PathObservation[]];
  let [level, levelOfColumn, variance] = [first.mean, column[first.period] as number, 1 / first.size];
  let [period, logs, information, product, squares] = [first.period, 0, 0, 0, 0];
  for (const one of rest) {
    variance += step * (one.period - period);
    const spread = variance + 1 / one.size;
    const [y, x] = [one.mean - level, (column[one.period] as number) - levelOfColumn];
    logs += Math.log(spread);
    information += (x * x) / spread;
    product += (x * y) / spread;
    squares += (y * y) / spread;
    const gain = variance / spread;
    level += gain * y;
    levelOfColumn += gain * x;
    variance *= 1 - gain;
    period = one.period;
  }
  const left = Math.max(squares - product ** 2 / information, 0) / deviation ** 2;
  return {
    size: product / information,
    variance: 1 / information,
    logLikelihood: -(logs + Math.log(information) + left) / 2,
  };
}

/** Mean of the contrast, and its variance in variances of one coding. */
function contrastAt(of: {
  readonly ordered: readonly PathObservation[];
  readonly coefficients: readonly number[];
  readonly column: Float64Array;
  readonly step: number;
  readonly jump: FittedJump;
}): RectifierAt {
  const { ordered, coefficients, column, step, jump } = of;
  const ofColumn = coefficients.reduce((sum, c, t) => sum + c * (column[t] as number), 0);
  const without = (one: PathObservation): number => one.mean - jump.size * (column[one.period] as number);
  const { weights, variance } = walkWeights(ordered, coefficients, step);
  const read = (value: (one: PathObservation) => number): number =>
    ordered.reduce((sum, one, i) => sum + (weights[i] as number) * value(one), 0);
  const ofJump = ofColumn - read((one) => column[one.period] as number);
  return {
    mean: read(without) + jump.size * ofColumn,
    variance: variance + ofJump ** 2 * jump.variance,
  };
}

/** By which weights the codings of each period tell the contrast of the walk, and with what variance. */
function walkWeights(
  ordered: readonly PathObservation[],
  coefficients: readonly number[],
  step: number,
): { readonly weights: readonly number[]; readonly variance: number } {
  if (step === 0) {
    const size = ordered.reduce((sum, one) => sum + one.size, 0);
    const total = coefficients.reduce((sum, c) => sum + c, 0);
    return { weights: ordered.map((one) => (total * one.size) / size), variance: total ** 2 / size };
  }
  const n = coefficients.length;
  const sizes = new Array<number>(n).fill(0);
  for (const { period, size } of ordered) sizes[period] = size;
  const diagonal = sizes.map((size, t) => size + (Number(t > 0) + Number(t < n - 1)) / step);
  const solution = solveTridiagonal(diagonal, -1 / step, coefficients);
  return {
    weights: ordered.map((one) => (solution[one.period] as number) * one.size),
    variance: Math.max(
      coefficients.reduce((sum, c, t) => sum + c * (solution[t] as number), 0),
      0,
    ),
  };
}
