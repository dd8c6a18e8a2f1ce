import type { Period } from '../../domain/estimate.ts';
import type { StanceLabel } from '../../domain/stance.ts';
import { StudyError } from '../../errors/errors.ts';
import { allocateSample, leastAllocation } from '../../stats/sample-design.ts';
import type { StudyConfig } from '../../study/config.ts';
import type { WaveStratum } from './coding-wave.ts';

/** Mentions of one target, class, segment of the period and label of the model. */
export interface FrameCell {
  readonly target: string;
  readonly class: string;
  readonly segment: number;
  readonly modelLabel: StanceLabel;
  readonly nMentions: number;
  /** Mean variance of (label − expected label), labels −1, 0, 1: how much a coding would teach. */
  readonly errorVariance: number;
}

/** A stratum, and the cells it is made of. */
export interface PlannedStratum extends WaveStratum {
  readonly cells: readonly FrameCell[];
}

/** How strata may be cut. */
export interface StrataOptions {
  readonly n: number;
  /** Stretches of the period in order of time. Those with days between them are never joined. */
  readonly segments: readonly Period[];
  /** See {@link allocateSample}. */
  readonly neymanShare: number;
  readonly leastShare: number;
}

/** Segments of equal length where the study declares no event. */
const EQUAL_SEGMENTS = 4;

const DAY_MS = 86_400_000;

/** The segments of a study's period: cut at the declared events; without any, at quarters of it. */
export function periodSegments({ period, events }: Pick<StudyConfig, 'period' | 'events'>): Period[] {
  const declared = events.filter(({ kind }) => kind === 'declared').map(({ date }) => date.start);
  const [first, last] = [Date.parse(period.start), Date.parse(period.end)];
  const days = (last - first) / DAY_MS;
  const quarters = Array.from({ length: EQUAL_SEGMENTS - 1 }, (_, i) =>
    new Date(first + Math.round(((i + 1) * days) / EQUAL_SEGMENTS) * DAY_MS).toISOString().slice(0, 10),
  );
  const inner = (declared.length > 0 ? declared : quarters).filter(
    (day) => day > period.start && day < period.end,
  );
  const borders = [...new Set([period.start, ...inner, period.end])].sort();
  return borders.slice(1).map((end, i) => ({ start: borders[i] as string, end }));
}

/**
 * Cuts the population into strata by target × class × segment × label of the model, and divides the sample among them.
 * Where that gives so many strata that their least sizes take more than half of the sample, segments are joined, then
 * labels, then both; target and class are never joined.
 * @throws {StudyError} `codings/sample-too-small` where the coarsest cut needs more
 */
export function planStrata(cells: readonly FrameCell[], options: StrataOptions): PlannedStratum[] {
  const { segments } = options;
  const isWhole = segments.every(({ start }, i) => i === 0 || segments[i - 1]?.end === start);
  const cuts = [
    { bySegment: true, byLabel: true },
    { bySegment: false, byLabel: true },
    { bySegment: true, byLabel: false },
    { bySegment: false, byLabel: false },
  ]
    .filter(({ bySegment }) => bySegment || isWhole)
    .map((cut) => joinCells(cells, cut, segments));
  const coarsest = cuts.at(-1) as UnsizedStratum[];
  const least = (strata: readonly UnsizedStratum[]): number =>
    leastAllocation(strata, options).reduce((sum, n) => sum + n, 0);
  const strata = cuts.find((cut) => least(cut) <= options.n / 2) ?? coarsest;
  const needed = least(coarsest);
  if (strata === coarsest && needed > options.n)
    throw new StudyError('codings/sample-too-small', { n: options.n, needed, cells: coarsest.length });
  const allocation = allocateSample(strata, options);
  return strata.map(({ size, spread: _spread, ...stratum }, h) => ({
    ...stratum,
    nPopulation: size,
    nDrawn: allocation[h] as number,
  }));
}

interface UnsizedStratum extends Omit<PlannedStratum, 'nPopulation' | 'nDrawn'> {
  readonly size: number;
  readonly spread: number;
}

function joinCells(
  cells: readonly FrameCell[],
  cut: { readonly bySegment: boolean; readonly byLabel: boolean },
  segments: readonly Period[],
): UnsizedStratum[] {
  const spanOf = ({ segment }: FrameCell): Period => ({
    start: (cut.bySegment ? segments[segment] : segments[0])?.start ?? '',
    end: (cut.bySegment ? segments[segment] : segments.at(-1))?.end ?? '',
  });
  const idOf = (cell: FrameCell): string =>
    [cell.target, cell.class, spanOf(cell).start, cut.byLabel ? cell.modelLabel : 'any'].join('/');
  const joined = Map.groupBy(
    cells.filter(({ nMentions }) => nMentions > 0),
    idOf,
  );
  return [...joined]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, mine]) => {
      const [cell] = mine as [FrameCell, ...FrameCell[]];
      const size = mine.reduce((sum, one) => sum + one.nMentions, 0);
      const variance = mine.reduce((sum, one) => sum + one.nMentions * one.errorVariance, 0) / size;
      return {
        id,
        target: cell.target,
        class: cell.class,
        ...spanOf(cell),
        modelLabel: cut.byLabel ? cell.modelLabel : null,
        cells: mine,
        size,
        spread: Math.sqrt(variance),
      };
    });
}
