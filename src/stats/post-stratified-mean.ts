import { countGroups, GROUPINGS, type Grouping, type Influence } from './cluster-products.ts';
import { floorVariance } from './clustered-mean.ts';
import {
  type EstimateStratum,
  type LinearEstimate,
  subtract,
  type TwoWayProducts,
} from './linear-estimate.ts';
import { type Margin, marginShares, type Raked } from './rake.ts';

/** Weighted totals of one component of a sample, with y between −1 and 1. */
export interface ComponentTotals {
  /** Σ w·y, Σ w, Σ w·y² and Σ w². */
  readonly sumY: number;
  readonly sumN: number;
  readonly sumSquare: number;
  readonly sumWW: number;
}

/** Observations of which some components are averaged. */
export interface MeanInputs {
  /** Components of the whole sample: the influence is given on all of them. */
  readonly totals: readonly ComponentTotals[];
  /** The components that are averaged, e.g. those of one side of an event. */
  readonly components: readonly number[];
  readonly products: TwoWayProducts;
}

/** A mean of reweighted observations. */
export interface ReweightedMean extends LinearEstimate {
  /** (Σw)² / Σw² with the final weights. */
  readonly kishSize: number;
  /** How much longer the variance is than with equal factors: Kish's 1 + CV² of the weights, over that without factors. */
  readonly designEffect: number;
  /** Weighted mean of y². */
  readonly meanSquare: number;
}

/** Range of y. */
const RANGE = [-1, 1] as const;

/**
 * Mean of y where the components have the weights that raking or post-stratification gave them.
 *
 * Formula: Σ ρ·m over components, ρ the raked share and m the weighted mean of the component. The weights are estimated from
 * the same sample, so the influence of an observation is ρ/N·w·(y − b) and not its distance from the overall mean: b is
 * what the categories of the margins explain, fitted by least squares with the final weights (with one margin, the
 * category's mean). So the variance is that between observations of one category only (Särndal, Swensson and Wretman
 * 1992, 7.6; Deville and Särndal 1992, for raking). Where bounds cut a factor the weights are no longer fitted, and
 * the distance from the overall mean is used.
 * Small samples: each component's influence has the factor √(G/(G−1)), G the clusters of its smallest category.
 *
 * Assumes that the shares of the reference are known; that each category has at least two clusters. Unit and range: those
 * of y. Cost: components × margins.
 * Checked against R `survey` (`postStratify`, `rake`).
 */
export function reweightedMean(
  { totals, components, products }: MeanInputs,
  raked: Raked,
  margins: readonly Margin[],
): ReweightedMean {
  const used = components.map((c, i) => ({
    at: totals[c] as ComponentTotals,
    share: raked.shares[i] as number,
  }));
  const means = used.map(({ at }) => (at.sumN > 0 ? at.sumY / at.sumN : 0));
  const over = (f: (i: number) => number): number =>
    used.reduce((sum, { share }, i) => sum + (share > 0 ? share * f(i) : 0), 0);
  const value = over((i) => means[i] as number);
  const fitted = raked.nTrimmed > 0 ? means.map(() => value) : fitMeans(means, raked.shares, margins);
  const partitions = margins.map((margin) => strataOf({ components, products }, raked.shares, margin));
  const influence = (grouping: Grouping): Influence => {
    const [y, n] = [totals.map(() => 0), totals.map(() => 0)];
    components.forEach((c, i) => {
      const { at, share } = used[i] as (typeof used)[number];
      if (share === 0 || at.sumN === 0) return;
      const fewest = Math.min(
        ...margins.map((margin, d) =>
          groupsOf(partitions[d] ?? [], margin.categoryOf[i] as number, grouping),
        ),
      );
      const scale = (share / at.sumN) * Math.sqrt(fewest / Math.max(fewest - 1, 1));
      y[c] = scale;
      n[c] = -scale * (fitted[i] as number);
    });
    return { y, n };
  };
  const meanSquare = over((i) => (used[i]?.at.sumSquare ?? 0) / (used[i]?.at.sumN ?? 1));
  const within = meanSquare - over((i) => 2 * (fitted[i] ?? 0) * (means[i] ?? 0) - (fitted[i] ?? 0) ** 2);
  const factors = used.map((_, i) => raked.factors[i] as number);
  const kishSize = kish(
    used.map(({ at }) => at),
    factors,
  );
  return {
    value,
    influence: byGrouping(influence),
    floorVariance: floorVariance(value, {
      range: RANGE,
      meanSquare: value ** 2 + Math.max(within, 0),
      kishSize,
    }),
    partitions,
    kishSize,
    designEffect:
      kish(
        used.filter(({ share }) => share > 0).map(({ at }) => at),
        null,
      ) / kishSize,
    meanSquare,
  };
}

