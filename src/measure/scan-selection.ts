import { CELL_BITS, CELL_MARKS, type GroupedRows, MARK } from '../domain/mention-selection.ts';
import type { CompiledSelection } from './compile-selection.ts';
import { GroupSums, type GroupTotals, GrowingTotals } from './group-sums.ts';
import type { SelectionTally } from './tally-selection.ts';
import { evenCuts, PERSON_FLAGS, wantedRows } from './wanted-rows.ts';

/** What one pass over rows gives. */
export interface ScannedGroups {
  /** One place for each bin. */
  readonly bins: GroupSums;
  /** Over the period of the selection: one place. */
  readonly total: GroupSums;
  /** Only where it was asked for. */
  readonly groups: GroupTotals | null;
  /** Groups by bin and over the period, where sums are of blocks of them; null = as many as there are sums. */
  readonly nGroups: Uint32Array | null;
}

/** What is kept of a pass. */
export interface ScanOptions {
  readonly nBins: number;
  readonly keepGroups: boolean;
  /** Whether sums of blocks come with how many groups there are. */
  readonly countGroups: boolean;
  /** Counts mentions and authors on the way; null = it does not. */
  readonly tally: SelectionTally | null;
}

/**
 * Sums of squares of the totals of groups, in each bin and over the period: all that a cluster-robust variance needs. Groups stand
 * together and in the order of time, so one pass is enough whatever is selected. Cost: the mentions of the target.
 */
export function scanGroups(rows: GroupedRows, of: CompiledSelection, options: ScanOptions): ScannedGroups {
  const { group, cell } = rows;
  const { tally } = options;
  const weights = of.copies === 'each' ? rows.each : rows.once;
  const runs = new Runs(of, options, weights === null);
  let g = -1;
  let b = -1;
  let n = 0;
  let f = 0;
  let a = 0;
  let flags = 0;
  let known = 0;
  for (const { length, rows: wanted } of wantedRows(rows, of.wanted, evenCuts(rows, of.target)))
    for (let k = 0; k < length; k++) {
      const i = (wanted[k] as number) >>> 2;
      const m = (cell[i] as number) & (CELL_MARKS - 1);
      const label = m & MARK.label;
      const at = (cell[i] as number) >>> CELL_BITS;
      const w = weights === null ? 1 : (weights[i] as number) / 1e6;
      if (tally !== null) tally.add(at, m, weights === null ? 0 : w);
      if (label === 3) continue;
      if (group[i] !== g || at !== b) {
        if (n !== 0) runs.close(b, n, { f, a, flags: flags | known });
        if (group[i] !== g) runs.closeGroup(g);
        g = group[i] as number;
        b = at;
        known = m & MARK.known;
        n = 0;
        f = 0;
        a = 0;
        flags = 0;
      }
      flags |= (wanted[k] as number) & PERSON_FLAGS;
      n += w;
      if (label === 1) f += w;
      else if (label === 2) a += w;
    }
  if (n !== 0) runs.close(b, n, { f, a, flags: flags | known });
  runs.closeGroup(g);
  return { bins: runs.bins, total: runs.total, groups: runs.kept, nGroups: null };
}

/** Where runs of a group in a bin, and groups, go when they end. */
class Runs {
  readonly bins: GroupSums;
  readonly total = new GroupSums(1);
  readonly kept: GrowingTotals | null;
  private readonly tally: SelectionTally | null;
  private readonly isEven: boolean;
  private readonly from: number;
  private readonly to: number;
  private n = 0;
  private f = 0;
  private a = 0;
  private flags = 0;

  constructor(of: CompiledSelection, options: ScanOptions, isEven: boolean) {
    this.bins = new GroupSums(options.nBins);
    this.kept = options.keepGroups ? new GrowingTotals() : null;
    this.tally = options.tally;
    this.isEven = isEven;
    [this.from, this.to] = of.bins;
  }

  close(b: number, n: number, of: { readonly f: number; readonly a: number; readonly flags: number }): void {
    if (this.isEven && n === 1) this.bins.addSingle(b, of.f + 2 * of.a);
    else this.bins.add(b, n, of);
    this.tally?.seeGroup(b, of.flags);
    if (b < this.from || b >= this.to) return;
    this.n += n;
    this.f += of.f;
    this.a += of.a;
    this.flags |= of.flags;
  }

  closeGroup(g: number): void {
    const { n, f, a } = this;
    if (n === 0) return;
    if (this.isEven && n === 1) this.total.addSingle(0, f + 2 * a);
    else this.total.add(0, n, { f, a });
    this.tally?.seeInPeriod(this.flags);
    this.kept?.add(g, n, { f, a });
    this.n = 0;
    this.f = 0;
    this.a = 0;
    this.flags = 0;
  }
}
