import type { Claim } from '../domain/claim.ts';
import { type Decomposition, type DecompositionLevel, OWN_LEVELS } from '../domain/decomposition.ts';
import type { Estimate, Period } from '../domain/estimate.ts';
import type { EventContrast, Level } from '../domain/finding.ts';
import type { RegionBalance, RegionBalances, RegionTiers } from '../domain/region-balance.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import { disclosedSums, type PublishedSum } from '../stats/disclosed-sums.ts';
import type { RegionSegment } from '../store/queries/place-moments.ts';
import { type MeasuredSpan, spanName } from './claim-spans.ts';
import type { RegionPlaces } from './region-places.ts';
import { dayOfDate } from './time-bins.ts';
import { withheldClaim } from './withheld-claim.ts';
import { groupsOf, withheld } from './withheld-number.ts';

/** The parts of a measurement in which regions are told apart. */
export interface RegionalParts {
  readonly regions: readonly RegionBalances[];
  readonly levels: readonly Level[];
  readonly events: readonly EventContrast[];
  readonly decompositions: readonly Decomposition[];
  readonly claims: readonly Claim[];
}

/** What the gate knows beside the numbers. */
export interface WithholdRegionsOptions {
  /** Who is counted by region and stretch of time, of private classes. */
  readonly segments: readonly RegionSegment[];
  readonly places: RegionPlaces;
  /** Null where the study orders no regions. */
  readonly tiers: RegionPlaces | null;
  /** Balances in places that claims name. */
  readonly spans: readonly MeasuredSpan[];
  readonly privateClasses: readonly string[];
}

/** A number by region that would be published: in which regions and days, and of how many authors. */
interface RegionalSum {
  readonly key: string;
  readonly isIn: (region: string) => boolean;
  readonly period: Period;
  readonly nAuthors: number;
  readonly rank: number | null;
}

/** Given up in this order: a side of a split change, of a change, a level, a tier, what a claim is about. */
const RANKS = { split: 0, side: 1, level: 2, tier: 3, claim: 4 } as const;

/**
 * Takes out numbers by region of fewer than ten authors, of classes in which persons speak, and those with which they could be found: from the
 * whole of the class, from tiers, from the regions of a split change and from the places of claims, by any sums and
 * differences (`disclosedSums`). A number that is taken out is `withheld`, without counts.
 */
export function withholdRegions<Parts extends RegionalParts>(
  parts: Parts,
  options: WithholdRegionsOptions,
): Parts {
  const cells = Map.groupBy(options.segments, ({ target, class: name }) => JSON.stringify([target, name]));
  const hidden = new Set(
    [...cells].flatMap(([cell, segments]) => {
      const [target, name] = JSON.parse(cell) as [string, string];
      return options.privateClasses.includes(name)
        ? hiddenKeys(sumsOf(parts, options, { target, class: name }), segments)
        : [];
    }),
  );
  return {
    ...parts,
    regions: parts.regions.map((one) => withheldRegions(one, hidden)),
    decompositions: parts.decompositions.map((one) => withheldLevels(one, hidden)),
    claims: parts.claims.map((one) =>
      withheldClaim(one, ({ boundTo }) => [...hidden].some((key) => claimKeyIn(key, boundTo))),
    ),
  };
}

interface Cell {
  readonly target: string;
  readonly class: string;
}

const keyOf = (cell: Cell, ...rest: readonly string[]): string =>
  JSON.stringify([cell.target, cell.class, ...rest]);
const cellOf = (one: {
  readonly target: string;
  readonly stratum: Readonly<Record<string, string>>;
}): Cell => ({
  target: one.target,
  class: one.stratum['class'] ?? '',
});
const isSame = (a: Cell, b: Cell): boolean => a.target === b.target && a.class === b.class;

