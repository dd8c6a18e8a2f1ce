import type { Series } from '../domain/estimate.ts';
import type { EventContrast, EventVerdict, Limit, SourceHealth } from '../domain/finding.ts';
import type { StanceProblem } from '../domain/stance.ts';
import type { CellMoments } from '../store/queries/cell-moments.ts';
import type { UnlikeTrainingRow } from '../store/queries/unlike-training.ts';
import type { StudyConfig } from '../study/config.ts';
import { cellCounts } from './cell-counts.ts';
import { isFullyCorrected } from './describe-corrections.ts';
import { findShift } from './find-shift.ts';
import { dayOfDate } from './time-bins.ts';

/** What the limits of a finding are read from. */
export interface LimitInputs {
  readonly study: StudyConfig;
  readonly series: readonly Series[];
  readonly events: readonly EventContrast[];
  readonly health: readonly SourceHealth[];
  readonly labelProblems: readonly LabelProblem[];
  readonly cells: readonly CellMoments[];
  readonly unlikeTraining: readonly UnlikeTrainingRow[];
}

/**
 * A class and language is named where this share of its mentions is worded unlike the texts the annotator learned from:
 * of those texts one in a hundred is.
 */
const UNLIKE_SHARE = 0.03;

/** Labels of one source that could not be used. */
interface LabelProblem {
  readonly source: string;
  readonly problem: StanceProblem;
  readonly nMentions: number;
}

/** What can and cannot be estimated, as codes with their facts, the gravest first. */
export function stateLimits(inputs: LimitInputs): Limit[] {
  const { study, series, events, health, labelProblems, cells } = inputs;
  const limits: Limit[] = [];
  const add = (code: Limit['code'], parameters: Limit['parameters'] = {}): void => {
    limits.push({ code, parameters });
  };
  if (study.synthetic) add('synthetic');
  if (!isFullyCorrected(series, events)) {
    add('uncorrected');
    add('sampling-only');
  }
  add('no-population');
  for (const { source, problem, nMentions } of labelProblems) {
    add('unusable-labels', { source, problem, mentions: nMentions });
  }
  for (const { id } of study.classes) {
    const { abstained, mentions } = countAbstained(cells, id);
    if (abstained > 0) add('abstained', { class: id, abstained, mentions });
  }
  limits.push(...unlikeLimits(inputs));
  for (const { id, label } of study.classes) {
    const sources = health.filter((source) => source.class === id);
    if (sources.length === 0) add('class-missing', { class: id, label });
    const documents = sources.reduce((sum, source) => sum + source.documentsInPeriod, 0);
    if (sources.length > 0 && documents === 0) add('class-missing', { class: id, label });
  }
  limits.push(...health.flatMap(sourceLimits));
  for (const one of series.filter((s) => s.measure === 'net-balance')) {
    const missing = one.estimates.filter((e) => e.kind === 'not-estimable').length;
    if (missing > 0) {
      add('few-mentions', {
        target: one.target,
        class: one.stratum['class'] ?? '',
        missing,
        bins: one.estimates.length,
        mentions: one.estimates.reduce((sum, e) => sum + cellCounts(e).nDocuments, 0),
      });
    }
  }
  const crowded = new Set(events.filter((e) => e.inseparableFrom.length > 0).map((e) => e.event));
  for (const event of crowded) {
    const rivals = events.find((e) => e.event === event)?.inseparableFrom ?? [];
    add('rivals-inside-window', { event, rivals: rivals.join(', '), n: rivals.length });
  }
  const placebos = new Set(study.targets.filter((target) => target.placebo).map((target) => target.id));
  for (const contrast of events) {
    const { event, target, stratum } = contrast;
    if ((contrast.isPlacebo ?? placebos.has(target)) && hasMoved(contrast))
      add('placebo-moved', { event, target, class: stratum['class'] ?? '' });
  }
  return limits;
}

/** What a source lacks: days, authors, exact times, records. */
function sourceLimits(health: SourceHealth): Limit[] {
  const { source, holes, nMentions, nAuthors, documentsUndated, rejected, recordsIn } = health;
  const limits: Limit[] = holes.map(({ start, end }) => ({
    code: 'hole',
    parameters: { source, start, end },
  }));
  const shift = shiftOf(health);
  if (shift !== null) limits.push({ code: 'collection-shift', parameters: { source, ...shift } });
  if (nMentions !== 0 && nAuthors === 0) limits.push({ code: 'no-authors', parameters: { source } });
  if (documentsUndated > 0)
    limits.push({ code: 'coarse-time', parameters: { source, documents: documentsUndated } });
  if (rejected > 0) limits.push({ code: 'rejected', parameters: { source, rejected, recordsIn } });
  return limits;
}

function unlikeLimits({ unlikeTraining, study }: LimitInputs): Limit[] {
  return unlikeTraining
    .filter(({ nTold, nUnlike }) => nTold >= study.measure.minimumMentions && nUnlike / nTold >= UNLIKE_SHARE)
    .map(({ class: name, language, nTold, nUnlike }) => ({
      code: 'unlike-training',
      parameters: { class: name, language, unlike: nUnlike, mentions: nTold },
    }));
}

/** By its test, or, where the series is too short for one, by the interval of the difference. */
/** Verdicts that show no change at the date. */
const STILL: readonly EventVerdict[] = ['no-change-seen', 'unconfirmed', 'other-date', 'not-estimable'];

function hasMoved({ verdict, effect }: EventContrast): boolean {
  if (effect.kind !== 'estimate') return false;
  if (verdict === 'not-tested') return effect.interval.lower > 0 || effect.interval.upper < 0;
  return !STILL.includes(verdict);
}

function countAbstained(
  cells: readonly CellMoments[],
  name: string,
): { readonly abstained: number; readonly mentions: number } {
  const whole = cells.filter((cell) => cell.class === name && cell.bin === -1);
  const sum = (of: (cell: CellMoments) => number): number => whole.reduce((n, cell) => n + of(cell), 0);
  const mentions = sum((cell) => cell.talk.nMentions);
  return { abstained: mentions - sum((cell) => cell.nAnnotated), mentions };
}

function shiftOf({ coverage }: SourceHealth): Limit['parameters'] | null {
  const shift = findShift(
    coverage.map(({ period, nDocuments }) => ({
      nDocuments,
      days: dayOfDate(period.end) - dayOfDate(period.start),
    })),
  );
  if (shift === null) return null;
  const { start, end } = (coverage[shift.bin] as SourceHealth['coverage'][number]).period;
  const tenths = (rate: number): number => Math.round(rate * 10) / 10;
  return { start, end, before: tenths(shift.before), after: tenths(shift.after) };
}
