import type { Claim } from '../domain/claim.ts';
import type { Period } from '../domain/estimate.ts';
import type { EventContrast, Limit, SourceHealth, VoiceCount } from '../domain/finding.ts';
import { StudyError } from '../errors/errors.ts';
import { assessHealth } from '../measure/assess-health.ts';
import { chooseHeadline } from '../measure/choose-headline.ts';
import type { ClaimNumbers } from '../measure/claim-numbers.ts';
import { spanDays } from '../measure/claim-spans.ts';
import { contrastEvent, eventSpans } from '../measure/contrast-events.ts';
import { describeTests } from '../measure/describe-event-tests.ts';
import { detectChangePoints } from '../measure/detect-change-points.ts';
import { estimateLevels, estimateSeries, type SeriesInputs } from '../measure/estimate-series.ts';
import { createMixEstimator, type MixEstimator } from '../measure/mix-variants.ts';
import { stateLimits } from '../measure/state-limits.ts';
import { testClaims } from '../measure/test-claims.ts';
import { FEWEST_TESTED, testEvents } from '../measure/test-events.ts';
import { dayOfDate, precisionsWithin, type TimeBin, timeBins } from '../measure/time-bins.ts';
import { withholdCells } from '../measure/withhold-cells.ts';
import type { Measurement } from '../report/compose-finding.ts';
import { ADAPTERS } from '../sources/registry.ts';
import { cellMoments } from '../store/queries/cell-moments.ts';
import { contrastMoments } from '../store/queries/contrast-moments.ts';
import { coverage, rejections, sourceCounts } from '../store/queries/coverage.ts';
import { countUsableLabels, type LabelProblemRow, labelProblems } from '../store/queries/label-problems.ts';
import { voiceCounts, weightUnit } from '../store/queries/observation.ts';
import { segmentAuthors } from '../store/queries/segment-authors.ts';
import { createStrata, stratumMoments } from '../store/queries/stratum-moments.ts';
import { unlikeTraining } from '../store/queries/unlike-training.ts';
import type { StudyConfig } from '../study/config.ts';
import { correctMeasurement, type RawMeasurement } from './correct-measurement.ts';
import { decomposeEvents } from './decompose-events.ts';
import { measureCampaigns } from './measure-campaigns.ts';
import { measureClaimSpans } from './measure-claim-spans.ts';
import { measureClassContrasts } from './measure-class-contrasts.ts';
import { measureCodings } from './measure-codings.ts';
import { measureDiscoveredThemes } from './measure-discovered-themes.ts';
import { type ErrorBands, openErrorBands } from './open-error-bands.ts';
import { writeWhole } from './part-store.ts';
import { prepareObservations } from './prepare-observations.ts';
import type { MeasureContext, StageContext } from './run-context.ts';

