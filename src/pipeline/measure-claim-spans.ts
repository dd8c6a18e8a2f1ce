import { claimSpans, type MeasuredSpan } from '../measure/claim-spans.ts';
import { contrastEvent } from '../measure/contrast-events.ts';
import { dayOfDate } from '../measure/time-bins.ts';
import { contrastMoments, type DaySpan } from '../store/queries/contrast-moments.ts';
import { weightUnit } from '../store/queries/observation.ts';
import { openErrorBands } from './open-error-bands.ts';
import type { MeasureContext } from './run-context.ts';

/** Balances in the days and places that claims name, as counted from the labels, with error bands. */
export async function measureClaimSpans(
  context: MeasureContext,
  of: { readonly targets: readonly string[]; readonly classes: readonly string[] },
): Promise<MeasuredSpan[]> {
  const { study, database } = context;
  const spans = claimSpans(study.claims, study.period);
  if (spans.length === 0) return [];
  const bands = await openErrorBands(context);
  const measured: MeasuredSpan[] = [];
  for (const span of spans) {
    const days = (period: { readonly start: string; readonly end: string }): DaySpan => ({
      start: dayOfDate(period.start),
      end: dayOfDate(period.end),
    });
    const before = days(span.first);
    const after = span.second === null ? { start: before.end, end: before.end } : days(span.second);
    const sides = { before, after };
    const moments = await contrastMoments(
      database,
      span.regions === null ? sides : { ...sides, regions: span.regions },
      weightUnit(study.weights),
    );
    const contrasts = contrastEvent({
      ...of,
      event: COMPARISON,
      events: [],
      placeboTargets: [],
      spans: sides,
      moments,
      measure: study.measure,
      weights: study.weights,
    });
    measured.push({ ...span, contrasts: await bands.contrasts(contrasts, sides) });
  }
  return measured;
}

/** A comparison of days is made like that of an event that nobody declared. */
export const COMPARISON = {
  id: 'claim',
  label: 'claim',
  date: { start: '', end: '' },
  kind: 'declared',
  expected: null,
  targets: [],
  placeboClasses: [],
  control: null,
} as const;
