import { OWN_LEVELS } from '../domain/decomposition.ts';
import type { Estimate, Estimated, NotEstimable, Period } from '../domain/estimate.ts';
import type { EventContrast } from '../domain/finding.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import type { RegionBalance, RegionBalances, RegionTiers } from '../domain/region-balance.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { type Heterogeneity, heterogeneity } from '../stats/heterogeneity.ts';
import type { Bounded } from '../stats/linear-estimate.ts';
import { orderedContrast } from '../stats/ordered-contrast.ts';
import type { CellMoments } from '../store/queries/cell-moments.ts';
import { type PlaceProduct, placedClass } from '../store/queries/place-moments.ts';
import type { MeasureConfig, RegionTierConfig } from '../study/config.ts';
import { cellCounts } from './cell-counts.ts';
import { estimateLevels } from './estimate-series.ts';
import { type PlacedEstimate, placeCovariance } from './place-covariance.ts';

/** Moments by class and place, with what places share. */
export interface PlacedSums {
  /** In the order in which they are published. */
  readonly places: readonly string[];
  readonly cells: readonly CellMoments[];
  readonly products: readonly PlaceProduct[];
}

/** What regions are measured from. */
export interface RegionInputs {
  readonly targets: readonly string[];
  readonly classes: readonly string[];
  readonly regions: PlacedSums;
  /** Both sides of the split by class and place; null where there is none. */
  readonly contrasts:
    | readonly Pick<EventContrast, 'target' | 'stratum' | 'before' | 'after' | 'effect'>[]
    | null;
  readonly split: RegionBalances['split'];
  /** The tiers, and their sums with a place for each in the same order; null where the study has none. */
  readonly tiers: { readonly of: readonly RegionTierConfig[]; readonly sums: PlacedSums } | null;
  readonly period: Period;
  readonly measure: MeasureConfig;
  readonly weights: MentionWeights;
}

/** Balances of every target by region in every class in which posts have regions, and whether regions differ at all. */
export function regionBalances(inputs: RegionInputs): RegionBalances[] {
  const found = inputs.targets.flatMap((target) =>
    inputs.classes.flatMap((name) => balancesOf(inputs, target, name) ?? []),
  );
  const q = benjaminiHochberg(found.flatMap((one) => one.test?.pValue ?? []));
  return found.map(({ test, nRegions, ...one }) => ({
    ...one,
    heterogeneity:
      test === null
        ? null
        : {
            nRegions,
            statistic: test.statistic,
            degrees: test.degrees,
            pValue: test.pValue,
            qValue: q.shift() as number,
          },
  }));
}

type Tested = Omit<RegionBalances, 'heterogeneity'> & {
  readonly test: Heterogeneity | null;
  readonly nRegions: number;
};

function balancesOf(inputs: RegionInputs, target: string, name: string): Tested | null {
  const { regions, contrasts, split } = inputs;
  const levels = levelsOf(inputs, regions, { target, class: name });
  if (!levels.some(({ place }) => place !== OWN_LEVELS.unknown)) return null;
  const whole = levels.reduce((sum, { estimate }) => sum + cellCounts(estimate).nDocuments, 0);
  const compared = levels.flatMap(({ place, estimate, cell }) =>
    place !== OWN_LEVELS.unknown &&
    place !== OWN_LEVELS.rest &&
    estimate.kind === 'estimate' &&
    groupsOf(cell) >= CELL_AUTHORS
      ? [{ place, estimate, cell }]
      : [],
  );
  const mine = productsOf(regions, target, name);
  return {
    target,
    stratum: { class: name },
    split,
    regions: levels.map(({ place, estimate }): RegionBalance => {
      const change = contrasts?.find(
        (one) => one.target === target && one.stratum['class'] === placedClass(name, place),
      );
      return {
        region: place,
        share: whole === 0 ? 0 : cellCounts(estimate).nDocuments / whole,
        balance: estimate,
        change:
          change === undefined ? null : { before: change.before, after: change.after, effect: change.effect },
      };
    }),
    test: compared.length < 2 ? null : heterogeneity(meansOf(compared, mine)),
    nRegions: compared.length,
    tiers: tiersOf(inputs, target, name),
  };
}

