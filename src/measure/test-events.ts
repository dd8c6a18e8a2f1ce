import { hash } from 'node:crypto';
import type { Estimate, Mix, Period, Series } from '../domain/estimate.ts';
import type { EventContrast, EventVerdict } from '../domain/finding.ts';
import type { SeriesPoint } from '../stats/autoregressive-regression.ts';
import { differenceSeries } from '../stats/difference-series.ts';
import { type EventTest, eventTest, readEventTest } from '../stats/event-test.ts';
import { detectableStep } from '../stats/minimum-detectable-effect.ts';
import { seededRandom } from '../stats/random.ts';
import type { EventConfig, MeasureConfig, StudyConfig } from '../study/config.ts';
import { adjustLooks } from './adjust-looks.ts';
import { eventSpans } from './contrast-events.ts';
import { dayOfDate, type TimeBin } from './time-bins.ts';

/** What events are tested on. */
export interface TestInputs {
  readonly study: Pick<StudyConfig, 'events' | 'period' | 'measure' | 'seed'>;
  readonly bins: readonly TimeBin[];
  /** Net balances by period, those from few mentions too (see {@link FEWEST_TESTED}), with those at the fixed mix. */
  readonly series: readonly Series[];
  readonly contrasts: readonly EventContrast[];
}

/** Fewest mentions and authors of a period that a test uses: many thin periods together say as much as a few full ones. */
export const FEWEST_TESTED = { minimumMentions: 5, minimumAuthors: 3 } as const;

/** Placebo series at most, and effects as large after which no more are drawn. */
const PLACEBO_SERIES = 999;
const ENOUGH_AS_LARGE = 20;

const POWER = 0.8;

/** A series at the fixed mix is tested where it has this share of the periods that the observed one has, or thin sources would cost the test. */
const FIXED_MIX_REACH = 0.8;

/** A contrast with its test, and where its bins lie in the study. */
interface Tested {
  readonly contrast: EventContrast;
  readonly window: Window;
  readonly mix: Mix;
  readonly test: EventTest | null;
}

/** The bins of the study in which an event is tested. */
interface Window {
  readonly first: number;
  readonly bins: readonly TimeBin[];
  readonly at: number;
  readonly rivals: readonly { readonly id: string; readonly at: number }[];
  readonly control: string | null;
}

/**
 * Adds to every contrast the test of its event on the series of net balances: against series without an event, against other dates,
 * against rivals, adjusted for all such tests of the study. At the fixed mix of sources where most periods have it, so that a change
 * of the mix is not taken for one of stance.
 */
export function testEvents(inputs: TestInputs): EventContrast[] {
  const series = testedSeries(inputs.series);
  const tested = inputs.contrasts.map((contrast): Tested => {
    const window = windowOf(contrast, inputs);
    const pointsIn = (target: string, name: string): SeriesPoint[] =>
      (series.get(key(target, name))?.points ?? []).slice(window.first, window.first + window.bins.length);
    const mix = series.get(key(contrast.target, contrast.stratum['class'] ?? ''))?.mix ?? 'observed';
    return { contrast, window, mix, test: testOne(contrast, window, { pointsIn, inputs }) };
  });
  const made = tested.flatMap(({ contrast, window, test }) =>
    test === null
      ? []
      : [{ test, first: window.first, series: key(contrast.target, contrast.stratum['class'] ?? '') }],
  );
  const { confidenceLevel } = inputs.study.measure;
  const adjusted = adjustLooks(made, {
    level: 1 - confidenceLevel,
    nBins: inputs.bins.length,
    random: seededRandom(inputs.study.seed),
  });
  let next = 0;
  return tested.map((one) => {
    const { contrast, window, mix, test } = one;
    if (test === null) return { ...contrast, ...untested(contrast, window), looks: made.length };
    const look = adjusted.looks[next++] as (typeof adjusted.looks)[number];
    const verdict = verdictOf(test, { pAdjusted: look.pAdjusted, level: 1 - confidenceLevel, contrast });
    return {
      ...contrast,
      step: stepEstimate(contrast, test, { window, mix, measure: inputs.study.measure }),
      control: window.control,
      pPlacebo: test.placebo.probability,
      pAdjusted: look.pAdjusted,
      qValue: look.qValue,
      looks: made.length,
      verdict,
      inseparableFrom: test.inseparable.map((i) => (window.rivals[i] as Window['rivals'][number]).id),
      minimumDetectableEffect: detectableStep(test.step.effect, {
        critical: adjusted.critical,
        power: POWER,
      }),
      placebo: {
        nSeries: test.placebo.nSeries,
        nSeriesAsLarge: test.placebo.nAsLarge,
        nDates: test.dates.n,
        nDatesAsLarge: test.dates.nAsLarge,
      },
      changeDate: changeDate(test, window),
    };
  });
}

