import { type GroupedRows, MARK } from '../domain/mention-selection.ts';
import type { CompiledSelection } from './compile-selection.ts';
import { GroupSums, GrowingTotals } from './group-sums.ts';
import type { ScannedGroups, ScanOptions } from './scan-selection.ts';
import { PERSONS } from './tally-selection.ts';

/** Blocks of groups that stand for single groups in large selections. */
const BLOCKS = 256;

/** Places of a bin in the totals of a block, one a label. */
const LABELS = 4;

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
  const blocks = new Blocks(of, options);
  const { totals } = blocks;
  const counts = new GroupCounts(options.nBins, of.bins);
  const end = starts[of.target + 1] ?? 0;
  let next = 0;
  for (let i = starts[of.target] ?? 0; i < end; i++) {
    const p = profile[i] as number;
    if (fails[p] !== 0) continue;
    const g = group[i] as number;
    if (g >= next) {
      blocks.close(Math.floor(next / width) - 1);
      next = (Math.floor(g / width) + 1) * width;
    }
    const m = mark[i] as number;
    const b = bin[i] as number;
    const w = weights === null ? 1 : (weights[i] as number) / 1e6;
    const at = b * LABELS + (m & MARK.label);
    totals[at] = (totals[at] as number) + w;
    if (tally !== null) tally.add(b, m, weights === null ? 0 : w);
    if ((m & MARK.label) !== 3) counts.see(g, b, (persons[p] as number) | (m & MARK.known));
  }
  blocks.close(Math.floor(next / width) - 1);
  tally?.setAuthors(counts);
  return { bins: blocks.bins, total: blocks.total, groups: blocks.kept, nGroups: counts.all };
}

/** The totals of the block at hand, and where they go when it ends. */
class Blocks {
  readonly totals: Float64Array;
  readonly bins: GroupSums;
  readonly total = new GroupSums(1);
  readonly kept: GrowingTotals | null;
  private readonly from: number;
  private readonly to: number;

  constructor(of: CompiledSelection, options: ScanOptions) {
    this.totals = new Float64Array(options.nBins * LABELS);
    this.bins = new GroupSums(options.nBins);
    this.kept = options.keepGroups ? new GrowingTotals() : null;
    [this.from, this.to] = of.bins;
  }

  close(block: number): void {
    if (block < 0) return;
    const { totals } = this;
    let [n, f, a] = [0, 0, 0];
    for (let at = 0, b = 0; at < totals.length; at += LABELS, b++) {
      const favor = totals[at + 1] as number;
      const against = totals[at + 2] as number;
      const all = (totals[at] as number) + favor + against;
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

/** Counts groups, known authors and persons by bin; the last places stand for the period. */
class GroupCounts {
  readonly all: Uint32Array;
  readonly known: Uint32Array;
  readonly persons: Uint32Array;
  readonly others: Uint32Array;
  private readonly last: Int32Array;
  private readonly nBins: number;
  private readonly from: number;
  private readonly to: number;

  constructor(nBins: number, [from, to]: readonly [number, number]) {
    this.all = new Uint32Array(nBins + 1);
    this.known = new Uint32Array(nBins + 1);
    this.persons = new Uint32Array(nBins + 1);
    this.others = new Uint32Array(nBins + 1);
    this.last = new Int32Array(3 * (nBins + 1)).fill(-1);
    this.nBins = nBins;
    this.from = from;
    this.to = to;
  }

  /** Sees an author in a bin; mentions come in the order of authors. */
  see(group: number, bin: number, flags: number): void {
    this.count(group, bin, flags);
    if (bin >= this.from && bin < this.to) this.count(group, this.nBins, flags);
  }

  private count(group: number, place: number, flags: number): void {
    const { last } = this;
    if (last[3 * place] !== group) {
      last[3 * place] = group;
      this.all[place] = (this.all[place] as number) + 1;
      if ((flags & MARK.known) !== 0) this.known[place] = (this.known[place] as number) + 1;
    }
    if ((flags & (PERSONS.named | PERSONS.unnamed)) === 0) return;
    const which = (flags & (MARK.known | PERSONS.unnamed)) !== 0 ? 1 : 2;
    if (last[3 * place + which] === group) return;
    last[3 * place + which] = group;
    const counts = which === 1 ? this.persons : this.others;
    counts[place] = (counts[place] as number) + 1;
  }
}
