import { OWN_LEVELS } from '../domain/decomposition.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import type { RegionCount } from '../store/queries/place-moments.ts';
import type { RegionTierConfig } from '../study/config.ts';
import { placeCode } from '../text/place-code.ts';

/** Places that no code stands for, listed by name: more of them nobody reads. */
const MOST_NAMES = 40;

/** What regions of posts are counted as. */
export interface RegionPlaces {
  /** Region as the posts have it → place. */
  readonly places: ReadonlyMap<string, string>;
  /** All places as they are published: codes in their order, names as the posts have them, `rest`, `unknown`. */
  readonly order: readonly string[];
}

/**
 * Regions as they are published: every name of a federal subject of Russia or a province of China under its code of ISO 3166-2; of other
 * names those with most authors, at least ten, so that what one person wrote in a profile is not printed.
 * @param counts those with most authors first
 */
export function placeRegions(counts: readonly RegionCount[]): RegionPlaces {
  const places = new Map<string, string>();
  const [codes, names] = [new Set<string>(), new Set<string>()];
  for (const { region, nAuthors } of counts) {
    if (isOwn(region)) continue;
    const code = placeCode(region);
    if (code !== null) codes.add(code);
    else if (nAuthors >= CELL_AUTHORS && names.size < MOST_NAMES) names.add(region);
    else continue;
    places.set(region, code ?? region);
  }
  const own = [OWN_LEVELS.rest, OWN_LEVELS.unknown];
  return { places, order: [...[...codes].sort(), ...[...names].sort(), ...own] };
}

/**
 * The same by the tiers of a study: a region as the posts have it first, then the code that stands for it; a tier of `rest` has all that
 * no other names.
 */
export function placeTiers(
  tiers: readonly RegionTierConfig[],
  counts: readonly Pick<RegionCount, 'region'>[],
): RegionPlaces {
  const places = new Map<string, string>();
  const order = tiers.map((tier) =>
    tier.regions.includes(OWN_LEVELS.rest) ? OWN_LEVELS.rest : `tier ${tier.id}`,
  );
  const tierOf = new Map(
    tiers.flatMap(({ regions }, i) => regions.map((region) => [region, order[i] as string] as const)),
  );
  for (const { region } of counts) {
    const place = tierOf.get(region) ?? tierOf.get(placeCode(region) ?? region);
    if (place !== undefined && !isOwn(region)) places.set(region, place);
  }
  return { places, order };
}

/** Regions whose name is one of ours are counted with the rest. */
function isOwn(region: string): boolean {
  return region === OWN_LEVELS.rest || region === OWN_LEVELS.unknown;
}
