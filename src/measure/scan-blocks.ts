import { type GroupedRows, MARK } from '../domain/mention-selection.ts';
import type { CompiledSelection } from './compile-selection.ts';
import { GroupSums, GrowingTotals } from './group-sums.ts';
import type { ScannedGroups, ScanOptions } from './scan-selection.ts';
import type { SelectionTally } from './tally-selection.ts';

/** Blocks of groups that stand for single groups in large selections. */
const BLOCKS = 256;

/** Places of a bin in the totals of a block: the label, and 8 where the text has copies. */
const PLACES = 16;

/** A run that holds a mention with a label. */
const SEEN = 8;

/**
 * Sums of squares as {@link scanGroups} gives them, of the totals of random blocks of groups instead of single groups: groups are numbered in the
 * order of a hash, so neighbours are a random sample, and every group lies in one block whole. Blocks are as independent as groups, so
 * the variance stays unbiased; it is known with 255 degrees of freedom at most (random groups; Wolter 2007, chapter 2). A mention costs a
 * fourth of what it costs in {@link scanGroups}. Authors are still counted one by one.
 */
export function scanBlocks(rows: GroupedRows, of: CompiledSelection, options: ScanOptions): ScannedGroups {
  const { group, profile, bin, mark, starts } = rows;
  const { fails, persons } = of;
  const { tally } = options;
  const weights = of.copies === 'each' ? rows.each : rows.once;
  const width = Math.max(1, Math.ceil(rows.nGroups / BLOCKS));
  const blocks = new Blocks(of, options, weights === null);
  const { totals } = blocks;
  const runs = new RunCounts(options, of.bins);
  const end = starts[of.target + 1] ?? 0;
  let next = 0;
  let g = -1;
  let b = -1;
  let flags = 0;
  for (let i = starts[of.target] ?? 0; i < end; i++) {
    const p = profile[i] as number;
    if (fails[p] !== 0) continue;
    const m = mark[i] as number;
    const at = bin[i] as number;
    if (group[i] !== g || at !== b) {
      if (flags !== 0) runs.close(b, flags);
      flags = 0;
      b = at;
      if (group[i] !== g) {
        runs.closeGroup();
        g = group[i] as number;
        if (g >= next) {
          blocks.close(Math.floor(next / width) - 1);
          next = (Math.floor(g / width) + 1) * width;
        }
      }
    }
    const place = at * PLACES + (m & (MARK.label | MARK.copied));
    if (weights === null) totals[place] = (totals[place] as number) + 1;
    else {
      const w = (weights[i] as number) / 1e6;
      totals[place] = (totals[place] as number) + w;
      tally?.add(at, m, w);
    }
    if ((m & MARK.label) !== 3) flags |= SEEN | (persons[p] as number) | (m & MARK.known);
  }
  if (flags !== 0) runs.close(b, flags);
  runs.closeGroup();
  blocks.close(Math.floor(next / width) - 1);
  return { bins: blocks.bins, total: blocks.total, groups: blocks.kept, nGroups: runs.nGroups };
}

/** The totals of the block at hand, and where they go when it ends. */
class Blocks {
  readonly totals: Float64Array;
  readonly bins: GroupSums;
  readonly total = new GroupSums(1);
  readonly kept: GrowingTotals | null;
  private readonly tally: SelectionTally | null;
  private readonly from: number;
  private readonly to: number;

  constructor(of: CompiledSelection, options: ScanOptions, isEven: boolean) {
    this.totals = new Float64Array(options.nBins * PLACES);
    this.bins = new GroupSums(options.nBins);
    this.kept = options.keepGroups ? new GrowingTotals() : null;
    this.tally = isEven ? options.tally : null;
    [this.from, this.to] = of.bins;
  }

  close(block: number): void {
    if (block < 0) return;
    const { totals, tally } = this;
    let [n, f, a] = [0, 0, 0];
    for (let at = 0, b = 0; at < totals.length; at += PLACES, b++) {
      const favor = (totals[at + 1] as number) + (totals[at + 9] as number);
      const against = (totals[at + 2] as number) + (totals[at + 10] as number);
      const all = (totals[at] as number) + (totals[at + 8] as number) + favor + against;
      tally?.addCounts(b, totals, at);
      if (all === 0) continue;
      this.bins.add(b, all, { f: favor, a: against });
      if (b < this.from || b >= this.to) continue;
      n += all;
      f += favor;
      a += against;
    }
    totals.fill(0);
    if (n === 0) return;
    this.total.add(0, n, { f, a });
    this.kept?.add(block, n, { f, a });
  }
}

/** Counts groups by bin, and in the last place over the period; with a tally, whom they are by. */
class RunCounts {
  readonly nGroups: Uint32Array;
  private readonly tally: SelectionTally | null;
  private readonly nBins: number;
  private readonly from: number;
  private readonly to: number;
  private flags = 0;

  constructor({ nBins, tally }: ScanOptions, [from, to]: readonly [number, number]) {
    this.nGroups = new Uint32Array(nBins + 1);
    this.tally = tally;
    this.nBins = nBins;
    this.from = from;
    this.to = to;
  }

  /** A group in a bin. */
  close(bin: number, flags: number): void {
    this.nGroups[bin] = (this.nGroups[bin] as number) + 1;
    this.tally?.seeGroup(bin, flags);
    if (bin >= this.from && bin < this.to) this.flags |= flags;
  }

  closeGroup(): void {
    if (this.flags === 0) return;
    this.nGroups[this.nBins] = (this.nGroups[this.nBins] as number) + 1;
    this.tally?.seeInPeriod(this.flags);
    this.flags = 0;
  }
}
