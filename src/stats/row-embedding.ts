import { attractingColumns } from './attracting-columns.ts';
import type { Incidence } from './incidence.ts';
import { seededRandom } from './random.ts';
import { subspaceIteration } from './subspace-iteration.ts';

/** How to embed. */
export interface EmbeddingOptions {
  readonly dimensions: number;
  readonly seed: number;
  /** Rounds of subspace iteration. */
  readonly rounds?: number;
}

/** Where columns lie; a row lies where its columns do on average. */
export interface RowEmbedding {
  readonly dimensions: number;
  /** One vector a column, of `dimensions` numbers each: a direction, as long as the column is rare. */
  readonly columns: Float64Array;
  /** Sizes of the eigenvalues that the dimensions belong to, descending. */
  readonly eigenvalues: Float64Array;
}

/** Vectors beside those asked for: they make the others converge faster. */
const SPARE = 4;
const ROUNDS = 8;

/**
 * Vectors of columns such that rows with like columns lie in like directions. How strongly two columns attract each other is the
 * positive pointwise mutual information of standing in one row, log(n·N / nₐ·n_b) where it is above 0, with n the rows that hold both and
 * nₐ, n_b, N its sums over the other columns (Bullinaria and Levy 2007). The eigenvectors of that matrix with the largest
 * eigenvalues, times their roots, are the columns' vectors (Levy and Goldberg 2014), made unit vectors and then as long as
 * log((rows + 1)/(rows with the column + 1)), so that rare columns count for more.
 *
 * Found by subspace iteration from seeded numbers. Sums run in the order of rows: give them in an order that depends on
 * their content alone. Cost: Σ of squared row sizes + columns² + rounds × dimensions × pairs that attract each other.
 *
 * @param weights how often each row counts; 0 leaves it out
 */
export function rowEmbedding(
  rows: Incidence,
  weights: Float64Array,
  { dimensions, seed, rounds = ROUNDS }: EmbeddingOptions,
): RowEmbedding {
  const { nColumns } = rows;
  const width = Math.min(dimensions + SPARE, nColumns);
  const random = seededRandom(seed);
  const start = new Float64Array(nColumns * width);
  for (let c = 0; c < nColumns; c++) for (let d = 0; d < width; d++) start[d * nColumns + c] = random() - 0.5;
  const { vectors, sizes } = subspaceIteration(attractingColumns(rows, weights), start, rounds);
  const kept = Math.min(dimensions, width);
  const columns = new Float64Array(nColumns * dimensions);
  const nRows = weights.reduce((sum, weight) => sum + weight, 0);
  const inRows = columnSums(rows, weights);
  for (let c = 0; c < nColumns; c++) {
    const at = c * dimensions;
    for (let d = 0; d < kept; d++)
      columns[at + d] = (vectors[d * nColumns + c] as number) * Math.sqrt(sizes[d] as number);
    toUnit(columns, at, dimensions);
    const rarity = Math.log((nRows + 1) / ((inRows[c] as number) + 1));
    for (let d = 0; d < kept; d++) columns[at + d] = (columns[at + d] as number) * rarity;
  }
  return { dimensions, columns, eigenvalues: sizes.slice(0, kept) };
}

/** Unit vectors of rows: the sums of their columns' vectors. A row without a place is 0. */
export function placeRows(rows: Incidence, { columns, dimensions }: RowEmbedding): Float64Array {
  const nRows = rows.starts.length - 1;
  const placed = new Float64Array(nRows * dimensions);
  for (let r = 0; r < nRows; r++) {
    const at = r * dimensions;
    for (let e = rows.starts[r] as number; e < (rows.starts[r + 1] as number); e++) {
      const from = (rows.columns[e] as number) * dimensions;
      for (let d = 0; d < dimensions; d++)
        placed[at + d] = (placed[at + d] as number) + (columns[from + d] as number);
    }
    toUnit(placed, at, dimensions);
  }
  return placed;
}

/** Makes a stretch of numbers a vector of length 1; 0 stays 0. */
export function toUnit(values: Float64Array, at: number, length: number): void {
  let squares = 0;
  for (let i = at; i < at + length; i++) squares += (values[i] as number) ** 2;
  if (squares === 0) return;
  const scale = 1 / Math.sqrt(squares);
  for (let i = at; i < at + length; i++) values[i] = (values[i] as number) * scale;
}

function columnSums({ starts, columns, nColumns }: Incidence, weights: Float64Array): Float64Array {
  const sums = new Float64Array(nColumns);
  for (let r = 0; r < starts.length - 1; r++) {
    for (let e = starts[r] as number; e < (starts[r + 1] as number); e++) {
      const c = columns[e] as number;
      sums[c] = (sums[c] as number) + (weights[r] as number);
    }
  }
  return sums;
}
