import { OWN_LEVELS } from '../domain/decomposition.ts';
import type {
  DiscoveredLevel,
  DiscoveredThemes,
  LearnedThemes,
  NoDiscoveredThemes,
  ThemeOverlap,
} from '../domain/discovered-theme.ts';
import type { Estimate, NotEstimableReason, Period } from '../domain/estimate.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import { clusteredMean, type TwoWayMoments } from '../stats/clustered-mean.ts';
import type { PartCounts, PartMoments } from '../store/queries/part-moments.ts';
import type { MeasureConfig } from '../study/config.ts';
import { meanMethod } from './mean-method.ts';
import { isThemeKnown } from './theme-known.ts';
import type { TimeBin } from './time-bins.ts';

/** What discovered themes are counted from. */
export interface DiscoveredInputs {
  readonly learned: readonly (LearnedThemes | NoDiscoveredThemes)[];
  /** Parts of classes and bins, and of the discovered themes. */
  readonly classes: readonly PartMoments[];
  readonly codebook: readonly PartMoments[];
  readonly bins: readonly TimeBin[];
  readonly period: Period;
  readonly themes: readonly string[];
  readonly measure: MeasureConfig;
  readonly weights: MentionWeights;
}

type How = Pick<DiscoveredInputs, 'measure' | 'weights'> & { readonly period: Period };

/**
 * Share of talk and net balance of every discovered theme and of none, by class, over the whole period and in each bin; and how
 * each overlaps with the codebook. Labels are taken as they are.
 */
export function measureDiscovered(inputs: DiscoveredInputs): (DiscoveredThemes | NoDiscoveredThemes)[] {
  return inputs.learned.map((one) => {
    if (one.kind === 'not-estimable') return one;
    const isMine = (row: PartMoments): boolean => row.target === one.target && row.language === one.language;
    const ids = [...one.themes.map(({ id }) => id), OWN_LEVELS.noTheme];
    const rows = inputs.classes.filter(isMine);
    const levels = levelsOf(rows, { ids, themes: one.themes }, inputs);
    return {
      ...one,
      themes: one.themes.map((theme) => ({ ...theme, since: sinceOf(rows, theme.id, inputs) })),
      levels,
      overlaps: overlapsOf(inputs.codebook.filter(isMine), ids, inputs),
    };
  });
}

function levelsOf(
  rows: readonly PartMoments[],
  { ids, themes }: { readonly ids: readonly string[]; readonly themes: LearnedThemes['themes'] },
  inputs: DiscoveredInputs,
): DiscoveredLevel[] {
  const { bins, period, measure, weights } = inputs;
  return [...Map.groupBy(rows, (row) => row.class)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, mine]) =>
      ids.map((theme): DiscoveredLevel => {
        const life = themes.find(({ id }) => id === theme);
        const at = (bin: number): Cell => {
          const inBin = mine.filter((row) => row.bin === bin);
          const period = bins[bin]?.period;
          const isKnown = life === undefined || period === undefined || isThemeKnown(life, period);
          return { part: inBin.find((row) => row.part === theme), any: inBin[0], isKnown };
        };
        const how = { measure, weights };
        const cells = bins.map((bin, i) => ({ cell: at(i), how: { ...how, period: bin.period } }));
        const whole = at(-1);
        return {
          class: name,
          theme,
          share: shareEstimate(whole, { ...how, period }),
          shares: cells.map((one) => shareEstimate(one.cell, one.how)),
          balance: balanceEstimate(whole, { ...how, period }),
          balances: cells.map((one) => balanceEstimate(one.cell, one.how)),
        };
      }),
    );
}

function overlapsOf(
  rows: readonly PartMoments[],
  ids: readonly string[],
  { themes, period, measure, weights }: DiscoveredInputs,
): ThemeOverlap[] {
  if (themes.length === 0) return [];
  return ids.flatMap((theme) => {
    const mine = rows.filter((row) => row.cell === theme);
    return [...themes, OWN_LEVELS.noTheme].map((codebook) => ({
      theme,
      codebook,
      share: shareEstimate(
        { part: mine.find((row) => row.part === codebook), any: mine[0], isKnown: true },
        { measure, weights, period },
      ),
    }));
  });
}

