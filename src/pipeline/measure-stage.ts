import type { Limit, VoiceCount } from '../domain/finding.ts';
import { StudyError } from '../errors/errors.ts';
import { chooseHeadline } from '../measure/choose-headline.ts';
import { detectChangePoints } from '../measure/detect-change-points.ts';
import { stateLimits } from '../measure/state-limits.ts';
import { precisionsWithin } from '../measure/time-bins.ts';
import type { Measurement } from '../report/compose-finding.ts';
import { countUsableLabels, type LabelProblemRow, labelProblems } from '../store/queries/label-problems.ts';
import { voiceCounts } from '../store/queries/observation.ts';
import { unlikeTraining } from '../store/queries/unlike-training.ts';
import { measureCampaigns } from './measure-campaigns.ts';
import { measureCodings } from './measure-codings.ts';
import { measureDiscoveredThemes } from './measure-discovered-themes.ts';
import { classesWithin, collectedByClass, measureHealth } from './measure-health.ts';
import { measureNumbers, measureStanding } from './measure-numbers.ts';
import { measureRegions } from './measure-regions.ts';
import { writeWhole } from './part-store.ts';
import { prepareObservations } from './prepare-observations.ts';
import type { MeasureContext, StageContext } from './run-context.ts';
import { withholdMeasurement } from './withhold-measurement.ts';

/** Cells, contrasts, health and limits → `measurement.json`, and the cells' sufficient statistics beside it. */
export const measureStage = async (context: MeasureContext, path: string): Promise<number> => {
  await prepareObservations(context);
  const { study } = context;
  const health = await measureHealth(context);
  const collected = collectedByClass(study, health);
  const classes = classesWithin(study, collected);
  const coded = await measureCodings(context);
  const strata = coded?.strata ?? null;
  const standing = await measureStanding(context, { collected, classes });
  const numbers = await measureNumbers(context, standing, { collected, classes, strata, splits: 'all' });
  const { cells, series, levels, events, classContrasts, decompositions, spans, corrected, claims } = numbers;
  await writeWhole(path.replace('measurement.json', 'cell_moment.json'), JSON.stringify(cells));
  const headline = chooseHeadline(study, series, events);
  const regions = await measureRegions(context, classes);
  const measured: Measurement = {
    headline,
    series,
    levels,
    ...detectChangePoints(series, study.measure),
    events,
    classContrasts,
    decompositions,
    claims,
    discoveredThemes: await measureDiscoveredThemes(context),
    regions: regions?.balances ?? [],
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
  const measurement = await withholdMeasurement(context, measured, { spans, regions });
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