function hiddenKeys(sums: readonly RegionalSum[], segments: readonly RegionSegment[]): string[] {
  const atoms = segments.filter(({ region }) => region !== null);
  const days = sums.map(({ period }) => ({ start: dayOfDate(period.start), end: dayOfDate(period.end) }));
  const atomsOf = (sum: RegionalSum, i: number): number[] => {
    const { start, end } = days[i] as (typeof days)[number];
    return atoms.flatMap((one, atom) =>
      one.start >= start && one.end <= end && sum.isIn(one.region ?? '') ? [atom] : [],
    );
  };
  const published = sums.map(
    (sum, i): PublishedSum => ({
      atoms: atomsOf(sum, i),
      nAuthors: sum.nAuthors,
      rank: sum.rank,
    }),
  );
  const found = disclosedSums({
    atoms,
    sums: published,
    allowed: toldTogether(atoms, segments),
    minimumAuthors: CELL_AUTHORS,
  });
  return found.map((i) => (sums[i] as RegionalSum).key);
}

/** Stretches of days in which no region has enough authors and all together have: what is left of a class there may be told. */
function toldTogether(atoms: readonly RegionSegment[], segments: readonly RegionSegment[]): number[][] {
  return segments
    .filter(({ region, nAuthors }) => region === null && nAuthors >= CELL_AUTHORS)
    .map(({ start }) => atoms.flatMap((one, atom) => (one.start === start ? [atom] : [])))
    .filter((list) => list.every((atom) => (atoms[atom] as RegionSegment).nAuthors < CELL_AUTHORS));
}

/** Everything by region that would be published of one target in one class, and the wholes that it is part of. */
function sumsOf(parts: RegionalParts, options: WithholdRegionsOptions, cell: Cell): RegionalSum[] {
  const found = [
    ...parts.regions.filter((one) => isSame(cellOf(one), cell)).flatMap((one) => regionSums(one, options)),
    ...parts.decompositions
      .filter((one) => one.dimension === 'region' && isSame(cellOf(one), cell))
      .flatMap(levelSums),
    ...claimSums(parts.claims, options.spans, cell),
  ].filter(({ nAuthors }) => nAuthors > 0);
  const wholes = publishedWholes(parts, cell).map(
    (period): RegionalSum => ({
      key: keyOf(cell, 'whole', period.start, period.end),
      isIn: () => true,
      period,
      nAuthors: CELL_AUTHORS,
      rank: null,
    }),
  );
  return [...found, ...wholes];
}

/** Periods over which the class as a whole is published. */
function publishedWholes({ levels, events }: RegionalParts, cell: Cell): Period[] {
  const estimates = [
    ...levels.filter((one) => isSame(cellOf(one), cell)).map(({ estimate }) => estimate),
    ...events.filter((one) => isSame(cellOf(one), cell)).flatMap(({ before, after }) => [before, after]),
  ].filter(({ nDocuments }) => nDocuments !== null && nDocuments > 0);
  const periods = estimates.map(({ period }) => [JSON.stringify(period), period] as const);
  return [...new Map(periods).values()];
}

function regionSums(one: RegionBalances, { places, tiers }: WithholdRegionsOptions): RegionalSum[] {
  const cell = cellOf(one);
  const placeIn = ({ places: of }: RegionPlaces, region: string): string =>
    of.get(region) ?? (region === OWN_LEVELS.unknown ? OWN_LEVELS.unknown : OWN_LEVELS.rest);
  const regions = one.regions.flatMap(({ region, balance, change }) => {
    const isIn = (raw: string): boolean => placeIn(places, raw) === region;
    const sum = (what: string, estimate: Estimate, rank: number): RegionalSum => ({
      ...{ key: keyOf(cell, 'region', region, what), isIn, rank },
      ...countedIn(estimate),
    });
    return [
      sum('level', balance, RANKS.level),
      ...(change === null
        ? []
        : [sum('before', change.before, RANKS.side), sum('after', change.after, RANKS.side)]),
    ];
  });
  const ordered = (one.tiers?.tiers ?? []).map(
    ({ id, balance }, i): RegionalSum => ({
      key: keyOf(cell, 'tier', id),
      isIn: (raw) => tiers !== null && placeIn(tiers, raw) === tiers.order[i],
      rank: RANKS.tier,
      ...countedIn(balance),
    }),
  );
  return [...regions, ...ordered];
}

