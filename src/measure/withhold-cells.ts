import type { Claim } from '../domain/claim.ts';
import type { ClassContrast } from '../domain/class-contrast.ts';
import type { Decomposition, DecompositionLevel } from '../domain/decomposition.ts';
import type { DiscoveredLevel, DiscoveredThemes, NoDiscoveredThemes } from '../domain/discovered-theme.ts';
import type { Estimate, Period, Series } from '../domain/estimate.ts';
import type { EventContrast, Headline, Level, SourceHealth, VoiceCount } from '../domain/finding.ts';
import { CELL_AUTHORS } from '../domain/smallest-cell.ts';
import { thinDifferences } from '../stats/thin-differences.ts';
import type { SegmentRow } from '../store/queries/segment-authors.ts';
import { dayOfDate } from './time-bins.ts';
import { withheldClaim } from './withheld-claim.ts';
import { groupsOf, isThin, withheld } from './withheld-number.ts';

/** The parts of a measurement in which cells are counted. */
export interface CountedParts {
  readonly headline: Headline;
  readonly series: readonly Series[];
  readonly levels: readonly Level[];
  readonly events: readonly EventContrast[];
  readonly decompositions: readonly Decomposition[];
  readonly classContrasts: readonly ClassContrast[];
  readonly discoveredThemes: readonly (DiscoveredThemes | NoDiscoveredThemes)[];
  readonly claims: readonly Claim[];
  readonly voices: readonly VoiceCount[];
  readonly health: readonly SourceHealth[];
}

/** What the gate knows beside the numbers. */
interface WithholdOptions {
  readonly segments: readonly SegmentRow[];
  /** Voices that count in every number. */
  readonly voices: readonly string[];
  /** Classes in which persons speak: numbers of others tell of nobody whose words are not published anyway. */
  readonly privateClasses: readonly string[];
}

/** Whether persons may stand behind a number; of all classes together they may. */
type IsPrivate = (name: string | undefined) => boolean;

/**
 * Takes out every number of fewer than ten authors of classes in which persons speak, and those with which it could be found by subtraction: of the same target and class
 * in other periods, of the other themes or levels of the same whole, of other voices and sources. A number that is taken
 * out is `withheld`, without counts. Rules in docs/privacy.md.
 */
export function withholdCells<Parts extends CountedParts>(
  parts: Parts,
  { segments, voices, privateClasses }: WithholdOptions,
): Parts {
  const unnamed = new Set(
    parts.health.flatMap((one) => (one.nAuthors === 0 && one.nMentions !== 0 ? [one.class] : [])),
  );
  const cells = hiddenCells(parts, { segments, unnamed, privateClasses });
  const isPrivate: IsPrivate = (name) => name === undefined || privateClasses.includes(name);
  const gate = gateOf(cells, { unnamed, isPrivate });
  // Classes beside each other are weighted to one mix of periods: they are no sums from which others can be taken.
  const alone = gateOf(new Set(), { unnamed, isPrivate });
  const events = parts.events.map((one) => withheldEvent(one, { gate, alone }));
  const ofEvent = changeGate(events, alone);
  const { headline } = parts;
  const throughHeadline = headline.event === null ? gate : ofEvent(headline.event);
  return {
    ...parts,
    headline: { ...headline, estimate: throughHeadline(headline, headline.estimate) },
    series: parts.series.map((one) => ({
      ...one,
      estimates: one.estimates.map((estimate) => gate(one, estimate)),
      ...(one.variants === undefined
        ? {}
        : {
            variants: one.variants.map((variant) => ({
              ...variant,
              estimates: variant.estimates.map((estimate) => gate(one, estimate)),
            })),
          }),
    })),
    levels: parts.levels.map((one) => ({
      ...one,
      estimate: gate(one, one.estimate),
      ...withheldVariants(one, (estimate) => gate(one, estimate)),
    })),
    events,
    decompositions: parts.decompositions.flatMap((one) =>
      isPrivate(one.stratum['class']) ? withheldDecomposition(one, { gate, alone }) : [one],
    ),
    classContrasts: parts.classContrasts.map((one) => withheldContrast(one, alone)),
    discoveredThemes: parts.discoveredThemes.map((one) => withheldThemes(one, { unnamed, isPrivate })),
    claims: parts.claims.map((one) =>
      withheldClaim(one, ({ classes, boundTo, estimate }) =>
        classes.some((name) => {
          const [what, event = ''] = boundTo.split('/');
          const isChange = what === 'events' || what === 'decompositions';
          const through = what === 'classContrasts' ? alone : isChange ? ofEvent(event) : gate;
          return through({ target: one.target, stratum: { class: name } }, estimate).nDocuments === null;
        }),
      ),
    ),
    voices: withheldVoices(parts.voices, { counted: voices, isPrivate }),
    health: withheldHealth(parts.health, isPrivate),
  };
}

