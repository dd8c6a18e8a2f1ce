import { rename } from 'node:fs/promises';
import { assessAnnotator } from '../annotate/assess-annotator.ts';
import { clusterDuplicates } from '../deduplicate/cluster-duplicates.ts';
import type { EventContrast, SourceHealth, VoiceCount } from '../domain/finding.ts';
import { StudyError } from '../errors/errors.ts';
import {
  EXHIBIT_MINIMUM_PROBABILITY,
  EXHIBITS_PER_SIDE,
  selectExhibits,
} from '../evidence/select-exhibits.ts';
import { assessHealth } from '../measure/assess-health.ts';
import { chooseHeadline } from '../measure/choose-headline.ts';
import { contrastEvent, eventSpans } from '../measure/contrast-events.ts';
import { detectChangePoints } from '../measure/detect-change-points.ts';
import { estimateLevels, estimateSeries } from '../measure/estimate-series.ts';
import { createMixEstimator, type MixEstimator } from '../measure/mix-variants.ts';
import { stateLimits } from '../measure/state-limits.ts';
import { precisionsWithin, timeBins } from '../measure/time-bins.ts';
import type { Measurement } from '../report/compose-finding.ts';
import { ADAPTERS } from '../sources/registry.ts';
import { writePart } from '../store/part.ts';
import { cellMoments } from '../store/queries/cell-moments.ts';
import { contrastMoments } from '../store/queries/contrast-moments.ts';
import { coverage, rejections, sourceCounts } from '../store/queries/coverage.ts';
import { drawExhibits } from '../store/queries/exhibit-candidates.ts';
import { countUsableLabels, type LabelProblemRow, labelProblems } from '../store/queries/label-problems.ts';
import { createObservations, voiceCounts, weightUnit } from '../store/queries/observation.ts';
import { createExactCopies, readLinks, readSignatures, readTexts } from '../store/queries/signatures.ts';
import { createStrata, stratumMoments } from '../store/queries/stratum-moments.ts';
import { unlikeTraining } from '../store/queries/unlike-training.ts';
import { ANNOTATOR_QUALITY, DOCUMENT_CLUSTER } from '../store/tables.ts';
import { decomposeEvents } from './decompose-events.ts';
import { measureClassContrasts } from './measure-class-contrasts.ts';
import { measureCodings } from './measure-codings.ts';
import { nodeNetwork } from './node-network.ts';
import { type ErrorBands, openErrorBands } from './open-error-bands.ts';
import { writeWhole } from './part-store.ts';
import type { MeasureContext, StageContext, StageWork } from './run-context.ts';

/** What is known of the annotators' errors → `annotator_quality.parquet`, and `annotator_quality.json` beside it. */
export const assessStage: StageWork = async ({ study }, path) => {
  const rows = await assessAnnotator(study.annotators.stance, study.folder, { network: nodeNetwork });
  await writePart(ANNOTATOR_QUALITY, { rows, path: path.replace('.json', '.parquet') });
  await writeWhole(path, JSON.stringify(rows));
  return rows.length;
};

/** Shingles of texts that are compared at once: about two million short posts. */
const SHINGLE_BYTES = 600e6;

/** Clusters of copies → `document_cluster.parquet`. */
export const deduplicateStage: StageWork = async ({ database, corpus }, path) => {
  await createExactCopies(database, corpus.signature);
  const signatures = await readSignatures(database, corpus.signature);
  const links = await readLinks(database, corpus.signature);
  const rows = await clusterDuplicates({
    ...signatures,
    ...links,
    shingleBytes: SHINGLE_BYTES,
    readTexts: (chosen) => readTexts(database, corpus.document, { ids: signatures.documentIds, chosen }),
  });
  await writePart(DOCUMENT_CLUSTER, { rows, path: `${path}.unfinished` });
  await rename(`${path}.unfinished`, path);
  return rows.length;
};

