import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exhibit } from '../domain/exhibit.ts';
import type { Finding, FindingManifest, RecordDigests } from '../domain/finding.ts';
import { StudyError } from '../errors/errors.ts';
import { exhibitsOfClaims } from '../evidence/claim-exhibits.ts';
import { comparePoll } from '../measure/compare-polls.ts';
import { composeFinding, type Measurement } from '../report/compose-finding.ts';
import { renderReport } from '../report/render-report.ts';
import { type Corpus, openCorpus } from '../store/corpus.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { openClusters } from '../store/queries/document-clusters.ts';
import type { StudyConfig } from '../study/config.ts';
import { canonicalDigest } from './canonical-digest.ts';
import { inCorpusThread } from './corpus-thread.ts';
import { deduplicateStage } from './deduplicate-stage.ts';
import { describeAnnotators } from './describe-annotators.ts';
import { keepRecordDigests } from './keep-record-digests.ts';
import { measureStage } from './measure-stage.ts';
import { openMeasuring } from './open-measuring.ts';
import { writeWhole } from './part-store.ts';
import { planDigest } from './plan-digest.ts';
import { readBeside } from './read-beside.ts';
import type { FinishContext, StageContext, StudyContext } from './run-context.ts';
import { codingsKey, runStage } from './run-stage.ts';
import { evidenceStage } from './set-stages.ts';
import { haveThreads } from './side-stage.ts';
import { STAGES, stageVersions } from './stages.ts';
import { translateExhibits, untranslatedLimits } from './translate-exhibits.ts';

const MEMORY_LIMIT_MB = 750;

/** Opens a database for the stages on the whole corpus. */
export function openWorkspace({
  threads,
  temporaryFolder,
}: Pick<FinishContext, 'threads' | 'temporaryFolder'>): Promise<Database> {
  return openDatabase({
    path: ':memory:',
    threads: Math.max(1, threads),
    memoryLimitMb: MEMORY_LIMIT_MB,
    temporaryFolder,
  });
}

const CLUSTER_FILE = 'document_cluster.parquet';

/** What it takes goes back to the system when the thread ends: signatures and shingles are needed no longer then. */
function clusterInThread(context: StudyContext & { readonly corpus: Corpus }): Promise<string> {
  return runStage(STAGES.deduplicate, context, {
    file: CLUSTER_FILE,
    work: (of, path) => inCorpusThread('deduplicate', of, path),
  });
}

/** Opens the whole corpus of a run with its clusters of copies, and closes it when the work is done. */
export async function withCorpus<Result>(
  study: StudyConfig,
  context: FinishContext,
  work: (stage: StageContext) => Promise<Result>,
): Promise<Result> {
  const database = await openWorkspace(context);
  const beside: Promise<unknown>[] = [];
  try {
    const corpus = await openCorpus(database, context.batches.parts);
    const clusterPath = await (haveThreads({ ...context, study })
      ? clusterInThread({ ...context, study, corpus })
      : runStage(
          STAGES.deduplicate,
          { ...context, study, database, corpus },
          { file: CLUSTER_FILE, work: deduplicateStage },
        ));
    context.onSpareCore?.();
    await openClusters(database, clusterPath);
    const keepOpenFor = (one: Promise<unknown>): void => void beside.push(one);
    return await work({ ...context, study, database, corpus, clusterPath, keepOpenFor });
  } finally {
    await Promise.allSettled(beside);
    database.close();
  }
}

/** Runs the stages that work on the whole corpus and writes the finding, the report and the manifest. */
export async function finishRun(study: StudyConfig, context: FinishContext): Promise<Finding> {
  const { promise: spareCore, resolve } = Promise.withResolvers<void>();
  const onSpareCore = (): void => {
    resolve();
    context.onSpareCore?.();
  };
  const digests = keepRecordDigests({ ...context, study }, spareCore);
  try {
    return await withCorpus(study, { ...context, onSpareCore }, async (stage) => {
      const finding = await makeFinding(stage, digests.read);
      await publish(finding, stage);
      return finding;
    });
  } finally {
    await digests.ended();
  }
}

