import { CELL_BITS, MARK, type MentionIndex } from '../domain/mention-selection.ts';
import { clusteredDifference, type PairMoments } from '../stats/clustered-difference.ts';
import { type ClusteredMean, floorVariance } from '../stats/clustered-mean.ts';
import { type CellMoments, type CellValue, momentsOf } from '../store/queries/cell-moments.ts';
import type { CompiledSelection } from './compile-selection.ts';
import type { GroupTotals } from './group-sums.ts';
import type { SelectionMoments } from './selection-moments.ts';
import { STANCE_VALUES, stanceValue } from './stance-value.ts';
import { evenCuts, wantedRows } from './wanted-rows.ts';

/**
 * Second selection minus first, of which authors, texts and single mentions may stand in both: what they have in common
 * cancels in the variance as in {@link clusteredDifference}. Both sides must be estimable.
 */
export function compareSelections(
  index: MentionIndex,
  [first, second]: readonly [SelectionMoments, SelectionMoments],
  { value, confidenceLevel }: { readonly value: CellValue; readonly confidenceLevel: number },
): Omit<ClusteredMean, 'effectiveSampleSize'> & { readonly nShared: number } {
  const shared = sharedMentions(index, [first.of, second.of], value);
  const listed = (way: 'author' | 'copies' | 'both') =>
    pairOf([first.squares[way].groups, second.squares[way].groups], value);
  const alone = [momentsOf(first.alone, value), momentsOf(second.alone, value)] as const;
  const withAlone = (pair: PairMoments): PairMoments => ({
    nGroups: pair.nGroups + alone[0].nGroups + alone[1].nGroups - shared.alone.n,
    sumY0: pair.sumY0 + alone[0].sumY,
    sumN0: pair.sumN0 + alone[0].sumN,
    sumY1: pair.sumY1 + alone[1].sumY,
    sumN1: pair.sumN1 + alone[1].sumN,
    y0y0: pair.y0y0 + alone[0].sumYY,
    y0n0: pair.y0n0 + alone[0].sumYN,
    n0n0: pair.n0n0 + alone[0].sumNN,
    y1y1: pair.y1y1 + alone[1].sumYY,
    y1n1: pair.y1n1 + alone[1].sumYN,
    n1n1: pair.n1n1 + alone[1].sumNN,
    y0y1: pair.y0y1 + shared.alone.yy,
    y0n1: pair.y0n1 + shared.alone.yn,
    n0y1: pair.n0y1 + shared.alone.yn,
    n0n1: pair.n0n1 + shared.alone.nn,
  });
  const moments = {
    author: listed('author'),
    copies: withAlone(listed('copies')),
    both: withAlone(listed('both')),
  };
  const [low, high] = STANCE_VALUES[value].range;
  const difference = clusteredDifference(moments, {
    confidenceLevel,
    range: [low - high, high - low],
    floorVariance: sideFloor(first.whole, value) + sideFloor(second.whole, value),
  });
  return { ...difference, nShared: shared.n };
}

function sideFloor(cell: CellMoments, value: CellValue): number {
  const share = (of: CellValue): number => cell.moments[of].both.sumY / cell.moments[of].both.sumN;
  const meanSquare = value === 'net' ? share('favor') + share('against') : share(value);
  const { range } = STANCE_VALUES[value];
  return floorVariance(share(value), { range, meanSquare, kishSize: cell.kishSize });
}

const EMPTY: PairMoments = {
  nGroups: 0,
  sumY0: 0,
  sumN0: 0,
  sumY1: 0,
  sumN1: 0,
  y0y0: 0,
  y0n0: 0,
  n0n0: 0,
  y1y1: 0,
  y1n1: 0,
  n1n1: 0,
  y0y1: 0,
  y0n1: 0,
  n0y1: 0,
  n0n1: 0,
};

/** Sums over the groups of two ascending lists. */
function pairOf(lists: readonly (GroupTotals | null)[], value: CellValue): PairMoments {
  const [a, b] = lists;
  if (a === null || b === null || a === undefined || b === undefined) return EMPTY;
  const sums: { -readonly [Key in keyof PairMoments]: number } = { ...EMPTY };
  const y = ({ n, f, a: against }: GroupTotals, at: number): number =>
    stanceValue(value, {
      weight: n[at] as number,
      favor: f[at] as number,
      against: against[at] as number,
    });
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const g = i < a.length ? (a.group[i] as number) : Number.POSITIVE_INFINITY;
    const h = j < b.length ? (b.group[j] as number) : Number.POSITIVE_INFINITY;
    const y0 = g <= h ? y(a, i) : 0;
    const n0 = g <= h ? (a.n[i] as number) : 0;
    const y1 = h <= g ? y(b, j) : 0;
    const n1 = h <= g ? (b.n[j] as number) : 0;
    if (g <= h) i++;
    if (h <= g) j++;
    sums.nGroups++;
    sums.sumY0 += y0;
    sums.sumN0 += n0;
    sums.sumY1 += y1;
    sums.sumN1 += n1;
    sums.y0y0 += y0 * y0;
    sums.y0n0 += y0 * n0;
    sums.n0n0 += n0 * n0;
    sums.y1y1 += y1 * y1;
    sums.y1n1 += y1 * n1;
    sums.n1n1 += n1 * n1;
    sums.y0y1 += y0 * y1;
    sums.y0n1 += y0 * n1;
    sums.n0y1 += n0 * y1;
    sums.n0n1 += n0 * n1;
  }
  return sums;
}

/** Mentions that stand in both selections: how many, and of those without copies the products of their weights and values. */
function sharedMentions(
  index: MentionIndex,
  [a, b]: readonly [CompiledSelection, CompiledSelection],
  value: CellValue,
): {
  readonly n: number;
  readonly alone: { readonly n: number; readonly yy: number; readonly yn: number; readonly nn: number };
} {
  const alone = { n: 0, yy: 0, yn: 0, nn: 0 };
  let n = 0;
  const { author: rows } = index;
  const [from, to] = [Math.max(a.bins[0], b.bins[0]), Math.min(a.bins[1], b.bins[1])];
  const inBoth = a.wanted.map((value, p) => value & (b.wanted[p] as number));
  if (from >= to || a.target !== b.target || inBoth.every((value) => value === 0)) return { n, alone };
  const signs = ([0, 1, 2] as const).map((label) =>
    stanceValue(value, { weight: 1, favor: label === 1 ? 1 : 0, against: label === 2 ? 1 : 0 }),
  );
  const [wa, wb] = [a, b].map(({ copies }) => (copies === 'each' ? rows.each : rows.once)) as [
    Uint32Array | null,
    Uint32Array | null,
  ];
  for (const { length, rows: wanted } of wantedRows(rows, inBoth, evenCuts(rows, a.target)))
    for (let k = 0; k < length; k++) {
      const i = (wanted[k] as number) >>> 2;
      const cell = rows.cell[i] as number;
      const bin = cell >>> CELL_BITS;
      const label = cell & MARK.label;
      if (bin < from || bin >= to || label === 3) continue;
      n++;
      if ((cell & MARK.copied) !== 0) continue;
      const w = (wa === null ? 1 : (wa[i] as number) / 1e6) * (wb === null ? 1 : (wb[i] as number) / 1e6);
      const y = signs[label] as number;
      alone.n++;
      alone.yy += w * y * y;
      alone.yn += w * y;
      alone.nn += w;
    }
  return { n, alone };
}