/** Puts an estimate of a target and stratum through. */
type Gate = (cell: Place, estimate: Estimate) => Estimate;

interface Place {
  readonly target: string | null;
  readonly stratum: Readonly<Record<string, string>>;
}

const keyOf = ({ target, stratum }: Place, { start, end }: Period): string =>
  JSON.stringify([target, stratum['class'] ?? null, start, end]);

/** Puts through what is said of the change at an event. */
function changeGate(events: readonly EventContrast[], alone: Gate): (event: string) => Gate {
  const hidden = new Set(
    events.flatMap((one) => (one.effect.nDocuments === null ? [eventKey(one.event, one)] : [])),
  );
  return (event) => (cell, estimate) =>
    hidden.has(eventKey(event, cell)) ? withheld(estimate.period) : alone(cell, estimate);
}

/** A change has its own: its outer days may be those of a level whose number tells of other documents. */
const eventKey = (event: string, { target, stratum }: Place): string =>
  JSON.stringify([event, target, stratum['class'] ?? null]);

function gateOf(
  hidden: ReadonlySet<string>,
  { unnamed, isPrivate }: { readonly unnamed: ReadonlySet<string>; readonly isPrivate: IsPrivate },
): Gate {
  return (cell, estimate) => {
    const name = cell.stratum['class'];
    if (!isPrivate(name)) return estimate;
    const isHidden = hidden.has(keyOf(cell, estimate.period)) || isThin(estimate, unnamed.has(name ?? ''));
    return isHidden ? withheld(estimate.period) : estimate;
  };
}

/** Cells by target, class and period that are withheld. */
function hiddenCells(
  { series, levels, events }: CountedParts,
  {
    segments,
    unnamed,
    privateClasses,
  }: Pick<WithholdOptions, 'segments' | 'privateClasses'> & { readonly unnamed: ReadonlySet<string> },
): Set<string> {
  const hidden = new Set<string>();
  const balances = series.filter(
    (one) => one.measure === 'net-balance' && privateClasses.includes(one.stratum['class'] ?? ''),
  );
  for (const one of balances) {
    const isHere = (other: Place): boolean =>
      other.target === one.target && other.stratum['class'] === one.stratum['class'];
    const mine = events.filter(isHere);
    const whole = levels.filter((level) => isHere(level) && level.measure === 'net-balance');
    const periods = [
      ...one.estimates.map((estimate) => ({ estimate, rank: 0 })),
      ...mine.flatMap(({ before, after }) => [before, after].map((estimate) => ({ estimate, rank: 2 }))),
      ...whole.map(({ estimate }) => ({ estimate, rank: 1 })),
    ]
      .map(({ estimate, rank }) => ({
        period: estimate.period,
        rank,
        start: dayOfDate(estimate.period.start),
        end: dayOfDate(estimate.period.end),
        nAuthors: groupsOf(estimate, unnamed.has(one.stratum['class'] ?? '')),
      }))
      .filter(({ nAuthors }) => nAuthors > 0);
    const counted = segments.filter((s) => s.target === one.target && s.class === one.stratum['class']);
    for (const i of thinDifferences({ periods, segments: counted, minimumAuthors: CELL_AUTHORS }))
      hidden.add(keyOf(one, (periods[i] as { period: Period }).period));
  }
  return hidden;
}

