import type { Estimate, EstimateVariant, Series } from '../domain/estimate.ts';
import type { EventContrast, Level } from '../domain/finding.ts';
import { GROUPINGS, type Grouping, squaredInfluence } from '../stats/cluster-products.ts';
import {
  type CodedObservation,
  correctedContrast,
  MINIMUM_CODINGS,
  type ScoreContrast,
} from '../stats/corrected-contrast.ts';
import { codedPeriods, correctedPeriod } from '../stats/corrected-period.ts';
import { type LinearEstimate, subtract } from '../stats/linear-estimate.ts';
import { driftPosterior, rectifierContrast, smoothRectifier } from '../stats/rectifier-path.ts';
import { type CodedStrata, stratumKey } from '../store/queries/coded-strata.ts';
import type { DayContrast } from '../store/queries/contrast-moments.ts';
import type { StratumMoments } from '../store/queries/stratum-moments.ts';
import { type CellCorrection, codingKeys, codingValues } from './cell-correction.ts';
import type { WeighedCoding } from './coding-weights.ts';
import { overlaps, sideOf } from './correct-events.ts';
import {
  type CorrectedValue,
  codedSpread,
  correctedEstimate,
  type RectifierKind,
} from './corrected-estimate.ts';
import { eventRectifier } from './event-rectifier.ts';
import { type FittedMix, fitMix, type Reference } from './fixed-mix.ts';
import type { TimeBin } from './time-bins.ts';

/** What corrected numbers at the fixed mix are made of. */
export interface MixCorrectionInputs {
  readonly corrections: readonly CellCorrection[];
  readonly referenceOf: (of: Cell) => Reference;
  /** Moments of the annotator's probabilities by stratum: in each bin, and over the whole period. */
  readonly byBin: readonly StratumMoments[];
  readonly whole: readonly StratumMoments[];
  readonly strata: CodedStrata;
  readonly bins: readonly TimeBin[];
  readonly confidenceLevel: number;
}

/** The same between the two sides of an event. */
export interface MixContrastInputs extends MixCorrectionInputs {
  readonly sides: readonly StratumMoments[];
  /** Totals of authors and copies by stratum and side. */
  readonly sideStrata: CodedStrata;
  readonly spans: DayContrast;
}

type Cell = Pick<Series, 'target' | 'stratum'>;

const NET = [-1, 1] as const;
const CHANGE = [-2, 2] as const;

/** Series with the corrected net balance at the fixed mix among their variants, where target and class are corrected. */
export function correctSeriesMix(series: readonly Series[], inputs: MixCorrectionInputs): Series[] {
  return series.map((one) => {
    const raw = one.variants?.find(({ correction, mix }) => correction === 'none' && mix === 'fixed');
    const correction = correctionOf(one, inputs);
    if (raw === undefined || correction === null || one.measure !== 'net-balance') return one;
    const pooled = pooledAtMix(one, correction, inputs);
    const path =
      pooled === null
        ? []
        : smoothRectifier(pooled.observations, { ...pooled, nPeriods: inputs.bins.length });
    const estimates = raw.estimates.map((estimate, bin): Estimate => {
      const fitted = pooled?.fitted[bin] ?? null;
      const rectifier = path[bin];
      if (estimate.kind !== 'estimate' || pooled === null) return estimate;
      if (fitted === null || rectifier === undefined) return estimate;
      const corrected = correctedPeriod(scoreOf(fitted), rectifier, {
        ...pooled,
        lambda: correction.lambda,
        kishSize: fitted.sides[0]?.mean.kishSize ?? 1,
        confidenceLevel: inputs.confidenceLevel,
        range: NET,
      });
      return correctedAtMix(estimate, corrected, { kind: 'pooled', codings: correction.codings });
    });
    if (pooled === null) return one;
    return { ...one, variants: [...(one.variants ?? []), { correction: 'dsl', mix: 'fixed', estimates }] };
  });
}

/** The same of levels: by the design of the sample where the level itself is, else with the rectifier of all bins. */
export function correctLevelMix(levels: readonly Level[], inputs: MixCorrectionInputs): Level[] {
  return levels.map((one) => {
    const raw = rawFixed(one.variants);
    const correction = correctionOf(one, inputs);
    if (raw === null || correction === null || one.measure !== 'net-balance') return one;
    const moments = find(inputs.whole, one, -1);
    const fitted = fitMix(moments, [0], inputs.referenceOf(one));
    if (fitted === null) return one;
    const design = correction.isWholePeriodCovered
      ? designAtMix(fitted, correction, { ...inputs, strata: inputs.strata, sideOf: () => 0 })
      : null;
    const weights = inputs.bins.map((_, bin) => sizeOf(find(inputs.byBin, one, bin)));
    const total = weights.reduce((sum, w) => sum + w, 0);
    const value =
      design ??
      poolContrast(one, correction, { ...inputs, fitted, coefficients: weights.map((w) => w / total) });
    return withCorrected(one, raw, {
      value,
      kind: design === null ? 'pooled' : 'design',
      codings: correction.codings,
    });
  });
}

