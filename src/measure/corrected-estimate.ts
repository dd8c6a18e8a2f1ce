import type { Estimate, EstimateVariant } from '../domain/estimate.ts';
import type { WeighedCoding } from './coding-weights.ts';

type Estimated = Extract<Estimate, { kind: 'estimate' }>;

/** A corrected number as the estimators give it. */
export interface CorrectedValue {
  readonly value: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** How a rectifier is made: from codings of the compared days alone; from those of all days with drift; the same, each side of an event apart. */
export type RectifierKind = 'design' | 'pooled' | 'aside';

const KINDS: Readonly<Record<RectifierKind, string>> = {
  design: 'difference estimator (PPI++, DSL)',
  pooled: 'difference estimator (PPI++, DSL) with a rectifier pooled over time and widened by its drift',
  aside:
    'difference estimator (PPI++, DSL) with a rectifier pooled over the days of each side, which may jump at the event',
};

/** An uncorrected estimate with its number replaced by the corrected one; the band for uncorrected numbers falls away. */
export function correctedEstimate(
  raw: Estimated,
  corrected: CorrectedValue,
  how: { readonly kind: RectifierKind; readonly nCoded: number; readonly spread: number },
): Estimated {
  const { value, standardError, lower, upper } = corrected;
  const { errorBand: _band, ...plain } = raw;
  const [, ...rest] = raw.method.split('classify-and-count');
  const before = raw.method.startsWith('difference of means') ? 'difference of means, after − before; ' : '';
  return {
    ...plain,
    value,
    standardError,
    interval: { lower, upper, level: raw.interval.level },
    effectiveSampleSize: Math.min(raw.nDocuments, how.spread / standardError ** 2),
    method: `${before}${KINDS[how.kind]}; codings: ${how.nCoded}${rest.join('')}`,
    correction: 'dsl',
  };
}

/** The uncorrected estimate as the variant of a corrected one. */
export function rawVariant(estimate: Estimate): EstimateVariant {
  return { correction: 'none', mix: 'observed', estimate };
}

/** Variance of single coded values, with two imagined at the ends of the range. */
export function codedSpread(
  codings: readonly WeighedCoding[],
  of: { readonly label: (coding: WeighedCoding) => number; readonly range: readonly [number, number] },
): number {
  const n = codings.length;
  const weight = codings.reduce((sum, c) => sum + c.weight, 0);
  const mean = codings.reduce((sum, c) => sum + c.weight * of.label(c), 0) / weight;
  const square = codings.reduce((sum, c) => sum + c.weight * (of.label(c) - mean) ** 2, 0) / weight;
  return (n * square + (of.range[1] - of.range[0]) ** 2 / 2) / (n + 2);
}
