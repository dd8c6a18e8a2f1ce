import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnnotatorQuality } from '../domain/annotator-quality.ts';
import type { FoundCampaigns } from '../domain/campaign.ts';
import type { Exhibit } from '../domain/exhibit.ts';
import type { Finding, FindingManifest } from '../domain/finding.ts';
import { StudyError } from '../errors/errors.ts';
import { exhibitsOfClaims } from '../evidence/claim-exhibits.ts';
import { comparePoll } from '../measure/compare-polls.ts';
import { composeFinding, type Measurement } from '../report/compose-finding.ts';
import { renderReport } from '../report/render-report.ts';
import { openCorpus } from '../store/corpus.ts';
import { openDatabase } from '../store/database.ts';
import { quotePath, readParts } from '../store/part.ts';
import { openCampaigns } from '../store/queries/campaign-authors.ts';
import { openDiscoveredThemes } from '../store/queries/discovered-texts.ts';
import { CAMPAIGN_AUTHOR, DISCOVERED_THEME } from '../store/tables.ts';
import type { StudyConfig } from '../study/config.ts';
import { canonicalDigest } from './canonical-digest.ts';
import { coordinateStage } from './coordinate-stage.ts';
import { describeAnnotators } from './describe-annotators.ts';
import { discoverStage } from './discover-stage.ts';
import { measureStage } from './measure-stage.ts';
import { writeWhole } from './part-store.ts';
import { planDigest } from './plan-digest.ts';
import { readBeside } from './read-beside.ts';
import { digestRecords } from './record-roots.ts';
import type { FinishContext, MeasureContext, StageContext, StageWork } from './run-context.ts';
import { assessStage, deduplicateStage, evidenceStage } from './set-stages.ts';
import { STAGES, type Stage, stageVersions } from './stages.ts';

const MEMORY_LIMIT_MB = 900;

/** Opens the whole corpus of a run with its clusters of copies, and closes it when the work is done. */
export async function withCorpus<Result>(
  study: StudyConfig,
  context: FinishContext,
  work: (stage: StageContext) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({
    path: ':memory:',
    threads: Math.max(1, context.threads),
    memoryLimitMb: MEMORY_LIMIT_MB,
    temporaryFolder: context.temporaryFolder,
  });
  try {
    const corpus = await openCorpus(database, context.batches.parts);
    const stage: StageContext = { ...context, study, database, corpus };
    const clusterPath = await runStage(STAGES.deduplicate, stage, {
      file: 'document_cluster.parquet',
      work: deduplicateStage,
    });
    await database.run(
      'document-cluster',
      `create temp view document_cluster as select * from read_parquet(${quotePath(clusterPath)})`,
    );
    return await work(stage);
  } finally {
    database.close();
  }
}

/** Runs the stages that work on the whole corpus and writes the finding, the report and the manifest. */
export async function finishRun(study: StudyConfig, context: FinishContext): Promise<Finding> {
  return withCorpus(study, context, async (stage) => {
    const qualityPath = await runStage(STAGES.assess, stage, {
      file: 'annotator_quality.json',
      work: assessStage,
    });
    const annotatorQuality = JSON.parse(await readFile(qualityPath, 'utf8')) as AnnotatorQuality[];
    const campaignPath = await runStage(STAGES.coordinate, stage, {
      file: 'campaigns.json',
      work: coordinateStage,
    });
    const foundCampaigns = JSON.parse(await readFile(campaignPath, 'utf8')) as FoundCampaigns | null;
    await openCampaigns(
      stage.database,
      readParts(CAMPAIGN_AUTHOR, [campaignPath.replace('.json', '_author.parquet')]),
    );
    const learnedPath = await runStage(STAGES.discover, stage, {
      file: 'discovered.json',
      work: discoverStage,
    });
    const learnedThemes = JSON.parse(await readFile(learnedPath, 'utf8')) as MeasureContext['learnedThemes'];
    await openDiscoveredThemes(
      stage.database,
      readParts(DISCOVERED_THEME, [learnedPath.replace('.json', '_theme.parquet')]),
    );
    const measurementPath = await runStage(STAGES.measure, stage, {
      file: 'measurement.json',
      work: (context, path) =>
        measureStage({ ...context, annotatorQuality, learnedThemes, foundCampaigns }, path),
    });
    const exhibitPath = await runStage(STAGES.evidence, stage, { file: 'exhibit.json', work: evidenceStage });
    const measured = JSON.parse(await readFile(measurementPath, 'utf8')) as Measurement;
    const exhibits = JSON.parse(await readFile(exhibitPath, 'utf8')) as Exhibit[];
    const claims = exhibitsOfClaims(measured.claims, exhibits, study.claims);
    const measurement = { ...measured, claims };
    checkRejections(study, measurement);
    const manifest = await makeManifest(stage);
    const { series } = measurement;
    const { confidenceLevel } = study.measure;
    const polls = stage.polls.map(({ config, rows }) =>
      comparePoll(config, rows, { series, confidenceLevel }),
    );
    const finding = composeFinding({ study, manifest, measurement, exhibits, annotatorQuality, polls });
    await publish(finding, stage);
    return finding;
  });
}

/** Runs a stage unless its output under the same inputs is on disk. Returns the path of the output. */
async function runStage(
  stage: Stage,
  context: StageContext,
  output: { readonly file: string; readonly work: StageWork },
): Promise<string> {
  const started = context.now();
  const versions = Object.values(STAGES).map((s) => s.version);
  const digest = canonicalDigest([
    stage.name,
    versions,
    stage.slice(context.study, null),
    context.batches.keys,
    ...(stage.reads.includes('coding') ? codingsKey(context) : []),
  ]);
  const set = `sets/${stage.name}-${digest}`;
  const folder = join(context.storeFolder, set);
  const path = join(folder, output.file);
  const skipped = existsSync(path);
  let rows = 0;
  if (!skipped) {
    context.progress({ kind: 'stage-start', stage: stage.name, total: 0, unit: 'documents' });
    await mkdir(folder, { recursive: true });
    rows = await output.work(context, path);
  }
  const seconds = (context.now() - started) / 1000;
  context.progress({ kind: 'stage-end', stage: stage.name, seconds, skipped, rows, output: set });
  return path;
}

/** What the codings add to the name of what rests on them; nothing where there are none. */
function codingsKey({ codings: { digest } }: StageContext): string[] {
  return digest === null ? [] : [digest];
}

/** Reasons for which a record is left out although nothing is wrong with it. */
const LEFT_OUT = ['repeated-record', 'forgotten', 'past-retention'] as const;

/** @throws {StudyError} when a source lost more records than the study allows */
function checkRejections(study: StudyConfig, measurement: Measurement): void {
  if (measurement.health.every((source) => source.documents === 0)) {
    throw new StudyError('study/no-documents', { study: study.id });
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
        reasons: Object.entries(source.rejectedByReason)
          .map(([reason, n]) => `${n} ${reason}`)
          .join(', '),
      });
    }
  }
}

async function makeManifest(context: StageContext): Promise<FindingManifest> {
  const { study } = context;
  const records = context.recordDigests ?? (await digestRecords(context));
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
