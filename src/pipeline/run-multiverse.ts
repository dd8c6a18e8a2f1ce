import { join } from 'node:path';
import type { Estimate } from '../domain/estimate.ts';
import type { Finding } from '../domain/finding.ts';
import type { Multiverse, Specification, SpecificationResult } from '../domain/multiverse.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import { eventSpans } from '../measure/contrast-events.ts';
import { choicesOf, compareChoices, planSpecifications, summarizeMultiverse } from '../measure/multiverse.ts';
import { precisionsWithin, timeBins } from '../measure/time-bins.ts';
import { renderMultiverseCsv } from '../report/formats/multiverse-csv.ts';
import { renderMultiverseSvg } from '../report/formats/multiverse-svg.ts';
import { renderReport } from '../report/render-report.ts';
import type { DayContrast } from '../store/queries/contrast-moments.ts';
import { createObservations, dropObservations, mentionsOf } from '../store/queries/observation.ts';
import { keepObserved, observedDifference } from '../store/queries/observed-difference.ts';
import type { StudyConfig } from '../study/config.ts';
import { addCustody, manifestHash } from './custody.ts';
import { withCorpus } from './finish-run.ts';
import { multiverseEstimators } from './multiverse-estimators.ts';
import { writeWhole } from './part-store.ts';
import { readBeside } from './read-beside.ts';
import { multiversePath } from './read-multiverse.ts';
import type { RunOptions, StageContext } from './run-context.ts';
import { renewOutputs } from './run-manifest.ts';
import { runStudy } from './run-study.ts';

/** What a run of the multiverse tells before and while it works. */
export interface MultiverseOptions extends RunOptions {
  readonly onPlan: (nSpecifications: number) => void;
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
  context: StageContext,
  onPlan: MultiverseOptions['onPlan'],
): Promise<Multiverse> {
  const { study } = context;
  const { headline } = finding;
  const estimators = multiverseEstimators(finding);
  const planned = planSpecifications(study, headline, estimators);
  onPlan(planned.length);
  const results = new Map<string, SpecificationResult>();
  const own = planned.find(({ isStudy }) => isStudy);
  if (own !== undefined) {
    await observe(own, finding, context);
    await keepObserved(context.database, daysOf(own, finding, study));
  }
  // Specifications that count the same observations share them.
  for (const group of Map.groupBy(planned, observationKey).values()) {
    const [first] = group;
    if (first !== undefined) await observe(first, finding, context);
    for (const specification of group) {
      const estimator = estimators.find(({ id }) => id === specification.estimator);
      const asked = { context, headline, study: changedStudy(study, specification), specification };
      const estimate = await (estimator as (typeof estimators)[number]).estimate(asked);
      const days = daysOf(specification, finding, study);
      const difference = await observedDifference(context.database, days);
      results.set(specification.id, { ...specification, estimate: withheldBySize(estimate, difference) });
    }
  }
  const specifications = planned.map(({ id }) => results.get(id) as SpecificationResult);
  return {
    schema: 'groundswell-multiverse/1',
    synthetic: study.synthetic,
    study: study.id,
    title: study.title,
    runId: finding.manifest.runId,
    headline,
    specifications,
    summary: summarizeMultiverse(specifications),
    choices: compareChoices(specifications),
  };
}

/** The days that a specification compares; null = all that were observed. */
function daysOf({ window }: Specification, { headline }: Finding, study: StudyConfig): DayContrast | null {
  const event = study.events.find(({ id }) => id === headline.event);
  if (event === undefined || typeof window === 'string') return null;
  return eventSpans(event, study.period, { ...study.measure, eventWindowDays: window });
}

/** A specification that counts documents of one to nine authors more or less than the study does would tell what they say. */
function withheldBySize(
  estimate: Estimate,
  difference: { readonly added: number; readonly leftOut: number },
): Estimate {
  const isThin = (n: number | null): boolean => n !== null && n > 0 && n < CELL_AUTHORS;
  if (![difference.added, difference.leftOut, estimate.nAuthors].some(isThin)) return estimate;
  const { period } = estimate;
  return {
    kind: 'not-estimable',
    period,
    reason: 'withheld',
    nDocuments: null,
    nAuthors: null,
    nClusters: null,
  };
}

function observationKey({ copies, authorWeekCap, voices, leftOut, window }: Specification): string {
  return JSON.stringify([copies, authorWeekCap, voices, leftOut, typeof window === 'string' ? window : null]);
}

/** The study with the choices of a specification. */
function changedStudy(study: StudyConfig, one: Specification): StudyConfig {
  const { copies, authorWeekCap, voices, window, leftOut } = one;
  return {
    ...study,
    ...(typeof window === 'string' ? { bin: window } : {}),
    sources: study.sources.filter(({ id }) => id !== leftOut),
    weights: { ...study.weights, copies, authorWeekCap },
    measure: { ...study.measure, voices, ...(typeof window === 'string' ? {} : { eventWindowDays: window }) },
  };
}

/** Makes the observations of a specification, of the headline's target and class alone. */
async function observe(one: Specification, { headline }: Finding, context: StageContext): Promise<void> {
  const { database, corpus } = context;
  const study = changedStudy(context.study, one);
  await dropObservations(database);
  await createObservations(database, {
    mention: mentionsOf(corpus.mention, headline.target),
    annotation: corpus.annotation,
    bins: timeBins(study.period, study.bin),
    precisions: precisionsWithin(study.bin),
    voices: study.measure.voices,
    classOfSource: new Map(
      study.sources
        .filter((source) => source.class === headline.stratum['class'])
        .map((source) => [source.id, source.class]),
    ),
    weights: study.weights,
  });
}
