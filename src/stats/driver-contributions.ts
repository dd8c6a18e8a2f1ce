import { BugError } from '../errors/errors.ts';
import type { ContributionKind, DecompositionForm } from './change-decomposition.ts';
import { type DriverLevel, type DriverRow, type DriverRows, driverRows, sumOfRows } from './driver-rows.ts';
import type { Bounded } from './linear-estimate.ts';
import { linearizedCovariance, type TwoWayCrossProducts } from './linearized-covariance.ts';
import { type RankProbability, rankProbabilities } from './rank-probabilities.ts';
import { studentTCumulative, studentTQuantile } from './student-t.ts';

/** One term of the decomposition with its interval. */
interface DriverTerm extends Bounded {
  readonly kind: ContributionKind;
  /** Probability of being the largest of all terms in the direction of the change. */
  readonly probabilityFirst: number;
}

/** What one level added to the change. */
export interface Driver extends RankProbability {
  readonly terms: readonly DriverTerm[];
  /** The terms together. */
  readonly contribution: Bounded;
  /** Two-sided p-value of no contribution. */
  readonly pValue: number;
  /** Contribution less the level's mean share of the whole times the change: what it adds beyond its size. */
  readonly excess: Bounded;
  readonly shareBefore: Bounded;
  readonly shareAfter: Bounded;
  /** Null where the level is empty. */
  readonly meanBefore: Bounded | null;
  readonly meanAfter: Bounded | null;
}

/** A change taken apart. */
export interface DriverAnalysis {
  readonly change: Bounded;
  /** Means of the whole. */
  readonly before: Bounded;
  readonly after: Bounded;
  /** In the order of the levels. */
  readonly drivers: readonly Driver[];
  /** The terms of one kind together, for every kind that occurs. */
  readonly kinds: readonly (Bounded & { readonly kind: ContributionKind })[];
}

/** How contributions are bounded and ranked. */
export interface DriverOptions {
  readonly form: DecompositionForm;
  /** Nominal coverage, 0–1. */
  readonly confidenceLevel: number;
  readonly draws: number;
  readonly random: () => number;
}

const KINDS = ['mix', 'within', 'interaction', 'entry', 'remainder'] as const;

/**
 * Contributions of the levels of a dimension to the change of a mean of values in [−1, 1], each with its interval, the
 * probability of being first, and the shares and means it is made of.
 *
 * Values are those of {@link changeDecomposition}, variances those of {@link linearizedCovariance} with the floors of
 * {@link driverRows}. Intervals are Student's t; for one level with the clusters of both its sides less two degrees of freedom.
 * The p-value tests that a level adds nothing. A level may add much by being large: whether it adds more than its size would,
 * if all levels moved alike, is told by its excess; excesses sum to zero.
 *
 * Where neither talk nor stance of a level differs from the rest, the interval of its mix term covers more than it should.
 * Assumes clusters are independent of each other and levels are given, not chosen for their contributions.
 * Cost: levels³ + draws × terms².
 *
 * @param crossProducts of cluster totals n and y before, n and y after of every level in turn
 * @throws {BugError} if a side is empty or there are fewer than two clusters
 */
export function driverContributions(
  levels: readonly DriverLevel[],
  crossProducts: TwoWayCrossProducts,
  options: DriverOptions,
): DriverAnalysis {
  const nGroups = Math.min(crossProducts.author.nGroups, crossProducts.copies.nGroups);
  if (nGroups < 2) throw new BugError('a contribution needs at least two clusters');
  const rows = driverRows(levels, options.form);
  const bound = bounder(crossProducts, options.confidenceLevel);
  const ranks = (of: readonly DriverRow[]): RankProbability[] =>
    rankProbabilities(
      of.map(({ value }) => value),
      covarianceOf(of, crossProducts),
      { direction: rows.change.value < 0 ? -1 : 1, draws: options.draws, random: options.random },
    );
  const [ofTerms, ofLevels] = [ranks(rows.terms), ranks(rows.totals)];
  const terms = rows.terms.map((row, i) => ({ ...row, rank: ofTerms[i] as RankProbability }));
  const whole = { degrees: nGroups - 1, range: [-2, 2] } as const;
  return {
    change: bound(rows.change, whole),
    before: bound(rows.whole('before'), { degrees: nGroups - 1, range: [-1, 1] }),
    after: bound(rows.whole('after'), { degrees: nGroups - 1, range: [-1, 1] }),
    kinds: KINDS.flatMap((kind) => {
      const mine = terms.filter((row) => row.kind === kind);
      return mine.length === 0 ? [] : [{ kind, ...bound(sumOfRows(mine), whole) }];
    }),
    drivers: levels.map((level, index) => {
      const degrees = Math.max(1, level.before.nGroups + level.after.nGroups - 2);
      const own = { degrees, range: [-2, 2] } as const;
      const contribution = bound(rows.totals[index] as DriverRow, own);
      return {
        terms: terms
          .filter((row) => row.level === index)
          .map((row) => ({ kind: row.kind, ...bound(row, own), probabilityFirst: row.rank.first })),
        contribution,
        pValue: 2 * studentTCumulative(-Math.abs(contribution.value) / contribution.standardError, degrees),
        excess: bound(rows.excesses[index] as DriverRow, own),
        ...(ofLevels[index] as RankProbability),
        ...partsOf(level, { bound, rows, index, degrees: nGroups - 1 }),
      };
    }),
  };
}

type Bound = (
  row: DriverRow,
  of: { readonly degrees: number; readonly range: readonly [number, number] },
) => Bounded;

function bounder(crossProducts: TwoWayCrossProducts, confidenceLevel: number): Bound {
  return (row, { degrees, range }) => {
    const standardError = Math.sqrt(covarianceOf([row], crossProducts)[0]?.[0] as number);
    const half = studentTQuantile((1 + confidenceLevel) / 2, degrees) * standardError;
    return {
      value: row.value,
      standardError,
      lower: Math.max(range[0], row.value - half),
      upper: Math.min(range[1], row.value + half),
    };
  };
}

/** Shares and means of a level. */
function partsOf(
  level: DriverLevel,
  of: { readonly bound: Bound; readonly rows: DriverRows; readonly index: number; readonly degrees: number },
): Pick<Driver, 'shareBefore' | 'shareAfter' | 'meanBefore' | 'meanAfter'> {
  const { bound, rows, index, degrees } = of;
  const share = (side: 'before' | 'after'): Bounded =>
    bound(rows.share(index, side), { degrees, range: [0, 1] });
  const mean = (side: 'before' | 'after'): Bounded | null =>
    level[side].n > 0
      ? bound(rows.mean(index, side), { degrees: Math.max(1, level[side].nGroups - 1), range: [-1, 1] })
      : null;
  return {
    shareBefore: share('before'),
    shareAfter: share('after'),
    meanBefore: mean('before'),
    meanAfter: mean('after'),
  };
}

function covarianceOf(rows: readonly DriverRow[], crossProducts: TwoWayCrossProducts): number[][] {
  return linearizedCovariance(
    rows.map(({ gradient }) => gradient),
    crossProducts,
    rows.map(({ floor }) => floor),
  );
}
