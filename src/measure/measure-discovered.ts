import { OWN_LEVELS } from '../domain/decomposition.ts';
import type {
  DiscoveredThemes,
  LearnedThemes,
  NoDiscoveredThemes,
  ThemeOverlap,
} from '../domain/discovered-theme.ts';
import type { Period } from '../domain/estimate.ts';
import type { MentionWeights } from '../domain/mention-weights.ts';
import type { PartMoments } from '../store/queries/part-moments.ts';
import type { MeasureConfig } from '../study/config.ts';
import { partLevels, shareEstimate, tooFew } from './part-levels.ts';
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
    const { bins, period, measure, weights } = inputs;
    const isKnown = (id: string, when: Period): boolean => {
      const life = one.themes.find((theme) => theme.id === id);
      return life === undefined || isThemeKnown(life, when);
    };
    const levels = partLevels(rows, ids, { bins, period, measure, weights, isKnown }).map(
      ({ part, ...level }) => ({
        ...level,
        theme: part,
      }),
    );
    return {
      ...one,
      themes: one.themes.map((theme) => ({ ...theme, since: sinceOf(rows, theme.id, inputs) })),
      levels,
      overlaps: overlapsOf(inputs.codebook.filter(isMine), ids, inputs),
    };
  });
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
