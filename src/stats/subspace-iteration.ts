import type { AttractingColumns } from './attracting-columns.ts';

/** Vectors, one after the other, each with one number a column. */
export interface Subspace {
  readonly vectors: Float64Array;
  /** Lengths that the vectors had before they were made unit vectors: sizes of the eigenvalues, descending. */
  readonly sizes: Float64Array;
}

/** So many vectors are multiplied at once: as many sums as a processor holds. */
const STRIP = 8;

/**
 * The eigenvectors with the largest eigenvalues of the matrix of attractions, by subspace iteration. Sums run over columns in
 * their order. Cost: rounds × (vectors × pairs that attract each other + vectors² × columns).
 * @param start vectors to begin with, one after the other, each with one number a column
 */
export function subspaceIteration(pairs: AttractingColumns, start: Float64Array, rounds: number): Subspace {
  const n = pairs.starts.length - 1;
  const width = n === 0 ? 0 : start.length / n;
  // Vectors of zeros fill the last strip.
  const filled = new Float64Array(n * STRIP * Math.ceil(width / STRIP));
  filled.set(start);
  const vectors = filled.subarray(0, start.length);
  const strips = new Float64Array(filled.length);
  let sizes = orthonormalize(vectors, n);
  for (let round = 0; round < rounds; round++) {
    toStrips(vectors, n, strips);
    for (let from = 0; from < filled.length; from += STRIP * n)
      multiply(pairs, strips.subarray(from, from + STRIP * n), filled.subarray(from, from + STRIP * n));
    sizes = orthonormalize(vectors, n);
  }
  return { vectors, sizes };
}

/** Vectors of n numbers → by strips of {@link STRIP} vectors, in each the numbers of a column side by side. */
function toStrips(vectors: Float64Array, n: number, strips: Float64Array): void {
  const width = vectors.length / n;
  for (let d = 0; d < width; d++) {
    const strip = (d - (d % STRIP)) * n + (d % STRIP);
    for (let i = 0; i < n; i++) strips[strip + i * STRIP] = vectors[d * n + i] as number;
  }
}

/** Multiplies the vectors of one strip; the products stand one after the other. */
function multiply(
  { starts, others, strength }: AttractingColumns,
  strip: Float64Array,
  product: Float64Array,
): void {
  const n = starts.length - 1;
  for (let i = 0; i < n; i++) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    const to = starts[i + 1] as number;
    for (let at = starts[i] as number; at < to; at++) {
      const s = strength[at] as number;
      const j = (others[at] as number) * STRIP;
      a += s * (strip[j] as number);
      b += s * (strip[j + 1] as number);
      c += s * (strip[j + 2] as number);
      d += s * (strip[j + 3] as number);
      e += s * (strip[j + 4] as number);
      f += s * (strip[j + 5] as number);
      g += s * (strip[j + 6] as number);
      h += s * (strip[j + 7] as number);
    }
    product[i] = a;
    product[i + n] = b;
    product[i + 2 * n] = c;
    product[i + 3 * n] = d;
    product[i + 4 * n] = e;
    product[i + 5 * n] = f;
    product[i + 6 * n] = g;
    product[i + 7 * n] = h;
  }
}

/** Gram–Schmidt, twice, on vectors of n numbers. Returns the lengths that the vectors had. */
function orthonormalize(vectors: Float64Array, n: number): Float64Array {
  const width = n === 0 ? 0 : vectors.length / n;
  const norms = new Float64Array(width);
  for (let d = 0; d < width; d++) {
    const own = vectors.subarray(d * n, (d + 1) * n);
    for (let pass = 0; pass < 2; pass++)
      for (let before = 0; before < d; before++) subtract(own, vectors, before * n);
    let squares = 0;
    for (let i = 0; i < n; i++) squares += (own[i] as number) ** 2;
    const norm = Math.sqrt(squares);
    norms[d] = norm;
    if (norm > 0) for (let i = 0; i < n; i++) own[i] = (own[i] as number) / norm;
  }
  return norms;
}

/** Takes from a vector what points in the direction of the unit vector that begins at `at`. */
function subtract(own: Float64Array, vectors: Float64Array, at: number): void {
  const n = own.length;
  let dot = 0;
  for (let i = 0; i < n; i++) dot += (own[i] as number) * (vectors[at + i] as number);
  for (let i = 0; i < n; i++) own[i] = (own[i] as number) - dot * (vectors[at + i] as number);
}
