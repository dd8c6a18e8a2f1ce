import { seededRandom } from './random.ts';

/** Rows that hold columns, each at most once and ascending: those of row i are `columns[starts[i]]` up to `columns[starts[i + 1]]`. */
export interface Incidence {
  /** One more than rows. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly nColumns: number;
}

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
/** Columns that stand together in fewer rows say nothing of each other. */
const FEWEST_TOGETHER = 2;

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
  const pairs = attractingPairs(rows, weights);
  const random = seededRandom(seed);
  let basis: Float64Array = Float64Array.from({ length: nColumns * width }, () => random() - 0.5);
  let sizes = orthonormalize(basis, width);
  for (let round = 0; round < rounds; round++) {
    basis = multiply(pairs, basis, width);
    sizes = orthonormalize(basis, width);
  }
  const kept = Math.min(dimensions, width);
  const columns = new Float64Array(nColumns * dimensions);
  const nRows = weights.reduce((sum, weight) => sum + weight, 0);
  const inRows = columnSums(rows, weights);
  for (let c = 0; c < nColumns; c++) {
    const at = c * dimensions;
    for (let d = 0; d < kept; d++)
      columns[at + d] = (basis[c * width + d] as number) * Math.sqrt(sizes[d] as number);
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

/** Pairs of columns that attract each other, and how strongly. */
interface AttractingPairs {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly strength: Float64Array;
}

function attractingPairs(rows: Incidence, weights: Float64Array): AttractingPairs {
  const { nColumns } = rows;
  const together = rowsTogether(rows, weights);
  const own = new Float64Array(nColumns);
  let total = 0;
  let most = 0;
  for (let a = 0; a < nColumns; a++) {
    for (let b = a + 1; b < nColumns; b++) {
      const n = together[a * nColumns + b] as number;
      if (n === 0) continue;
      own[a] = (own[a] as number) + n;
      own[b] = (own[b] as number) + n;
      total += 2 * n;
      if (n >= FEWEST_TOGETHER) most += 1;
    }
  }
  const [first, second] = [new Int32Array(most), new Int32Array(most)];
  const strength = new Float64Array(most);
  let found = 0;
  for (let a = 0; a < nColumns; a++) {
    for (let b = a + 1; b < nColumns; b++) {
      const n = together[a * nColumns + b] as number;
      if (n < FEWEST_TOGETHER) continue;
      const ratio = (n * total) / ((own[a] as number) * (own[b] as number));
      if (ratio <= 1) continue;
      first[found] = a;
      second[found] = b;
      strength[found++] = Math.log(ratio);
    }
  }
  return {
    first: first.subarray(0, found),
    second: second.subarray(0, found),
    strength: strength.subarray(0, found),
  };
}

/** In how many rows two columns stand together; above the diagonal only. Whole numbers, exact up to 2²⁴. */
function rowsTogether({ starts, columns, nColumns }: Incidence, weights: Float64Array): Float32Array {
  const together = new Float32Array(nColumns * nColumns);
  for (let r = 0; r < starts.length - 1; r++) {
    const weight = weights[r] as number;
    if (weight === 0) continue;
    const to = starts[r + 1] as number;
    for (let e = starts[r] as number; e < to; e++) {
      const at = (columns[e] as number) * nColumns;
      for (let f = e + 1; f < to; f++) {
        const cell = at + (columns[f] as number);
        together[cell] = (together[cell] as number) + weight;
      }
    }
  }
  return together;
}

function multiply(
  { first, second, strength }: AttractingPairs,
  basis: Float64Array,
  width: number,
): Float64Array {
  const product = new Float64Array(basis.length);
  for (let pair = 0; pair < strength.length; pair++) {
    const a = (first[pair] as number) * width;
    const b = (second[pair] as number) * width;
    const s = strength[pair] as number;
    for (let d = 0; d < width; d++) {
      product[a + d] = (product[a + d] as number) + s * (basis[b + d] as number);
      product[b + d] = (product[b + d] as number) + s * (basis[a + d] as number);
    }
  }
  return product;
}

/** Gram–Schmidt, twice, on the columns of a matrix kept by rows. Returns the lengths that the vectors had. */
function orthonormalize(basis: Float64Array, width: number): Float64Array {
  const n = basis.length / width;
  const norms = new Float64Array(width);
  for (let d = 0; d < width; d++) {
    for (let pass = 0; pass < 2; pass++) {
      for (let before = 0; before < d; before++) {
        let dot = 0;
        for (let i = 0; i < n; i++)
          dot += (basis[i * width + d] as number) * (basis[i * width + before] as number);
        for (let i = 0; i < n; i++)
          basis[i * width + d] =
            (basis[i * width + d] as number) - dot * (basis[i * width + before] as number);
      }
    }
    let squares = 0;
    for (let i = 0; i < n; i++) squares += (basis[i * width + d] as number) ** 2;
    const norm = Math.sqrt(squares);
    norms[d] = norm;
    if (norm > 0) for (let i = 0; i < n; i++) basis[i * width + d] = (basis[i * width + d] as number) / norm;
  }
  return norms;
}