function key(target: string, name: string): string {
  return JSON.stringify([target, name]);
}

/** What is tested of each target and class. */
function testedSeries(
  series: readonly Series[],
): ReadonlyMap<string, { readonly points: SeriesPoint[]; readonly mix: Mix }> {
  return new Map(
    series
      .filter((one) => one.measure === 'net-balance')
      .map((one) => {
        const observed = pointsOf(one.estimates);
        const fixed = pointsOf(
          one.variants?.find(({ mix, correction }) => mix === 'fixed' && correction === 'none')?.estimates ??
            [],
        );
        const reaches = present(fixed) > 0 && present(fixed) >= FIXED_MIX_REACH * present(observed);
        return [
          key(one.target, one.stratum['class'] ?? ''),
          reaches ? { points: fixed, mix: 'fixed' } : { points: observed, mix: 'observed' },
        ] as const;
      }),
  );
}

const present = (points: readonly SeriesPoint[]): number => points.filter((point) => point !== null).length;

/**
 * Values with the variances of their errors. A period has at least the variance that the whole series has for as many mentions:
 * a few mentions that happen to agree would otherwise weigh more than others.
 */
function pointsOf(estimates: readonly Estimate[]): SeriesPoint[] {
  let [spread, mentions] = [0, 0];
  for (const e of estimates) {
    if (e.kind !== 'estimate') continue;
    spread += (e.standardError * e.nDocuments) ** 2;
    mentions += e.nDocuments;
  }
  return estimates.map((e) => {
    if (e.kind !== 'estimate') return null;
    const variance = Math.max(e.standardError ** 2, spread / mentions / e.nDocuments);
    return variance > 0 ? { value: e.value, variance } : null;
  });
}

/** The bins that lie whole inside the days compared, and the events among them. */
function windowOf(contrast: EventContrast, { study, bins }: TestInputs): Window {
  const event = study.events.find((one) => one.id === contrast.event) as EventConfig;
  const { before, after } = eventSpans(event, study.period, study.measure);
  const inside = bins.filter((bin) => bin.start >= before.start && bin.end <= after.end);
  const first = bins.indexOf(inside[0] as TimeBin);
  const placeOf = (other: EventConfig): number =>
    placeOfDay(inside, eventSpans(other, study.period, study.measure).after.start);
  const rivals = study.events
    .filter((other) => contrast.inseparableFrom.includes(other.id))
    .map((other) => ({ id: other.id, at: placeOf(other) }));
  const isControl = event.control === contrast.target || event.control === contrast.stratum['class'];
  const control = isControl ? null : event.control;
  return { first: Math.max(0, first), bins: inside, at: placeOf(event), rivals, control };
}

/** Place of the beginning of a day in bins from the first; before the first 0, after the last their number. */
function placeOfDay(bins: readonly TimeBin[], day: number): number {
  const i = bins.findIndex((bin) => day < bin.end);
  if (i === -1) return bins.length;
  const { start, end } = bins[i] as TimeBin;
  return i + Math.max(0, day - start) / (end - start);
}

