import { BugError } from '../errors/errors.ts';
import { floorVariance } from './clustered-mean.ts';
import type { Bounded } from './linear-estimate.ts';
import { linearizedCovariance, type TwoWayCrossProducts } from './linearized-covariance.ts';
import { studentTCumulative, studentTQuantile } from './student-t.ts';

/** What one group holds in one period. */
export interface PairedCell {
  /** Σ of weights, of weight × value, of weight × value² and of squared weights. */
  readonly n: number;
  readonly y: number;
  readonly yy: number;
  readonly ww: number;
}

/** Two groups over the same periods. */
export interface PairedGroups {
  /** One cell a period, in the same order; a period may be empty. */
  readonly first: readonly PairedCell[];
  readonly second: readonly PairedCell[];
  /** Clusters of each group, by author or by copies, whichever is fewer. */
  readonly nGroups: readonly [number, number];
  /** Of cluster totals n and y of every cell, the first group's periods before the second's. */
  readonly crossProducts: TwoWayCrossProducts;
}

/** How the contrast is bounded. */
export interface PairedOptions {
  readonly confidenceLevel: number;
  /** Smallest and largest possible value: [0, 1] of a share, [−1, 1] of a balance. */
  readonly range: readonly [number, number];
}

/** Two means over the same mix of periods, their difference and, of shares, their ratio. */
export interface PairedContrast {
  readonly first: Bounded;
  readonly second: Bounded;
  readonly difference: Bounded;
  /** First over second; null where one is not above 0. */
  readonly ratio: Omit<Bounded, 'standardError'> | null;
  /** Two-sided p-value of no difference. */
  readonly pValue: number;
  /** Periods with observations of both. */
  readonly nPeriods: number;
}

/**
 * Difference of two groups' means paired by period: both means are taken over the same mix of periods, so that a difference
 * is not made by one group talking more in some months than the other.
 *
 * With n and m the weight and mean of a group in a period and ω = n₁·n₂/(n₁ + n₂): Σω·m₁/Σω − Σω·m₂/Σω. A period weighs by how
 * well the two can be compared in it; where one is silent it does not count. Where the difference is the same in all
 * periods this is the weighting with the smallest variance (Cochran 1954, for strata).
 *
 * Variance: linearized over cluster totals, the weights ω included, combined as in {@link linearizedCovariance}, so that an author
 * who writes in both groups and in many periods is one. The floor is the variance of single observations; where all
 * agree, of as many as there are clusters. Intervals: Student's t with the fewer clusters less one; of the ratio on the scale of logarithms.
 *
 * Assumes clusters are independent of each other. Unit: that of the values. Cost: periods².
 *
 * @throws {BugError} if there is no period with both, or a group has fewer than two clusters
 */
export function pairedContrast(groups: PairedGroups, options: PairedOptions): PairedContrast {
  const { first, second, nGroups } = groups;
  const weights = first.map((a, t) => pairWeight(a.n, second[t]?.n ?? 0));
  const total = weights.reduce((sum, w) => sum + w, 0);
  if (!(total > 0)) throw new BugError('no period has observations of both groups');
  const degrees = Math.min(...nGroups) - 1;
  if (degrees < 1) throw new BugError('a group has fewer than two clusters');
  const rows = [standardized(groups, 0, weights), standardized(groups, 1, weights)] as const;
  const [a, b] = rows;
  const minus = {
    value: a.value - b.value,
    gradient: a.gradient.map((g, i) => g - (b.gradient[i] as number)),
  };
  const floors = rows.map((row, which) =>
    floorOf(groups, which as 0 | 1, { weights, value: row.value, options }),
  );
  const [floorA, floorB] = floors as [number, number];
  const covariance = linearizedCovariance([a.gradient, b.gradient, minus.gradient], groups.crossProducts, [
    floorA,
    floorB,
    floorA + floorB,
  ]);
  const t = studentTQuantile((1 + options.confidenceLevel) / 2, degrees);
  const [low, high] = options.range;
  const bound = (value: number, i: number, range: readonly [number, number]): Bounded => {
    const standardError = Math.sqrt(covariance[i]?.[i] as number);
    return {
      value,
      standardError,
      lower: Math.max(range[0], value - t * standardError),
      upper: Math.min(range[1], value + t * standardError),
    };
  };
  const difference = bound(minus.value, 2, [low - high, high - low]);
  return {
    first: bound(a.value, 0, options.range),
    second: bound(b.value, 1, options.range),
    difference,
    ratio:
      low >= 0 && a.value > 0 && b.value > 0 ? ratioOf(rows, { groups, floors: [floorA, floorB], t }) : null,
    pValue: 2 * studentTCumulative(-Math.abs(difference.value) / difference.standardError, degrees),
    nPeriods: weights.filter((w) => w > 0).length,
  };
}

