import type { MentionIndex } from '../domain/mention-selection.ts';
import {
  type CellMoments,
  type CellValue,
  type ClusterSums,
  momentsOf,
} from '../store/queries/cell-moments.ts';
import type { CompiledSelection } from './compile-selection.ts';
import { scanBlocks } from './scan-blocks.ts';
import { type ScannedGroups, scanGroups } from './scan-selection.ts';
import { SelectionTally } from './tally-selection.ts';

/** All that is known of a selection: what its numbers, and their difference from another's, are made of. */
export interface SelectionMoments {
  readonly of: CompiledSelection;
  readonly tally: SelectionTally;
  readonly squares: Readonly<Record<'author' | 'copies' | 'both', ScannedGroups>>;
  /** One cell for each bin of the study, whatever the period of the selection. */
  readonly cells: readonly CellMoments[];
  /** The cell of the selection's period. */
  readonly whole: CellMoments;
  /** Mentions in texts without copies over the period: each a cluster of its own. */
  readonly alone: ClusterSums;
  /** Different texts of a bin; −1 = of the period. */
  readonly nTexts: (bin: number) => number;
}

/** Passes over the rows of an index and sums up a selection. */
export function selectionMoments(
  index: MentionIndex,
  of: CompiledSelection,
  { keepGroups, inBlocks }: { readonly keepGroups: boolean; readonly inBlocks: boolean },
): SelectionMoments {
  const tally = new SelectionTally(index.nBins);
  const scan = (way: 'author' | 'copies' | 'both'): ScannedGroups =>
    (inBlocks ? scanBlocks : scanGroups)(index[way], of, {
      nBins: index.nBins,
      keepGroups,
      countGroups: way !== 'both',
      tally: way === 'author' ? tally : null,
    });
  const squares = { author: scan('author'), copies: scan('copies'), both: scan('both') };
  const cells = Array.from({ length: index.nBins }, (_, bin) =>
    cellOf(bin, [bin, bin + 1], { tally, squares: pick(squares, bin) }),
  );
  const at = {
    author: squares.author.total.of(0),
    copies: squares.copies.total.of(0),
    both: squares.both.total.of(0),
  };
  const whole = cellOf(-1, of.bins, { tally, squares: at });
  const nTexts = (bin: number): number => {
    const { nGroups } = squares.copies;
    const copied = nGroups?.[bin < 0 ? index.nBins : bin] ?? 0;
    return aloneSums(tally, bin < 0 ? of.bins : [bin, bin + 1]).groups + copied;
  };
  return { of, tally, squares, cells, whole, alone: aloneSums(tally, of.bins), nTexts };
}

type Ways<Value> = Readonly<Record<'author' | 'copies' | 'both', Value>>;

function pick(squares: Ways<ScannedGroups>, bin: number): Ways<Float64Array> {
  const of = ({ bins }: ScannedGroups): Float64Array => bins.of(bin);
  return { author: of(squares.author), copies: of(squares.copies), both: of(squares.both) };
}

function cellOf(
  bin: number,
  [from, to]: readonly [number, number],
  of: { readonly tally: SelectionTally; readonly squares: Ways<Float64Array> },
): CellMoments {
  const { tally, squares } = of;
  const sum = (what: 'mentions' | 'weights' | 'squares', labels: readonly number[]): number =>
    tally.sum(what, { from, to, labels, copied: [0, 1] });
  const totals = { n: sum('weights', [0, 1, 2]), f: sum('weights', [1]), a: sum('weights', [2]) };
  const alone = aloneSums(tally, [from, to]);
  const ways = {
    author: { ...totals, ...named(squares.author) },
    copies: { ...totals, ...plus(named(squares.copies), alone) },
    both: { ...totals, ...plus(named(squares.both), alone) },
  };
  const value = (name: CellValue) => ({
    author: momentsOf(ways.author, name),
    copies: momentsOf(ways.copies, name),
    both: momentsOf(ways.both, name),
  });
  const ww = sum('squares', [0, 1, 2]);
  return {
    target: '',
    class: '',
    bin,
    nAnnotated: sum('mentions', [0, 1, 2]),
    nAuthors: tally.authors(bin < 0 ? 'period' : bin),
    kishSize: ww === 0 ? 0 : totals.n ** 2 / ww,
    talk: { nMentions: sum('mentions', [0, 1, 2, 3]), nAuthors: 0, nClusters: 0, spread: 0 },
    moments: {
      net: value('net'),
      favor: value('favor'),
      against: value('against'),
      neither: value('neither'),
    },
  };
}

type Products = Omit<ClusterSums, 'n' | 'f' | 'a'>;

function named(squares: Float64Array): Products {
  const [groups, ff, aa, nn, fa, fn, an] = squares as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { groups, ff, aa, nn, fa, fn, an };
}

function plus(one: Products, other: Products): Products {
  return {
    groups: one.groups + other.groups,
    ff: one.ff + other.ff,
    aa: one.aa + other.aa,
    nn: one.nn + other.nn,
    fa: one.fa + other.fa,
    fn: one.fn + other.fn,
    an: one.an + other.an,
  };
}

function aloneSums(tally: SelectionTally, [from, to]: readonly [number, number]): ClusterSums {
  const sum = (what: 'mentions' | 'weights' | 'squares', labels: readonly number[]): number =>
    tally.sum(what, { from, to, labels, copied: [0] });
  const [favor, against] = [sum('squares', [1]), sum('squares', [2])];
  return {
    groups: sum('mentions', [0, 1, 2]),
    n: sum('weights', [0, 1, 2]),
    f: sum('weights', [1]),
    a: sum('weights', [2]),
    nn: sum('squares', [0, 1, 2]),
    ff: favor,
    aa: against,
    fa: 0,
    fn: favor,
    an: against,
  };
}
