import type { Estimate, NotEstimableReason, Period } from '../domain/estimate.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import { clusteredMean, type TwoWayMoments } from '../stats/clustered-mean.ts';
import type { PartCounts, PartMoments } from '../store/queries/part-moments.ts';
import type { MeasureConfig } from '../study/config.ts';
import { meanMethod } from './mean-method.ts';
import type { TimeBin } from './time-bins.ts';

/** How parts are counted. */
export interface PartOptions {
  readonly period: Period;
  readonly measure: MeasureConfig;
  readonly weights: MentionWeights;
}

/** Share of a class and own balance of one part of its mentions, over the whole period and in each bin. */
export interface PartLevel {
  readonly class: string;
  readonly part: string;
  readonly share: Estimate;
  readonly shares: readonly Estimate[];
  readonly balance: Estimate;
  readonly balances: readonly Estimate[];
}

/** How the levels of parts are counted. */
export interface PartLevelOptions extends PartOptions {
  readonly bins: readonly TimeBin[];
  /** Whether a part was told apart in a period: where it was not, its mentions are among those of others. All were by default. */
  readonly isKnown?: (part: string, period: Period) => boolean;
}

/** Levels of some parts in every class that has rows, by class and in the order of the parts. */
export function partLevels(
  rows: readonly PartMoments[],
  parts: readonly string[],
  { bins, period, isKnown = () => true, ...how }: PartLevelOptions,
): PartLevel[] {
  return [...Map.groupBy(rows, (row) => row.class)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, mine]) =>
      parts.map((part): PartLevel => {
        const at = (bin: number): PartCell => {
          const inBin = mine.filter((row) => row.bin === bin);
          const when = bins[bin]?.period;
          const known = when === undefined || isKnown(part, when);
          return { part: inBin.find((row) => row.part === part), any: inBin[0], isKnown: known };
        };
        const cells = bins.map((bin, i) => ({ cell: at(i), how: { ...how, period: bin.period } }));
        const whole = at(-1);
        return {
          class: name,
          part,
          share: shareEstimate(whole, { ...how, period }),
          shares: cells.map((one) => shareEstimate(one.cell, one.how)),
          balance: balanceEstimate(whole, { ...how, period }),
          balances: cells.map((one) => balanceEstimate(one.cell, one.how)),
        };
      }),
    );
}

/** A part of a cell, and any part of the same cell; none = the cell has no mentions. */
interface PartCell {
  readonly part: PartMoments | undefined;
  readonly any: PartMoments | undefined;
  readonly isKnown: boolean;
}

/** A part that a cell lacks has the share 0, with an interval: few mentions are no proof of none. */
export function shareEstimate({ part, any, isKnown }: PartCell, how: PartOptions): Estimate {
  if (!isKnown) return missing('theme-not-known', how.period);
  const of = part ?? any;
  if (of === undefined) return missing('no-mentions', how.period);
  const share = part?.share ?? without(of.share);
  return estimated({ moments: share, counts: of.whole, meanSquare: null, range: [0, 1] }, how);
}

function balanceEstimate({ part, isKnown }: PartCell, how: PartOptions): Estimate {
  if (!isKnown) return missing('theme-not-known', how.period);
  if (part === undefined) return missing('no-mentions', how.period);
  const { own, balance, nTold } = part;
  return estimated(
    { moments: balance, counts: own, meanSquare: nTold / balance.both.sumN, range: [-1, 1] },
    how,
  );
}

function without(moments: TwoWayMoments): TwoWayMoments {
  const none = { sumY: 0, sumYY: 0, sumYN: 0 };
  const { author, copies, both } = moments;
  return { author: { ...author, ...none }, copies: { ...copies, ...none }, both: { ...both, ...none } };
}

interface Mean {
  readonly moments: TwoWayMoments;
  readonly counts: PartCounts;
  /** Null = of a share, which is its own. */
  readonly meanSquare: number | null;
  readonly range: readonly [number, number];
}

function estimated(
  { moments, counts, meanSquare, range }: Mean,
  { period, measure, weights }: PartOptions,
): Estimate {
  const { nMentions, nAuthors, kishSize } = counts;
  const of = { nDocuments: nMentions, nAuthors, nClusters: moments.copies.nGroups };
  const reason = tooFew(counts, moments, measure);
  if (reason !== null) return { kind: 'not-estimable', period, reason, ...of };
  const value = moments.both.sumY / moments.both.sumN;
  const mean = clusteredMean(moments, {
    confidenceLevel: measure.confidenceLevel,
    range,
    meanSquare: meanSquare ?? value,
    kishSize,
  });
  return {
    kind: 'estimate',
    period,
    value: mean.value,
    standardError: mean.standardError,
    interval: { lower: mean.lower, upper: mean.upper, level: measure.confidenceLevel },
    effectiveSampleSize: mean.effectiveSampleSize,
    ...of,
    method: meanMethod(weights),
    correction: 'none',
    mix: 'observed',
  };
}

/** Why a part has no number; null where it has. */
export function tooFew(
  { nMentions }: PartCounts,
  { author, copies }: TwoWayMoments,
  { minimumMentions, minimumAuthors }: MeasureConfig,
): NotEstimableReason | null {
  if (nMentions < minimumMentions) return 'too-few-mentions';
  return Math.min(author.nGroups, copies.nGroups) < Math.max(minimumAuthors, 2) ? 'too-few-authors' : null;
}

function missing(reason: NotEstimableReason, period: Period): Estimate {
  return { kind: 'not-estimable', period, reason, nDocuments: 0, nAuthors: 0, nClusters: 0 };
}