/** First day of the first bin in which some class has enough mentions of the theme. */
function sinceOf(rows: readonly PartMoments[], theme: string, inputs: DiscoveredInputs): string | null {
  const first = rows
    .filter(
      (row) => row.part === theme && row.bin >= 0 && tooFew(row.own, row.balance, inputs.measure) === null,
    )
    .reduce((least, row) => Math.min(least, row.bin), inputs.bins.length);
  return inputs.bins[first]?.period.start ?? null;
}

/** A part of a cell, and any part of the same cell; none = the cell has no mentions. */
interface Cell {
  readonly part: PartMoments | undefined;
  readonly any: PartMoments | undefined;
  /** Whether the part was told apart then: where it was not, its mentions are among those of others. */
  readonly isKnown: boolean;
}

/** A part that a cell lacks has the share 0, with an interval: few mentions are no proof of none. */
function shareEstimate({ part, any, isKnown }: Cell, how: How): Estimate {
  if (!isKnown) return missing('theme-not-known', how.period);
  const of = part ?? any;
  if (of === undefined) return missing('no-mentions', how.period);
  const share = part?.share ?? without(of.share);
  return estimated({ moments: share, counts: of.whole, meanSquare: null, range: [0, 1] }, how);
}

function balanceEstimate({ part, isKnown }: Cell, how: How): Estimate {
  if (!isKnown) return missing('theme-not-known', how.period);
  if (part === undefined) return missing('no-mentions', how.period);
  const { own, balance, nTold } = part;
  return estimated(
    { moments: balance, counts: own, meanSquare: nTold / balance.both.sumN, range: [-1, 1] },
    how,
  );
}

function without(moments: TwoWayMoments): TwoWayMoments {
  const none = { sumY: 0, sumYY: 0, sumYN: 0 };
  const { author, copies, both } = moments;
  return { author: { ...author, ...none }, copies: { ...copies, ...none }, both: { ...both, ...none } };
}

interface Mean {
  readonly moments: TwoWayMoments;
  readonly counts: PartCounts;
  /** Null = of a share, which is its own. */
  readonly meanSquare: number | null;
  readonly range: readonly [number, number];
}

function estimated(
  { moments, counts, meanSquare, range }: Mean,
  { period, measure, weights }: How,
): Estimate {
  const { nMentions, nAuthors, kishSize } = counts;
  const of = { nDocuments: nMentions, nAuthors, nClusters: moments.copies.nGroups };
  const reason = tooFew(counts, moments, measure);
  if (reason !== null) return { kind: 'not-estimable', period, reason, ...of };
  const value = moments.both.sumY / moments.both.sumN;
  const mean = clusteredMean(moments, {
    confidenceLevel: measure.confidenceLevel,
    range,
    meanSquare: meanSquare ?? value,
    kishSize,
  });
  return {
    kind: 'estimate',
    period,
    value: mean.value,
    standardError: mean.standardError,
    interval: { lower: mean.lower, upper: mean.upper, level: measure.confidenceLevel },
    effectiveSampleSize: mean.effectiveSampleSize,
    ...of,
    method: meanMethod(weights),
    correction: 'none',
    mix: 'observed',
  };
}

function tooFew(
  { nMentions }: PartCounts,
  { author, copies }: TwoWayMoments,
  { minimumMentions, minimumAuthors }: MeasureConfig,
): NotEstimableReason | null {
  if (nMentions < minimumMentions) return 'too-few-mentions';
  return Math.min(author.nGroups, copies.nGroups) < Math.max(minimumAuthors, 2) ? 'too-few-authors' : null;
}

function missing(reason: NotEstimableReason, period: Period): Estimate {
  return { kind: 'not-estimable', period, reason, nDocuments: 0, nAuthors: 0, nClusters: 0 };
}
