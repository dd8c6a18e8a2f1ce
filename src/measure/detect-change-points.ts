import type { ChangePoint, NotTestedReason, Trend } from '../domain/change-point.ts';
import type { Correction, Estimate, Mix, Period, Series } from '../domain/estimate.ts';
import { type ChangePoints, changePoints, FALSE_ALARM_RATE, FEWEST_BINS } from '../stats/change-points.ts';
import { localLevel } from '../stats/local-level.ts';
import { normalQuantile } from '../stats/normal.ts';
import { onlineChanges, probabilityOfRecentChange } from '../stats/online-changes.ts';

/** Changes of all series, and the course of each. */
export interface DetectedChanges {
  readonly changePoints: readonly ChangePoint[];
  readonly trends: readonly Trend[];
}

/** Periods that count as recent in monitoring. */
const RECENT = 8;

/** A level is expected to last a hundred periods. */
const HAZARD = 0.01;

/** Levels of net balance before anything is known: mean and variance. */
const PRIOR = { mean: 0, variance: 0.1 } as const;

/**
 * Lasting changes in the net balance of every target in every class, placebo targets too, by {@link changePoints}, each with its smoothed level
 * and the probability of a recent change. At the fixed mix of sources where the series has it, so that a change of the mix is no change
 * of stance. Periods without an estimate are missing; a hole in collection is never a change.
 */
export function detectChangePoints(
  series: readonly Series[],
  { confidenceLevel }: { readonly confidenceLevel: number },
): DetectedChanges {
  const searched = series
    .filter(({ measure }) => measure === 'net-balance')
    .map((one) => searchSeries(one, confidenceLevel));
  const looks = searched.filter(({ found }) => found !== null).length;
  return {
    changePoints: searched.flatMap((one) =>
      (one.found?.changes ?? []).map((change) =>
        describeChange(one, { change, looks, level: confidenceLevel }),
      ),
    ),
    trends: searched.map(({ trend }) => trend),
  };
}

interface SearchedSeries {
  readonly series: Series;
  readonly estimates: readonly Estimate[];
  readonly correction: Correction;
  readonly mix: Mix;
  readonly found: ChangePoints | null;
  readonly trend: Trend;
}

function searchSeries(series: Series, level: number): SearchedSeries {
  const chosen = chosenVariant(series);
  const bins = chosen.estimates.map((e) =>
    e.kind === 'estimate' ? { value: e.value, variance: e.standardError ** 2 } : null,
  );
  const found = changePoints(bins, { level });
  const noise = found?.noise ?? null;
  const smoothed = localLevel(bins)?.smoothed ?? [];
  const z = normalQuantile((1 + level) / 2);
  const trend: Trend = {
    series: series.id,
    correction: chosen.correction,
    mix: chosen.mix,
    notTested: found === null ? notTested(bins.filter((bin) => bin !== null).length) : null,
    noise:
      noise === null
        ? null
        : {
            standardDeviation: Math.sqrt(noise.processVariance),
            autocorrelation: noise.autocorrelation,
          },
    recentChange: noise === null ? null : { periods: RECENT, probability: recentProbability(bins, noise) },
    level: smoothed.map(({ level: value, variance }, t) => {
      const half = z * Math.sqrt(variance);
      const { period } = chosen.estimates[t] as Estimate;
      const interval = { lower: Math.max(value - half, -1), upper: Math.min(value + half, 1), level };
      return { period, value, interval };
    }),
  };
  return { series, ...chosen, found, trend };
}

/** The estimates at the fixed mix with the correction of those in the foreground, else those in the foreground. */
function chosenVariant(series: Series): Pick<SearchedSeries, 'estimates' | 'correction' | 'mix'> {
  const first = series.estimates.find((e) => e.kind === 'estimate');
  const [correction, mix] =
    first === undefined ? (['none', 'observed'] as const) : [first.correction, first.mix];
  const fixed = series.variants?.find((v) => v.mix === 'fixed' && v.correction === correction);
  return fixed ?? { estimates: series.estimates, correction, mix };
}

function notTested(present: number): NotTestedReason {
  return present < FEWEST_BINS ? 'too-few-periods' : 'no-variation';
}

type Noise = ChangePoints['noise'];

function recentProbability(
  bins: readonly ({ readonly value: number; readonly variance: number } | null)[],
  { processVariance, autocorrelation }: Noise,
): number {
  const longRun = (processVariance * (1 + autocorrelation)) / (1 - autocorrelation);
  const ages = onlineChanges(bins, { hazard: HAZARD, ...PRIOR, noiseVariance: longRun });
  return probabilityOfRecentChange(ages, RECENT);
}

function describeChange(
  { series, estimates, correction, mix }: SearchedSeries,
  of: { readonly change: ChangePoints['changes'][number]; readonly looks: number; readonly level: number },
): ChangePoint {
  const { change, looks, level } = of;
  const period = (bin: number): Period => (estimates[Math.min(bin, estimates.length - 1)] as Estimate).period;
  const [earliest, latest] = change.startRange;
  return {
    series: series.id,
    target: series.target,
    stratum: series.stratum,
    kind: change.kind,
    date: period(change.start).start,
    until: period(change.start + change.duration - 1).start,
    dateInterval: { start: period(earliest).start, end: period(latest).end },
    size: {
      value: change.size,
      standardError: change.standardError,
      interval: { lower: change.lower, upper: change.upper, level },
      correction,
      mix,
    },
    falseAlarmRate: FALSE_ALARM_RATE,
    looks,
  };
}
