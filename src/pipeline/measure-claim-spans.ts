import type { EventContrast } from '../domain/finding.ts';
import { PROBABILITY_UNIT } from '../domain/stance.ts';
import type { CellCorrection } from '../measure/cell-correction.ts';
import { type ClaimSpan, claimSpans, type MeasuredSpan } from '../measure/claim-spans.ts';
import { contrastEvent } from '../measure/contrast-events.ts';
import { correctSpans } from '../measure/correct-spans.ts';
import { dayOfDate, timeBins } from '../measure/time-bins.ts';
import {
  contrastMoments,
  type DayContrast,
  type DaySpan,
  scoreContrastMoments,
} from '../store/queries/contrast-moments.ts';
import { weightUnit } from '../store/queries/observation.ts';
import { scoreTotals } from '../store/queries/scores.ts';
import { openErrorBands } from './open-error-bands.ts';
import type { MeasureContext } from './run-context.ts';

/** What the spans are measured of, and the corrections that codings allow: with none, labels are counted. */
interface SpanInputs {
  readonly targets: readonly string[];
  readonly classes: readonly string[];
  readonly corrections: readonly CellCorrection[];
}

/**
 * Balances in the days and places that claims name: corrected by codings where there are enough, else counted from the labels, with error
 * bands. Spans of some places alone are not corrected. Reads `scored` where there are corrections.
 */
export async function measureClaimSpans(context: MeasureContext, of: SpanInputs): Promise<MeasuredSpan[]> {
  const { study, database } = context;
  const spans = claimSpans(study.claims, study.period);
  if (spans.length === 0) return [];
  const bands = await openErrorBands(context);
  const measured: MeasuredSpan[] = [];
  for (const span of spans) {
    const sides = sidesOf(span);
    const moments = await contrastMoments(
      database,
      span.regions === null ? sides : { ...sides, regions: span.regions },
      weightUnit(study.weights),
    );
    const contrasts = contrastEvent({
      targets: of.targets,
      classes: of.classes,
      event: COMPARISON,
      events: [],
      placeboTargets: [],
      spans: sides,
      moments,
      measure: study.measure,
      weights: study.weights,
    });
    const counted = await bands.contrasts(contrasts, sides);
    measured.push({ ...span, counted, contrasts: await corrected(context, counted, { ...of, span }) });
  }
  return measured;
}

async function corrected(
  { study, database }: MeasureContext,
  contrasts: readonly EventContrast[],
  { corrections, span }: SpanInputs & { readonly span: ClaimSpan },
): Promise<readonly EventContrast[]> {
  if (corrections.length === 0 || span.regions !== null) return contrasts;
  const spans = sidesOf(span);
  const unit = { weight: weightUnit(study.weights), label: PROBABILITY_UNIT };
  return correctSpans(contrasts, {
    corrections,
    spans,
    isPair: span.second !== null,
    moments: await scoreContrastMoments(database, spans, unit.weight),
    totals: await scoreTotals(database, [spans.before, spans.after], unit),
    bins: timeBins(study.period, study.bin),
    confidenceLevel: study.measure.confidenceLevel,
  });
}

/** The days of a span; of one alone the second side is empty. */
function sidesOf({ first, second }: ClaimSpan): DayContrast {
  const days = (period: { readonly start: string; readonly end: string }): DaySpan => ({
    start: dayOfDate(period.start),
    end: dayOfDate(period.end),
  });
  const before = days(first);
  return { before, after: second === null ? { start: before.end, end: before.end } : days(second) };
}

/** A comparison of days is made like that of an event that nobody declared. */
const COMPARISON = {
  id: 'claim',
  label: 'claim',
  date: { start: '', end: '' },
  kind: 'declared',
  expected: null,
  targets: [],
  placeboClasses: [],
  control: null,
} as const;
