import type { CodedMention, CodingStratum } from '../domain/coding.ts';
import type { Series } from '../domain/estimate.ts';
import type { EventContrast, Level, Limit, StanceCorrection } from '../domain/finding.ts';
import { PROBABILITY_UNIT } from '../domain/stance.ts';
import { prepareCorrections } from '../measure/cell-correction.ts';
import { eventSpans } from '../measure/contrast-events.ts';
import { correctEventTests } from '../measure/correct-event-tests.ts';
import { correctEvents } from '../measure/correct-events.ts';
import {
  correctContrastMix,
  correctLevelMix,
  correctSeriesMix,
  type MixContrastInputs,
  mixFactors,
} from '../measure/correct-mix.ts';
import { correctLevels, correctSeries } from '../measure/correct-series.ts';
import { correctionLimits, describeCorrections } from '../measure/describe-corrections.ts';
import { describeCorrectedTests } from '../measure/describe-event-tests.ts';
import type { MixEstimator } from '../measure/mix-variants.ts';
import type { TestedEvent } from '../measure/test-events.ts';
import { dayOfDate, timeBins } from '../measure/time-bins.ts';
import { scoreCellMoments } from '../store/queries/cell-moments.ts';
import { codedStrata } from '../store/queries/coded-strata.ts';
import { codedMentions } from '../store/queries/codings.ts';
import { scoreContrastMoments } from '../store/queries/contrast-moments.ts';
import { weightUnit } from '../store/queries/observation.ts';
import { createScores, scoreTotals } from '../store/queries/scores.ts';
import { createStrata, stratumMoments } from '../store/queries/stratum-moments.ts';
import type { StageContext } from './run-context.ts';

/** The numbers of a measurement that codings can correct, with the tests of its events on labels. */
export interface RawMeasurement extends Correctable {
  readonly tests: readonly TestedEvent[];
  readonly mixes: MixEstimator;
}

/** What is corrected. */
interface Correctable {
  readonly series: readonly Series[];
  readonly levels: readonly Level[];
  readonly events: readonly EventContrast[];
}

/** The same corrected, with what the codings say of the annotator. */
export interface CorrectedMeasurement extends Correctable {
  readonly corrections: readonly StanceCorrection[];
  readonly limits: readonly Limit[];
}

/** Corrects what has enough codings; reads the tables `observation` and `coding`. */
export async function correctMeasurement(
  { study, database, corpus }: StageContext,
  raw: RawMeasurement,
  strata: readonly CodingStratum[],
): Promise<CorrectedMeasurement> {
  const weight = weightUnit(study.weights);
  const unit = { weight, label: PROBABILITY_UNIT };
  const codings: CodedMention[] = await codedMentions(database, weight);
  await createScores(database, corpus.annotation);
  const cells = await scoreCellMoments(database, weight);
  const { confidenceLevel } = study.measure;
  const bins = timeBins(study.period, study.bin);
  const whole = { start: dayOfDate(study.period.start), end: dayOfDate(study.period.end) };
  const shared = { cells, totals: await scoreTotals(database, [whole], unit), bins, confidenceLevel };
  const corrected = prepareCorrections({ ...shared, codings, strata });
  const inputs = { ...shared, corrections: corrected, nBins: bins.length };
  await createStrata(database, study.referenceMix, 'scored');
  const byBin = await stratumMoments(database, 'bins', unit);
  const mixed = {
    corrections: corrected,
    referenceOf: raw.mixes.referenceOf,
    byBin,
    whole: await stratumMoments(database, 'whole', unit),
    strata: await codedStrata(database, 'whole', unit),
    bins,
    confidenceLevel,
  };
  const series = correctSeriesMix(correctSeries(raw.series, inputs), mixed);
  const levels = correctLevelMix(correctLevels(raw.levels, inputs), mixed);
  const effects = await correctEffects({ study, database }, raw.events, { mixed, unit });
  const tests = correctEventTests(raw.tests, {
    corrections: corrected,
    bins,
    study,
    factorsAtMix: mixFactors(mixed),
  });
  const events = describeCorrectedTests(tests, effects, { study, bins });
  const corrections = describeCorrections(corrected, confidenceLevel);
  return {
    series,
    levels,
    events,
    corrections,
    limits: correctionLimits({ series, events, codings, corrections }),
  };
}

/** Corrects the changes at every event, at the observed and at the fixed mix. */
async function correctEffects(
  { study, database }: Pick<StageContext, 'study' | 'database'>,
  raw: readonly EventContrast[],
  of: {
    readonly mixed: Omit<MixContrastInputs, 'sides' | 'sideStrata' | 'spans'>;
    readonly unit: { readonly weight: number; readonly label: number };
  },
): Promise<EventContrast[]> {
  const { mixed, unit } = of;
  const { corrections, bins, confidenceLevel } = mixed;
  const effects: EventContrast[] = [];
  for (const event of study.events) {
    const spans = eventSpans(event, study.period, study.measure);
    const own = raw.filter((one) => one.event === event.id);
    if (own.length === 0) continue;
    const moments = await scoreContrastMoments(database, spans, unit.weight);
    const totals = await scoreTotals(database, [spans.before, spans.after], unit);
    const found = correctEvents(own, { corrections, spans, moments, totals, bins, confidenceLevel });
    const sides = await stratumMoments(database, spans, unit);
    const sideStrata = await codedStrata(database, spans, unit);
    effects.push(...correctContrastMix(found, { ...mixed, spans, sides, sideStrata }));
  }
  return effects;
}
