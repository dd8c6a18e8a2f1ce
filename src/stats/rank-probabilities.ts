import { normalDraw } from './normal.ts';

/** What a ranking is drawn with. */
export interface RankOptions {
  /** 1 = the largest value is first, −1 = the smallest. */
  readonly direction: 1 | -1;
  readonly draws: number;
  /** Uniform in [0, 1), as `seededRandom` gives. */
  readonly random: () => number;
}

/** How often a value is first, and among the first three, 0–1. */
export interface RankProbability {
  readonly first: number;
  readonly firstThree: number;
}

/**
 * Probability that each of several estimates is first, by draws from the normal distribution around them with their
 * covariance: what a parametric bootstrap gives. It says how sure the order is, not how large the difference.
 *
 * Assumes estimates that are near normal. A value may be among the first three by being one of three or fewer.
 * Ties go to the earlier. Monte Carlo error at most 0.5/√draws. Cost: draws × values².
 *
 * @param covariance symmetric, positive semidefinite
 */
export function rankProbabilities(
  values: readonly number[],
  covariance: readonly (readonly number[])[],
  { direction, draws, random }: RankOptions,
): RankProbability[] {
  const factor = semidefiniteFactor(covariance);
  const first = new Float64Array(values.length);
  const firstThree = new Float64Array(values.length);
  const normal = new Float64Array(values.length);
  const drawn = new Float64Array(values.length);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < normal.length; i++) normal[i] = normalDraw(random);
    for (let i = 0; i < drawn.length; i++) {
      let sum = values[i] as number;
      const row = factor[i] as number[];
      for (let k = 0; k <= i; k++) sum += (row[k] as number) * (normal[k] as number);
      drawn[i] = direction * sum;
    }
    for (const [place, i] of largestThree(drawn).entries()) {
      if (place === 0) first[i]! += 1 / draws;
      firstThree[i]! += 1 / draws;
    }
  }
  return values.map((_, i) => ({
    first: Math.min(1, first[i] as number),
    firstThree: Math.min(1, firstThree[i] as number),
  }));
}

/** Places of the three largest, or of all where there are fewer; of equal ones the earlier is first. */
function largestThree(drawn: Float64Array): number[] {
  const largest: number[] = [];
  for (let i = 0; i < drawn.length; i++) {
    let place = largest.length;
    while (place > 0 && (drawn[i] as number) > (drawn[largest[place - 1] as number] as number)) place--;
    if (place === 3) continue;
    largest.splice(place, 0, i);
    if (largest.length > 3) largest.pop();
  }
  return largest;
}

/** L with L·Lᵀ = A for a positive semidefinite A: a pivot that is zero but for rounding gives a column of zeros. */
function semidefiniteFactor(matrix: readonly (readonly number[])[]): number[][] {
  const factor: number[][] = matrix.map(() => new Array<number>(matrix.length).fill(0));
  for (let j = 0; j < matrix.length; j++) {
    const pivotRow = factor[j] as number[];
    const rest = (i: number): number => {
      let sum = matrix[i]?.[j] as number;
      for (let k = 0; k < j; k++) sum -= (factor[i]?.[k] as number) * (pivotRow[k] as number);
      return sum;
    };
    const pivot = rest(j);
    if (!(pivot > 1e-10 * (matrix[j]?.[j] as number))) continue;
    const root = Math.sqrt(pivot);
    for (let i = j; i < matrix.length; i++) (factor[i] as number[])[j] = rest(i) / root;
  }
  return factor;
}
