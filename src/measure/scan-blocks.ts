import { CELL_BITS, CELL_MARKS, type GroupedRows, MARK } from '../domain/mention-selection.ts';
import type { CompiledSelection } from './compile-selection.ts';
import { GroupSums, GrowingTotals } from './group-sums.ts';
import type { ScannedGroups, ScanOptions } from './scan-selection.ts';
import type { SelectionTally } from './tally-selection.ts';
import { PERSON_FLAGS, WANTED, type WantedRows, wantedRows } from './wanted-rows.ts';

/** Blocks of groups that stand for single groups in large selections. */
const BLOCKS = 256;

/** Cells whose authors are known are counted with those whose authors are not. */
const PLACE = ~MARK.known;

/** The bin of a cell, times {@link CELL_MARKS}. */
const BIN = ~(CELL_MARKS - 1);

/** Sets of flags, as many as marks: of persons, whether the author is known, and {@link WANTED} where there is a mention with a label. */
const FLAGS = CELL_MARKS;

/**
 * Sums of squares as {@link scanGroups} gives them, of the totals of random blocks of groups instead of single groups: groups are numbered in the
 * order of a hash, so neighbours are a random sample, and every group lies in one block whole. Blocks are as independent as groups, so
 * the variance stays unbiased; it is known with 255 degrees of freedom at most (random groups; Wolter 2007, chapter 2). Authors are still counted one by one.
 */
export function scanBlocks(rows: GroupedRows, of: CompiledSelection, options: ScanOptions): ScannedGroups {
  const weights = of.copies === 'each' ? rows.each : rows.once;
  const cuts = blockCuts(rows, of.target);
  const blocks = new Blocks(of, options, weights === null);
  const seen = options.countGroups ? new SeenGroups(rows, of, options.nBins) : null;
  let block = 0;
  for (const wanted of wantedRows(rows, of.wanted, cuts)) {
    if (wanted.length > 0) {
      if (seen !== null) seen.see(wanted, blocks.counts);
      else if (weights === null) blocks.count(rows, wanted);
      if (weights !== null) blocks.weigh(rows, wanted, weights);
      blocks.close(block);
    }
    block++;
  }
  const nGroups = seen === null ? null : takeGroups(seen.counts, options.tally);
  return { bins: blocks.bins, total: blocks.total, groups: blocks.kept, nGroups };
}

/** Where the blocks of a target begin among its rows, and the end of the last. */
function blockCuts({ group, starts, nGroups }: GroupedRows, target: number): number[] {
  const width = Math.max(1, Math.ceil(nGroups / BLOCKS));
  const end = starts[target + 1] ?? 0;
  const cuts = [starts[target] ?? 0];
  for (let first = width; first < nGroups; first += width) {
    let low = cuts.at(-1) as number;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((group[middle] as number) < first) low = middle + 1;
      else high = middle;
    }
    cuts.push(low);
  }
  return [...cuts, end];
}

/**
 * Counts groups by the flags of all their mentions, in each bin and, in the last place, over the period of the selection; and mentions on the
 * way, as one pass costs less than two.
 */
class SeenGroups {
  readonly counts: Int32Array;
  private readonly rows: GroupedRows;
  private readonly from: number;
  private readonly last: number;
  private readonly whole: number;
  private groups = new Uint8Array(0);

  constructor(rows: GroupedRows, of: CompiledSelection, nBins: number) {
    this.rows = rows;
    this.from = of.bins[0] * CELL_MARKS;
    this.last = of.bins[1] * CELL_MARKS - 1;
    this.whole = nBins * FLAGS;
    this.counts = new Int32Array(this.whole + FLAGS);
  }