interface PlaceLevel {
  readonly place: string;
  readonly estimate: Estimate;
  readonly cell: CellMoments;
}

/** The places with mentions, in their order, with their balances. */
function levelsOf(
  { period, measure, weights }: RegionInputs,
  { places, cells }: PlacedSums,
  of: { readonly target: string; readonly class: string },
): PlaceLevel[] {
  return places.flatMap((place): PlaceLevel[] => {
    const key = placedClass(of.class, place);
    const cell = cells.find((one) => one.target === of.target && one.class === key);
    if (cell === undefined) return [];
    const level = estimateLevels({
      ...{ cells: [cell], targets: [of.target], classes: [key], period, measure, weights },
      bins: [{ start: 0, end: 1, period }],
      nCollected: () => 1,
    }).find((one) => one.measure === 'net-balance');
    return level === undefined ? [] : [{ place, estimate: level.estimate, cell }];
  });
}

function productsOf({ products }: PlacedSums, target: string, name: string): PlaceProduct[] {
  return products.filter((row) => row.target === target && row.class === name);
}

function groupsOf({ moments }: CellMoments): number {
  return Math.min(moments.net.author.nGroups, moments.net.copies.nGroups);
}

function meansOf(placed: readonly PlacedEstimate[], products: readonly PlaceProduct[]) {
  return {
    values: placed.map(({ estimate }) => estimate.value),
    covariance: placeCovariance(placed, products),
    degrees: placed.map(({ cell }) => groupsOf(cell) - 1),
  };
}

/** Tiers in the order of the study; the slope needs a balance in each. */
function tiersOf(inputs: RegionInputs, target: string, name: string): RegionTiers | null {
  const { tiers, measure, period } = inputs;
  if (tiers === null) return null;
  const levels = levelsOf(inputs, tiers.sums, { target, class: name });
  const all = tiers.of.map((_, i) => levels.find(({ place }) => place === tiers.sums.places[i]));
  const balances = tiers.of.map(({ id, label }, i) => ({
    id,
    label,
    balance: all[i]?.estimate ?? missing(period, 'no-mentions'),
  }));
  const known = all.flatMap((one) =>
    one?.estimate.kind === 'estimate' ? [{ ...one, estimate: one.estimate }] : [],
  );
  if (known.length < tiers.of.length) {
    const least = missing(period, 'one-side-empty');
    return { tiers: balances, perStep: least, pValue: null, steps: balances.slice(1).map(() => least) };
  }
  const { perStep, pValue, steps } = orderedContrast(meansOf(known, productsOf(tiers.sums, target, name)), {
    confidenceLevel: measure.confidenceLevel,
    range: 2,
  });
  const estimates = known.map(({ estimate }) => estimate);
  return {
    tiers: balances,
    perStep: contrastEstimate(perStep, estimates, 'slope over tiers'),
    pValue,
    steps: steps.map((step, i) =>
      contrastEstimate(step, estimates.slice(i, i + 2), 'difference of two levels'),
    ),
  };
}

function missing(period: Period, reason: NotEstimable['reason']): NotEstimable {
  return { kind: 'not-estimable', period, reason, nDocuments: 0, nAuthors: 0, nClusters: 0 };
}

function contrastEstimate(
  { value, standardError, lower, upper }: Bounded,
  of: readonly Estimated[],
  method: string,
): Estimated {
  const [first] = of as [Estimated, ...Estimated[]];
  const sum = (count: (one: Estimated) => number): number => of.reduce((total, one) => total + count(one), 0);
  return {
    kind: 'estimate',
    period: first.period,
    value,
    standardError,
    interval: { lower, upper, level: first.interval.level },
    effectiveSampleSize: Math.min(...of.map((one) => one.effectiveSampleSize)),
    nDocuments: sum((one) => one.nDocuments),
    nAuthors: Math.min(...of.map((one) => one.nAuthors)),
    nClusters: sum((one) => one.nClusters),
    method: `${method}; ${first.method}`,
    correction: 'none',
    mix: 'observed',
  };
}
