import { choleskyFactor, solveFactored } from './positive-definite.ts';
import type { PosteriorCells } from './posterior-cells.ts';

/** Probability below which a logarithm is not taken. */
const LEAST = 1e-6;

const MOST_STEPS = 50;

/** Keeps the fit finite where a class is never confused: variance of a weak normal prior around "no change". */
const PRIOR_VARIANCE = 100;

/** A map from probabilities to calibrated ones. */
export interface PosteriorCalibration {
  /** Factor of the log probabilities: 1 / temperature. */
  readonly slope: number;
  /** Added to the log probability of each class; 0 for the last. */
  readonly shifts: readonly number[];
}

/**
 * Bias-corrected temperature scaling: p′ₖ ∝ exp(slope · log pₖ + shiftₖ), by maximum likelihood on coded texts that the
 * classifier has not learned from (Alexandari, Kundaje and Shrikumar 2020, who find that with it EMQ beats other
 * quantifiers).
 *
 * Newton steps with halving; the negative log-likelihood is convex. A weak prior (normal, standard deviation 10) keeps
 * it finite where the classes are told apart without an error.
 * @param byClass cells of the coded texts of each true class
 */
export function fitPosteriorCalibration(byClass: readonly PosteriorCells[]): PosteriorCalibration {
  const classes = byClass.length;
  const rows = byClass.flatMap(({ posteriors, weights }, label) =>
    posteriors.map((row, i) => ({ logs: logsOf(row), weight: weights[i] as number, label })),
  );
  let theta = [1, ...new Array<number>(classes - 1).fill(0)];
  let current = objective(rows, theta);
  for (let step = 0; step < MOST_STEPS; step++) {
    const factor = choleskyFactor(current.hessian);
    if (factor === null) break;
    const move = solveFactored(factor, current.gradient);
    let scale = 1;
    let next = current;
    let moved = theta;
    do {
      moved = theta.map((value, i) => value - scale * (move[i] as number));
      next = objective(rows, moved);
      scale /= 2;
    } while (next.loss > current.loss && scale > 1e-6);
    if (next.loss > current.loss) break;
    const gain = current.loss - next.loss;
    [theta, current] = [moved, next];
    if (gain < 1e-10 * (1 + Math.abs(current.loss))) break;
  }
  return { slope: theta[0] as number, shifts: [...theta.slice(1), 0] };
}

/** Probabilities under a calibration. */
export function calibratePosteriors(cells: PosteriorCells, to: PosteriorCalibration): PosteriorCells {
  return {
    posteriors: cells.posteriors.map((row) => calibrated(logsOf(row), to.slope, to.shifts)),
    weights: cells.weights,
    decided: cells.decided,
  };
}

interface Row {
  readonly logs: readonly number[];
  readonly weight: number;
  readonly label: number;
}

function logsOf(row: readonly number[]): number[] {
  return row.map((p) => Math.log(Math.max(p, LEAST)));
}

function calibrated(logs: readonly number[], slope: number, shifts: readonly number[]): number[] {
  const scores = logs.map((log, k) => slope * log + (shifts[k] ?? 0));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Negative log-likelihood and prior with first and second derivatives in (slope, shifts without the last). */
function objective(rows: readonly Row[], theta: readonly number[]) {
  const size = theta.length;
  const away = theta.map((value, i) => value - (i === 0 ? 1 : 0));
  let loss = away.reduce((sum, d) => sum + (d * d) / (2 * PRIOR_VARIANCE), 0);
  const gradient = away.map((d) => d / PRIOR_VARIANCE);
  const hessian = theta.map((_, i) => theta.map((__, j) => (i === j ? 1 / PRIOR_VARIANCE : 0)));
  const slope = theta[0] as number;
  const shifts = theta.slice(1);
  for (const { logs, weight, label } of rows) {
    const p = calibrated(logs, slope, shifts);
    loss -= weight * Math.log(Math.max(p[label] as number, 1e-300));
    let [mean, square] = [0, 0];
    p.forEach((pk, k) => {
      const log = logs[k] as number;
      mean += pk * log;
      square += pk * log * log;
    });
    gradient[0]! += weight * (mean - (logs[label] as number));
    hessian[0]![0]! += weight * (square - mean * mean);
    for (let i = 1; i < size; i++) {
      const pi = p[i - 1] as number;
      gradient[i]! += weight * (pi - (label === i - 1 ? 1 : 0));
      hessian[i]![0]! += weight * pi * ((logs[i - 1] as number) - mean);
      for (let j = 1; j <= i; j++)
        hessian[i]![j]! += weight * ((i === j ? pi : 0) - pi * (p[j - 1] as number));
    }
  }
  return { loss, gradient, hessian };
}
