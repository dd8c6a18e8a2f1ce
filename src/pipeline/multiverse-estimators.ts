import type { Estimate, Series } from '../domain/estimate.ts';
import type { EventContrast, Finding, Headline } from '../domain/finding.ts';
import type { Specification } from '../domain/multiverse.ts';
import { contrastEvent, eventSpans } from '../measure/contrast-events.ts';
import { estimateSeries } from '../measure/estimate-series.ts';
import { createMixEstimator, type MixEstimator } from '../measure/mix-variants.ts';
import { quantifyStance } from '../measure/quantify-stance.ts';
import { dayOfDate, timeBins } from '../measure/time-bins.ts';
import { QUANTIFIER_NAMES, type QuantifierName } from '../stats/quantify.ts';
import { cellMoments } from '../store/queries/cell-moments.ts';
import { codedMentions, createCodings } from '../store/queries/codings.ts';
import { contrastMoments } from '../store/queries/contrast-moments.ts';
import { weightUnit } from '../store/queries/observation.ts';
import { posteriorHistogram } from '../store/queries/posterior-histogram.ts';
import {
  createStrata,
  type MomentSpan,
  type StratumMoments,
  stratumMoments,
} from '../store/queries/stratum-moments.ts';
import type { StudyConfig } from '../study/config.ts';
import { correctMeasurement } from './correct-measurement.ts';
import type { StageContext } from './run-context.ts';
import { adjudicateCodings } from './study-codings.ts';

/** What an estimator is asked: the headline, with the observations of one specification in the store's temporary table. */
interface AskedHeadline {
  readonly context: StageContext;
  readonly headline: Headline;
  /** The study with the choices of the specification. */
  readonly study: StudyConfig;
  readonly specification: Pick<Specification, 'mix'>;
  /** Reads what a key names, once for all that is asked of the same observations. */
  readonly recall: Recall;
}

/** Gives what was read under a key before, or reads it. */
export type Recall = <Read>(key: readonly unknown[], read: () => Promise<Read>) => Promise<Read>;

/** A memory of what is read, as long as the observations stay what they are. */
export function createRecall(): Recall {
  const known = new Map<string, Promise<unknown>>();
  return <Read>(key: readonly unknown[], read: () => Promise<Read>): Promise<Read> => {
    const name = JSON.stringify(key);
    const found = (known.get(name) as Promise<Read> | undefined) ?? read();
    known.set(name, found);
    return found;
  };
}

/** A way to estimate the headline. */
export interface MultiverseEstimator {
  readonly id: string;
  /** Whether the study has what it needs. */
  readonly applies: (finding: Finding) => boolean;
  /** Mixes at which it is defined. */
  readonly mixes: readonly Specification['mix'][];
  readonly estimate: (asked: AskedHeadline) => Promise<Estimate>;
}

const BOTH_MIXES = ['observed', 'fixed'] as const;

/** Every estimator of a multiverse, one line each. */
const ESTIMATORS: readonly MultiverseEstimator[] = [
  { id: 'classify-and-count', applies: () => true, mixes: BOTH_MIXES, estimate: classifyAndCount },
  { id: 'corrected', applies: isCorrected, mixes: BOTH_MIXES, estimate: corrected },
  ...QUANTIFIER_NAMES.filter((name) => name !== 'classify-and-count').map(
    (name): MultiverseEstimator => ({
      id: name,
      applies: (finding) =>
        (name === 'adjusted-count' || hasProbabilities(finding)) &&
        (name === 'probabilistic-count' || isCorrected(finding)),
      mixes: ['observed'],
      estimate: (asked) => byQuantifier(asked, name),
    }),
  ),
];

/** The estimators that a finding's study has what it needs for; the first is that of its headline. */
export function multiverseEstimators(finding: Finding): MultiverseEstimator[] {
  const own = isCorrected(finding) ? 'corrected' : 'classify-and-count';
  const found = ESTIMATORS.filter(({ applies }) => applies(finding));
  return [...found.filter(({ id }) => id === own), ...found.filter(({ id }) => id !== own)];
}

/** The headline estimated as it stands, from other observations. */
export async function estimateAlike(
  asked: Omit<AskedHeadline, 'specification' | 'recall'>,
): Promise<Estimate> {
  const { estimate } = asked.headline;
  if (estimate.kind === 'not-estimable') return estimate;
  const alike = { ...asked, specification: { mix: estimate.mix }, recall: createRecall() };
  return estimate.correction === 'none' ? classifyAndCount(alike) : corrected(alike);
}

function isCorrected({ headline: { estimate } }: Finding): boolean {
  return estimate.kind === 'estimate' && estimate.correction !== 'none';
}

/** Labels that came with the records have no probabilities. */
function hasProbabilities({ manifest }: Finding): boolean {
  return manifest.annotators.some(({ layer, kind }) => layer === 'stance' && kind !== 'column');
}

/** The headline counted from labels, with what it is made of. */
interface Counted {
  readonly series: readonly Series[];
  readonly events: readonly EventContrast[];
}

async function classifyAndCount(asked: AskedHeadline): Promise<Estimate> {
  const { mix } = asked.specification;
  const counted = await countHeadline(asked, mix === 'fixed' ? await prepareMixes(asked) : null);
  return pick(counted, (one) => one.correction === 'none' && one.mix === mix);
}

