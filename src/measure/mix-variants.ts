import type { Estimate, Series } from '../domain/estimate.ts';
import type { EventContrast, Level } from '../domain/finding.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import type { ReferenceMix } from '../domain/reference-mix.ts';
import type { StratumMoments } from '../store/queries/stratum-moments.ts';
import type { MeasureConfig } from '../study/config.ts';
import { balanceAtMix, changeAtMix, type MixOptions, type Reference, referenceOf } from './fixed-mix.ts';

/** What the estimates at the fixed mix are made of. */
export interface MixInputs {
  /** Moments over the whole period: the observed reference, and levels. */
  readonly whole: readonly StratumMoments[];
  readonly referenceMix: ReferenceMix;
  readonly measure: MeasureConfig;
  readonly weights: MentionWeights;
}

/** Estimates at the fixed mix for every target and class. */
export interface MixEstimator {
  /** The reference mix of a target in a class. */
  readonly referenceOf: (of: Cell) => Reference;
  /** Adds to each net balance over time the same at the fixed mix. */
  readonly series: (series: readonly Series[], bins: readonly StratumMoments[]) => Series[];
  /** Adds to each level of net balance the same at the fixed mix. */
  readonly levels: (levels: readonly Level[]) => Level[];
  /** Adds to each contrast of one event the change at the fixed mix. */
  readonly contrasts: (
    contrasts: readonly EventContrast[],
    sides: readonly StratumMoments[],
  ) => EventContrast[];
}

const FIXED = { correction: 'none', mix: 'fixed' } as const;

/** Prepares the reference mix of every target and class. */
export function createMixEstimator({ whole, referenceMix, measure, weights }: MixInputs): MixEstimator {
  const wholeOf = lookup(whole);
  const options = (of: Cell): MixOptions => {
    const moments = wholeOf(of, -1);
    const mix = referenceMix[of.stratum['class'] ?? ''] ?? {};
    const reference = moments === undefined ? {} : referenceOf(moments, mix);
    return { confidenceLevel: measure.confidenceLevel, weights, reference };
  };
  return {
    referenceOf: (of) => options(of).reference,
    series: (series, bins) => {
      const at = lookup(bins);
      return series.map((one) => {
        if (one.measure !== 'net-balance') return one;
        const how = options(one);
        const estimates = one.estimates.map((estimate, bin) => balanceAtMix(at(one, bin), estimate, how));
        return { ...one, variants: [...(one.variants ?? []), { ...FIXED, estimates }] };
      });
    },
    levels: (levels) =>
      levels.map((one) =>
        one.measure === 'net-balance'
          ? withVariant(one, balanceAtMix(wholeOf(one, -1), one.estimate, options(one)))
          : one,
      ),
    contrasts: (contrasts, sides) => {
      const at = lookup(sides);
      return contrasts.map((one) => withVariant(one, changeAtMix(at(one, -1), one.effect, options(one))));
    },
  };
}

type Cell = Pick<Series, 'target' | 'stratum'>;

function withVariant<T extends Pick<Level, 'variants'>>(one: T, estimate: Estimate): T {
  return { ...one, variants: [...(one.variants ?? []), { ...FIXED, estimate }] };
}

function lookup(all: readonly StratumMoments[]): (of: Cell, bin: number) => StratumMoments | undefined {
  const key = (target: string, name: string, bin: number): string => JSON.stringify([target, name, bin]);
  const found = new Map(all.map((one) => [key(one.target, one.class, one.bin), one]));
  return ({ target, stratum }, bin) => found.get(key(target, stratum['class'] ?? '', bin));
}
