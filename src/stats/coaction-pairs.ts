import type { ActionTable } from './action-table.ts';

/** Which pairs are looked at. */
export interface PairOptions {
  /** Occasions on which a pair must have done the same. */
  readonly fewest: number;
  /** A feature of more authors brings nobody together: it would make their square of pairs. */
  readonly mostAuthors: number;
}

/** Two authors who did the same, `first` < `second`. */
export interface CoactionPair {
  readonly first: number;
  readonly second: number;
  /** Occasions on which both did the same: windows of time, however much they did alike in each. */
  readonly nShared: number;
  /** Cosine of their features weighted by how uncommon each is, 0–1. */
  readonly similarity: number;
}

/** Occasions that count in full, as a multiple of the fewest. */
const FULL = 3;

/**
 * How strongly two authors act alike: their similarity, in proportion to the occasions where these are few. A cosine of 1 over three
 * occasions is what two quiet people reach by chance among many; without this, they would set the bar for those who did twelve
 * things together. Reference: significance weighting, Herlocker et al. 1999.
 */
export function pairStrength(
  { similarity, nShared }: Pick<CoactionPair, 'similarity' | 'nShared'>,
  fewest: number,
): number {
  return similarity * Math.min(1, nShared / (FULL * fewest));
}

/** Finds the pairs among the authors that are given, one for each row of a table, and shows them in the order of their numbers. */
export type FindPairs = (authors: Int32Array, show: (pair: CoactionPair) => void) => void;

/**
 * Pairs of authors who did the same on enough occasions, each with the cosine of their weighted features: the projection of the
 * bipartite table of authors and features onto authors. A feature of the weight 0 brings nobody together, and three things
 * shared of one piece of news in one hour are one occasion.
 *
 * Authors who cannot have enough in common with anybody are left out first, again and again until none is left to leave out;
 * in a corpus in which nobody acts alike that is all the work there is. What does not depend on who did it is worked out once for
 * all the authors that are tried. Memory: rows. Cost: the sum over features of their remaining authors squared.
 *
 * Reference: Pacheco et al. 2021; golden values of scikit-learn and networkx.
 */
export function createPairFinder(
  table: ActionTable,
  weights: Float64Array,
  { fewest, mostAuthors }: PairOptions,
): FindPairs {
  const { nAuthors, features, moments } = table;
  const remaining = remainingRows(usableRows(table, weights, mostAuthors), table, fewest);
  const normsOf = squaredNorms(table, weights);
  const products = new Float64Array(nAuthors);
  const [shared, latest] = [new Int32Array(nAuthors), new Int32Array(nAuthors)];
  return (authors, show) => {
    const rows = remaining(authors);
    if (rows.length === 0) return;
    const norms = normsOf(authors);
    const byFeature = grouped(rows, features, table.nFeatures);
    const byAuthor = grouped(rows, authors, nAuthors);
    for (let first = 0; first < nAuthors; first++) {
      const met: number[] = [];
      for (let at = byAuthor.starts[first] as number; at < (byAuthor.starts[first + 1] as number); at++) {
        const row = byAuthor.sorted[at] as number;
        const feature = features[row] as number;
        const moment = moments[row] as number;
        const square = (weights[feature] as number) ** 2;
        const end = byFeature.starts[feature + 1] as number;
        for (let other = byFeature.starts[feature] as number; other < end; other++) {
          const second = authors[byFeature.sorted[other] as number] as number;
          if (second <= first) continue;
          if (shared[second] === 0) met.push(second);
          if (shared[second] === 0 || latest[second] !== moment) bump(shared, second);
          latest[second] = moment;
          products[second] = (products[second] as number) + square;
        }
      }
      for (const second of met.sort((a, b) => a - b)) {
        const nShared = shared[second] as number;
        const similarity =
          (products[second] as number) / Math.sqrt((norms[first] as number) * (norms[second] as number));
        shared[second] = 0;
        products[second] = 0;
        if (nShared >= fewest) show({ first, second, nShared, similarity: Math.min(1, similarity) });
      }
    }
  };
}