/** Cells, contrasts, health and limits → `measurement.json`, and the cells' sufficient statistics beside it. */
export const measureStage = async (context: MeasureContext, path: string): Promise<number> => {
  await prepareObservations(context);
  const { study, database } = context;
  const bins = timeBins(study.period, study.bin);
  const targets = study.targets.map((target) => target.id);
  const health = await measureHealth(context);
  const collected = collectedByClass(study, health);
  const classes = study.classes.map((c) => c.id).filter((id) => (collected.get(id) ?? []).some((n) => n > 0));
  const cells = await cellMoments(database, weightUnit(study.weights));
  await writeWhole(path.replace('measurement.json', 'cell_moment.json'), JSON.stringify(cells));
  const coded = await measureCodings(context);
  const nCollected = (name: string, bin: number): number => collected.get(name)?.[bin] ?? 0;
  const { measure, weights } = study;
  const inputs = { cells, bins, targets, classes, measure, weights, nCollected };
  const raw = await estimateRaw(context, inputs);
  const corrected = coded === null ? null : await correctMeasurement(context, raw, coded.strata);
  const { series, levels, events } = corrected ?? raw;
  const headline = chooseHeadline(study, series, events);
  const classContrasts = await measureClassContrasts(context, classes);
  const decompositions = await decomposeEvents(context, events);
  const spans = await measureClaimSpans(context, {
    ...{ targets, classes },
    corrections: corrected?.prepared ?? [],
  });
  const measured: Measurement = {
    headline,
    series,
    levels,
    ...detectChangePoints(series, study.measure),
    events,
    classContrasts,
    decompositions,
    claims: claimsOf(context, { levels, events, classContrasts, decompositions, spans }, collected),
    discoveredThemes: await measureDiscoveredThemes(context),
    coordination: await measureCampaigns(context, headline),
    voices: await countVoices(context),
    ...(coded === null ? {} : { codings: coded.summary }),
    ...(corrected === null || corrected.corrections.length === 0
      ? {}
      : { corrections: corrected.corrections }),
    health,
    limits: [
      ...(await limitsOf(context, { series, events, health, cells })),
      ...(corrected?.limits ?? []),
      ...(coded?.limits ?? []),
    ],
  };
  const days = [
    ...measured.events.flatMap(({ before, after }) => [before.period, after.period]),
    ...spanDays(spans),
  ];
  const measurement = await withhold(context, measured, periodCuts(bins, days));
  await writeWhole(path, JSON.stringify(measurement));
  return cells.length;
};

/** Limits that follow from the labels and the collection; those of codings are told where they correct. */
async function limitsOf(
  context: StageContext,
  measured: Pick<Parameters<typeof stateLimits>[0], 'series' | 'events' | 'health' | 'cells'>,
): Promise<Limit[]> {
  const { study, database } = context;
  return stateLimits({
    ...measured,
    study,
    labelProblems: await checkLabels(context),
    unlikeTraining: await unlikeTraining(database),
  });
}

/** The measurement without what would tell of too few people. */
async function withhold(
  { study, database }: MeasureContext,
  measured: Measurement,
  cuts: readonly number[],
): Promise<Measurement> {
  return withholdCells(measured, {
    segments: await segmentAuthors(database, cuts),
    voices: study.measure.voices,
    privateClasses: study.classes.flatMap(({ id, speaker }) => (speaker === 'private' ? [id] : [])),
  });
}

/** Days on which a published period begins or ends, ascending. */
function periodCuts(bins: readonly TimeBin[], periods: readonly Period[]): number[] {
  const days = periods.flatMap(({ start, end }) => [dayOfDate(start), dayOfDate(end)]);
  return [...new Set([...bins.flatMap(({ start, end }) => [start, end]), ...days])].sort((a, b) => a - b);
}

/** What the numbers say of the claims of the study. */
function claimsOf(
  { study }: StageContext,
  numbers: Omit<ClaimNumbers, 'period' | 'nDocuments'>,
  collected: ReadonlyMap<string, readonly number[]>,
): Claim[] {
  const nDocuments = (name: string): number => (collected.get(name) ?? []).reduce((sum, n) => sum + n, 0);
  return testClaims({ study, numbers: { ...numbers, period: study.period, nDocuments } });
}

/** Documents of each class in each bin. */
function collectedByClass(
  study: StudyConfig,
  health: readonly SourceHealth[],
): ReadonlyMap<string, readonly number[]> {
  const bins = timeBins(study.period, study.bin);
  return new Map(
    study.classes.map(({ id }) => {
      const sources = health.filter((source) => source.class === id);
      return [id, bins.map((_, bin) => sources.reduce((n, s) => n + (s.coverage[bin]?.nDocuments ?? 0), 0))];
    }),
  );
}