/** The same of the changes at one event. */
export function correctContrastMix(
  events: readonly EventContrast[],
  inputs: MixContrastInputs,
): EventContrast[] {
  return events.map((one) => {
    const raw = rawFixed(one.variants);
    const correction = correctionOf(one, inputs);
    const { effect } = one;
    if (raw === null || correction === null || effect.kind !== 'estimate' || effect.correction === 'none')
      return one;
    const fitted = fitMix(find(inputs.sides, one, -1), [0, 1], inputs.referenceOf(one));
    if (fitted === null) return one;
    const { spans, bins } = inputs;
    // The change at the fixed mix is corrected as that at the observed one is.
    const design = effect.method.includes('pooled')
      ? null
      : designAtMix(fitted, correction, {
          ...inputs,
          strata: inputs.sideStrata,
          sideOf: ({ mention }) => sideOf(mention.day, spans),
        });
    const [before, after] = [overlaps(bins, spans.before), overlaps(bins, spans.after)];
    const coefficients = after.map((w, bin) => w - (before[bin] as number));
    const value = design ?? poolContrast(one, correction, { ...inputs, fitted, coefficients });
    return withCorrected(one, raw, {
      value,
      kind: design === null ? 'aside' : 'design',
      codings: correction.codings,
    });
  });
}

function correctionOf(
  { target, stratum }: Cell,
  { corrections }: MixCorrectionInputs,
): CellCorrection | null {
  return corrections.find((one) => one.target === target && one.class === stratum['class']) ?? null;
}

function find(all: readonly StratumMoments[], { target, stratum }: Cell, bin: number) {
  return all.find((one) => one.target === target && one.class === stratum['class'] && one.bin === bin);
}

function sizeOf(moments: StratumMoments | undefined): number {
  return (moments?.components ?? []).reduce((sum, { sumN }) => sum + sumN, 0);
}

type Fixed = Extract<Estimate, { kind: 'estimate' }>;

function rawFixed(variants: readonly EstimateVariant[] | undefined): Fixed | null {
  const found = variants?.find(({ correction, mix }) => correction === 'none' && mix === 'fixed')?.estimate;
  return found?.kind === 'estimate' ? found : null;
}

interface How {
  readonly kind: RectifierKind;
  readonly codings: readonly WeighedCoding[];
}

function correctedAtMix(raw: Fixed, value: CorrectedValue, { kind, codings }: How): Estimate {
  const label = ({ mention }: WeighedCoding): number => codingValues(mention, 'net').label;
  const spread = codedSpread(codings, { label, range: NET });
  const { reference, ...corrected } = correctedEstimate(raw, value, { kind, nCoded: codings.length, spread });
  // What of the difference to the observed mix is composition is told of the numbers as counted.
  return reference === undefined
    ? corrected
    : { ...corrected, reference: { ...reference, composition: null } };
}

function withCorrected<T extends Pick<Level, 'variants'>>(
  one: T,
  raw: Fixed,
  { value, ...how }: How & { readonly value: CorrectedValue | null },
): T {
  if (value === null) return one;
  const estimate = correctedAtMix(raw, value, how);
  return { ...one, variants: [...(one.variants ?? []), { correction: 'dsl', mix: 'fixed', estimate }] };
}

/** The annotator's number at the reference mix: of one side, or after − before. */
function linearOf({ sides }: FittedMix): LinearEstimate {
  const [first, second] = sides;
  const { mean } = first as (typeof sides)[number];
  return second === undefined ? mean : subtract(second.mean, mean);
}

function scoreOf(fitted: FittedMix): ScoreContrast {
  const { value, influence } = linearOf(fitted);
  const { products } = fitted.moments;
  const of = (grouping: Grouping): number => squaredInfluence(products[grouping], influence[grouping]);
  return {
    value,
    variance: { author: of('author'), copies: of('copies'), both: of('both') },
    nGroups: Math.min(products.author.nGroups, products.copies.nGroups),
  };
}

/** By stratum and side: the factor of its mentions, where their mean is 1. Strata without a part have none. */
function factorsOf({ moments, sides }: FittedMix): (stratum: string | null, side: 0 | 1) => number {
  const factors = new Map<string, number>();
  for (const { side, components, raked } of sides)
    for (const [i, c] of components.entries()) {
      const { stratum } = moments.components[c] as (typeof moments.components)[number];
      factors.set(
        `${side}${stratumKey(stratum)}`,
        (raked.shares[i] as number) > 0 ? (raked.factors[i] as number) : 0,
      );
    }
  return (stratum, side) => factors.get(`${side}${stratum}`) ?? 0;
}