  /**
   * Adds the groups of a block. All masks are 0 or −1, so that nothing has to be guessed; see {@link wantedRows}. With every mention
   * one is added where the run before it stands, or nothing where it is of the same run.
   */
  see({ length, rows }: WantedRows, mentions: Int32Array): void {
    const { group, cell } = this.rows;
    const { from, last, counts } = this;
    if (this.groups.length < length) this.groups = new Uint8Array(rows.length);
    const { groups } = this;
    const first = (rows[0] as number) >>> 2;
    let g = group[first] as number;
    let before = cell[first] as number;
    let [own, run, inPeriod] = [0, before & BIN, 0];
    for (let k = 0; k < length; k++) {
      const row = rows[k] as number;
      const i = row >>> 2;
      const c = cell[i] as number;
      const otherGroup = (group[i] as number) ^ g;
      const isGroup = (otherGroup - 1) >> 31;
      const isRun = ((otherGroup | ((c ^ before) & BIN)) - 1) >> 31;
      const isLabelled = ((c & MARK.label) - 3) >> 31;
      const isOutside = ((c - from) | (last - c)) >> 31;
      const seen = isLabelled & (WANTED | (row & PERSON_FLAGS) | (c & MARK.known));
      counts[run] = (counts[run] as number) + 1 + isRun;
      run = (c & BIN) | (run & isRun) | seen;
      own += 1 + isGroup;
      inPeriod = (inPeriod & isGroup) | (seen & ~isOutside);
      groups[own] = inPeriod;
      mentions[c & PLACE] = (mentions[c & PLACE] as number) + 1;
      g = group[i] as number;
      before = c;
    }
    counts[run] = (counts[run] as number) + 1;
    for (let k = 0; k <= own; k++) {
      const place = this.whole + (groups[k] as number);
      counts[place] = (counts[place] as number) + 1;
    }
  }
}

/** The totals of the block at hand, and where they go when it ends. */
class Blocks {
  /** Mentions by cell; where each weighs 1 they are all that is added up. */
  readonly counts: Int32Array;
  /** Weights by cell. */
  private readonly weights: Float64Array;
  readonly bins: GroupSums;
  readonly total = new GroupSums(1);
  readonly kept: GrowingTotals | null;
  private readonly tally: SelectionTally | null;
  private readonly isEven: boolean;
  private readonly from: number;
  private readonly to: number;

  constructor(of: CompiledSelection, options: ScanOptions, isEven: boolean) {
    this.counts = new Int32Array(options.nBins * CELL_MARKS);
    this.weights = new Float64Array(isEven ? 0 : options.nBins * CELL_MARKS);
    this.bins = new GroupSums(options.nBins);
    this.kept = options.keepGroups ? new GrowingTotals() : null;
    this.tally = options.tally;
    this.isEven = isEven;
    [this.from, this.to] = of.bins;
  }

  /** Adds mentions that weigh 1. */
  count({ cell }: GroupedRows, { length, rows }: WantedRows): void {
    const { counts } = this;
    for (let k = 0; k < length; k++) {
      const place = (cell[(rows[k] as number) >>> 2] as number) & PLACE;
      counts[place] = (counts[place] as number) + 1;
    }
  }

  weigh({ cell }: GroupedRows, { length, rows }: WantedRows, weights: Uint32Array): void {
    const { weights: totals, tally } = this;
    for (let k = 0; k < length; k++) {
      const i = (rows[k] as number) >>> 2;
      const c = cell[i] as number;
      const w = (weights[i] as number) / 1e6;
      const place = c & PLACE;
      totals[place] = (totals[place] as number) + w;
      tally?.add(c >>> CELL_BITS, c & (CELL_MARKS - 1), w);
    }
  }

  close(block: number): void {
    const { counts, isEven } = this;
    const totals = isEven ? counts : this.weights;
    const tally = isEven ? this.tally : null;
    let [n, f, a] = [0, 0, 0];
    for (let at = 0, b = 0; at < totals.length; at += CELL_MARKS, b++) {
      const favor = (totals[at + 1] as number) + (totals[at + 9] as number);
      const against = (totals[at + 2] as number) + (totals[at + 10] as number);
      const all = (totals[at] as number) + (totals[at + 8] as number) + favor + against;
      tally?.addCounts(b, counts, at);
      if (all === 0) continue;
      this.bins.add(b, all, { f: favor, a: against });
      if (b < this.from || b >= this.to) continue;
      n += all;
      f += favor;
      a += against;
    }
    counts.fill(0);
    this.weights.fill(0);
    if (n === 0) return;
    this.total.add(0, n, { f, a });
    this.kept?.add(block, n, { f, a });
  }
}

/**
 * What was counted of groups, by bin and in the last place over the period: how many there are with each set of flags.
 * @returns groups of each place, whatever their flags
 */
function takeGroups(seen: Int32Array, tally: SelectionTally | null): Uint32Array {
  const nGroups = new Uint32Array(seen.length / FLAGS);
  for (let at = 0; at < seen.length; at++) {
    const n = seen[at] as number;
    const flags = at % FLAGS;
    if (n === 0 || flags === 0) continue;
    const place = Math.floor(at / FLAGS);
    nGroups[place] = (nGroups[place] as number) + n;
    tally?.addGroups(place, flags, n);
  }
  return nGroups;
}