interface Row {
  readonly value: number;
  readonly gradient: readonly number[];
}

function pairWeight(n1: number, n2: number): number {
  return n1 > 0 && n2 > 0 ? (n1 * n2) / (n1 + n2) : 0;
}

/** Mean of one group over the common mix of periods, with its derivatives by n and y of every cell. */
function standardized({ first, second }: PairedGroups, which: 0 | 1, weights: readonly number[]): Row {
  const [own, other] = which === 0 ? [first, second] : [second, first];
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mean = (t: number): number => {
    const { n, y } = own[t] as PairedCell;
    return n > 0 ? y / n : 0;
  };
  const value = weights.reduce((sum, w, t) => sum + (w > 0 ? w * mean(t) : 0), 0) / total;
  const [ofOwn, ofOther]: [number[], number[]] = [[], []];
  for (const [t, w] of weights.entries()) {
    const [n, m] = [(own[t] as PairedCell).n, (other[t] as PairedCell).n];
    if (w === 0) {
      ofOwn.push(0, 0);
      ofOther.push(0, 0);
      continue;
    }
    const byWeight = (mean(t) - value) / total;
    ofOwn.push((-w * mean(t)) / (total * n) + byWeight * (m / (n + m)) ** 2, w / (total * n));
    ofOther.push(byWeight * (n / (n + m)) ** 2, 0);
  }
  return { value, gradient: which === 0 ? [...ofOwn, ...ofOther] : [...ofOther, ...ofOwn] };
}

interface FloorOptions {
  readonly weights: readonly number[];
  readonly value: number;
  readonly options: PairedOptions;
}

function floorOf(groups: PairedGroups, which: 0 | 1, { weights, value, options }: FloorOptions): number {
  const own = which === 0 ? groups.first : groups.second;
  const used = weights.flatMap((w, t) => (w > 0 ? [{ w, at: own[t] as PairedCell }] : []));
  const total = used.reduce((sum, { w }) => sum + w, 0);
  const meanSquare = used.reduce((sum, { w, at }) => sum + (w * at.yy) / at.n, 0) / total;
  const kish = total ** 2 / used.reduce((sum, { w, at }) => sum + (w * w * at.ww) / (at.n * at.n), 0);
  return floorVariance(value, {
    range: options.range,
    meanSquare,
    kishSize: meanSquare > value * value ? kish : Math.min(kish, groups.nGroups[which]),
  });
}

interface RatioOptions {
  readonly groups: PairedGroups;
  readonly floors: readonly [number, number];
  readonly t: number;
}

function ratioOf(
  [a, b]: readonly [Row, Row],
  { groups, floors, t }: RatioOptions,
): Omit<Bounded, 'standardError'> {
  const gradient = a.gradient.map((g, i) => g / a.value - (b.gradient[i] as number) / b.value);
  const floor = floors[0] / a.value ** 2 + floors[1] / b.value ** 2;
  const error = Math.sqrt(linearizedCovariance([gradient], groups.crossProducts, [floor])[0]?.[0] as number);
  const value = a.value / b.value;
  return { value, lower: value * Math.exp(-t * error), upper: value * Math.exp(t * error) };
}
