import type { PosteriorCells } from '../../src/stats/posterior-cells.ts';
import { normalDraw } from './normal-draw.ts';

/** Shares of the classes that the classifier learned from: those of Russian news. */
export const TRAINING_SHARES = [0.15, 0.72, 0.13];

/** Where the texts of each class lie, in standard deviations of a text; so near that macro-F1 is about .55. */
const PLACES = [
  [-0.9, -0.25],
  [0, 0.35],
  [0.9, -0.25],
] as const;

/** Log probabilities are this much too far apart. */
const OVERCONFIDENCE = 1.3;

/** The label is the class with the greatest probability times this. */
const DECISION_WEIGHTS = [2.4, 1, 2.7];

/** Texts of one class as a classifier of the stated quality reads them: it knows the densities, and is too sure of itself. */
export function readTexts(label: number, n: number, random: () => number): PosteriorCells {
  const posteriors = Array.from({ length: n }, () => {
    const [x, y] = (PLACES[label] as readonly [number, number]).map((at) => at + normalDraw(random)) as [
      number,
      number,
    ];
    const logs = PLACES.map(([px, py], k) => {
      const share = TRAINING_SHARES[k] as number;
      return OVERCONFIDENCE * (Math.log(share) - ((x - px) ** 2 + (y - py) ** 2) / 2);
    });
    const top = Math.max(...logs);
    const powers = logs.map((log) => Math.exp(log - top));
    const sum = powers.reduce((a, b) => a + b, 0);
    return powers.map((power) => power / sum);
  });
  const decided = posteriors.map((row) => {
    const weighted = row.map((p, k) => p * (DECISION_WEIGHTS[k] as number));
    return weighted.indexOf(Math.max(...weighted));
  });
  return { posteriors, decided, weights: posteriors.map(() => 1) };
}

/** Texts of several sets as one. */
export function joinTexts(sets: readonly PosteriorCells[]): PosteriorCells {
  return {
    posteriors: sets.flatMap((set) => set.posteriors),
    decided: sets.flatMap((set) => set.decided),
    weights: sets.flatMap((set) => set.weights),
  };
}