/** A number at the fixed mix from codings drawn on its days, each counted by the factor of its stratum; null where these are too few. */
function designAtMix(
  fitted: FittedMix,
  { codings, lambda }: CellCorrection,
  of: {
    readonly strata: CodedStrata;
    readonly sideOf: (coding: WeighedCoding) => 0 | 1 | null;
    readonly confidenceLevel: number;
  },
): CorrectedValue | null {
  const isChange = fitted.sides.length > 1;
  const factor = factorsOf(fitted);
  const { influence } = linearOf(fitted);
  const places = new Map(
    fitted.moments.components.map((one, c) => [`${one.side}${stratumKey(one.stratum)}`, c]),
  );
  const observed = codings.map((coding): CodedObservation => {
    const { mention, weight, expansion } = coding;
    const side = of.sideOf(coding);
    const own = side === null ? 0 : factor(of.strata.stratumOf(mention), side);
    const total = (grouping: Grouping): number =>
      of.strata.totals(mention, grouping).reduce((sum, { stratum, side: at, y, n }) => {
        const c = places.get(`${at}${stratum}`) ?? -1;
        return sum + (influence[grouping].y[c] ?? 0) * y + (influence[grouping].n[c] ?? 0) * n;
      }, 0);
    const [author, copies, both] = GROUPINGS.map(total) as [number, number, number];
    const outside = isChange ? [0, 0] : [0];
    const inside = isChange ? [Number(side === 0), Number(side === 1)] : [1];
    return {
      ...codingKeys(mention),
      ...codingValues(mention, 'net'),
      weight: weight * own,
      expansion,
      design: own === 0 ? outside : inside,
      scoreTotals: { author, copies, both },
    };
  });
  const result = correctedContrast(scoreOf(fitted), observed, {
    contrast: isChange ? [-1, 1] : [1],
    confidenceLevel: of.confidenceLevel,
    labelRange: NET,
    range: isChange ? CHANGE : NET,
    lambda,
  });
  return result.kind === 'corrected' ? result : null;
}

/** The mix fitted in every bin, and the factor that the stratum of a coding has in its bin: 0 where it has no part. */
function fitBins(cell: Cell, inputs: Omit<MixCorrectionInputs, 'corrections' | 'whole'>) {
  const { bins, strata } = inputs;
  const reference = inputs.referenceOf(cell);
  const fitted = bins.map((_, bin) => fitMix(find(inputs.byBin, cell, bin), [0], reference));
  const factors = fitted.map((one) => (one === null ? null : factorsOf(one)));
  return {
    fitted,
    factorOf: ({ mention }: WeighedCoding, period: number): number =>
      factors[period]?.(strata.stratumOf(mention), 0) ?? 0,
  };
}

/** By target and class: what a coding of a bin counts at the fixed mix. */
export function mixFactors(
  inputs: Omit<MixCorrectionInputs, 'corrections' | 'whole'>,
): (cell: Cell) => (coding: WeighedCoding, period: number) => number {
  return (cell) => fitBins(cell, inputs).factorOf;
}

/** Residuals of all bins, each coding counted by the factor that its stratum has in its bin; null where too few are left. */
function pooledAtMix(cell: Cell, { codings, lambda }: CellCorrection, inputs: MixCorrectionInputs) {
  const { bins } = inputs;
  const { fitted, factorOf } = fitBins(cell, inputs);
  const residuals = codings.flatMap((coding) => {
    const { mention, weight } = coding;
    const period = bins.findIndex(({ start, end }) => mention.day >= start && mention.day < end);
    const factor = factorOf(coding, period);
    const { score, label } = codingValues(mention, 'net');
    return factor === 0
      ? []
      : [
          {
            period,
            author: String(mention.author),
            weight: weight * factor,
            residual: label - lambda * score,
          },
        ];
  });
  if (residuals.length < MINIMUM_CODINGS) return null;
  const pooled = codedPeriods(residuals, NET);
  if (pooled.size < MINIMUM_CODINGS) return null;
  const posterior = driftPosterior(pooled.observations, { nPeriods: bins.length, ...pooled });
  return { ...pooled, posterior, fitted };
}

function poolContrast(
  cell: Cell,
  correction: CellCorrection,
  of: MixCorrectionInputs & {
    readonly fitted: FittedMix;
    readonly coefficients: readonly number[];
    readonly spans?: DayContrast;
  },
): CorrectedValue | null {
  const pooled = pooledAtMix(cell, correction, of);
  if (pooled === null) return null;
  const { coefficients, spans, bins } = of;
  const rectifier =
    spans === undefined
      ? rectifierContrast(pooled.observations, { ...pooled, coefficients })
      : eventRectifier(pooled, { codings: correction.codings, spans, bins })?.at(coefficients);
  if (rectifier === undefined) return null;
  const { sides } = of.fitted;
  return correctedPeriod(scoreOf(of.fitted), rectifier, {
    ...pooled,
    lambda: correction.lambda,
    kishSize: 1 / sides.reduce((sum, { mean }) => sum + 1 / mean.kishSize, 0),
    confidenceLevel: of.confidenceLevel,
    range: sides.length > 1 ? CHANGE : NET,
  });
}