async function makeFinding(
  stage: StageContext,
  readDigests: (stage: StageContext) => Promise<RecordDigests>,
): Promise<Finding> {
  const { study } = stage;
  const measuring = await openMeasuring(stage);
  const { annotatorQuality } = measuring;
  const measurementPath = await runStage(STAGES.measure, stage, {
    file: 'measurement.json',
    work: (_, path) => measureStage(measuring, path),
  });
  // Where the measurement was there already, nobody has asked for them.
  await measuring.openCampaigns();
  const exhibitPath = await runStage(STAGES.evidence, stage, { file: 'exhibit.json', work: evidenceStage });
  const measured = JSON.parse(await readFile(measurementPath, 'utf8')) as Measurement;
  const drawn = JSON.parse(await readFile(exhibitPath, 'utf8')) as Exhibit[];
  const exhibits = await translateExhibits(drawn, stage);
  const claims = exhibitsOfClaims(measured.claims, exhibits, study.claims);
  const limits = [...measured.limits, ...untranslatedLimits(exhibits, study)];
  const measurement = { ...measured, claims, limits };
  checkRejections(study, measurement);
  const manifest = await makeManifest(stage, await readDigests(stage));
  const { series } = measurement;
  const { confidenceLevel } = study.measure;
  const polls = stage.polls.map(({ config, rows }) => comparePoll(config, rows, { series, confidenceLevel }));
  return composeFinding({ study, manifest, measurement, exhibits, annotatorQuality, polls });
}

/** Reasons for which a record is left out although nothing is wrong with it. */
const LEFT_OUT = ['repeated-record', 'forgotten', 'past-retention'] as const;

function countsByReason(rejected: Readonly<Record<string, number>>): string {
  return Object.entries(rejected)
    .map(([reason, n]) => `${n} ${reason}`)
    .join(', ');
}

/** @throws {StudyError} when a source lost more records than the study allows */
function checkRejections(study: StudyConfig, measurement: Measurement): void {
  if (measurement.health.every((source) => source.documents === 0)) {
    const reasons = measurement.health
      .filter((source) => source.rejected > 0)
      .map((source) => `${source.source}: ${countsByReason(source.rejectedByReason)}`);
    throw new StudyError('study/no-documents', { study: study.id, reasons: reasons.join('; ') });
  }
  for (const source of measurement.health) {
    const limit = study.sources.find((s) => s.id === source.source)?.rejectLimit ?? 1;
    const wanted = LEFT_OUT.reduce((n, reason) => n + (source.rejectedByReason[reason] ?? 0), 0);
    const rejected = source.rejected - wanted;
    if (source.recordsIn > 0 && rejected / source.recordsIn > limit) {
      throw new StudyError('study/too-many-rejected', {
        source: source.source,
        rejected,
        total: source.recordsIn,
        share: `${((100 * rejected) / source.recordsIn).toFixed(1)} %`,
        limit: `${100 * limit} %`,
        reasons: countsByReason(source.rejectedByReason),
      });
    }
  }
}

async function makeManifest(context: StageContext, records: RecordDigests): Promise<FindingManifest> {
  const { study } = context;
  const annotators = await describeAnnotators(study);
  const stages = stageVersions();
  return {
    runId: canonicalDigest([
      records.recordsDigest,
      study.digest,
      stages,
      annotators,
      context.version,
      ...codingsKey(context),
      ...context.polls.map(({ rows }) => rows),
    ]),
    version: context.version,
    stages,
    annotators,
    seed: study.seed,
    planDigest: planDigest(study),
    ...records,
  };
}

async function publish(finding: Finding, context: StageContext): Promise<void> {
  const started = context.now();
  context.progress({ kind: 'stage-start', stage: 'report', total: 0, unit: 'documents' });
  await writeWhole(join(context.out, 'finding.json'), renderReport(finding, 'json'));
  await writeWhole(
    join(context.out, 'report.html'),
    renderReport(finding, 'html', await readBeside(context.out)),
  );
  const seconds = (context.now() - started) / 1000;
  context.progress({
    kind: 'stage-end',
    stage: 'report',
    seconds,
    skipped: false,
    rows: finding.series.length,
  });
}