function withheldVariants<Variant extends { readonly estimate: Estimate }>(
  { variants }: { readonly variants?: readonly Variant[] },
  through: (estimate: Estimate) => Estimate,
): { variants?: readonly Variant[] } {
  if (variants === undefined) return {};
  return { variants: variants.map((one) => ({ ...one, estimate: through(one.estimate) })) };
}

/** Of two sides and their difference: by the cells that are withheld, and by its own authors. */
interface Gates {
  readonly gate: Gate;
  readonly alone: Gate;
}

/**
 * Where one side is withheld, so are the difference and what the test says of its size. Where both are published the difference tells
 * no more than they do, whatever became of the period that they span.
 */
function withheldEvent(one: EventContrast, { gate, alone }: Gates): EventContrast {
  const [before, after] = [gate(one, one.before), gate(one, one.after)];
  const isWithheld = before.nDocuments === null || after.nDocuments === null;
  const through = (estimate: Estimate): Estimate =>
    isWithheld ? withheld(estimate.period) : alone(one, estimate);
  const { variants, ...rest } = one;
  return {
    ...rest,
    before,
    after,
    effect: through(one.effect),
    ...(one.step === undefined ? {} : { step: through(one.step) }),
    ...(variants === undefined
      ? {}
      : {
          variants: variants.map(({ test, ...variant }) => ({
            ...variant,
            estimate: through(variant.estimate),
            ...(test === undefined
              ? {}
              : { test: test.step === undefined ? test : { ...test, step: through(test.step) } }),
          })),
        }),
  };
}

/**
 * The levels of a whole: where some are withheld that together have fewer than ten authors, the smallest of the others as well.
 * @param sizes authors of each; null = none or withheld by another rule
 */
function withSmallest(sizes: readonly (number | null)[]): ReadonlySet<number> {
  const known = sizes
    .flatMap((n, i) => (n === null || n === 0 ? [] : [{ n, i }]))
    .sort((a, b) => a.n - b.n || a.i - b.i);
  const hidden = known.filter(({ n }) => n < CELL_AUTHORS);
  if (hidden.length > 0) hidden.push(...known.slice(hidden.length, hidden.length + 1));
  return new Set(hidden.map(({ i }) => i));
}

/** A split of a change whose sides are withheld is left out; of levels that are too small, shares and balances are withheld. */
function withheldDecomposition(one: Decomposition, { gate, alone }: Gates): Decomposition[] {
  const [before, after] = [gate(one, one.before), gate(one, one.after)];
  if (before.nDocuments === null || after.nDocuments === null) return [];
  const hide = (side: 'balanceBefore' | 'balanceAfter'): ReadonlySet<number> =>
    withSmallest(one.levels.map((level) => groupsOf(level[side], false)));
  const hidden = [hide('balanceBefore'), hide('balanceAfter')] as const;
  const levels = one.levels.map((level, i): DecompositionLevel => {
    const through = (estimate: Estimate, side: 0 | 1): Estimate =>
      hidden[side].has(i) ? withheld(estimate.period) : estimate;
    return {
      ...level,
      shareBefore: through(level.shareBefore, 0),
      shareAfter: through(level.shareAfter, 1),
      balanceBefore: through(level.balanceBefore, 0),
      balanceAfter: through(level.balanceAfter, 1),
    };
  });
  return [{ ...one, before, after, change: alone(one, one.change), levels }];
}

function withheldContrast(one: ClassContrast, gate: Gate): ClassContrast {
  const [first, second] = [one.first, one.second].map((estimate, i) =>
    gate({ target: one.target, stratum: { class: one.classes[i] as string } }, estimate),
  ) as [Estimate, Estimate];
  if (first.nDocuments !== null && second.nDocuments !== null) return one;
  return { ...one, first, second, difference: withheld(one.difference.period), ratio: null };
}

