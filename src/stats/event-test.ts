import type { SeriesPoint } from './autoregressive-regression.ts';
import {
  type ColumnEffect,
  type ColumnProjection,
  columnEffect,
  projectColumn,
  rivalEffects,
} from './column-effect.ts';
import { anyDateThreshold, dateSet, fewDatesThreshold } from './date-set.ts';
import {
  type InterruptedSeries,
  interruptedSeries,
  isAdmissible,
  stepColumn,
  trendColumn,
} from './interrupted-series.ts';
import { type PlaceboSeries, placeboSeries } from './placebo-series.ts';

/** A series and the events that may have changed it. */
export interface EventTestInputs {
  readonly points: readonly SeriesPoint[];
  /** Place of the event in bins from the start of the series. */
  readonly at: number;
  /** Places of the other events. */
  readonly rivals: readonly number[];
  readonly confidenceLevel: number;
  /** Placebo series drawn at most, and effects as large after which drawing stops. */
  readonly nSeries: number;
  readonly nEnough: number;
  /** Uniform in [0, 1), as `seededRandom` gives. */
  readonly random: () => number;
  /** Gives what an equal test was compared with before, or makes it; made where left out. */
  readonly recall?: (make: () => EventComparison) => EventComparison;
}

/** What a series says of an event. */
export interface EventTest extends EventComparison {
  /** The change of level at the event. */
  readonly step: InterruptedSeries;
  /** The step in its regression, ready to be read from other series. */
  readonly projection: ColumnProjection;
  /** Where in the series the estimate looks, and what of the series the level and trend leave, both by bin and whitened. */
  readonly direction: Float64Array;
  readonly residual: Float64Array;
}

/** How a step compares with series without an event, other dates and other events: most of the work of a test, and few numbers. */
export interface EventComparison {
  readonly placebo: PlaceboSeries;
  readonly dates: PlaceboDates;
  /** The date that explains the change best, and the first and last that explain it about as well, in bins. */
  readonly best: { readonly at: number; readonly from: number; readonly to: number };
  /** A straight trend over the whole series explains it about as well as the step, or better. */
  readonly isGradual: boolean;
  /** The event's date is among those that explain the change about as well as the best date of the series. */
  readonly isAmongDates: boolean;
  /** It is among the events that explain the change about as well as the best of them; and it is the best of them. */
  readonly isAmongEvents: boolean;
  readonly isFirst: boolean;
  /** Indices of the rivals whose dates explain the change about as well as the best of the events. */
  readonly inseparable: readonly number[];
}

/** The same change of level sought at other dates of the series, with the event's own step held in the model. */
interface PlaceboDates {
  readonly n: number;
  /** Dates whose change is at least as large in standard errors. */
  readonly nAsLarge: number;
  /** The change at each of them. */
  readonly effects: readonly Pick<ColumnEffect, 'value' | 'standardError'>[];
}

/**
 * Tests one event against placebos and rivals.
 *
 * 1. The change of level at the event, {@link interruptedSeries}.
 * 2. Its p-value against series without an event, {@link placeboSeries}.
 * 3. How many other dates of the same series show as large a change: all dates a whole number of bins away with enough bins
 *    on both sides. They overlap and are few, so no p-value is made of them; they show a series in which such changes are usual.
 * 4. Which dates explain the series as well as the best one, and which rivals as well as the best event, {@link dateSet}; and
 *    whether a straight trend without any event does.
 *
 * @returns null where the step cannot be estimated, or no other date is left to compare it with
 */
export function eventTest(inputs: EventTestInputs): EventTest | null {
  const { points, at, confidenceLevel, recall = (make) => make() } = inputs;
  const step = interruptedSeries(points, at, { confidenceLevel });
  if (step === null) return null;
  const shifts = Array.from({ length: points.length }, (_, i) => i - Math.floor(at)).filter(
    (shift) => shift !== 0,
  );
  const dates = shifts.map((shift) => at + shift).filter((place) => isAdmissible(points, place));
  if (dates.length === 0) return null;
  const projection = projectColumn(step.regression, step.column);
  if (projection === null) return null;
  return {
    step,
    projection,
    ...recall(() => compareStep({ step, projection, dates }, inputs)),
    ...likeliestNoise(projection, step.effect),
  };
}