function levelSums(one: Decomposition): RegionalSum[] {
  const named = one.levels.map(({ level }) => level);
  return one.levels.flatMap((level) => {
    const isIn = (raw: string): boolean =>
      raw === level.level || (level.level === OWN_LEVELS.rest && !named.includes(raw));
    return (['balanceBefore', 'balanceAfter'] as const).map(
      (side): RegionalSum => ({
        ...{ key: levelKey(one, level.level, side), isIn, rank: RANKS.split },
        ...countedIn(level[side]),
      }),
    );
  });
}

const levelKey = (one: Decomposition, level: string, side: 'balanceBefore' | 'balanceAfter'): string =>
  keyOf(cellOf(one), 'split', one.event ?? '', level, side);

function claimSums(claims: readonly Claim[], spans: readonly MeasuredSpan[], cell: Cell): RegionalSum[] {
  const bound = claims.flatMap(({ parts }) => parts.map(({ boundTo }) => boundTo));
  return spans.flatMap((span): RegionalSum[] => {
    const { regions } = span;
    const found = span.contrasts.find((one) => isSame(cellOf(one), cell));
    if (regions === null || found === undefined) return [];
    const key = keyOf(cell, 'claim', spanName(span));
    if (!bound.some((boundTo) => claimKeyIn(key, boundTo))) return [];
    return [{ key, isIn: (raw) => regions.includes(raw), rank: RANKS.claim, ...countedIn(found.before) }];
  });
}

/** Whether a hidden key is of a number that a claim is bound to. */
function claimKeyIn(key: string, boundTo: string): boolean {
  const [target, name, what, span] = JSON.parse(key) as [string, string, string, string];
  return what === 'claim' && boundTo.startsWith('spans/') && boundTo.includes(`${target}/${name}/${span}`);
}

function countedIn(estimate: Estimate): Pick<RegionalSum, 'nAuthors' | 'period'> {
  return { nAuthors: groupsOf(estimate, false), period: estimate.period };
}

function withheldRegions(one: RegionBalances, hidden: ReadonlySet<string>): RegionBalances {
  const cell = cellOf(one);
  const regions = one.regions.map((region): RegionBalance => {
    const through = (what: string, estimate: Estimate): Estimate =>
      hidden.has(keyOf(cell, 'region', region.region, what)) ? withheld(estimate.period) : estimate;
    const balance = through('level', region.balance);
    const { change } = region;
    const [before, after] =
      change === null ? [] : [through('before', change.before), through('after', change.after)];
    const isTold = before?.nDocuments !== null && after?.nDocuments !== null;
    return {
      ...region,
      share: balance.nDocuments === null ? null : region.share,
      balance,
      change:
        change === null || before === undefined || after === undefined
          ? null
          : { before, after, effect: isTold ? change.effect : withheld(change.effect.period) },
    };
  });
  return { ...one, regions, tiers: one.tiers === null ? null : withheldTiers(one.tiers, cell, hidden) };
}

function withheldTiers(tiers: RegionTiers, cell: Cell, hidden: ReadonlySet<string>): RegionTiers {
  const isHidden = tiers.tiers.map(({ id }) => hidden.has(keyOf(cell, 'tier', id)));
  if (!isHidden.includes(true)) return tiers;
  return {
    tiers: tiers.tiers.map((tier, i) =>
      isHidden[i] ? { ...tier, balance: withheld(tier.balance.period) } : tier,
    ),
    perStep: withheld(tiers.perStep.period),
    pValue: null,
    steps: tiers.steps.map((step, i) => (isHidden[i] || isHidden[i + 1] ? withheld(step.period) : step)),
  };
}

function withheldLevels(one: Decomposition, hidden: ReadonlySet<string>): Decomposition {
  if (one.dimension !== 'region') return one;
  const levels = one.levels.map((level): DecompositionLevel => {
    const [before, after] = (['balanceBefore', 'balanceAfter'] as const).map((side) =>
      hidden.has(levelKey(one, level.level, side)),
    );
    return {
      ...level,
      ...(before
        ? {
            shareBefore: withheld(level.shareBefore.period),
            balanceBefore: withheld(level.balanceBefore.period),
          }
        : {}),
      ...(after
        ? { shareAfter: withheld(level.shareAfter.period), balanceAfter: withheld(level.balanceAfter.period) }
        : {}),
    };
  });
  return { ...one, levels };
}
