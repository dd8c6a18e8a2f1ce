import { MARK } from '../domain/mention-selection.ts';

/** Places of a bin: label, and whether the text has copies. */
const PLACES = 8;

/** Flags of a profile for those who are to be protected: persons with a name or pseudonym, and of sources that name none. */
export const PERSONS = { named: 1, unnamed: 2 } as const;

/** Which mentions are added up. */
export interface TallyPlaces {
  readonly from: number;
  readonly to: number;
  readonly labels: readonly number[];
  readonly copied: readonly (0 | 1)[];
}

/** Mentions of a selection, counted one by one, and who they are by: over each bin, and over the selection's period. */
export class SelectionTally {
  private readonly mentions: Uint32Array;
  private readonly weights: Float64Array;
  private readonly squares: Float64Array;
  private readonly known: Uint32Array;
  private readonly persons: Uint32Array;
  private readonly others: Uint32Array;
  private readonly nBins: number;
  private isEven = true;

  constructor(nBins: number) {
    this.nBins = nBins;
    this.mentions = new Uint32Array(nBins * PLACES);
    this.weights = new Float64Array(nBins * PLACES);
    this.squares = new Float64Array(nBins * PLACES);
    this.known = new Uint32Array(nBins + 1);
    this.persons = new Uint32Array(nBins + 1);
    this.others = new Uint32Array(nBins + 1);
  }

  /** Adds a mention; a weight of 0 = all weigh 1. */
  add(bin: number, mark: number, weight: number): void {
    const at = bin * PLACES + (mark & MARK.label) * 2 + ((mark & MARK.copied) >> 3);
    this.mentions[at] = (this.mentions[at] as number) + 1;
    if (weight === 0) return;
    this.isEven = false;
    this.weights[at] = (this.weights[at] as number) + weight;
    this.squares[at] = (this.squares[at] as number) + weight * weight;
  }

  /** Adds mentions that weigh 1: how many of each label stand from a place on, and eight places after it those in texts with copies. */
  addCounts(bin: number, counts: Int32Array, from: number): void {
    for (let label = 0; label < 4; label++)
      for (let copied = 0; copied < 2; copied++) {
        const at = bin * PLACES + label * 2 + copied;
        this.mentions[at] = (this.mentions[at] as number) + (counts[from + label + 8 * copied] as number);
      }
  }

  /** Adds authors to a bin; the place after the bins is the period. */
  addGroups(bin: number, flags: number, n: number): void {
    const isKnown = (flags & MARK.known) !== 0;
    if (isKnown) this.known[bin] = (this.known[bin] as number) + n;
    if ((flags & (PERSONS.named | PERSONS.unnamed)) === 0) return;
    const counts = isKnown || (flags & PERSONS.unnamed) !== 0 ? this.persons : this.others;
    counts[bin] = (counts[bin] as number) + n;
  }

  /** Adds an author to a bin. */
  seeGroup(bin: number, flags: number): void {
    this.addGroups(bin, flags, 1);
  }

  /** Adds an author to the period. */
  seeInPeriod(flags: number): void {
    this.addGroups(this.nBins, flags, 1);
  }

  /** Known authors of a bin, or of the period. */
  authors(bin: number | 'period'): number {
    return this.known[bin === 'period' ? this.nBins : bin] as number;
  }

  /** Persons that a number tells of, by bin and at the end over the period; where nobody is named, copies or documents stand for them. */
  personCounts(): number[] {
    return Array.from(this.persons, (n, k) => (n === 0 ? (this.others[k] as number) : n));
  }

  /** Sum of mentions, of their weights, or of the squares of these. */
  sum(what: 'mentions' | 'weights' | 'squares', of: TallyPlaces): number {
    const values = this.isEven ? this.mentions : this[what];
    let sum = 0;
    for (let bin = of.from; bin < of.to; bin++)
      for (const label of of.labels)
        for (const isCopied of of.copied) sum += values[bin * PLACES + label * 2 + isCopied] as number;
    return sum;
  }
}
