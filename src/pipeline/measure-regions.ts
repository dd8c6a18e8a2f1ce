import type { RegionBalances } from '../domain/region-balance.ts';
import { contrastEvent, eventSpans } from '../measure/contrast-events.ts';
import { type PlacedSums, type RegionInputs, regionBalances } from '../measure/region-balances.ts';
import { placeRegions, placeTiers, type RegionPlaces } from '../measure/region-places.ts';
import { periodOfDays, timeBins } from '../measure/time-bins.ts';
import { placedMoments } from '../store/queries/cell-moments.ts';
import { type DayContrast, placedContrastMoments } from '../store/queries/contrast-moments.ts';
import { weightUnit } from '../store/queries/observation.ts';
import {
  classesWithRegions,
  createPlaced,
  dropPlaced,
  placedClass,
  placeProducts,
  regionCounts,
} from '../store/queries/place-moments.ts';
import type { StudyConfig } from '../study/config.ts';
import { COMPARISON } from './measure-claim-spans.ts';
import type { StageContext } from './run-context.ts';

/** Balances by region, and which regions of posts each counts. */
export interface MeasuredRegions {
  readonly balances: readonly RegionBalances[];
  readonly targets: readonly string[];
  readonly classes: readonly string[];
  readonly places: RegionPlaces;
  /** Null where the study orders no regions. */
  readonly tiers: RegionPlaces | null;
}

/** Every target that is no placebo by region, in the classes in which some post has one; null where none has. */
export async function measureRegions(
  context: StageContext,
  classes: readonly string[],
): Promise<MeasuredRegions | null> {
  const { study, database } = context;
  const targets = study.targets.filter((target) => !target.placebo).map((target) => target.id);
  const found = await classesWithRegions(database);
  const placed = { targets, classes: classes.filter((name) => found.includes(name)) };
  const counts = await regionCounts(database, targets);
  if (placed.classes.length === 0 || counts.length === 0) return null;
  const places = placeRegions(counts);
  const tiers = study.regionTiers.length === 0 ? null : placeTiers(study.regionTiers, counts);
  await createPlaced(database, { ...placed, places: places.places });
  const spans = splitOf(study);
  const regions = await sumsOf(context, places.order);
  const contrasts =
    spans === null ? null : await contrastsOf(context, { ...placed, order: places.order, spans });
  await dropPlaced(database);
  const { measure, weights, period } = study;
  return {
    ...{ ...placed, places, tiers },
    balances: regionBalances({
      ...{ ...placed, regions, contrasts, period, measure, weights },
      split:
        spans === null
          ? null
          : {
              event: mainEvent(study)?.id ?? null,
              before: periodOfDays(spans.before.start, spans.before.end),
              after: periodOfDays(spans.after.start, spans.after.end),
            },
      tiers: tiers === null ? null : await tierSums(context, placed, tiers),
    }),
  };
}

type Placed = Pick<RegionInputs, 'targets' | 'classes'>;

/** The first declared event, which is also that of the headline where it can be. */
function mainEvent({ events }: StudyConfig): StudyConfig['events'][number] | undefined {
  return events.find((event) => event.kind === 'declared');
}

/**
 * All days before and after the main event, so that both sides together are the whole; without one the halves of the period, cut where a bin
 * begins; null of a single bin.
 */
function splitOf(study: StudyConfig): DayContrast | null {
  const event = mainEvent(study);
  if (event !== undefined) {
    const spans = eventSpans(event, study.period, { ...study.measure, eventWindowDays: null });
    const isEmpty = [spans.before, spans.after].some(({ start, end }) => end <= start);
    if (!isEmpty) return spans;
  }
  const bins = timeBins(study.period, study.bin);
  const [first, middle, last] = [bins[0], bins[Math.floor(bins.length / 2)], bins.at(-1)];
  if (first === undefined || middle === undefined || last === undefined || first === middle) return null;
  return {
    before: { start: first.start, end: middle.start },
    after: { start: middle.start, end: last.end },
  };
}

async function sumsOf({ study, database }: StageContext, places: readonly string[]): Promise<PlacedSums> {
  const unit = weightUnit(study.weights);
  return {
    places,
    cells: await placedMoments(database, unit),
    products: await placeProducts(database, unit),
  };
}

async function contrastsOf(
  { study, database }: StageContext,
  of: Placed & { readonly order: readonly string[]; readonly spans: DayContrast },
): Promise<RegionInputs['contrasts']> {
  const { measure, weights } = study;
  return contrastEvent({
    event: COMPARISON,
    events: [],
    placeboTargets: [],
    spans: of.spans,
    moments: await placedContrastMoments(database, of.spans, weightUnit(weights)),
    targets: of.targets,
    classes: of.classes.flatMap((name) => of.order.map((place) => placedClass(name, place))),
    measure,
    weights,
  });
}

async function tierSums(
  context: StageContext,
  placed: Placed,
  { places, order }: RegionPlaces,
): Promise<RegionInputs['tiers']> {
  await createPlaced(context.database, { ...placed, places });
  const sums = await sumsOf(context, order);
  await dropPlaced(context.database);
  return { of: context.study.regionTiers, sums };
}