/** What is counted from the labels as they are: with error bands, at both mixes, events tested. */
async function estimateRaw(context: MeasureContext, inputs: SeriesInputs): Promise<RawMeasurement> {
  const { study, database } = context;
  const { targets, classes, bins } = inputs;
  const mixes = await prepareMixes(context);
  const byBin = await stratumMoments(database, 'bins', weightUnit(study.weights));
  const bands = await openErrorBands(context);
  const thin = estimateSeries({ ...inputs, measure: { ...study.measure, ...FEWEST_TESTED } });
  const contrasts = await measureEvents(context, { targets, classes, mixes, bands });
  const tests = testEvents({ study, bins, series: mixes.series(thin, byBin), contrasts });
  return {
    series: mixes.series(bands.series(estimateSeries(inputs)), byBin),
    levels: mixes.levels(bands.levels(estimateLevels({ ...inputs, period: study.period }))),
    events: describeTests(tests, { study, bins }),
    tests,
    mixes,
  };
}

/** Strata and the reference mix of every target and class. */
async function prepareMixes({ study, database }: StageContext): Promise<MixEstimator> {
  const { referenceMix, measure, weights } = study;
  await createStrata(database, referenceMix);
  const whole = await stratumMoments(database, 'whole', weightUnit(weights));
  return createMixEstimator({ whole, referenceMix, measure, weights });
}

async function countVoices({ study, database, corpus }: StageContext): Promise<VoiceCount[]> {
  const rows = await voiceCounts(database, { ...corpus, precisions: precisionsWithin(study.bin) });
  return rows.map(({ class: name, ...row }) => ({ ...row, stratum: { class: name } }));
}

/**
 * The labels of the records that could not be used.
 * @throws {StudyError} `study/no-labels` when there is no other: a slip in a name, most likely
 */
async function checkLabels({ study, database, corpus }: StageContext): Promise<LabelProblemRow[]> {
  const { stance } = study.annotators;
  if (stance.kind !== 'column') return [];
  const problems = await labelProblems(database, corpus);
  const mentions = problems.reduce((sum, row) => sum + row.nMentions, 0);
  if (mentions > 0 && (await countUsableLabels(database, corpus.annotation)) === 0) {
    const counted = problems.map((row) => `${row.source}: ${row.nMentions} ${row.problem}`).join(', ');
    throw new StudyError('study/no-labels', { field: stance.label, problems: counted });
  }
  return problems;
}

async function measureHealth(context: StageContext): Promise<SourceHealth[]> {
  const { study, database, corpus, batches, nFiles } = context;
  return assessHealth({
    sources: study.sources,
    period: study.period,
    bins: timeBins(study.period, study.bin),
    coverage: await coverage(database, corpus.document, precisionsWithin(study.bin)),
    rejections: await rejections(database, corpus.rejectedRecord),
    counts: await sourceCounts(database),
    recordsIn: batches.recordsIn,
    nFiles,
    missingFields: (name) => ADAPTERS.find((adapter) => adapter.name === name)?.missingFields ?? {},
  });
}

async function measureEvents(
  { study, database }: StageContext,
  {
    mixes,
    bands,
    ...of
  }: {
    readonly targets: readonly string[];
    readonly classes: readonly string[];
    readonly mixes: MixEstimator;
    readonly bands: ErrorBands;
  },
): Promise<EventContrast[]> {
  const contrasts: EventContrast[] = [];
  for (const event of study.events) {
    const spans = eventSpans(event, study.period, study.measure);
    if (spans.before.end <= spans.before.start || spans.after.end <= spans.after.start) continue;
    const moments = await contrastMoments(database, spans, weightUnit(study.weights));
    const found = contrastEvent({
      event,
      events: study.events,
      spans,
      moments,
      ...of,
      placeboTargets: study.targets.filter((target) => target.placebo).map((target) => target.id),
      measure: study.measure,
      weights: study.weights,
    });
    const strata = await stratumMoments(database, spans, weightUnit(study.weights));
    contrasts.push(...mixes.contrasts(await bands.contrasts(found, spans), strata));
  }
  return contrasts;
}