/** By codings, as the measuring stage corrects: what is not corrected has too few of them. */
async function corrected(asked: AskedHeadline): Promise<Estimate> {
  const { context, specification } = asked;
  const study = { ...asked.study, events: askedEvents(asked) };
  const mixes = specification.mix === 'fixed' ? await prepareMixes(asked) : null;
  const counted = await countHeadline(asked, mixes);
  const { strata } = await asked.recall(['codings'], () => makeCodings(context));
  const found = await correctMeasurement(
    { ...context, study },
    { ...counted, mixes, levels: [], tests: [] },
    strata,
  );
  const { mix } = specification;
  const estimate = pick(found, (one) => one.correction !== 'none' && one.mix === mix);
  if (estimate.kind === 'not-estimable' || estimate.correction !== 'none') return estimate;
  const { period, nDocuments, nAuthors, nClusters } = estimate;
  return { kind: 'not-estimable', period, reason: 'too-few-codings', nDocuments, nAuthors, nClusters };
}

async function byQuantifier(asked: AskedHeadline, name: QuantifierName): Promise<Estimate> {
  const { context, headline, study } = asked;
  const { database, corpus } = context;
  const counted = await countHeadline(asked, null);
  const whole = pick(counted, (one) => one.correction === 'none' && one.mix === 'observed');
  const [event] = askedEvents(asked);
  const [contrast] = counted.events;
  const spans = event === undefined ? null : eventSpans(event, study.period, study.measure);
  const sides =
    spans === null
      ? [{ start: dayOfDate(whole.period.start), end: dayOfDate(whole.period.end) }]
      : [spans.before, spans.after];
  const unit = weightUnit(study.weights);
  const of = { target: headline.target, class: headline.stratum['class'] ?? '', weightUnit: unit };
  const histograms = [];
  for (const span of sides)
    histograms.push(
      await asked.recall(['histogram', of, span], () =>
        posteriorHistogram(database, corpus.annotation, { ...of, span }),
      ),
    );
  await asked.recall(['codings'], () => makeCodings(context));
  const mentions = await asked.recall(['coded', unit], () => codedMentions(database, unit));
  const coded = mentions.filter((one) => one.target === of.target && one.class === of.class);
  return quantifyStance(whole, contrast === undefined ? [whole] : [contrast.before, contrast.after], {
    name,
    spans: histograms,
    codings: coded,
    confidenceLevel: study.measure.confidenceLevel,
    seed: study.seed,
  });
}

/** Makes the table of codings beside the observations, and gives what they are. */
async function makeCodings({ codings: read, database, corpus }: StageContext) {
  const adjudicated = adjudicateCodings(read);
  await createCodings(database, corpus.annotation, adjudicated.codings);
  return adjudicated;
}

function askedEvents({ headline, study }: AskedHeadline): StudyConfig['events'] {
  return study.events.filter(({ id }) => id === headline.event);
}

/** The headline's number in one way of estimating: of its event, or of the last bin that can be estimated. */
function pick(
  { series, events }: Counted,
  isAsked: (one: { readonly correction: string; readonly mix: string }) => boolean,
): Estimate {
  const [contrast] = events;
  if (contrast !== undefined) {
    const { effect } = contrast;
    if (effect.kind === 'estimate' && isAsked(effect)) return effect;
    return contrast.variants?.find(isAsked)?.estimate ?? effect;
  }
  const own = series.find(({ measure }) => measure === 'net-balance') as Series;
  const isOwn = own.estimates.some((one) => one.kind === 'estimate' && isAsked(one));
  const found = isOwn ? own.estimates : (own.variants?.find(isAsked)?.estimates ?? own.estimates);
  return (found.findLast(({ kind }) => kind === 'estimate') ?? found.at(-1)) as Estimate;
}

async function countHeadline(asked: AskedHeadline, mixes: MixEstimator | null): Promise<Counted> {
  const [event] = askedEvents(asked);
  return event === undefined
    ? { events: [], series: await countSeries(asked, mixes) }
    : { series: [], events: await countEvent(asked, event, mixes) };
}

async function prepareMixes(asked: AskedHeadline): Promise<MixEstimator> {
  const { referenceMix, measure, weights } = asked.study;
  return createMixEstimator({
    whole: await momentsByStratum(asked, 'whole'),
    referenceMix,
    measure,
    weights,
  });
}

/** Corrections put strata of the scores in the place of those of the labels, so each reading makes its own. */
function momentsByStratum(
  { context: { database }, study, recall }: AskedHeadline,
  span: MomentSpan,
): Promise<StratumMoments[]> {
  const unit = weightUnit(study.weights);
  return recall(['strata', span, unit], async () => {
    await createStrata(database, study.referenceMix);
    return stratumMoments(database, span, unit);
  });
}

async function countEvent(
  asked: AskedHeadline,
  event: StudyConfig['events'][number],
  mixes: MixEstimator | null,
): Promise<EventContrast[]> {
  const { context, headline, study, recall } = asked;
  const spans = eventSpans(event, study.period, study.measure);
  const unit = weightUnit(study.weights);
  const contrasts = contrastEvent({
    event,
    events: [event],
    spans,
    moments: await recall(['contrast', spans, unit], () => contrastMoments(context.database, spans, unit)),
    targets: [headline.target],
    classes: [headline.stratum['class'] ?? ''],
    placeboTargets: [],
    measure: study.measure,
    weights: study.weights,
  });
  return mixes === null ? contrasts : mixes.contrasts(contrasts, await momentsByStratum(asked, spans));
}

async function countSeries(asked: AskedHeadline, mixes: MixEstimator | null): Promise<Series[]> {
  const { context, headline, study, recall } = asked;
  const unit = weightUnit(study.weights);
  const series = estimateSeries({
    cells: await recall(['cells', unit], () => cellMoments(context.database, unit)),
    bins: timeBins(study.period, study.bin),
    targets: [headline.target],
    classes: [headline.stratum['class'] ?? ''],
    measure: study.measure,
    weights: study.weights,
    nCollected: () => 1,
  }).filter(({ measure }) => measure === 'net-balance');
  return mixes === null ? series : mixes.series(series, await momentsByStratum(asked, 'bins'));
}
