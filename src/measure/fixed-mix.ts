import type { Composition, Estimate, Interval, NotEstimableReason } from '../domain/estimate.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import { type ClassMix, MIX_DIMENSIONS, type MixDimension } from '../domain/reference-mix.ts';
import { countGroups } from '../stats/cluster-products.ts';
import { boundEstimate, type LinearEstimate, subtract } from '../stats/linear-estimate.ts';
import { type MergedReference, mergeCategories, type ReferenceCategory } from '../stats/merge-categories.ts';
import {
  compositionOf,
  type MeanInputs,
  type ReweightedMean,
  reweightedMean,
} from '../stats/post-stratified-mean.ts';
import { type Margin, marginShares, type Raked, rake } from '../stats/rake.ts';
import type { StratumComponent, StratumMoments } from '../store/queries/stratum-moments.ts';
import { cellCounts } from './cell-counts.ts';
import { meanMethod } from './mean-method.ts';

/** A reference that less than this share of has mentions of its own is not estimated. */
const MINIMUM_COVERAGE = 0.8;

/** A category with fewer clusters is merged with the one that is nearest to it. */
const MINIMUM_GROUPS = 5;

/** No mention counts more than this many times the mean. */
const LARGEST_FACTOR = 10;

/** The two sides of an event must reach the same mix but for this share, or the rest of the change would be composition. */
const MINIMUM_OVERLAP = 0.95;

const RAKING = { bounds: [0, LARGEST_FACTOR], maximumIterations: 200, tolerance: 1e-9 } as const;

/** A category of the reference mix: its share, and its mean over the whole period, by which near and far is told. */
type KnownCategory = Omit<ReferenceCategory, 'groups'>;

/** The reference mix of one target in one class, by dimension. */
export type Reference = Readonly<Partial<Record<MixDimension, readonly KnownCategory[]>>>;

/**
 * The reference mix of a target in a class: shares as declared, or as observed among its mentions over the whole period.
 * Categories without a declared share have none, and their mentions no part.
 */
