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

/**
 * Pairs of authors who did the same on enough occasions, each with the cosine of their weighted features: the projection of the
 * bipartite table of authors and features onto authors. A feature of the weight 0 brings nobody together, and three things
 * shared of one piece of news in one hour are one occasion.
 *
 * Authors who cannot have enough in common with anybody are left out first, again and again until none is left to leave out;
 * in a corpus in which nobody acts alike that is all the work there is. Memory: rows. Cost: the sum over features of their
 * remaining authors squared.
 *
 * Reference: Pacheco et al. 2021; golden values of scikit-learn and networkx.
 * @param authors whose row each is, where it is not the table's own: of a shuffled table
 */
export function* coactionPairs(
  table: ActionTable,
  weights: Float64Array,
  { authors = table.authors, fewest, mostAuthors }: PairOptions & { readonly authors?: Int32Array },
): Generator<CoactionPair> {
  const { nAuthors, features, moments } = table;
  const norms = new Float64Array(nAuthors);
  for (let row = 0; row < features.length; row++) {
    const weight = weights[features[row] as number] as number;
    const author = authors[row] as number;
    norms[author] = (norms[author] as number) + weight * weight;
  }
  const rows = remainingRows({ table, weights, authors }, { fewest, mostAuthors });
  if (rows.length === 0) return;
  const byFeature = grouped(rows, features, table.nFeatures);
  const byAuthor = grouped(rows, authors, nAuthors);
  const products = new Float64Array(nAuthors);
  const [shared, latest] = [new Int32Array(nAuthors), new Int32Array(nAuthors)];
  for (let first = 0; first < nAuthors; first++) {
    const met: number[] = [];
    for (const row of byAuthor(first)) {
      const feature = features[row] as number;
      const square = (weights[feature] as number) ** 2;
      for (const other of byFeature(feature)) {
        const second = authors[other] as number;
        if (second <= first) continue;
        if (shared[second] === 0) met.push(second);
        const moment = moments[row] as number;
        if (shared[second] === 0 || latest[second] !== moment) bump(shared, second);
        latest[second] = moment;
        products[second] = (products[second] as number) + square;
      }
    }
    for (const second of met.sort((a, b) => a - b)) {
      const nShared = shared[second] as number;
      const similarity =
        (products[second] as number) / Math.sqrt((norms[first] as number) * (norms[second] as number));
      if (nShared >= fewest) yield { first, second, nShared, similarity: Math.min(1, similarity) };
      shared[second] = 0;
      products[second] = 0;
    }
  }
}

/** Rows of authors who may have enough in common with another, in the order of the table. */
function remainingRows(
  {
    table: { features, nAuthors, nFeatures },
    weights,
    authors,
  }: { readonly table: ActionTable; readonly weights: Float64Array; readonly authors: Int32Array },
  { fewest, mostAuthors }: PairOptions,
): Int32Array {
  const having = new Int32Array(nFeatures);
  for (let row = 0; row < features.length; row++) bump(having, features[row] as number);
  let rows = Int32Array.from({ length: features.length }, (_, row) => row).filter((row) => {
    const feature = features[row] as number;
    return (having[feature] as number) <= mostAuthors && (weights[feature] as number) > 0;
  });
  for (;;) {
    const [of, by] = [new Int32Array(nFeatures), new Int32Array(nAuthors)];
    for (let i = 0; i < rows.length; i++) bump(of, features[rows[i] as number] as number);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      if ((of[features[row] as number] as number) > 1) bump(by, authors[row] as number);
    }
    const left = rows.filter(
      (row) =>
        (of[features[row] as number] as number) > 1 && (by[authors[row] as number] as number) >= fewest,
    );
    if (left.length === rows.length) return rows;
    rows = left;
  }
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}

/** The rows of each key, in their order. */
function grouped(rows: Int32Array, keys: Int32Array, nKeys: number): (key: number) => Int32Array {
  const ends = new Int32Array(nKeys + 1);
  for (let i = 0; i < rows.length; i++) bump(ends, (keys[rows[i] as number] as number) + 1);
  for (let key = 0; key < nKeys; key++) ends[key + 1] = (ends[key + 1] as number) + (ends[key] as number);
  const starts = ends.slice();
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const key = keys[rows[i] as number] as number;
    sorted[starts[key] as number] = rows[i] as number;
    bump(starts, key);
  }
  return (key) => sorted.subarray(ends[key], ends[key + 1]);
}
