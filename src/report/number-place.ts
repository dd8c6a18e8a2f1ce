import type { PartOfChange } from '../domain/decomposition.ts';
import type { Estimate } from '../domain/estimate.ts';
import type { EventContrast, Finding } from '../domain/finding.ts';
import type { RegionBalances } from '../domain/region-balance.ts';

/** How a number of a finding came about; tells which mentions are behind it. */
export type NumberKind =
  | 'level'
  | 'series'
  | 'before'
  | 'after'
  | 'effect'
  | 'step'
  | 'difference'
  | 'halves'
  | 'tier-step'
  | 'tier-slope'
  | 'contribution'
  | 'excess';

/** Where a number stands in the finding. */
export interface NumberPlace {
  /** `levels/china/public/net-balance`, `series/china/public/net-balance/2024-05-06`, `events/july/china/public/before`, … */
  readonly id: string;
  readonly kind: NumberKind;
  readonly target: string;
  /** Classes compared, or the one measured; none = everything collected. */
  readonly classes: readonly string[];
  readonly measure: string;
  readonly event: string | null;
  /** Level of a decomposition, and by what that splits the change. */
  readonly level: string | null;
  readonly dimension?: string;
  /** Region, or tier of regions, that it is of [all]. */
  readonly place?: { readonly kind: 'region' | 'tier'; readonly id: string };
  /** The estimate; null of a part of a change, which has no counts of its own. */
  readonly estimate: Estimate | null;
  readonly part: PartOfChange | null;
}

/** Every number of a finding with its place, by the object that holds it. A variant has the id of the number in the foreground. */
export function numberPlaces(finding: Finding): ReadonlyMap<object, NumberPlace> {
  const places = new Map<object, NumberPlace>();
  const add = (
    estimate: Estimate | undefined,
    place: Omit<NumberPlace, 'estimate' | 'part' | 'level'>,
  ): void => {
    if (estimate !== undefined) places.set(estimate, { ...place, estimate, part: null, level: null });
  };
  for (const { target, stratum, measure, estimate, variants = [] } of finding.levels ?? []) {
    const place = { kind: 'level', target, classes: classesOf(stratum), measure, event: null } as const;
    for (const one of [estimate, ...variants.map((variant) => variant.estimate)])
      add(one, { ...place, id: `levels/${target}/${nameOf(stratum)}/${measure}` });
  }
  for (const { target, stratum, measure, estimates, variants = [] } of finding.series) {
    const place = { kind: 'series', target, classes: classesOf(stratum), measure, event: null } as const;
    for (const one of [estimates, ...variants.map((variant) => variant.estimates)].flat())
      add(one, { ...place, id: `series/${target}/${nameOf(stratum)}/${measure}/${one.period.start}` });
  }
  for (const contrast of finding.events) addContrast(contrast, add);
  for (const { target, classes, measure, theme, difference } of finding.classContrasts ?? []) {
    const id = `classContrasts/${target}/${classes.join('−')}/${theme === null ? measure : `${measure}/${theme}`}`;
    add(difference, { id, kind: 'difference', target, classes, measure, event: null });
  }
  for (const { parts, target } of finding.claims)
    for (const { boundTo, classes, measure, estimate } of parts) {
      const kind = boundTo.startsWith('levels/')
        ? 'level'
        : boundTo.endsWith('/step')
          ? 'step'
          : 'difference';
      add(estimate, { id: boundTo, kind, target: target ?? '', classes, measure, event: null });
    }
  addParts(finding, places);
  for (const one of finding.regions ?? []) addRegions(one, add);
  const { headline } = finding;
  const inEvent = headline.event !== null;
  const rest = `${headline.target}/${nameOf(headline.stratum)}`;
  add(headline.estimate, {
    id: inEvent ? `events/${headline.event}/${rest}/effect` : `levels/${rest}/net-balance`,
    kind: inEvent ? 'effect' : 'level',
    target: headline.target,
    classes: classesOf(headline.stratum),
    measure: 'net-balance',
    event: headline.event,
  });
  return places;
}

type AddPlace = (
  estimate: Estimate | undefined,
  place: Omit<NumberPlace, 'estimate' | 'part' | 'level'>,
) => void;

function addContrast(contrast: EventContrast, add: AddPlace): void {
  const { event, target, stratum } = contrast;
  const place = { target, classes: classesOf(stratum), measure: 'net-balance', event };
  for (const kind of ['before', 'after', 'effect', 'step'] as const)
    add(contrast[kind], { ...place, kind, id: `events/${event}/${target}/${nameOf(stratum)}/${kind}` });
  for (const { estimate } of contrast.variants ?? [])
    add(estimate, { ...place, kind: 'effect', id: `events/${event}/${target}/${nameOf(stratum)}/effect` });
}

function addRegions({ target, stratum, split, regions, tiers }: RegionBalances, add: AddPlace): void {
  const of = { target, classes: classesOf(stratum), measure: 'net-balance', event: null } as const;
  const id = `regions/${target}/${nameOf(stratum)}`;
  for (const { region, balance, change } of regions) {
    const place = { kind: 'region', id: region } as const;
    add(balance, { ...of, place, kind: 'level', id: `${id}/${region}/level` });
    if (change === null) continue;
    const event = split?.event ?? null;
    for (const side of ['before', 'after', 'effect'] as const) {
      const kind = event !== null ? side : side === 'effect' ? 'halves' : 'series';
      add(change[side], { ...of, event, place, kind, id: `${id}/${region}/${side}` });
    }
  }
  for (const { id: tier, balance } of tiers?.tiers ?? [])
    add(balance, { ...of, place: { kind: 'tier', id: tier }, kind: 'level', id: `${id}/tiers/${tier}` });
  add(tiers?.perStep, { ...of, kind: 'tier-slope', id: `${id}/tiers/per-step` });
  for (const [i, step] of (tiers?.steps ?? []).entries())
    add(step, {
      ...of,
      kind: 'tier-step',
      id: `${id}/tiers/${tiers?.tiers[i + 1]?.id}−${tiers?.tiers[i]?.id}`,
    });
}

/** Parts of changes: they rest on the mentions of the change. */
function addParts({ decompositions }: Finding, places: Map<object, NumberPlace>): void {
  for (const { event, target, stratum, dimension, levels, contributions } of decompositions) {
    const place = {
      target,
      classes: classesOf(stratum),
      measure: 'net-balance',
      event,
      dimension,
      estimate: null,
    } as const;
    const id = `decompositions/${event ?? 'period'}/${target}/${nameOf(stratum)}/${dimension}`;
    for (const { level, contribution, excess } of levels) {
      places.set(contribution, {
        ...place,
        id: `${id}/${level}`,
        kind: 'contribution',
        level,
        part: contribution,
      });
      places.set(excess, { ...place, id: `${id}/${level}/excess`, kind: 'excess', level, part: excess });
    }
    for (const one of contributions)
      places.set(one, {
        ...place,
        id: `${id}/${one.level}/${one.kind}`,
        kind: 'contribution',
        level: one.level,
        part: one,
      });
  }
}

function nameOf(stratum: Readonly<Record<string, string>>): string {
  return stratum['class'] ?? 'all';
}

function classesOf(stratum: Readonly<Record<string, string>>): readonly string[] {
  const name = stratum['class'];
  return name === undefined ? [] : [name];
}