/** Makes the table `observation` by the study. */
export async function prepareObservations({ study, database, corpus }: StageContext): Promise<void> {
  await createObservations(database, {
    mention: corpus.mention,
    annotation: corpus.annotation,
    bins: timeBins(study.period, study.bin),
    precisions: precisionsWithin(study.bin),
    voices: study.measure.voices,
    classOfSource: new Map(study.sources.map((source) => [source.id, source.class])),
    weights: study.weights,
  });
}

/** Cells, contrasts, health and limits → `measurement.json`, and the cells' sufficient statistics beside it. */
export const measureStage = async (context: MeasureContext, path: string): Promise<number> => {
  await prepareObservations(context);
  const { study, database } = context;
  const bins = timeBins(study.period, study.bin);
  const targets = study.targets.map((target) => target.id);
  const health = await measureHealth(context);
  const collected = new Map<string, readonly number[]>();
  for (const { id } of study.classes) {
    const sources = health.filter((source) => source.class === id);
    collected.set(
      id,
      bins.map((_, bin) => sources.reduce((n, s) => n + (s.coverage[bin]?.nDocuments ?? 0), 0)),
    );
  }
  const classes = study.classes.map((c) => c.id).filter((id) => (collected.get(id) ?? []).some((n) => n > 0));
  const cells = await cellMoments(database, weightUnit(study.weights));
  await writeWhole(path.replace('measurement.json', 'cell_moment.json'), JSON.stringify(cells));
  const coded = await measureCodings(context, cells);
  const inputs = {
    cells,
    bins,
    targets,
    classes,
    measure: study.measure,
    weights: study.weights,
    nCollected: (name: string, bin: number) => collected.get(name)?.[bin] ?? 0,
  };
  const mixes = await prepareMixes(context);
  const byBin = await stratumMoments(database, 'bins', weightUnit(study.weights));
  const bands = await openErrorBands(context);
  const series = mixes.series(bands.series(estimateSeries(inputs)), byBin);
  const events = await measureEvents(context, { targets, classes, mixes, bands });
  const measurement: Measurement = {
    headline: chooseHeadline(study, series, events),
    series,
    levels: mixes.levels(bands.levels(estimateLevels({ ...inputs, period: study.period }))),
    ...detectChangePoints(series, study.measure),
    events,
    decompositions: await decomposeEvents(context, events),
    classContrasts: await measureClassContrasts(context, classes),
    voices: await countVoices(context),
    ...(coded === null ? {} : { codings: coded.summary }),
    health,
    limits: [
      ...stateLimits({
        study,
        series,
        events,
        health,
        labelProblems: await checkLabels(context),
        cells,
        unlikeTraining: await unlikeTraining(database),
      }),
      ...(coded?.limits ?? []),
    ],
  };
  await writeWhole(path, JSON.stringify(measurement));
  return cells.length;
};

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
    const looks = study.events.length * of.targets.length * of.classes.length;
    const found = contrastEvent({
      event,
      events: study.events,
      spans,
      moments,
      ...of,
      measure: study.measure,
      weights: study.weights,
      looks,
    });
    const strata = await stratumMoments(database, spans, weightUnit(study.weights));
    contrasts.push(...mixes.contrasts(await bands.contrasts(found, spans), strata));
  }
  return contrasts;
}

/** Quotes for and against → `exhibit.json`. */
export const evidenceStage: StageWork = async (context, path) => {
  await prepareObservations(context);
  const { study, database, corpus } = context;
  const candidates = await drawExhibits(database, {
    ...corpus,
    perSide: EXHIBITS_PER_SIDE,
    minimumProbability: EXHIBIT_MINIMUM_PROBABILITY,
    seed: study.seed,
  });
  const exhibits = selectExhibits(candidates, { privacy: study.privacy, seed: study.seed });
  await writeWhole(path, JSON.stringify(exhibits));
  return exhibits.length;
};
