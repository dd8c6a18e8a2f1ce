import { MARK, type MentionIndex } from '../domain/mention-selection.ts';
import type { CompiledSelection } from './compile-selection.ts';

/** Places of a tally: label, and whether the text has copies. */
const PLACES = 8;

/** Mentions of a selection, counted one by one, and who they are by. */
export interface SelectionTally {
  /** By bin and place: mentions, Σ of weights, Σ of their squares. */
  readonly mentions: Float64Array;
  readonly weight: Float64Array;
  readonly squares: Float64Array;
  /** Known authors by bin, and over the period at the end. */
  readonly authors: Float64Array;
  /** Persons that a number tells of: known authors, and others where sources name none. */
  readonly persons: Float64Array;
}

/** Place of a label (0–3) in a bin. */
export function placeOf(bin: number, label: number, isCopied: 0 | 1): number {
  return bin * PLACES + label * 2 + isCopied;
}

/** Counts the mentions of a selection and their authors in one pass. */
export function tallySelection(index: MentionIndex, of: CompiledSelection): SelectionTally {
  const { nBins, author: rows } = index;
  const { group, profile, bin, mark } = rows;
  const weights = of.copies === 'each' ? rows.each : rows.once;
  const [mentions, weight, squares] = [0, 0, 0].map(() => new Float64Array(nBins * PLACES)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [authors, persons, others] = [0, 0, 0].map(() => distinct(nBins, of.bins)) as [
    Distinct,
    Distinct,
    Distinct,
  ];
  const end = rows.starts[of.target + 1] ?? 0;
  for (let i = rows.starts[of.target] ?? 0; i < end; i++) {
    const p = profile[i] as number;
    if (of.fails[p] !== 0) continue;
    const [b, m] = [bin[i] as number, mark[i] as number];
    const at = b * PLACES + (m & MARK.label) * 2 + ((m & MARK.copied) >> 3);
    mentions[at] = (mentions[at] as number) + 1;
    if ((m & MARK.label) === 3) continue;
    const w = weights === null ? 1 : (weights[i] as number) / 1e6;
    weight[at] = (weight[at] as number) + w;
    squares[at] = (squares[at] as number) + w * w;
    const g = group[i] as number;
    const isKnown = (m & MARK.known) !== 0;
    if (isKnown) authors.see(g, b);
    if (of.isPrivate[p] === 0) continue;
    if (isKnown || of.isUnnamed[p] === 1) persons.see(g, b);
    else others.see(g, b);
  }
  return {
    mentions,
    weight,
    squares,
    authors: authors.counts,
    // Where nobody is named, copies or documents stand for persons.
    persons: persons.counts.map((n, k) => (n === 0 ? (others.counts[k] as number) : n)),
  };
}

interface Distinct {
  readonly counts: Float64Array;
  readonly see: (group: number, bin: number) => void;
}

/** Counts groups in each bin and over a period, where rows come in the order of group and bin. */
function distinct(nBins: number, [from, to]: readonly [number, number]): Distinct {
  const counts = new Float64Array(nBins + 1);
  let [last, lastBin, lastInside] = [-1, -1, -1];
  return {
    counts,
    see: (group, bin) => {
      if (group !== last || bin !== lastBin) counts[bin] = (counts[bin] as number) + 1;
      [last, lastBin] = [group, bin];
      if (group !== lastInside && bin >= from && bin < to) {
        counts[nBins] = (counts[nBins] as number) + 1;
        lastInside = group;
      }
    },
  };
}