/** The pairs of the authors of a table: see {@link createPairFinder}. */
export function coactionPairs(
  table: ActionTable,
  weights: Float64Array,
  options: PairOptions,
): CoactionPair[] {
  const pairs: CoactionPair[] = [];
  createPairFinder(table, weights, options)(table.authors, (pair) => pairs.push(pair));
  return pairs;
}

/** Rows of features that bring somebody together, in the order of the table. */
function usableRows(
  { features, nFeatures }: ActionTable,
  weights: Float64Array,
  mostAuthors: number,
): Int32Array {
  const having = new Int32Array(nFeatures);
  for (let row = 0; row < features.length; row++) bump(having, features[row] as number);
  return rowsWhere(features, (feature) => {
    const n = having[feature] as number;
    return n > 1 && n <= mostAuthors && (weights[feature] as number) > 0;
  });
}

function rowsWhere(features: Int32Array, isWanted: (feature: number) => boolean): Int32Array {
  const rows = new Int32Array(features.length);
  let n = 0;
  for (let row = 0; row < features.length; row++) if (isWanted(features[row] as number)) rows[n++] = row;
  return rows.slice(0, n);
}

/** The squared length of each author's weighted features, summed in the order of the table. */
function squaredNorms(
  { features, nAuthors }: ActionTable,
  weights: Float64Array,
): (authors: Int32Array) => Float64Array {
  const rows = rowsWhere(features, (feature) => weights[feature] !== 0);
  const squares = Float64Array.from(rows, (row) => (weights[features[row] as number] as number) ** 2);
  const norms = new Float64Array(nAuthors);
  return (authors) => {
    norms.fill(0);
    for (let i = 0; i < rows.length; i++) {
      const author = authors[rows[i] as number] as number;
      norms[author] = (norms[author] as number) + (squares[i] as number);
    }
    return norms;
  };
}

/** Rows of authors who may have enough in common with another, in the order of the table; what is returned is good until the next call. */
function remainingRows(
  usable: Int32Array,
  { features, nAuthors, nFeatures }: ActionTable,
  fewest: number,
): (authors: Int32Array) => Int32Array {
  const [of, by] = [new Int32Array(nFeatures), new Int32Array(nAuthors)];
  const rows = new Int32Array(usable.length);
  return (authors) => {
    // At first every feature is one of several authors: most authors are too quiet, which their rows alone tell.
    by.fill(0);
    for (let i = 0; i < usable.length; i++) bump(by, authors[usable[i] as number] as number);
    let n = 0;
    for (let i = 0; i < usable.length; i++) {
      const row = usable[i] as number;
      if ((by[authors[row] as number] as number) >= fewest) rows[n++] = row;
    }
    for (let before = -1; n !== before && n > 0; ) {
      before = n;
      of.fill(0);
      by.fill(0);
      for (let i = 0; i < before; i++) bump(of, features[rows[i] as number] as number);
      for (let i = 0; i < before; i++) {
        const row = rows[i] as number;
        if ((of[features[row] as number] as number) > 1) bump(by, authors[row] as number);
      }
      n = 0;
      for (let i = 0; i < before; i++) {
        const row = rows[i] as number;
        const isLeft =
          (of[features[row] as number] as number) > 1 && (by[authors[row] as number] as number) >= fewest;
        if (isLeft) rows[n++] = row;
      }
    }
    return rows.subarray(0, n);
  };
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}

/** Rows by key, in their order. */
interface GroupedRows {
  readonly sorted: Int32Array;
  /** Where the rows of each key begin; the last is the end. */
  readonly starts: Int32Array;
}

function grouped(rows: Int32Array, keys: Int32Array, nKeys: number): GroupedRows {
  const starts = new Int32Array(nKeys + 1);
  for (let i = 0; i < rows.length; i++) bump(starts, (keys[rows[i] as number] as number) + 1);
  for (let key = 0; key < nKeys; key++)
    starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const next = starts.slice();
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const key = keys[rows[i] as number] as number;
    sorted[next[key] as number] = rows[i] as number;
    bump(next, key);
  }
  return { sorted, starts };
}
