import { hash } from 'node:crypto';
import { OWN_LEVELS } from '../domain/decomposition.ts';
import type { Period } from '../domain/estimate.ts';
import type { Finding } from '../domain/finding.ts';
import { StudyError } from '../errors/errors.ts';
import { placeRegions, placeTiers } from '../measure/region-places.ts';
import { type NumberPlace, numberPlaces } from '../report/number-place.ts';
import { type NumberMention, numberMentions, type RegionFilter } from '../store/queries/number-mentions.ts';
import { regionCounts } from '../store/queries/place-moments.ts';
import type { StudyConfig } from '../study/config.ts';
import { withLastRun } from './open-run.ts';
import { prepareObservations } from './prepare-observations.ts';
import type { RunOptions, StageContext } from './run-context.ts';
import { readFinding } from './run-study.ts';

/** The mentions behind one number of a finding. */
export interface ListedMentions {
  readonly number: string;
  readonly periods: readonly Period[];
  readonly mentions: readonly NumberMention[];
  /** SHA-256 over the record hashes in ascending order, one a line. */
  readonly digest: string;
}

const DAY = 86_400_000;

/** Numbers named where one is not known. */
const MOST_NAMED = 5;

/**
 * Lists the mentions behind a number of the last run, by its place in the finding: ids, hashes, labels, and where each record was read.
 * Texts and authors stay in the store.
 * @throws {StudyError} `report/unknown-number`, `codings/no-run`
 */
export async function listMentions(
  study: StudyConfig,
  number: string,
  run: RunOptions,
): Promise<ListedMentions> {
  const finding = await readFinding(run.out);
  if (finding === null) throw new StudyError('report/no-finding', { path: run.out });
  const place = findPlace(finding, number);
  const periods = periodsOf(finding, place);
  const mentions = await withLastRun(study, run, async (stage) => {
    await prepareObservations(stage);
    const spans = periods.map(({ start, end }) => ({ start: dayOf(start), end: dayOf(end) }));
    const regions = await regionsOf(stage, place);
    return numberMentions(stage.database, stage.corpus, {
      ...{ ...place, spans },
      ...(regions === null ? {} : { regions }),
    });
  });
  const hashes = mentions.map(({ recordHash }) => `${recordHash}\n`).sort();
  return { number, periods, mentions, digest: hash('sha256', hashes.join(''), 'hex') };
}

/** The regions as the posts have them that a number by region is of; null of a number that is of all. */
async function regionsOf(
  { study, database }: StageContext,
  { place }: NumberPlace,
): Promise<RegionFilter | null> {
  if (place === undefined) return null;
  const targets = study.targets.filter((target) => !target.placebo).map((target) => target.id);
  const counts = await regionCounts(database, targets);
  const { places, order } =
    place.kind === 'region' ? placeRegions(counts) : placeTiers(study.regionTiers, counts);
  const tier = study.regionTiers.findIndex(({ id }) => id === place.id);
  const name = place.kind === 'region' ? place.id : order[tier];
  if (name === OWN_LEVELS.unknown) return { names: [null], isExcept: false };
  if (name === OWN_LEVELS.rest) return { names: [null, ...places.keys()], isExcept: true };
  return {
    names: [...places].flatMap(([region, found]) => (found === name ? [region] : [])),
    isExcept: false,
  };
}

function findPlace(finding: Finding, number: string): NumberPlace {
  const places = [...numberPlaces(finding).values()];
  const place = places.find(({ id }) => id === number);
  if (place !== undefined) return place;
  const words = number.split('/');
  const likeness = ({ id }: NumberPlace): number =>
    words.filter((word) => id.split('/').includes(word)).length;
  const near = [...new Set(places.toSorted((a, b) => likeness(b) - likeness(a)).map(({ id }) => id))];
  throw new StudyError('report/unknown-number', { number, known: near.slice(0, MOST_NAMED).join(', ') });
}

/** The days a number is of: those of its cell, both sides of its event, or the whole study. */
function periodsOf(
  { events, study }: Finding,
  { kind, target, event, classes, estimate }: NumberPlace,
): Period[] {
  if (estimate !== null && ['level', 'series', 'before', 'after'].includes(kind)) return [estimate.period];
  const contrast = events.find(
    (one) =>
      one.event === event &&
      one.target === target &&
      (classes.length === 0 || one.stratum['class'] === classes[0]),
  );
  const isOfEvent = kind === 'effect' || kind === 'contribution' || kind === 'excess';
  return isOfEvent && contrast !== undefined
    ? [contrast.before.period, contrast.after.period]
    : [study.period];
}

function dayOf(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY;
}
