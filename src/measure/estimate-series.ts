import type { Estimate, Measure, NotEstimableReason, Period, Series } from '../domain/estimate.ts';
import type { Level } from '../domain/finding.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import { clusteredMean } from '../stats/clustered-mean.ts';
import { poissonScoreInterval } from '../stats/poisson-score-interval.ts';
import type { CellMoments, CellValue } from '../store/queries/cell-moments.ts';
import type { MeasureConfig } from '../study/config.ts';
import { meanMethod } from './mean-method.ts';
import { STANCE_VALUES } from './stance-value.ts';
import type { TimeBin } from './time-bins.ts';

/** What the series are made of. */
export interface SeriesInputs {
  readonly cells: readonly CellMoments[];
  readonly bins: readonly TimeBin[];
  readonly targets: readonly string[];
  readonly classes: readonly string[];
  readonly measure: MeasureConfig;
  readonly weights: MentionWeights;
  /** Documents collected in a class and bin, whatever they mention. */
  readonly nCollected: (className: string, bin: number) => number;
}

/**
 * Net balance, shares and share of talk of every target in every class and bin. Each cell is an estimate or
 * says why not. Sampling error only: nothing here corrects for the classifier.
 */
export function estimateSeries(inputs: SeriesInputs): Series[] {
  const cells = new Map(inputs.cells.map((c) => [`${c.target}\0${c.class}\0${c.bin}`, c]));
  const series: Series[] = [];
  const how = { measure: inputs.measure, weights: inputs.weights };
  for (const target of inputs.targets) {
    for (const name of inputs.classes) {
      const at = (bin: number): CellMoments | undefined => cells.get(`${target}\0${name}\0${bin}`);
      const of = (measure: Measure, estimate: (bin: TimeBin, index: number) => Estimate): void => {
        series.push({
          id: `${target}/${name}/${measure}`,
          target,
          stratum: { class: name },
          measure,
          estimates: inputs.bins.map(estimate),
        });
      };
      for (const value of ['net', 'favor', 'against', 'neither'] as const) {
        of(STANCE_VALUES[value].measure, (bin, index) =>
          estimateCell(at(index), {
            value,
            period: bin.period,
            nCollected: inputs.nCollected(name, index),
            ...how,
          }),
        );
      }
      of('mention-share', (bin, index) =>
        mentionShare(at(index), {
          value: 'net',
          period: bin.period,
          nCollected: inputs.nCollected(name, index),
          ...how,
        }),
      );
    }
  }
  return series;
}

/** What one cell is estimated with. */
export interface CellOptions {
  readonly value: CellValue;
  readonly period: Period;
  readonly nCollected: number;
  readonly measure: MeasureConfig;
  readonly weights: MentionWeights;
}

/** One cell: an estimate with its interval, or the reason why there is none. */
export function estimateCell(cell: CellMoments | undefined, options: CellOptions): Estimate {
  const { value, period, measure, weights } = options;
  const counts = {
    nDocuments: cell?.nAnnotated ?? 0,
    nAuthors: cell?.nAuthors ?? 0,
    nClusters: cell?.moments.net.copies.nGroups ?? 0,
  };
  const reason = notEstimable(cell, options);
  if (reason !== null || cell === undefined) {
    return { kind: 'not-estimable', period, reason: reason ?? 'no-mentions', ...counts };
  }
  const share = (of: CellValue): number => cell.moments[of].both.sumY / cell.moments[of].both.sumN;
  const mean = clusteredMean(cell.moments[value], {
    confidenceLevel: measure.confidenceLevel,
    range: STANCE_VALUES[value].range,
    meanSquare: value === 'net' ? share('favor') + share('against') : share(value),
    kishSize: cell.kishSize,
  });
  return {
    kind: 'estimate',
    period,
    value: mean.value,
    standardError: mean.standardError,
    interval: { lower: mean.lower, upper: mean.upper, level: measure.confidenceLevel },
    effectiveSampleSize: mean.effectiveSampleSize,
    ...counts,
    method: meanMethod(weights),
    correction: 'none',
    mix: 'observed',
  };
}

function notEstimable(cell: CellMoments | undefined, options: CellOptions): NotEstimableReason | null {
  if (options.nCollected === 0) return 'no-collection';
  if (cell === undefined) return 'no-mentions';
  if (cell.nAnnotated < options.measure.minimumMentions) return 'too-few-mentions';
  const groups = Math.min(cell.moments.net.author.nGroups, cell.moments.net.copies.nGroups);
  if (groups < Math.max(options.measure.minimumAuthors, 2)) return 'too-few-authors';
  return null;
}

/**
 * Share of collected documents that mention the target. Mentions arrive in clusters (one author, one copied
 * text), so the variance of their number is the sum of squared cluster sizes: a compound Poisson count. Weights say whose
 * stance counts for how much, not how much is said, so they have no part in it. The interval is the score interval, so that a month without a mention has an upper limit that holds.
 */
function mentionShare(cell: CellMoments | undefined, options: CellOptions): Estimate {
  const { period, nCollected } = options;
  const { confidenceLevel } = options.measure;
  const counts = {
    nDocuments: nCollected,
    nAuthors: cell?.talk.nAuthors ?? 0,
    nClusters: cell?.talk.nClusters ?? 0,
  };
  if (nCollected === 0) return { kind: 'not-estimable', period, reason: 'no-collection', ...counts };
  const n = cell?.talk.nMentions ?? 0;
  const share = n / nCollected;
  const spread = Math.max(cell?.talk.spread ?? 0, 1);
  const standardError = Math.sqrt(spread) / nCollected;
  const dispersion = n === 0 ? 1 : Math.max(1, spread / n);
  const mentions = poissonScoreInterval({ count: n, dispersion, confidenceLevel });
  return {
    kind: 'estimate',
    period,
    value: share,
    standardError,
    interval: {
      lower: mentions.lower / nCollected,
      upper: Math.min(1, mentions.upper / nCollected),
      level: confidenceLevel,
    },
    effectiveSampleSize: n === 0 ? nCollected : (nCollected * n) / spread,
    ...counts,
    method: 'mentions over documents collected; compound Poisson',
    correction: 'none',
    mix: 'observed',
  };
}

/** The same measures over the whole period, for sources with few mentions a bin. */
export function estimateLevels(inputs: SeriesInputs & { readonly period: Period }): Level[] {
  const cells = new Map(inputs.cells.filter((c) => c.bin === -1).map((c) => [`${c.target}\0${c.class}`, c]));
  return inputs.targets.flatMap((target) =>
    inputs.classes.flatMap((name) => {
      const cell = cells.get(`${target}\0${name}`);
      const nCollected = inputs.bins.reduce((sum, _, bin) => sum + inputs.nCollected(name, bin), 0);
      const { period, measure, weights } = inputs;
      return (['net', 'favor', 'against', 'neither'] as const).map((value) => ({
        target,
        stratum: { class: name },
        measure: STANCE_VALUES[value].measure,
        estimate: estimateCell(cell, { value, period, nCollected, measure, weights }),
      }));
    }),
  );
}
