import { type MeasuredSpan, spanDays } from '../measure/claim-spans.ts';
import { dayOfDate, timeBins } from '../measure/time-bins.ts';
import { withholdCells } from '../measure/withhold-cells.ts';
import { withholdRegions } from '../measure/withhold-regions.ts';
import type { Measurement } from '../report/compose-finding.ts';
import { regionSegments } from '../store/queries/place-moments.ts';
import { segmentAuthors } from '../store/queries/segment-authors.ts';
import type { MeasuredRegions } from './measure-regions.ts';
import type { StageContext } from './run-context.ts';

/** What is known of the numbers beside themselves. */
interface WithholdContext {
  readonly spans: readonly MeasuredSpan[];
  /** Null where no post has a region. */
  readonly regions: MeasuredRegions | null;
}

/** The measurement without what would tell of too few people. */
export async function withholdMeasurement(
  { study, database }: StageContext,
  measured: Measurement,
  { spans, regions }: WithholdContext,
): Promise<Measurement> {
  const privateClasses = study.classes.flatMap(({ id, speaker }) => (speaker === 'private' ? [id] : []));
  const bins = timeBins(study.period, study.bin);
  const sides = measured.events.flatMap(({ before, after }) => [before.period, after.period]);
  const days = [...bins.map(({ period }) => period), ...sides, ...spanDays(spans)];
  const kept = withholdCells(measured, {
    segments: await segmentAuthors(database, cutsOf(days)),
    voices: study.measure.voices,
    privateClasses,
  });
  if (regions === null) return kept;
  const splits = measured.regions.flatMap(({ split }) => (split === null ? [] : [split.before, split.after]));
  const segments = await regionSegments(database, {
    targets: regions.targets,
    classes: regions.classes.filter((name) => privateClasses.includes(name)),
    regions: regionsTold(measured, spans, regions),
    cuts: cutsOf([study.period, ...splits, ...sides, ...spanDays(spans)]),
  });
  return withholdRegions(kept, { segments, ...regions, spans, privateClasses });
}

/** Regions as the posts have them of which some number tells. */
function regionsTold(
  { decompositions }: Measurement,
  spans: readonly MeasuredSpan[],
  { places, tiers }: MeasuredRegions,
): string[] {
  const split = decompositions.flatMap(({ dimension, levels }) =>
    dimension === 'region' ? levels.map(({ level }) => level) : [],
  );
  const claimed = spans.flatMap((span) => span.regions ?? []);
  return [
    ...new Set([...places.places.keys(), ...(tiers?.places.keys() ?? []), ...split, ...claimed]),
  ].sort();
}

/** Days on which a period begins or ends, ascending. */
function cutsOf(periods: readonly { readonly start: string; readonly end: string }[]): number[] {
  const days = periods.flatMap(({ start, end }) => [dayOfDate(start), dayOfDate(end)]);
  return [...new Set(days)].sort((a, b) => a - b);
}
