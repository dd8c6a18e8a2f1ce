import { type GroupedRows, MARK, type MentionIndex } from '../domain/mention-selection.ts';
import type { CompiledSelection } from './compile-selection.ts';

/** Numbers that are kept of each bin, in this order: groups, then sums over groups of products of their totals. */
export const SQUARES = ['groups', 'ff', 'aa', 'nn', 'fa', 'fn', 'an'] as const;

/** Totals of weight, favor and against of each group of the selection, ascending by group. */
export interface GroupTotals {
  readonly length: number;
  readonly group: Uint32Array;
  /** Three numbers a group: n, f, a. */
  readonly sums: Float64Array;
}

/** What one pass over rows gives. */
export interface GroupSquares {
  /** {@link SQUARES} of each bin. */
  readonly bins: Float64Array;
  /** The same over the period of the selection. */
  readonly total: Float64Array;
  /** Only where it was asked for. */
  readonly groups: GroupTotals | null;
}

/** Adds a group's totals to sums of squares. */
export function addSquares(into: Float64Array, at: number, [n, f, a]: readonly [number, number, number]): void {
  const add = (k: number, value: number): void => {
    into[at + k] = (into[at + k] as number) + value;
  };
  add(0, 1);
  add(1, f * f);
  add(2, a * a);
  add(3, n * n);
  add(4, f * a);
  add(5, f * n);
  add(6, a * n);
}

/**
 * Sums of squares of the totals of groups, in each bin and over the period: all that a cluster-robust variance needs. Groups stand
 * together and in the order of time, so one pass is enough whatever is selected. Cost: the mentions of the target.
 */
export function scanGroups(
  rows: GroupedRows,
  of: CompiledSelection,
  index: Pick<MentionIndex, 'nBins'> & { readonly keepGroups: boolean },
): GroupSquares {
  const bins = new Float64Array(index.nBins * SQUARES.length);
  const total = new Float64Array(SQUARES.length);
  const kept = index.keepGroups ? growing() : null;
  const { fails } = of;
  const [from, to] = of.bins;
  const { group, profile, bin, mark } = rows;
  const weights = of.copies === 'each' ? rows.each : rows.once;
  const end = rows.starts[of.target + 1] ?? 0;
  let [g, b] = [-1, -1];
  let [n, f, a] = [0, 0, 0];
  let [tn, tf, ta] = [0, 0, 0];
  const closeBin = (): void => {
    if (n === 0) return;
    const at = b * 7;
    addSquares(bins, at, [n, f, a]);
    if (b >= from && b < to) {
      tn += n;
      tf += f;
      ta += a;
    }
    n = f = a = 0;
  };
  const closeGroup = (): void => {
    if (tn === 0) return;
    addSquares(total, 0, [tn, tf, ta]);
    kept?.push(g, [tn, tf, ta]);
    tn = tf = ta = 0;
  };
  for (let i = rows.starts[of.target] ?? 0; i < end; i++) {
    if (fails[profile[i] as number] !== 0) continue;
    const label = (mark[i] as number) & MARK.label;
    if (label === 3) continue;
    if (group[i] !== g || bin[i] !== b) {
      closeBin();
      if (group[i] !== g) closeGroup();
      g = group[i] as number;
      b = bin[i] as number;
    }
    const w = weights === null ? 1 : (weights[i] as number) / 1e6;
    n += w;
    if (label === 1) f += w;
    else if (label === 2) a += w;
  }
  closeBin();
  closeGroup();
  return { bins, total, groups: kept?.done() ?? null };
}

/** A list that grows by doubling. */
function growing() {
  let length = 0;
  let group = new Uint32Array(1024);
  let sums = new Float64Array(3 * 1024);
  return {
    push: (g: number, [n, f, a]: readonly [number, number, number]): void => {
      if (length === group.length) {
        const [wider, longer] = [new Uint32Array(2 * length), new Float64Array(6 * length)];
        wider.set(group);
        longer.set(sums);
        [group, sums] = [wider, longer];
      }
      group[length] = g;
      sums[3 * length] = n;
      sums[3 * length + 1] = f;
      sums[3 * length + 2] = a;
      length++;
    },
    done: (): GroupTotals => ({ length, group, sums }),
  };
}
