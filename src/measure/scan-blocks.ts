import { type GroupedRows, MARK } from '../domain/mention-selection.ts';
import type { CompiledSelection } from './compile-selection.ts';
import { GroupSums, GrowingTotals } from './group-sums.ts';
import type { ScannedGroups, ScanOptions } from './scan-selection.ts';
import type { SelectionTally } from './tally-selection.ts';

/** Blocks of groups that stand for single groups in large selections. */
const BLOCKS = 256;

/** Places of a bin in the totals of a block: the label, and 8 where the text has copies. */
const PLACES = 16;

/** A run of mentions of one group in one bin that holds one with a label. */
const SEEN = 8;

/** Sets of flags: of persons, whether the author is known, and {@link SEEN}. */
const FLAGS = 16;

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
  const [from, to] = of.bins;
  const whole = options.nBins * FLAGS;
  const seen = new Uint32Array(whole + FLAGS);
  const end = starts[of.target + 1] ?? 0;
  let next = 0;
  let g = -1;
  let b = 0;
  let flags = 0;
  let inPeriod = 0;
  for (let i = starts[of.target] ?? 0; i < end; i++) {
    const p = profile[i] as number;
    if (fails[p] !== 0) continue;
    const m = mark[i] as number;
    const at = bin[i] as number;
    if (group[i] !== g || at !== b) {
      const place = b * FLAGS + flags;
      seen[place] = (seen[place] as number) + 1;
      if (b >= from && b < to) inPeriod |= flags;
      flags = 0;
      b = at;
      if (group[i] !== g) {
        seen[whole + inPeriod] = (seen[whole + inPeriod] as number) + 1;
        inPeriod = 0;
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
  seen[b * FLAGS + flags] = (seen[b * FLAGS + flags] as number) + 1;
  if (b >= from && b < to) inPeriod |= flags;
  seen[whole + inPeriod] = (seen[whole + inPeriod] as number) + 1;
  blocks.close(Math.floor(next / width) - 1);
  return { bins: blocks.bins, total: blocks.total, groups: blocks.kept, nGroups: takeGroups(seen, tally) };
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

/**
 * What was counted of groups, by bin and in the last place over the period: how many there are with each set of flags.
 * @returns groups of each place, whatever their flags
 */
function takeGroups(seen: Uint32Array, tally: SelectionTally | null): Uint32Array {
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
