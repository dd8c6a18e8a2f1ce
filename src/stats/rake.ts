/** One margin of a reference: for each cell its category, and the share that each category is to have. */
export interface Margin {
  /** Category of each cell, an index into `shares`. */
  readonly categoryOf: readonly number[];
  /** Shares of the reference; they sum to 1. */
  readonly shares: readonly number[];
}

/** How raking is bounded and when it ends. */
export interface RakeOptions {
  /** Smallest and largest factor, where the mean factor over the sample is 1. */
  readonly bounds: readonly [number, number];
  readonly maximumIterations: number;
  /** Largest difference between a share and its reference at which it ends. */
  readonly tolerance: number;
}

/** Weights that give a sample the margins of a reference. */
export interface Raked {
  /** Factor of every observation of a cell; the mean over the sample is 1. */
  readonly factors: readonly number[];
  /** Share of each cell after weighting. */
  readonly shares: readonly number[];
  readonly iterations: number;
  /** Whether every margin is met within the tolerance. */
  readonly converged: boolean;
  /** Largest difference between a share and its reference. */
  readonly deviation: number;
  /** Cells whose factor lies at a bound. */
  readonly nTrimmed: number;
}

/**
 * Raking ratio estimation (iterative proportional fitting; Deming and Stephan 1940): the cells are multiplied until each
 * margin of the sample has the shares of the reference. With one margin this is post-stratification and done in one step.
 *
 * Factors outside the bounds are cut to them and the rest raked again, until nothing moves; with a bound in force the margins
 * may be missed, by what `deviation` says. Cells without observations have no factor (0). Assumes that within the cells the
 * observed stand for the unobserved; where a category of the reference has no cell, raking cannot meet it: merge or drop
 * it first. Cost: cells × margins × iterations.
 * @param sizes weight of the observations of each cell, 0 or more, not all 0
 * @example rake([60, 40], [{ categoryOf: [0, 1], shares: [0.5, 0.5] }], o).factors // [0.833, 1.25]
 */
export function rake(sizes: readonly number[], margins: readonly Margin[], options: RakeOptions): Raked {
  const { bounds, maximumIterations, tolerance } = options;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const start = sizes.map((size) => size / total);
  let shares = start;
  let iterations = 0;
  let deviation = deviationOf(shares, margins);
  while (deviation > tolerance && iterations < maximumIterations) {
    const before = shares;
    for (const margin of margins) shares = fitMargin(shares, margin);
    shares = trim(shares, start, bounds);
    iterations++;
    deviation = deviationOf(shares, margins);
    if (shares.every((share, c) => Math.abs(share - (before[c] as number)) < tolerance / 100)) break;
  }
  const factors = shares.map((share, c) => (start[c] === 0 ? 0 : share / (start[c] as number)));
  const atBound = (factor: number): boolean =>
    factor >= bounds[1] * (1 - 1e-9) || factor <= bounds[0] * (1 + 1e-9);
  return {
    factors,
    shares,
    iterations,
    converged: deviation <= tolerance,
    deviation,
    nTrimmed: factors.filter((factor, c) => (start[c] as number) > 0 && factor > 0 && atBound(factor)).length,
  };
}

/** Weighted share of each category of a margin. */
export function marginShares(shares: readonly number[], { categoryOf, shares: wanted }: Margin): number[] {
  const sums = wanted.map(() => 0);
  shares.forEach((share, c) => {
    const category = categoryOf[c] as number;
    sums[category] = (sums[category] as number) + share;
  });
  return sums;
}

function fitMargin(shares: readonly number[], margin: Margin): number[] {
  const found = marginShares(shares, margin);
  const fitted = shares.map((share, c) => {
    const category = margin.categoryOf[c] as number;
    return share === 0 ? 0 : (share * (margin.shares[category] as number)) / (found[category] as number);
  });
  return toOne(fitted);
}

/** Cuts factors to the bounds; what that frees or takes goes to the cells that are inside. */
function trim(
  shares: readonly number[],
  start: readonly number[],
  [low, high]: readonly [number, number],
): number[] {
  let now = [...shares];
  for (let round = 0; round < shares.length; round++) {
    const cut = now.map((share, c) =>
      share === 0 ? 0 : Math.min(Math.max(share, low * (start[c] as number)), high * (start[c] as number)),
    );
    const fixed = cut.map((share, c) => share !== now[c] || share === high * (start[c] as number));
    const sum = (list: readonly number[], keep: (c: number) => boolean): number =>
      list.reduce((s, value, c) => s + (keep(c) ? value : 0), 0);
    const free = sum(cut, (c) => !(fixed[c] as boolean));
    const left = 1 - sum(cut, (c) => fixed[c] as boolean);
    if (free <= 0 || Math.abs(left - free) < 1e-15) return toOne(cut);
    now = cut.map((share, c) => (fixed[c] ? share : (share * left) / free));
  }
  return toOne(now);
}

function toOne(shares: readonly number[]): number[] {
  const sum = shares.reduce((s, share) => s + share, 0);
  return shares.map((share) => share / sum);
}

function deviationOf(shares: readonly number[], margins: readonly Margin[]): number {
  return Math.max(
    ...margins.flatMap((margin) =>
      marginShares(shares, margin).map((share, k) => Math.abs(share - (margin.shares[k] as number))),
    ),
    0,
  );
}
