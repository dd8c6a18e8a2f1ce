import type { CodedMention, CodingStratum } from '../domain/coding.ts';
import type { Series } from '../domain/estimate.ts';
import type { EventContrast, Level, Limit, StanceCorrection } from '../domain/finding.ts';
import { PROBABILITY_UNIT } from '../domain/stance.ts';
import { type CellCorrection, prepareCorrections } from '../measure/cell-correction.ts';
import { eventSpans } from '../measure/contrast-events.ts';
import { correctEventTests } from '../measure/correct-event-tests.ts';
import { correctEvents } from '../measure/correct-events.ts';
import {
  correctContrastMix,
  correctLevelMix,
  correctSeriesMix,
  type MixCorrectionInputs,
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
import { createStrata, stratumMoments, type Units } from '../store/queries/stratum-moments.ts';
import { createRecall, type Recall } from './recall.ts';
import type { StageContext } from './run-context.ts';

/** The numbers of a measurement that codings can correct, with the tests of its events on labels. */
export interface RawMeasurement extends Correctable {
  readonly tests: readonly TestedEvent[];
  /** Null where nothing is asked at the fixed mix. */
  readonly mixes: MixEstimator | null;
}

/** What is corrected. */
interface Correctable {
  readonly series: readonly Series[];
  readonly levels: readonly Level[];
  readonly events: readonly EventContrast[];
}

/** The same corrected, with what the codings say of the annotator. */
export interface CorrectedMeasurement extends Correctable {
  /** What other numbers of the same targets and classes may be corrected with. */
  readonly prepared: readonly CellCorrection[];
  readonly corrections: readonly StanceCorrection[];
  readonly limits: readonly Limit[];
}

/** Where several corrections of the same observations and codings read the same, it is read once. */
type CorrectionContext = StageContext & { readonly recall?: Recall };

/** Corrects what has enough codings; reads the tables `observation` and `coding`. */
export async function correctMeasurement(
  { study, database, corpus, recall = createRecall() }: CorrectionContext,
  raw: RawMeasurement,
  strata: readonly CodingStratum[],
): Promise<CorrectedMeasurement> {
  const weight = weightUnit(study.weights);
  const unit = { weight, label: PROBABILITY_UNIT };
  const codings: CodedMention[] = await recall(['coded', weight], () => codedMentions(database, weight));
  await recall(['scores'], () => createScores(database, corpus.annotation));
  const cells = await recall(['scored cells', weight], () => scoreCellMoments(database, weight));
  const { confidenceLevel } = study.measure;
  const bins = timeBins(study.period, study.bin);
  const whole = { start: dayOfDate(study.period.start), end: dayOfDate(study.period.end) };
  const totals = await recall(['totals', whole, unit], () => scoreTotals(database, [whole], unit));
  const shared = { cells, totals, bins, confidenceLevel };
  const corrected = await recall(['corrections', weight], async () =>
    prepareCorrections({ ...shared, codings, strata }),
  );
  const inputs = { ...shared, corrections: corrected, nBins: bins.length };
  const shares = { corrections: corrected, bins, confidenceLevel };
  const mixed =
    raw.mixes === null ? null : await prepareMix(raw.mixes, { study, database, recall, unit, shares });
  const observed = { series: correctSeries(raw.series, inputs), levels: correctLevels(raw.levels, inputs) };
  const series = mixed === null ? observed.series : correctSeriesMix(observed.series, mixed);
  const levels = mixed === null ? observed.levels : correctLevelMix(observed.levels, mixed);
  const effects = await correctEffects({ study, database, recall }, raw.events, { ...shares, mixed, unit });
  const tests = correctEventTests(raw.tests, {
    corrections: corrected,
    bins,
    study,
    factorsAtMix: mixed === null ? () => () => 1 : mixFactors(mixed),
  });
  const events = describeCorrectedTests(tests, effects, { study, bins });
  const corrections = describeCorrections(corrected, confidenceLevel);
  return {
    series,
    levels,
    events,
    prepared: corrected,
    corrections,
    limits: correctionLimits({ series, events, codings, corrections }),
  };
}

type Reading = Pick<StageContext, 'study' | 'database'> & { readonly recall: Recall };

/** Corrects the changes at every event, at the observed and, where it was prepared, at the fixed mix. */
async function correctEffects(
  { study, database, recall }: Reading,
  raw: readonly EventContrast[],
  of: Pick<MixCorrectionInputs, 'corrections' | 'bins' | 'confidenceLevel'> & {
    readonly mixed: MixCorrectionInputs | null;
    readonly unit: Units;
  },
): Promise<EventContrast[]> {
  const { mixed, unit, corrections, bins, confidenceLevel } = of;
  const effects: EventContrast[] = [];
  for (const event of study.events) {
    const spans = eventSpans(event, study.period, study.measure);
    const own = raw.filter((one) => one.event === event.id);
    if (own.length === 0) continue;
    const sidesOf = [spans.before, spans.after];
    const moments = await recall(['scored contrast', spans, unit], () =>
      scoreContrastMoments(database, spans, unit.weight),
    );
    const totals = await recall(['totals', sidesOf, unit], () => scoreTotals(database, sidesOf, unit));
    const found = correctEvents(own, { corrections, spans, moments, totals, bins, confidenceLevel });
    if (mixed === null) {
      effects.push(...found);
      continue;
    }
    const sides = await stratumMoments(database, spans, unit);
    const sideStrata = await codedStrata(database, spans, unit);
    effects.push(...correctContrastMix(found, { ...mixed, spans, sides, sideStrata }));
  }
  return effects;
}

/** Strata of the scores, and what the corrections at the fixed mix are made of. */
async function prepareMix(
  mixes: MixEstimator,
  of: Reading & {
    readonly unit: Units;
    readonly shares: Pick<MixCorrectionInputs, 'corrections' | 'bins' | 'confidenceLevel'>;
  },
): Promise<MixCorrectionInputs> {
  const { study, database, recall, unit, shares } = of;
  // Those of the labels may stand in their place, and sides of events are read of them after this.
  await createStrata(database, study.referenceMix, 'scored');
  const read = await recall(['scored strata', unit], async () => ({
    byBin: await stratumMoments(database, 'bins', unit),
    whole: await stratumMoments(database, 'whole', unit),
    strata: await codedStrata(database, 'whole', unit),
  }));
  return { ...shares, ...read, referenceOf: mixes.referenceOf };
}
