import { type Dimension, OWN_LEVELS } from '../domain/decomposition.ts';
import type { LevelSide } from '../stats/driver-rows.ts';
import type { LevelCounts } from '../store/queries/decomposition-moments.ts';
import type { MeasureConfig } from '../study/config.ts';

/** More levels than a reader can compare; those with the fewest mentions are told together. */
const MOST_LEVELS = 20;
/** A level with less than this part of its share on the other side is (nearly) absent: it came or went. */
const ABSENT = 0.1;

/** One side of a level with its counts. */
export interface ChosenSide extends LevelSide {
  readonly nMentions: number;
  readonly nAuthors: number;
  readonly copyGroups: number;
}

/** A level as it is told; the last may stand for several. */
export interface ChosenLevel {
  readonly level: string;
  /** The levels of the data that it stands for. */
  readonly members: readonly string[];
  readonly told: 'split' | 'entry' | 'remainder';
  readonly before: ChosenSide;
  readonly after: ChosenSide;
}

type Minimum = Pick<MeasureConfig, 'minimumMentions' | 'minimumAuthors'>;

/**
 * The levels of one target and class in a decomposition. A level with enough mentions and authors on both sides is split;
 * one with enough on one side and next to nothing on the other is told as entry; the rest is told together, and so are
 * levels beyond the twenty with the most mentions. The rule looks at counts alone, never at stance.
 * @returns null where fewer than two levels can be told apart
 */
export function chooseLevels(
  counts: readonly LevelCounts[],
  dimension: Dimension,
  minimum: Minimum,
): ChosenLevel[] | null {
  const totals = [0, 1].map((side) =>
    counts.reduce((sum, one) => sum + (one.side === side ? one.n : 0), 0),
  ) as [number, number];
  const found = [...Map.groupBy(counts, (one) => one.level)].map(([level, rows]) => {
    const [before, after] = [sideOf(rows, 0), sideOf(rows, 1)];
    return { level, members: [level], told: toldOf([before, after], totals, minimum), before, after };
  });
  const mentions = (one: { before: ChosenSide; after: ChosenSide }): number =>
    one.before.nMentions + one.after.nMentions;
  const named = found
    .filter((one) => one.told !== 'remainder')
    .sort((a, b) => mentions(b) - mentions(a) || (a.level < b.level ? -1 : 1))
    .slice(0, MOST_LEVELS);
  if (named.length < 2 || (dimension === 'author' && named.every((one) => one.told === 'entry'))) return null;
  const names = new Set(named.map((one) => one.level));
  const rest = counts.filter((one) => !names.has(one.level));
  if (rest.length === 0) return named;
  const remainder: ChosenLevel = {
    level: OWN_LEVELS.rest,
    members: [...new Set(rest.map((one) => one.level))].sort(),
    told: 'remainder',
    before: sideOf(rest, 0),
    after: sideOf(rest, 1),
  };
  return [...named, remainder];
}

function toldOf(
  sides: readonly [ChosenSide, ChosenSide],
  totals: readonly [number, number],
  minimum: Minimum,
): ChosenLevel['told'] {
  const [before, after] = sides.map((side) => isEnough(side, minimum));
  if (before && after) return 'split';
  const [s0, s1] = sides.map((side, i) => side.n / (totals[i] as number)) as [number, number];
  return (before && s1 < ABSENT * s0) || (after && s0 < ABSENT * s1) ? 'entry' : 'remainder';
}

/** Whether a side has as many mentions and authors as a number needs. */
export function isEnough(side: ChosenSide, { minimumMentions, minimumAuthors }: Minimum): boolean {
  return side.nMentions >= minimumMentions && side.nGroups >= Math.max(minimumAuthors, 2);
}

/** Several levels of one side together. Authors and copies may stand in several: their number is at most the sum. */
function sideOf(counts: readonly LevelCounts[], side: 0 | 1): ChosenSide {
  const mine = counts.filter((one) => one.side === side);
  const sum = (of: (one: LevelCounts) => number): number => mine.reduce((total, one) => total + of(one), 0);
  const [n, ww] = [sum((one) => one.n), sum((one) => one.ww)];
  return {
    n,
    y: sum((one) => one.y),
    yy: sum((one) => one.yy),
    kishSize: ww === 0 ? 0 : (n * n) / ww,
    nGroups: sum((one) => Math.min(one.authorGroups, one.copyGroups)),
    nMentions: sum((one) => one.nMentions),
    nAuthors: sum((one) => one.nAuthors),
    copyGroups: sum((one) => one.copyGroups),
  };
}
