import type { Estimate, Measure, Series } from '../domain/estimate.ts';
import type { EventContrast, Level } from '../domain/finding.ts';
import type { DecidedStratum } from '../store/queries/decided-strata.ts';
import { errorBand, type SpreadOf } from './error-band.ts';

/** A target in a stratum. */
interface Place {
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
}

/** Adds to each uncorrected balance of a series the band of the annotator's errors. */
export function addSeriesBands(
  series: readonly Series[],
  strata: readonly DecidedStratum[],
  spreads: SpreadOf,
): Series[] {
  const find = byPlace(strata);
  return series.map((one) =>
    one.measure !== 'net-balance'
      ? one
      : {
          ...one,
          estimates: one.estimates.map((estimate, bin) =>
            banded(estimate, {
              measure: one.measure,
              counted: find(one).filter(({ span }) => span === bin),
              spreads,
            }),
          ),
        },
  );
}

/** Adds to each uncorrected level the band of the annotator's errors. */
export function addLevelBands(
  levels: readonly Level[],
  strata: readonly DecidedStratum[],
  spreads: SpreadOf,
): Level[] {
  const find = byPlace(strata);
  return levels.map((one) => ({
    ...one,
    estimate: banded(one.estimate, { measure: one.measure, counted: find(one), spreads }),
  }));
}

/** Adds to both sides of a contrast and to its effect the bands of the annotator's errors. */
export function addContrastBands(
  contrasts: readonly EventContrast[],
  strata: readonly DecidedStratum[],
  spreads: SpreadOf,
): EventContrast[] {
  const find = byPlace(strata);
  return contrasts.map((one) => {
    const [before, after] = [0, 1].map((side) => find(one).filter(({ span }) => span === side)) as [
      DecidedStratum[],
      DecidedStratum[],
    ];
    const balance = { measure: 'net-balance', spreads } as const;
    return {
      ...one,
      before: banded(one.before, { ...balance, counted: before }),
      after: banded(one.after, { ...balance, counted: after }),
      effect: banded(one.effect, { ...balance, counted: after, before }),
    };
  });
}

function byPlace(strata: readonly DecidedStratum[]): (place: Place) => readonly DecidedStratum[] {
  const found = Map.groupBy(strata, (row) => JSON.stringify([row.target, row.class]));
  return ({ target, stratum }) => found.get(JSON.stringify([target, stratum['class']])) ?? [];
}

function banded(
  estimate: Estimate,
  inputs: {
    readonly measure: Measure;
    readonly counted: readonly DecidedStratum[];
    readonly before?: readonly DecidedStratum[];
    readonly spreads: SpreadOf;
  },
): Estimate {
  if (estimate.kind !== 'estimate' || estimate.correction !== 'none' || estimate.mix !== 'observed')
    return estimate;
  const band = errorBand(estimate, { before: [], ...inputs });
  return band === undefined ? estimate : { ...estimate, errorBand: band };
}