function testOne(
  contrast: EventContrast,
  window: Window,
  of: { readonly pointsIn: (target: string, name: string) => SeriesPoint[]; readonly inputs: TestInputs },
): EventTest | null {
  const { study } = of.inputs;
  const name = contrast.stratum['class'] ?? '';
  const own = of.pointsIn(contrast.target, name);
  const { control } = window;
  const isTarget = of.inputs.series.some((one) => one.target === control);
  const points =
    control === null
      ? own
      : differenceSeries(own, isTarget ? of.pointsIn(control, name) : of.pointsIn(contrast.target, control));
  const [from, to] = [dayOfDate(contrast.date.start), dayOfDate(contrast.date.end)];
  const lasts = to - from > 1;
  const seed = hash('sha256', JSON.stringify([study.seed, contrast.event, contrast.target, name]), 'buffer');
  return eventTest({
    points: points.map((point, t) => {
      const { start, end } = window.bins[t] as TimeBin;
      return lasts && start < to && end > from ? null : point;
    }),
    at: window.at,
    rivals: window.rivals.map((rival) => rival.at),
    confidenceLevel: study.measure.confidenceLevel,
    nSeries: PLACEBO_SERIES,
    nEnough: ENOUGH_AS_LARGE,
    random: seededRandom(seed.readUIntLE(0, 6)),
  });
}

/** What may be said: the test's reading, and for a change whether it goes the way that was expected. */
function verdictOf(
  test: EventTest,
  of: { readonly pAdjusted: number; readonly level: number; readonly contrast: EventContrast },
): EventVerdict {
  const reading = readEventTest(test, { probability: of.pAdjusted, level: of.level });
  if (reading !== 'change') return reading;
  const { expected } = of.contrast;
  const moved = test.step.value > 0 ? 'rise' : 'fall';
  return expected === null || expected === moved ? 'supported' : 'contradicted';
}

function stepEstimate(
  { effect }: EventContrast,
  { step }: EventTest,
  { window, mix, measure }: { readonly window: Window; readonly mix: Mix; readonly measure: MeasureConfig },
): Estimate {
  const { nDocuments, nAuthors, nClusters } = effect;
  return {
    kind: 'estimate',
    period: windowPeriod(window),
    value: step.value,
    standardError: step.standardError,
    interval: { lower: step.lower, upper: step.upper, level: measure.confidenceLevel },
    effectiveSampleSize: effect.kind === 'estimate' ? effect.effectiveSampleSize : nDocuments,
    nDocuments,
    nAuthors,
    nClusters,
    method: 'step in a series; autocorrelated noise and errors of measurement',
    correction: 'none',
    mix,
  };
}

function untested(contrast: EventContrast, window: Window): Partial<EventContrast> {
  const { nDocuments, nAuthors, nClusters } = contrast.effect;
  return {
    step: {
      kind: 'not-estimable',
      period: window.bins.length === 0 ? contrast.effect.period : windowPeriod(window),
      reason: 'too-few-periods',
      nDocuments,
      nAuthors,
      nClusters,
    },
    control: window.control,
    pAdjusted: null,
    qValue: null,
    minimumDetectableEffect: null,
    placebo: null,
    changeDate: null,
  };
}

function windowPeriod({ bins }: Window): Period {
  return {
    start: (bins[0] as TimeBin).period.start,
    end: (bins.at(-1) as TimeBin).period.end,
  };
}

/** The bins at whose beginning, or in which, the series changed most. */
function changeDate({ best }: EventTest, { bins }: Window): NonNullable<EventContrast['changeDate']> {
  const bin = (at: number): TimeBin => bins[Math.min(bins.length - 1, Math.floor(at))] as TimeBin;
  return {
    date: bin(best.at).period,
    dateInterval: { start: bin(best.from).period.start, end: bin(best.to).period.end },
  };
}
