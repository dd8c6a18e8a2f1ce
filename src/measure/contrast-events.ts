import type { Estimate, NotEstimable, Period } from '../domain/estimate.ts';
import type { EventContrast } from '../domain/finding.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import type { PairMoments } from '../stats/clustered-difference.ts';
import { clusteredDifference } from '../stats/clustered-difference.ts';
import { clusteredMean, floorVariance, type TwoWayMoments } from '../stats/clustered-mean.ts';
import type { ContrastMoments, ContrastSide, DayContrast } from '../store/queries/contrast-moments.ts';
import type { EventConfig, MeasureConfig } from '../study/config.ts';
import { cellCounts } from './cell-counts.ts';
import { meanMethod } from './mean-method.ts';
import { dayOfDate, periodOfDays } from './time-bins.ts';

/** The days compared for an event: up to `eventWindowDays` on each side, inside the study's period. */
export function eventSpans(event: EventConfig, period: Period, measure: MeasureConfig): DayContrast {
  const window = measure.eventWindowDays ?? Number.POSITIVE_INFINITY;
  const [from, to] = [dayOfDate(event.date.start), dayOfDate(event.date.end)];
  // A dated event belongs to the days after it; an interval belongs to neither side.
  const after = to - from <= 1 ? from : to;
  return {
    before: { start: Math.max(dayOfDate(period.start), from - window), end: from },
    after: { start: after, end: Math.min(dayOfDate(period.end), after + window) },
  };
}

/** What the contrasts of one event are made of. */
export interface ContrastInputs {
  readonly event: EventConfig;
  readonly events: readonly EventConfig[];
  readonly spans: DayContrast;
  readonly moments: readonly ContrastMoments[];
  readonly targets: readonly string[];
  readonly classes: readonly string[];
  readonly placeboTargets: readonly string[];
  readonly measure: MeasureConfig;
  readonly weights: MentionWeights;
}

/**
 * Net balance before and after one event for every target and class. It says how large the difference is,
 * not that the event made it: `testEvents` adds the tests.
 */
export function contrastEvent(inputs: ContrastInputs): EventContrast[] {
  const { event, spans } = inputs;
  const inside = inputs.events
    .filter((other) => other.id !== event.id)
    .filter(({ date }) => dayOfDate(date.start) < spans.after.end && dayOfDate(date.end) > spans.before.start)
    .map((other) => other.id);
  const targets = inputs.targets.filter((id) => event.targets.length === 0 || event.targets.includes(id));
  return targets.flatMap((target) =>
    inputs.classes.map((name) => {
      const found = inputs.moments.find((m) => m.target === target && m.class === name);
      const sides = contrastSides(found, inputs);
      return {
        event: event.id,
        label: event.label,
        kind: event.kind,
        date: event.date,
        expected: event.expected,
        target,
        stratum: { class: name },
        isPlacebo: inputs.placeboTargets.includes(target) || event.placeboClasses.includes(name),
        windowDays: Math.max(spans.before.end - spans.before.start, spans.after.end - spans.after.start),
        ...sides,
        pPlacebo: null,
        looks: 0,
        verdict: sides.effect.kind === 'estimate' ? ('not-tested' as const) : ('not-estimable' as const),
        inseparableFrom: inside,
      };
    }),
  );
}

type Sides = Pick<EventContrast, 'before' | 'after' | 'effect'>;

function contrastSides(
  found: ContrastMoments | undefined,
  { spans, measure, weights }: Pick<ContrastInputs, 'spans' | 'measure' | 'weights'>,
): Sides {
  const method = meanMethod(weights);
  const side = (which: 0 | 1): Estimate => {
    const span = which === 0 ? spans.before : spans.after;
    return sideEstimate(found, which, { period: periodOfDays(span.start, span.end), measure, method });
  };
  const [before, after] = [side(0), side(1)];
  const [first, second] = [cellCounts(before), cellCounts(after)];
  const period = periodOfDays(spans.before.start, spans.after.end);
  const counts = {
    nDocuments: first.nDocuments + second.nDocuments,
    nAuthors: Math.min(first.nAuthors, second.nAuthors),
    nClusters: found?.moments.copies.nGroups ?? 0,
  };
  if (found === undefined || before.kind !== 'estimate' || after.kind !== 'estimate') {
    const effect: NotEstimable = { kind: 'not-estimable', period, reason: 'one-side-empty', ...counts };
    return { before, after, effect };
  }
  const { confidenceLevel } = measure;
  const floor = (value: number, of: ContrastSide): number =>
    floorVariance(value, {
      range: [-1, 1],
      meanSquare: of.meanSquare,
      kishSize: of.kishSize,
    });
  const difference = clusteredDifference(found.moments, {
    confidenceLevel,
    range: [-2, 2],
    floorVariance: floor(before.value, found.before) + floor(after.value, found.after),
  });
  const { value, standardError, lower, upper } = difference;
  const effect: Estimate = {
    kind: 'estimate',
    period,
    value,
    standardError,
    interval: { lower, upper, level: measure.confidenceLevel },
    effectiveSampleSize: before.effectiveSampleSize + after.effectiveSampleSize,
    ...counts,
    method: `difference of means, after − before; ${method}`,
    correction: 'none',
    mix: 'observed',
  };
  return { before, after, effect };
}

function sideEstimate(
  found: ContrastMoments | undefined,
  side: 0 | 1,
  options: { readonly period: Period; readonly measure: MeasureConfig; readonly method: string },
): Estimate {
  const { period, measure, method } = options;
  const of = side === 0 ? found?.before : found?.after;
  const n = of?.nMentions ?? 0;
  const counts = { nDocuments: n, nAuthors: of?.nAuthors ?? 0, nClusters: of?.groups.copies ?? 0 };
  if (found === undefined || of === undefined || n === 0)
    return { kind: 'not-estimable', period, reason: 'no-mentions', ...counts };
  if (n < measure.minimumMentions)
    return { kind: 'not-estimable', period, reason: 'too-few-mentions', ...counts };
  const groups = Math.min(of.groups.author, of.groups.copies);
  if (groups < Math.max(measure.minimumAuthors, 2)) {
    return { kind: 'not-estimable', period, reason: 'too-few-authors', ...counts };
  }
  const mean = clusteredMean(sideMoments(found, side), {
    confidenceLevel: measure.confidenceLevel,
    range: [-1, 1],
    meanSquare: of.meanSquare,
    kishSize: of.kishSize,
  });
  return {
    kind: 'estimate',
    period,
    value: mean.value,
    standardError: mean.standardError,
    interval: { lower: mean.lower, upper: mean.upper, level: measure.confidenceLevel },
    effectiveSampleSize: mean.effectiveSampleSize,
    ...counts,
    method,
    correction: 'none',
    mix: 'observed',
  };
}

function sideMoments(found: ContrastMoments, side: 0 | 1): TwoWayMoments {
  const of = (m: PairMoments, nGroups: number) =>
    side === 0
      ? { nGroups, sumY: m.sumY0, sumN: m.sumN0, sumYY: m.y0y0, sumNN: m.n0n0, sumYN: m.y0n0 }
      : { nGroups, sumY: m.sumY1, sumN: m.sumN1, sumYY: m.y1y1, sumNN: m.n1n1, sumYN: m.y1n1 };
  const { author, copies, both } = found.moments;
  const { groups } = side === 0 ? found.before : found.after;
  return {
    author: of(author, groups.author),
    copies: of(copies, groups.copies),
    both: of(both, groups.both),
  };
}