function withheldThemes(
  one: DiscoveredThemes | NoDiscoveredThemes,
  { unnamed, isPrivate }: { readonly unnamed: ReadonlySet<string>; readonly isPrivate: IsPrivate },
): DiscoveredThemes | NoDiscoveredThemes {
  if (one.kind === 'not-estimable') return one;
  const levels = [...Map.groupBy(one.levels, (level) => level.class)].flatMap(([name, mine]) => {
    if (!isPrivate(name)) return mine;
    const sizes = (of: (level: DiscoveredLevel) => Estimate | undefined): ReadonlySet<number> =>
      withSmallest(mine.map((level) => sizeOf(of(level), unnamed.has(name))));
    const nBins = mine[0]?.balances.length ?? 0;
    const whole = sizes((level) => level.balance);
    const bins = Array.from({ length: nBins }, (_, bin) => sizes((level) => level.balances[bin]));
    return mine.map((level, i): DiscoveredLevel => {
      // Where bins are withheld, the whole less the others would tell them: one bin more.
      const thin = withSmallestBin(
        level,
        bins.map((hidden) => hidden.has(i)),
      );
      const through = (estimate: Estimate, isHidden: boolean): Estimate =>
        isHidden ? withheld(estimate.period) : estimate;
      return {
        ...level,
        share: through(level.share, whole.has(i)),
        balance: through(level.balance, whole.has(i)),
        shares: level.shares.map((estimate, bin) => through(estimate, thin[bin] === true)),
        balances: level.balances.map((estimate, bin) => through(estimate, thin[bin] === true)),
      };
    });
  });
  const overlaps = one.overlaps.map((overlap) =>
    isThin(overlap.share, false) ? { ...overlap, share: withheld(overlap.share.period) } : overlap,
  );
  return { ...one, levels, overlaps };
}

function sizeOf(estimate: Estimate | undefined, isUnnamed: boolean): number | null {
  return estimate === undefined ? null : groupsOf(estimate, isUnnamed);
}

function withSmallestBin(level: DiscoveredLevel, hidden: readonly boolean[]): readonly boolean[] {
  const sizes = level.balances.map((estimate) => groupsOf(estimate, false));
  const most = Math.max(0, ...sizes.filter((_, bin) => hidden[bin]));
  if (most === 0 || most >= CELL_AUTHORS) return hidden;
  const next = sizes
    .map((n, bin) => ({ n, bin }))
    .filter(({ n, bin }) => !hidden[bin] && n >= CELL_AUTHORS)
    .sort((a, b) => a.n - b.n || a.bin - b.bin)[0];
  return hidden.map((is, bin) => is || bin === next?.bin);
}

/** Where a voice has fewer than ten authors its counts are withheld; where it is among those counted in every number, all are. */
function withheldVoices(
  rows: readonly VoiceCount[],
  { counted, isPrivate }: { readonly counted: readonly string[]; readonly isPrivate: IsPrivate },
): VoiceCount[] {
  const isThinRow = ({ nAuthors }: VoiceCount): boolean =>
    (nAuthors ?? 0) > 0 && (nAuthors ?? 0) < CELL_AUTHORS;
  return rows.map((row) => {
    if (!isPrivate(row.stratum['class'])) return row;
    const mine = rows.filter(
      (other) => other.target === row.target && other.stratum['class'] === row.stratum['class'],
    );
    const isAll = mine.some((other) => isThinRow(other) && counted.includes(other.voice));
    if (!isThinRow(row) && !(isAll && counted.includes(row.voice))) return row;
    return { ...row, nMentions: null, nAgainst: null, nFavor: null, nAuthors: null };
  });
}

/** Sources of a class add up to it. */
function withheldHealth(health: readonly SourceHealth[], isPrivate: IsPrivate): SourceHealth[] {
  const hidden = new Set(
    [...Map.groupBy(health, (one) => one.class).values()].flatMap((mine) =>
      isPrivate(mine[0]?.class)
        ? [...withSmallest(mine.map((one) => one.nAuthors))].map((i) => mine[i]?.source)
        : [],
    ),
  );
  return health.map((one) =>
    hidden.has(one.source) ? { ...one, nMentions: null, nAuthors: null, nCopies: null } : one,
  );
}