/** Weighted mean of the components as they are: the same as `clusteredMean`, as an estimate that can be subtracted. */
export function observedMean({ totals, components, products }: MeanInputs): LinearEstimate {
  const groups = byGrouping((grouping) => countGroups(products[grouping], [components])[0] as number);
  const used = components.map((c) => totals[c] as ComponentTotals);
  const sum = (f: (at: ComponentTotals) => number): number => used.reduce((s, at) => s + f(at), 0);
  const sumN = sum((at) => at.sumN);
  const value = sum((at) => at.sumY) / sumN;
  const influence = (grouping: Grouping): Influence => {
    const scale = Math.sqrt(groups[grouping] / Math.max(groups[grouping] - 1, 1)) / sumN;
    const inside = new Set(components);
    const fill = (x: number): number[] => totals.map((_, c) => (inside.has(c) ? x : 0));
    return { y: fill(scale), n: fill(-scale * value) };
  };
  const meanSquare = sum((at) => at.sumSquare) / sumN;
  const kishSize = kish(used, null);
  return {
    value,
    influence: byGrouping(influence),
    floorVariance: floorVariance(value, { range: RANGE, meanSquare, kishSize }),
    partitions: [[{ components, groups }]],
  };
}

/**
 * Observed minus reweighted mean: the part that is composition. Its floor counts only what the two weigh differently; it is 0,
 * and so may the variance be, where nothing is.
 */
export function compositionOf(inputs: MeanInputs, reweighted: LinearEstimate, raked: Raked): LinearEstimate {
  const used = inputs.components.map((c) => inputs.totals[c] as ComponentTotals);
  const sumN = used.reduce((sum, at) => sum + at.sumN, 0);
  const floor = used.reduce((sum, { sumY, sumN: n, sumSquare, sumWW }, i) => {
    const apart = n / sumN - (raked.shares[i] as number);
    const of = { range: RANGE, meanSquare: sumSquare / n, kishSize: n ** 2 / sumWW };
    return sum + apart ** 2 * floorVariance(sumY / n, of);
  }, 0);
  const { partitions } = reweighted;
  return { ...subtract(observedMean(inputs), reweighted, floor), partitions };
}

function byGrouping<T>(of: (grouping: Grouping) => T): Readonly<Record<Grouping, T>> {
  const [author, copies, both] = GROUPINGS.map(of) as [T, T, T];
  return { author, copies, both };
}

function kish(totals: readonly ComponentTotals[], factors: readonly number[] | null): number {
  let [sum, squares] = [0, 0];
  totals.forEach(({ sumN, sumWW }, i) => {
    const factor = factors?.[i] ?? 1;
    sum += factor * sumN;
    squares += factor ** 2 * sumWW;
  });
  return sum ** 2 / squares;
}

/**
 * What the categories of the margins explain of the means of components: weighted least squares on one indicator a category,
 * by projecting on one margin after the other until nothing moves.
 */
function fitMeans(means: readonly number[], shares: readonly number[], margins: readonly Margin[]): number[] {
  let left = [...means];
  for (let round = 0; round < 200; round++) {
    let moved = 0;
    for (const margin of margins) {
      const weight = marginShares(shares, margin);
      const mean = marginShares(
        left.map((value, i) => value * (shares[i] as number)),
        margin,
      ).map((sum, k) => (weight[k] === 0 ? 0 : sum / (weight[k] as number)));
      moved = Math.max(moved, ...mean.map(Math.abs));
      left = left.map((value, i) => value - (mean[margin.categoryOf[i] as number] as number));
    }
    if (moved < 1e-12 || margins.length === 1) break;
  }
  return means.map((mean, i) => mean - (left[i] as number));
}

function strataOf(
  { components, products }: Pick<MeanInputs, 'components' | 'products'>,
  shares: readonly number[],
  { categoryOf, shares: wanted }: Margin,
): EstimateStratum[] {
  const strata = wanted.map((): number[] => []);
  components.forEach((c, i) => {
    if ((shares[i] as number) > 0) strata[categoryOf[i] as number]?.push(c);
  });
  const groups = byGrouping((grouping) => countGroups(products[grouping], strata));
  return strata.map((mine, k) => ({
    components: mine,
    groups: byGrouping((grouping) => groups[grouping][k] as number),
  }));
}

function groupsOf(strata: readonly EstimateStratum[], category: number, grouping: Grouping): number {
  return strata[category]?.groups[grouping] ?? 2;
}
