import type { Estimate, Period } from '../domain/estimate.ts';
import type { EventContrast, EventTestSummary, EventVerdict } from '../domain/finding.ts';
import type { CorrectedStep } from '../stats/corrected-step.ts';
import { type EventReading, type EventTest, readEventTest } from '../stats/event-test.ts';
import { detectableStep } from '../stats/minimum-detectable-effect.ts';
import { seededRandom } from '../stats/random.ts';
import type { StudyConfig } from '../study/config.ts';
import { adjustLooks } from './adjust-looks.ts';
import { cellCounts } from './cell-counts.ts';
import type { EventWindow, TestedEvent } from './test-events.ts';
import type { TimeBin } from './time-bins.ts';

const POWER = 0.8;

/** What tests are described with. */
interface DescribeOptions {
  readonly study: Pick<StudyConfig, 'measure' | 'seed'>;
  readonly bins: readonly TimeBin[];
}

/** A test with its step corrected by codings where they do. */
interface CorrectableEvent extends TestedEvent {
  readonly corrected?: { readonly step: CorrectedStep; readonly nCoded: number } | null;
}

/** Every contrast with what its test says, adjusted for all tests of the study. */
export function describeTests(
  tested: readonly CorrectableEvent[],
  options: DescribeOptions,
): EventContrast[] {
  const { confidenceLevel } = options.study.measure;
  const made = tested.flatMap(({ contrast, window, test, corrected }) => {
    if (test === null) return [];
    const { placebo, probability } = corrected?.step ?? { ...test, ...test.step, placebo: test.placebo };
    const share = corrected?.step.share ?? 1;
    const series = JSON.stringify([contrast.target, contrast.stratum['class'] ?? '']);
    const { direction, residual } = test;
    return [{ placebo, probability, share, direction, residual, series, first: window.first }];
  });
  const adjusted = adjustLooks(made, {
    level: 1 - confidenceLevel,
    nBins: options.bins.length,
    random: seededRandom(options.study.seed),
  });
  let next = 0;
  return tested.map((one): EventContrast => {
    const { contrast, window, test } = one;
    if (test === null) return { ...contrast, ...untested(contrast, window), looks: made.length };
    const look = adjusted.looks[next++] as (typeof adjusted.looks)[number];
    const of = { test, corrected: one.corrected ?? null, contrast, window, parts: one.parts };
    const step = of.corrected?.step ?? null;
    const level = 1 - confidenceLevel;
    const rule = { critical: adjusted.critical, power: POWER };
    const { placebo, dates } = step ?? test;
    return {
      ...contrast,
      step: stepEstimate(of, confidenceLevel),
      control: window.control,
      pPlacebo: placebo.probability,
      pAdjusted: look.pAdjusted,
      qValue: look.qValue,
      looks: made.length,
      verdict: verdictOf(of, { pAdjusted: look.pAdjusted, level }),
      inseparableFrom: test.inseparable.map((i) => (window.rivals[i] as EventWindow['rivals'][number]).id),
      minimumDetectableEffect: step?.detectable(rule) ?? detectableStep(test.step.effect, rule),
      placebo: {
        nSeries: placebo.nSeries,
        nSeriesAsLarge: placebo.nAsLarge,
        nDates: dates.n,
        nDatesAsLarge: dates.nAsLarge,
      },
      changeDate: changeDate(test, window),
    };
  });
}

/**
 * Contrasts whose verdict rests on corrected numbers where codings correct the step, and the test of the labels in the variant
 * that is not corrected. Where labels changed and the corrected numbers do not show it, the verdict is `unconfirmed`.
 * @param events the contrasts, in the order of the tests, with the test of the labels
 */
export function describeCorrectedTests(
  tested: readonly CorrectableEvent[],
  events: readonly EventContrast[],
  options: DescribeOptions,
): EventContrast[] {
  if (tested.every(({ corrected }) => (corrected ?? null) === null)) return [...events];
  const described = describeTests(tested, options);
  return events.map((event, i): EventContrast => {
    const now = described[i] as EventContrast;
    const summary = summaryOf(now);
    if ((tested[i]?.corrected ?? null) === null) return { ...event, ...summary };
    const labels = summaryOf(event);
    const isUnconfirmed = now.verdict === 'no-change-seen' && event.verdict !== 'no-change-seen';
    return {
      ...event,
      ...summary,
      verdict: isUnconfirmed ? 'unconfirmed' : now.verdict,
      variants: (event.variants ?? []).map((one) =>
        one.correction === 'none' && one.mix === 'observed' ? { ...one, test: labels } : one,
      ),
    };
  });
}

/** What a test says, without what both tests of an event have in common. */
function summaryOf(event: EventContrast): EventTestSummary {
  const {
    step,
    pPlacebo,
    pAdjusted = null,
    qValue = null,
    verdict,
    minimumDetectableEffect,
    placebo,
  } = event;
  return {
    ...(step === undefined ? {} : { step }),
    pPlacebo,
    pAdjusted,
    qValue,
    verdict,
    minimumDetectableEffect: minimumDetectableEffect ?? null,
    placebo: placebo ?? null,
  };
}

/** A test that was made. */
interface Made {
  readonly test: EventTest;
  readonly corrected: { readonly step: CorrectedStep; readonly nCoded: number } | null;
  readonly contrast: EventContrast;
  readonly window: EventWindow;
  readonly parts: TestedEvent['parts'];
}

/** What may be said: the test's reading, and for a change whether it goes the way that was expected. */
function verdictOf(
  { test, corrected, contrast }: Made,
  { pAdjusted, level }: { readonly pAdjusted: number; readonly level: number },
): EventVerdict {
  const { dates } = corrected?.step ?? test;
  const reading: EventReading = readEventTest({ ...test, dates }, { probability: pAdjusted, level });
  if (reading !== 'change') return reading;
  const { value } = corrected?.step ?? test.step;
  const { expected } = contrast;
  return expected === null || expected === (value > 0 ? 'rise' : 'fall') ? 'supported' : 'contradicted';
}

function stepEstimate(
  { contrast: { effect }, test, corrected, window, parts }: Made,
  level: number,
): Estimate {
  const { nDocuments, nAuthors, nClusters } = cellCounts(effect);
  const { value, standardError, lower, upper } = corrected?.step ?? test.step;
  const method = 'step in a series; autocorrelated noise and errors of measurement';
  return {
    kind: 'estimate',
    period: windowPeriod(window),
    value,
    standardError,
    interval: { lower, upper, level },
    effectiveSampleSize: effect.kind === 'estimate' ? effect.effectiveSampleSize : nDocuments,
    nDocuments,
    nAuthors,
    nClusters,
    method:
      corrected === null
        ? method
        : `${method}; difference estimator with a rectifier that may jump at the event; codings: ${corrected.nCoded}`,
    correction: corrected === null ? 'none' : 'dsl',
    mix: parts[0]?.mix ?? 'observed',
  };
}

function untested(contrast: EventContrast, window: EventWindow): Partial<EventContrast> {
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

function windowPeriod({ bins }: EventWindow): Period {
  return {
    start: (bins[0] as TimeBin).period.start,
    end: (bins.at(-1) as TimeBin).period.end,
  };
}

/** The bins at whose beginning, or in which, the series changed most. */
function changeDate({ best }: EventTest, { bins }: EventWindow): NonNullable<EventContrast['changeDate']> {
  const bin = (at: number): TimeBin => bins[Math.min(bins.length - 1, Math.floor(at))] as TimeBin;
  return {
    date: bin(best.at).period,
    dateInterval: { start: bin(best.from).period.start, end: bin(best.to).period.end },
  };
}
