import type { Estimate } from '../domain/estimate.ts';
import type { Headline } from '../domain/finding.ts';
import type { Specification } from '../domain/multiverse.ts';
import { contrastEvent, eventSpans } from '../measure/contrast-events.ts';
import { estimateSeries } from '../measure/estimate-series.ts';
import { createMixEstimator, type MixEstimator } from '../measure/mix-variants.ts';
import { timeBins } from '../measure/time-bins.ts';
import { cellMoments } from '../store/queries/cell-moments.ts';
import { contrastMoments } from '../store/queries/contrast-moments.ts';
import { weightUnit } from '../store/queries/observation.ts';
import { createStrata, stratumMoments } from '../store/queries/stratum-moments.ts';
import type { StudyConfig } from '../study/config.ts';
import type { StageContext } from './run-context.ts';

/** What an estimator is asked: the headline, with the observations of one specification in the store's temporary table. */
interface AskedHeadline {
  readonly context: StageContext;
  readonly headline: Headline;
  /** The study with the choices of the specification. */
  readonly study: StudyConfig;
  readonly specification: Specification;
}

/** A way to estimate the headline. */
export interface MultiverseEstimator {
  readonly id: string;
  /** Whether the study has what it needs. */
  readonly applies: (context: StageContext) => boolean;
  readonly estimate: (asked: AskedHeadline) => Promise<Estimate>;
}

/** Every estimator of a multiverse, one line each; the first is the study's own. */
export const MULTIVERSE_ESTIMATORS: readonly MultiverseEstimator[] = [
  { id: 'classify-and-count', applies: () => true, estimate: classifyAndCount },
];

async function classifyAndCount(asked: AskedHeadline): Promise<Estimate> {
  const { headline, specification } = asked;
  const mixes = specification.mix === 'fixed' ? await prepareMixes(asked) : null;
  return headline.event === null ? lastLevel(asked, mixes) : eventEffect(asked, mixes);
}

async function prepareMixes({ context: { database }, study }: AskedHeadline): Promise<MixEstimator> {
  const { referenceMix, measure, weights } = study;
  await createStrata(database, referenceMix);
  const whole = await stratumMoments(database, 'whole', weightUnit(weights));
  return createMixEstimator({ whole, referenceMix, measure, weights });
}

async function eventEffect(
  { context, headline, study }: AskedHeadline,
  mixes: MixEstimator | null,
): Promise<Estimate> {
  const { database } = context;
  const event = study.events.find(({ id }) => id === headline.event) as StudyConfig['events'][number];
  const spans = eventSpans(event, study.period, study.measure);
  const unit = weightUnit(study.weights);
  const contrasts = contrastEvent({
    event,
    events: [event],
    spans,
    moments: await contrastMoments(database, spans, unit),
    targets: [headline.target],
    classes: [headline.stratum['class'] ?? ''],
    placeboTargets: [],
    measure: study.measure,
    weights: study.weights,
  });
  if (mixes === null) return (contrasts[0] as (typeof contrasts)[number]).effect;
  const [fixed] = mixes.contrasts(contrasts, await stratumMoments(database, spans, unit));
  return fixed?.variants?.find(({ mix }) => mix === 'fixed')?.estimate as Estimate;
}

/** The last bin that can be estimated, as the headline has it. */
async function lastLevel(
  { context, headline, study }: AskedHeadline,
  mixes: MixEstimator | null,
): Promise<Estimate> {
  const { database } = context;
  const unit = weightUnit(study.weights);
  const series = estimateSeries({
    cells: await cellMoments(database, unit),
    bins: timeBins(study.period, study.bin),
    targets: [headline.target],
    classes: [headline.stratum['class'] ?? ''],
    measure: study.measure,
    weights: study.weights,
    nCollected: () => 1,
  }).filter(({ measure }) => measure === 'net-balance');
  const [raw] = series;
  const found =
    mixes === null
      ? raw?.estimates
      : mixes.series(series, await stratumMoments(database, 'bins', unit))[0]?.variants?.[0]?.estimates;
  return (found?.findLast(({ kind }) => kind === 'estimate') ?? found?.at(-1)) as Estimate;
}