/** The comparisons of a step that could be estimated. */
function compareStep(
  { step: { regression, effect }, projection, dates }: Fitted,
  inputs: EventTestInputs,
): EventComparison {
  const { points, at, rivals, confidenceLevel } = inputs;
  const likelihood = (column: Float64Array): number =>
    columnEffect(regression, column)?.logLikelihood ?? Number.NEGATIVE_INFINITY;
  const atDates = dates.map((place) => rivalEffects(projection, stepColumn(points.length, place)));
  const own = effect.logLikelihood;
  const candidates = [own, ...rivals.map((place) => likelihood(stepColumn(points.length, place)))];
  const events = dateSet(candidates, fewDatesThreshold(confidenceLevel, Math.max(1, rivals.length)));
  const places = [at, ...dates];
  const logs = [own, ...atDates.map((date) => date?.instead.logLikelihood ?? own)];
  const set = dateSet(logs, anyDateThreshold(confidenceLevel));
  const among = set.map((i) => places[i] as number);
  return {
    placebo: placeboSeries(projection, effect, inputs),
    dates: countAsLarge(
      effect,
      atDates.map((date) => date?.beside),
    ),
    best: {
      at: places[logs.indexOf(Math.max(...logs))] as number,
      from: Math.min(...among),
      to: Math.max(...among),
    },
    isGradual: own - likelihood(trendColumn(points.length)) < fewDatesThreshold(confidenceLevel, 1),
    isAmongDates: set.includes(0),
    isAmongEvents: events.includes(0),
    isFirst: candidates.every((log) => log <= own),
    inseparable: events.filter((i) => i > 0).map((i) => i - 1),
  };
}

/** A step that could be estimated, and the other dates that it can be compared with. */
interface Fitted extends Pick<EventTest, 'step' | 'projection'> {
  readonly dates: readonly number[];
}

/** Direction and residual under the likeliest state of the noise; 0 in bins not observed. */
function likeliestNoise(
  { regression, directions }: ColumnProjection,
  { mixture }: ColumnEffect,
): Pick<EventTest, 'direction' | 'residual'> {
  const likeliest = mixture.reduce((a, b) => (b.weight > a.weight ? b : a)).node;
  const byBin = (whitened: Float64Array): Float64Array => {
    let seen = 0;
    return Float64Array.from(regression.points, (point) =>
      point === null ? 0 : (whitened[seen++] as number),
    );
  };
  return {
    direction: byBin(directions[likeliest]?.unit ?? new Float64Array()),
    residual: byBin(regression.nodes[likeliest]?.residual ?? new Float64Array()),
  };
}

function countAsLarge(effect: ColumnEffect, others: readonly (ColumnEffect | undefined)[]): PlaceboDates {
  const effects = others.filter((other) => other !== undefined);
  const size = Math.abs(effect.statistic);
  return {
    n: effects.length,
    nAsLarge: effects.filter(({ statistic }) => Math.abs(statistic) >= size).length,
    effects: effects.map(({ value, standardError }) => ({ value, standardError })),
  };
}

/** What a test says; `change` = a change at the date that nothing else looked at explains. */
export type EventReading = 'change' | 'cannot-separate' | 'gradual' | 'other-date' | 'no-change-seen';

/**
 * Reads a test by rules that were fixed beforehand, the first that applies:
 *
 * - `no-change-seen`: the p-value is above the level, or more than this share of the other dates show as large a change;
 * - `other-date`: another date, or another event, explains the change better;
 * - `gradual`: a straight trend without an event explains it about as well;
 * - `cannot-separate`: another event explains it about as well;
 * - `change`.
 *
 * @param probability adjusted for all tests made
 * @param level e.g. 0.05
 */
export function readEventTest(
  test: Omit<EventTest, 'dates'> & { readonly dates: Pick<PlaceboDates, 'n' | 'nAsLarge'> },
  { probability, level }: { readonly probability: number; readonly level: number },
): EventReading {
  if (probability > level || test.dates.nAsLarge > level * test.dates.n) return 'no-change-seen';
  if (!test.isAmongDates || !test.isAmongEvents) return 'other-date';
  if (test.isGradual) return 'gradual';
  return test.inseparable.length > 0 ? 'cannot-separate' : 'change';
}