export function referenceOf(whole: StratumMoments, mix: ClassMix): Reference {
  const total = whole.components.reduce((sum, { sumN }) => sum + sumN, 0);
  return Object.fromEntries(
    dimensionsOf(mix).map((dimension) => {
      const sums = new Map<string, { sumY: number; sumN: number }>();
      for (const { stratum, sumY, sumN } of whole.components) {
        const before = sums.get(stratum[dimension] ?? '') ?? { sumY: 0, sumN: 0 };
        sums.set(stratum[dimension] ?? '', { sumY: before.sumY + sumY, sumN: before.sumN + sumN });
      }
      const declared = mix[dimension];
      const shares =
        declared === undefined || declared === 'observed'
          ? [...sums].map(([name, { sumN }]) => [name, sumN / total] as const)
          : Object.entries(declared);
      const categories = shares
        .filter(([, share]) => share > 0)
        .map(([name, share]) => {
          const sum = sums.get(name);
          return { name, share, mean: sum === undefined ? null : sum.sumY / sum.sumN };
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      return [dimension, categories];
    }),
  );
}

/** What an estimate at the fixed mix is made with. */
export interface MixOptions {
  readonly confidenceLevel: number;
  readonly weights: MentionWeights;
  readonly reference: Reference;
}

/**
 * A net balance at the reference mix, for the cell whose estimate at the observed mix is given: where that has a
 * reason not to be estimated, so has this.
 */
export function balanceAtMix(
  moments: StratumMoments | undefined,
  observed: Estimate,
  options: MixOptions,
): Estimate {
  const fitted = observed.kind === 'estimate' ? fitMix(moments, [0], options.reference) : null;
  const side = fitted?.sides[0];
  if (fitted === null || side === undefined) return notCovered(observed);
  return fixedEstimate({
    observed,
    fitted,
    mean: side.mean,
    composition: side.composition,
    scale: 1,
    options,
  });
}

/** The change of a net balance between two sides that both have the reference mix. */
export function changeAtMix(
  moments: StratumMoments | undefined,
  observed: Estimate,
  options: MixOptions,
): Estimate {
  const fitted = observed.kind === 'estimate' ? fitMix(moments, [0, 1], options.reference) : null;
  const [before, after] = fitted?.sides ?? [];
  if (fitted === null || before === undefined || after === undefined) return notCovered(observed);
  return fixedEstimate({
    observed,
    fitted,
    mean: subtract(after.mean, before.mean),
    composition: subtract(after.composition, before.composition),
    scale: 2,
    options,
  });
}

function notCovered(observed: Estimate): Estimate {
  const { period, nDocuments, nAuthors, nClusters } = observed;
  const reason: NotEstimableReason = observed.kind === 'estimate' ? 'reference-not-covered' : observed.reason;
  return { kind: 'not-estimable', period, reason, nDocuments, nAuthors, nClusters };
}

/** One side of a comparison at the reference mix. */
interface FittedSide {
  readonly side: 0 | 1;
  /** The components that are weighted, in the order of the factors. */
  readonly components: readonly number[];
  readonly mean: ReweightedMean;
  readonly composition: LinearEstimate;
  readonly raked: Raked;
}

/** A sample weighted to the reference mix, side by side. */
export interface FittedMix {
  readonly moments: StratumMoments;
  readonly sides: readonly FittedSide[];
  readonly coverage: number;
  /** Least share in which the mixes that two sides reached agree, over the margins. */
  readonly overlap: number;
}

/** Weights each side to the reference; null where the reference is not covered, or the sides do not reach the same mix. */
export function fitMix(
  moments: StratumMoments | undefined,
  sides: readonly (0 | 1)[],
  reference: Reference,
): FittedMix | null {
  const fitted = moments === undefined ? null : fitSides(moments, sides, reference);
  if (fitted === null || fitted.coverage < MINIMUM_COVERAGE) return null;
  return sides.length > 1 && fitted.overlap < MINIMUM_OVERLAP ? null : fitted;
}

/** Weights each side to one reference, of which both sides have the same categories. Null where a side has none of them. */
function fitSides(
  moments: StratumMoments,
  sides: readonly (0 | 1)[],
  reference: Reference,
): FittedMix | null {
  const dimensions = dimensionsOf(reference);
  const placed = sides.map((side) =>
    moments.components
      .map((_, c) => c)
      .filter((c) => (moments.components[c] as StratumComponent).side === side),
  );
  const merged = dimensions.map((dimension) => {
    const categories = reference[dimension] ?? [];
    const groups = placed.map((components) => groupsIn(moments, components, { dimension, categories }));
    return mergeCategories(
      categories.map((category, k) => ({
        ...category,
        groups: Math.min(...groups.map((side) => side[k] as number)),
      })),
      MINIMUM_GROUPS,
    );
  });
  const fits = placed.map((components, i) => {
    const fit = fitSide(moments, components, { dimensions, merged });
    return fit === null ? null : { ...fit, components, side: sides[i] as 0 | 1 };
  });
  const done = fits.filter((fit) => fit !== null);
  if (done.length < fits.length) return null;
  const reached = done.map(({ raked, margins }) =>
    margins.map((margin) => marginShares(raked.shares, margin)),
  );
  const asked = merged.map(({ categories }) => categories.map(({ share }) => share));
  return {
    moments,
    sides: done,
    coverage:
      Math.min(...merged.map(({ coverage }) => coverage)) *
      Math.min(...reached.map((shares) => leastOverlap(shares, asked))),
    overlap: leastOverlap(reached[0] ?? [], reached.at(-1) ?? []),
  };
}

/** Clusters in each category: authors or copies, whichever are fewer. */
function groupsIn(
  { components, products }: StratumMoments,
  inside: readonly number[],
  {
    dimension,
    categories,
  }: { readonly dimension: MixDimension; readonly categories: readonly KnownCategory[] },
): number[] {
  const byName = new Map(categories.map(({ name }) => [name, [] as number[]]));
  for (const c of inside) byName.get(components[c]?.stratum[dimension] ?? '')?.push(c);
  const strata = [...byName.values()];
  const [authors, copies] = [countGroups(products.author, strata), countGroups(products.copies, strata)];
  return strata.map((mine, k) =>
    mine.length === 0 ? 0 : Math.min(authors[k] as number, copies[k] as number),
  );
}

function fitSide(
  { components: totals, products }: StratumMoments,
  components: readonly number[],
  {
    dimensions,
    merged,
  }: { readonly dimensions: readonly MixDimension[]; readonly merged: readonly MergedReference[] },
): (Omit<FittedSide, 'side' | 'components'> & { readonly margins: readonly Margin[] }) | null {
  const margins = dimensions.map((dimension, d): Margin => {
    const { categories } = merged[d] as MergedReference;
    const index = new Map(categories.flatMap(({ names }, k) => names.map((name) => [name, k] as const)));
    return {
      categoryOf: components.map((c) => index.get(totals[c]?.stratum[dimension] ?? '') ?? -1),
      shares: categories.map(({ share }) => share),
    };
  });
  const hasPart = (i: number): boolean => margins.every(({ categoryOf }) => (categoryOf[i] as number) >= 0);
  const sizes = components.map((c, i) => (hasPart(i) ? (totals[c] as StratumComponent).sumN : 0));
  if (margins.some(({ shares }) => shares.length === 0) || !sizes.some((size) => size > 0)) return null;
  const inside = margins.map((margin) => ({
    ...margin,
    categoryOf: margin.categoryOf.map((k) => Math.max(k, 0)),
  }));
  const raked = rake(sizes, inside, RAKING);
  const inputs: MeanInputs = { totals, components, products };
  const mean = reweightedMean(inputs, raked, inside);
  return { mean, composition: compositionOf(inputs, mean, raked), raked, margins: inside };
}

function leastOverlap(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  const overlaps = a.map((shares, d) =>
    shares.reduce((sum, share, k) => sum + Math.min(share, b[d]?.[k] ?? 0), 0),
  );
  return Math.min(1, ...overlaps);
}

function fixedEstimate(of: {
  readonly observed: Estimate;
  readonly fitted: FittedMix;
  readonly mean: LinearEstimate;
  readonly composition: LinearEstimate;
  /** Range of the number: 1 for a balance, 2 for a difference of balances. */
  readonly scale: 1 | 2;
  readonly options: MixOptions;
}): Estimate {
  const { observed, fitted, options, scale } = of;
  const { confidenceLevel: level, weights } = options;
  const { products } = fitted.moments;
  const bound = (estimate: LinearEstimate, range: number) =>
    boundEstimate(estimate, products, { confidenceLevel: level, range: [-range, range] });
  const { value, standardError, lower, upper } = bound(of.mean, scale);
  const part = bound(of.composition, 2 * scale);
  const interval = (b: { readonly lower: number; readonly upper: number }): Interval => ({
    lower: b.lower,
    upper: b.upper,
    level,
  });
  const isReweighted = fitted.sides.some(({ raked }) =>
    raked.factors.some((factor) => Math.abs(factor - 1) > 1e-9),
  );
  const composition: Composition | null = isReweighted
    ? { value: part.value, standardError: part.standardError, interval: interval(part) }
    : null;
  const sizes = fitted.sides.map(({ mean }) => {
    const single = Math.max(mean.meanSquare - mean.value ** 2, 0);
    return Math.min(mean.kishSize, single > 0 ? single / bound(mean, 1).standardError ** 2 : mean.kishSize);
  });
  return {
    kind: 'estimate',
    period: observed.period,
    value,
    standardError,
    interval: interval({ lower, upper }),
    effectiveSampleSize: sizes.reduce((sum, size) => sum + size, 0),
    ...cellCounts(observed),
    method: `${scale === 2 ? 'difference of means, after − before; ' : ''}${meanMethod(weights)}; at the reference mix`,
    correction: 'none',
    mix: 'fixed',
    reference: {
      coverage: fitted.coverage,
      designEffect: Math.max(...fitted.sides.map(({ mean }) => mean.designEffect)),
      largestFactor: Math.max(...fitted.sides.flatMap(({ raked }) => raked.factors)),
      composition,
    },
  };
}

function dimensionsOf(of: ClassMix | Reference): MixDimension[] {
  return MIX_DIMENSIONS.filter((dimension) => of[dimension] !== undefined);
}
