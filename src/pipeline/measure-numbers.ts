import type { Claim } from '../domain/claim.ts';
import type { CodingStratum } from '../domain/coding.ts';
import type { Series } from '../domain/estimate.ts';
import type { EventContrast } from '../domain/finding.ts';
import type { ClaimNumbers } from '../measure/claim-numbers.ts';
import { contrastEvent, eventSpans } from '../measure/contrast-events.ts';
import { describeTests } from '../measure/describe-event-tests.ts';
import { estimateLevels, estimateSeries, type SeriesInputs } from '../measure/estimate-series.ts';
import { createMixEstimator, type MixEstimator } from '../measure/mix-variants.ts';
import { testClaims } from '../measure/test-claims.ts';
import { type ComparedEvents, FEWEST_TESTED, testEvents } from '../measure/test-events.ts';
import { timeBins } from '../measure/time-bins.ts';
import { type CellMoments, cellMoments } from '../store/queries/cell-moments.ts';
import { contrastMoments } from '../store/queries/contrast-moments.ts';
import { weightUnit } from '../store/queries/observation.ts';
import { createStrata, stratumMoments } from '../store/queries/stratum-moments.ts';
import { type CorrectedMeasurement, correctMeasurement, type RawMeasurement } from './correct-measurement.ts';
import { decomposeEvents, type SplitDimensions } from './decompose-events.ts';
import { measureClaimSpans } from './measure-claim-spans.ts';
import { measureClassContrasts } from './measure-class-contrasts.ts';
import { type ErrorBands, openErrorBands } from './open-error-bands.ts';
import type { MeasureContext, StageContext } from './run-context.ts';

/** What numbers are made with beside the study. */
interface NumberInputs {
  /** Documents of each class in each bin. */
  readonly collected: ReadonlyMap<string, readonly number[]>;
  /** Classes that hold documents. */
  readonly classes: readonly string[];
  /** Strata of the codings; null = labels are counted as they are. */
  readonly strata: readonly CodingStratum[] | null;
  /** How changes are split. */
  readonly splits: SplitDimensions;
  /** What measurements of the same corpus by other choices compared before. */
  readonly compared?: ComparedEvents;
}

/** The numbers of a measurement that claims rest on, and what they say of the claims. */
interface MeasuredNumbers
  extends Pick<RawMeasurement, 'series' | 'levels' | 'events'>,
    Pick<ClaimNumbers, 'classContrasts' | 'decompositions' | 'spans'> {
  readonly cells: readonly CellMoments[];
  readonly corrected: CorrectedMeasurement | null;
  readonly claims: readonly Claim[];
}

/** What does not depend on the window beside an event. */
export interface StandingNumbers extends Pick<RawMeasurement, 'series' | 'levels'> {
  readonly mixes: MixEstimator;
  readonly bands: ErrorBands;
  /** Series for tests, in which thin bins count. */
  readonly tested: readonly Series[];
  readonly cells: readonly CellMoments[];
  readonly classContrasts: ClaimNumbers['classContrasts'];
}

/** Series, levels and classes beside each other from the observations in the store's temporary table. */
export async function measureStanding(
  context: MeasureContext,
  { collected, classes }: Pick<NumberInputs, 'collected' | 'classes'>,
): Promise<StandingNumbers> {
  const { study, database } = context;
  const cells = await cellMoments(database, weightUnit(study.weights));
  const inputs: SeriesInputs = {
    ...{ cells, classes, targets: study.targets.map((target) => target.id) },
    bins: timeBins(study.period, study.bin),
    measure: study.measure,
    weights: study.weights,
    nCollected: (name, bin) => collected.get(name)?.[bin] ?? 0,
  };
  const mixes = await prepareMixes(context);
  const byBin = await stratumMoments(database, 'bins', weightUnit(study.weights));
  const bands = await openErrorBands(context);
  const thin = estimateSeries({ ...inputs, measure: { ...study.measure, ...FEWEST_TESTED } });
  return {
    ...{ cells, mixes, bands },
    tested: mixes.series(thin, byBin),
    series: mixes.series(bands.series(estimateSeries(inputs)), byBin),
    levels: mixes.levels(bands.levels(estimateLevels({ ...inputs, period: study.period }))),
    classContrasts: await measureClassContrasts(context, classes),
  };
}

/** What happened at events, corrected by codings where there are enough, and the claims decided by all numbers. */
export async function measureNumbers(
  context: MeasureContext,
  standing: StandingNumbers,
  { collected, classes, strata, splits, compared = new Map() }: NumberInputs,
): Promise<MeasuredNumbers> {
  const { study } = context;
  const targets = study.targets.map((target) => target.id);
  const { cells, classContrasts } = standing;
  const raw = await testAtEvents(context, standing, { classes, compared });
  const corrected = strata === null ? null : await correctMeasurement(context, raw, strata);
  const { series, levels, events } = corrected ?? raw;
  const decompositions = await decomposeEvents(context, events, splits);
  const corrections = corrected?.prepared ?? [];
  const spans = await measureClaimSpans(context, { targets, classes, corrections });
  const numbers = { levels, events, classContrasts, decompositions, spans };
  return { ...numbers, cells, series, corrected, claims: claimsOf(context, numbers, collected) };
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

/** What is counted from the labels as they are: events tested beside what stands. */
async function testAtEvents(
  context: MeasureContext,
  { series, levels, tested, mixes, bands }: StandingNumbers,
  { classes, compared }: Required<Pick<NumberInputs, 'classes' | 'compared'>>,
): Promise<RawMeasurement> {
  const { study } = context;
  const bins = timeBins(study.period, study.bin);
  const targets = study.targets.map((target) => target.id);
  const contrasts = await measureEvents(context, { targets, classes, mixes, bands });
  const tests = testEvents({ study, bins, series: tested, contrasts, compared });
  return { series, levels, tests, mixes, events: describeTests(tests, { study, bins }) };
}

/** Strata and the reference mix of every target and class. */
async function prepareMixes({ study, database }: StageContext): Promise<MixEstimator> {
  const { referenceMix, measure, weights } = study;
  await createStrata(database, referenceMix);
  const whole = await stratumMoments(database, 'whole', weightUnit(weights));
  return createMixEstimator({ whole, referenceMix, measure, weights });
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
