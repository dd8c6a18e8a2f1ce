import { join } from 'node:path';
import type { Estimate } from '../domain/estimate.ts';
import type { Finding } from '../domain/finding.ts';
import type { Multiverse, Specification, SpecificationResult } from '../domain/multiverse.ts';
import { choicesOf } from '../domain/specification-choices.ts';
import { eventSpans } from '../measure/contrast-events.ts';
import { compareChoices, planSpecifications, summarizeMultiverse } from '../measure/multiverse.ts';
import { isThin, withheld } from '../measure/withheld-number.ts';
import { renderMultiverseCsv } from '../report/formats/multiverse-csv.ts';
import { renderMultiverseSvg } from '../report/formats/multiverse-svg.ts';
import { renderReport } from '../report/render-report.ts';
import { keepObserved, type ObservedRows, observedDifference } from '../store/queries/observed-difference.ts';
import type { StudyConfig } from '../study/config.ts';
import { addCustody, manifestHash } from './custody.ts';
import { decideUniverses, planClaimUniverses } from './decide-universes.ts';
import { withCorpus } from './finish-run.ts';
import { createRecall, type MultiverseEstimator, multiverseEstimators } from './multiverse-estimators.ts';
import { openMeasuring } from './open-measuring.ts';
import { writeWhole } from './part-store.ts';
import { renewObservations } from './prepare-observations.ts';
import { readBeside } from './read-beside.ts';
import { multiversePath } from './read-multiverse.ts';
import type { RunOptions, StageContext } from './run-context.ts';
import { renewOutputs } from './run-manifest.ts';
import { runStudy } from './run-study.ts';
import { observationKey, specifiedStudy } from './specified-study.ts';
import { isThinDifference } from './thin-difference.ts';

/** What a run of the multiverse tells before and while it works. */
export interface MultiverseOptions extends RunOptions {
  /** Specifications of the headline, and those under which claims are decided. */
  readonly onPlan: (nSpecifications: number, nOfClaims: number) => void;
}

/**
 * The headline of a study under every defensible choice, from what is stored: the study is run first, which does nothing
 * where nothing is new, and no mention is annotated again. Writes `multiverse.json`, `.csv` and `.svg` beside the finding,
 * and the report again with what they say.
 */
export async function runMultiverse(study: StudyConfig, options: MultiverseOptions): Promise<Multiverse> {
  let multiverse: Multiverse | null = null;
  let found: Finding | null = null;
  await runStudy(study, options, async (finding, context) => {
    found = finding;
    multiverse = await withCorpus(study, context, (stage) =>
      computeMultiverse(finding, stage, options.onPlan),
    );
  });
  const result = multiverse as unknown as Multiverse;
  await writeWhole(multiversePath(options.out), `${JSON.stringify(result, null, 2)}\n`);
  await writeWhole(join(options.out, 'multiverse.csv'), renderMultiverseCsv(result));
  await writeWhole(join(options.out, 'multiverse.svg'), renderMultiverseSvg(result, choicesOf));
  const report = renderReport(found as unknown as Finding, 'html', await readBeside(options.out));
  await writeWhole(join(options.out, 'report.html'), report);
  const manifestBefore = await manifestHash(options.out);
  await renewOutputs(options.out);
  const facts = { specifications: result.specifications.length };
  await addCustody(
    options.out,
    { action: 'multiverse', command: 'multiverse', facts, manifestBefore },
    options,
  );
  return result;
}

async function computeMultiverse(
  finding: Finding,
  stage: StageContext,
  onPlan: MultiverseOptions['onPlan'],
): Promise<Multiverse> {
  const context = await openMeasuring(stage);
  await context.openCampaigns();
  const { study } = context;
  const { headline } = finding;
  const estimators = multiverseEstimators(finding);
  const planned = planSpecifications(
    study,
    {
      hasEvent: headline.event !== null,
      classes: [headline.stratum['class'] ?? ''],
      hasCampaigns: (finding.coordination?.headlineWithout ?? null) !== null,
    },
    estimators,
  );
  const universes = planClaimUniverses(finding, context);
  onPlan(planned.length, universes.length);
  const specifications = await estimateHeadlines(finding, context, { planned, estimators });
  return {
    schema: 'groundswell-multiverse/2',
    synthetic: study.synthetic,
    study: study.id,
    title: study.title,
    runId: finding.manifest.runId,
    headline,
    specifications,
    summary: summarizeMultiverse(specifications),
    choices: compareChoices(specifications),
    claims: await decideUniverses(finding, context, universes),
  };
}

interface PlannedHeadlines {
  readonly planned: readonly Specification[];
  readonly estimators: readonly MultiverseEstimator[];
}

/** The headline by every specification, in their order. */
async function estimateHeadlines(
  { headline }: Finding,
  context: StageContext,
  { planned, estimators }: PlannedHeadlines,
): Promise<SpecificationResult[]> {
  const { study, database } = context;
  const of = { target: headline.target, class: headline.stratum['class'] ?? '' };
  const observe = (one: Specification): Promise<void> =>
    renewObservations({ ...context, study: specifiedStudy(study, one) }, { of, campaigns: one.campaigns });
  const rows = (one: Specification): ObservedRows => ({
    ...of,
    days: daysOf(specifiedStudy(study, one), headline.event),
    ...{ regions: null, theme: null },
  });
  const results = new Map<string, SpecificationResult>();
  const own = planned.find(({ isStudy }) => isStudy) as Specification;
  await observe(own);
  await keepObserved(database);
  // Specifications that count the same observations share them.
  for (const group of Map.groupBy(planned, observationKey).values()) {
    await observe(group[0] as Specification);
    const recall = createRecall();
    for (const specification of group) {
      const estimator = estimators.find(({ id }) => id === specification.estimator);
      const asked = { context, headline, study: specifiedStudy(study, specification), specification, recall };
      const estimate = await (estimator as MultiverseEstimator).estimate(asked);
      const difference = await observedDifference(database, { now: rows(specification), kept: rows(own) });
      results.set(specification.id, { ...specification, estimate: withheldBySize(estimate, difference) });
    }
  }
  return planned.map(({ id }) => results.get(id) as SpecificationResult);
}

/** The days that are compared at an event; null = all that were observed. */
function daysOf(study: StudyConfig, id: string | null): ObservedRows['days'] {
  const event = study.events.find((one) => one.id === id);
  if (event === undefined) return null;
  const { before, after } = eventSpans(event, study.period, study.measure);
  return [before, after];
}

/** A specification that counts documents of one to nine authors more or less than the study does would tell what they say. */
function withheldBySize(
  estimate: Estimate,
  difference: { readonly added: number; readonly leftOut: number },
): Estimate {
  return isThinDifference(difference) || isThin(estimate, false) ? withheld(estimate.period) : estimate;
}
