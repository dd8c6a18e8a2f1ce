import { seededRandom } from './random.ts';
import { toUnit } from './row-embedding.ts';

/** Unit vectors with their weights. */
export interface UnitVectors {
  readonly dimensions: number;
  /** One vector after the other; a vector of zeros belongs to no part. */
  readonly vectors: Float64Array;
  /** How often each counts; 0 = it is placed, and moves no centre. */
  readonly weights: Float64Array;
}

/** How to partition. */
export interface SphericalOptions {
  readonly parts: number;
  readonly seed: number;
  /** Starts that are tried. */
  readonly starts?: number;
}

/** Centres one after the other, and the sum of cosines to the nearest. */
interface Centres {
  readonly centres: Float64Array;
  readonly total: number;
}

const STARTS = 8;
/** Rounds on the vectors that starts are tried on, and on all. */
const ROUNDS = { tried: 10, all: 4 } as const;
/** Starts are tried on so many vectors, evenly chosen; the best goes on with all. */
const TRIED = 1_000;

/**
 * Centres of a partition of unit vectors into parts that point in like directions: spherical k-means (Dhillon and Modha 2001), which
 * maximizes the sum of cosines to the centre of one's part. Eight starts: the first from the vectors that pivoted QR picks, which
 * point in the most different directions (Damle, Minden and Ying 2019), the others by k-means++ from seeded numbers. That with the
 * largest sum is kept, so that two samples of one population come to the same centres more often.
 * @returns centres one after the other, unit vectors; fewer than asked for where there are fewer directions
 */
export function sphericalMeans(
  points: UnitVectors,
  { parts, seed, starts = STARTS }: SphericalOptions,
): Float64Array {
  const tried = evenly(points);
  const random = seededRandom(seed);
  let best: Centres | null = null;
  for (let start = 0; start < starts; start++) {
    const first = start === 0 ? pivots(tried, parts) : spread(tried, parts, random);
    const found = improve(tried, first, ROUNDS.tried);
    // Starts that come to the same differ in the last digits; the earlier stays.
    if (best === null || found.total > best.total * (1 + 1e-9)) best = found;
  }
  return improve(points, (best as Centres).centres, ROUNDS.all).centres;
}

/**
 * Centres of a partition that goes on from an earlier one: its centres are moved to where the vectors lie now, and no other start is tried.
 * @param first centres one after the other
 */
export function movedCentres(points: UnitVectors, first: Float64Array): Float64Array {
  return improve(points, first, ROUNDS.tried).centres;
}

/** The nearest centre to each vector and the cosine to it; `nearest` is −1 for a vector of zeros. */
export function nearestCentres(
  { dimensions, vectors }: Pick<UnitVectors, 'dimensions' | 'vectors'>,
  centres: Float64Array,
): { readonly nearest: Int32Array; readonly cosine: Float64Array } {
  const n = vectors.length / dimensions;
  const nearest = new Int32Array(n).fill(-1);
  const cosine = new Float64Array(n);
  const nParts = centres.length / dimensions;
  const { filled, dots } = inFours(centres, dimensions);
  for (let i = 0; i < n; i++) {
    const at = i * dimensions;
    if (isZero(vectors, at, dimensions)) continue;
    for (let four = 0; four < filled.length; four += 4 * dimensions) {
      let [first, second, third, fourth] = [0, 0, 0, 0];
      for (let d = 0, c = four; d < dimensions; d++, c += 4) {
        const x = vectors[at + d] as number;
        first += x * (filled[c] as number);
        second += x * (filled[c + 1] as number);
        third += x * (filled[c + 2] as number);
        fourth += x * (filled[c + 3] as number);
      }
      const part = four / dimensions;
      dots[part] = first;
      dots[part + 1] = second;
      dots[part + 2] = third;
      dots[part + 3] = fourth;
    }
    let best = 0;
    for (let part = 1; part < nParts; part++)
      if ((dots[part] as number) > (dots[best] as number)) best = part;
    nearest[i] = best;
    cosine[i] = dots[best] as number;
  }
  return { nearest, cosine };
}

/** Centres in groups of four, the numbers of a group that belong to one dimension side by side; zeros fill the last group. */
function inFours(centres: Float64Array, dimensions: number) {
  const nParts = centres.length / dimensions;
  const groups = Math.ceil(nParts / 4);
  const filled = new Float64Array(4 * groups * dimensions);
  for (let part = 0; part < nParts; part++) {
    const from = (part - (part % 4)) * dimensions + (part % 4);
    for (let d = 0; d < dimensions; d++) filled[from + 4 * d] = centres[part * dimensions + d] as number;
  }
  return { filled, dots: new Float64Array(4 * groups) };
}

/** Lloyd's rounds until the sum hardly grows. */
function improve(points: UnitVectors, first: Float64Array, mostRounds: number): Centres {
  const { dimensions, vectors, weights } = points;
  let centres = first;
  let total = 0;
  for (let round = 0; round < mostRounds; round++) {
    const { nearest, cosine } = nearestCentres(points, centres);
    const moved = new Float64Array(centres.length);
    let sum = 0;
    for (let i = 0; i < nearest.length; i++) {
      const weight = weights[i] as number;
      const part = nearest[i] as number;
      if (weight === 0 || part < 0) continue;
      sum += weight * (cosine[i] as number);
      for (let d = 0; d < dimensions; d++)
        moved[part * dimensions + d] =
          (moved[part * dimensions + d] as number) + weight * (vectors[i * dimensions + d] as number);
    }
    for (let c = 0; c < moved.length; c += dimensions) {
      // A centre that nothing is near stays where it was.
      if (isZero(moved, c, dimensions)) moved.set(centres.subarray(c, c + dimensions), c);
      toUnit(moved, c, dimensions);
    }
    centres = moved;
    if (round > 0 && sum - total <= 2e-4 * Math.abs(sum)) return { centres, total: sum };
    total = sum;
  }
  return { centres, total };
}

/** At most {@link TRIED} of the vectors that count, at even distances in their order. */
function evenly({ dimensions, vectors, weights }: UnitVectors): UnitVectors {
  const counted: number[] = [];
  weights.forEach((weight, i) => {
    if (weight > 0 && !isZero(vectors, i * dimensions, dimensions)) counted.push(i);
  });
  const n = Math.min(counted.length, TRIED);
  const chosen = Array.from({ length: n }, (_, i) => counted[Math.floor((i * counted.length) / n)] as number);
  const tried = new Float64Array(n * dimensions);
  chosen.forEach((i, at) => {
    tried.set(vectors.subarray(i * dimensions, (i + 1) * dimensions), at * dimensions);
  });
  return { dimensions, vectors: tried, weights: Float64Array.from(chosen, (i) => weights[i] as number) };
}

/** Vectors that point in the most different directions: the pivots of a QR decomposition. */
function pivots({ dimensions, vectors }: UnitVectors, parts: number): Float64Array {
  const left = vectors.slice();
  const n = vectors.length / dimensions;
  const chosen: number[] = [];
  while (chosen.length < Math.min(parts, n)) {
    let [best, most] = [0, -1];
    for (let i = 0; i < n; i++) {
      let squares = 0;
      for (let d = 0; d < dimensions; d++) squares += (left[i * dimensions + d] as number) ** 2;
      if (squares > most && !chosen.includes(i)) [best, most] = [i, squares];
    }
    chosen.push(best);
    const direction = left.slice(best * dimensions, (best + 1) * dimensions);
    toUnit(direction, 0, dimensions);
    for (let i = 0; i < n; i++) {
      let dot = 0;
      for (let d = 0; d < dimensions; d++)
        dot += (left[i * dimensions + d] as number) * (direction[d] as number);
      for (let d = 0; d < dimensions; d++)
        left[i * dimensions + d] = (left[i * dimensions + d] as number) - dot * (direction[d] as number);
    }
  }
  return take({ dimensions, vectors }, chosen);
}

/** k-means++: each next centre is drawn in proportion to how far it lies from those before. */
function spread(
  { dimensions, vectors, weights }: UnitVectors,
  parts: number,
  random: () => number,
): Float64Array {
  const n = weights.length;
  const away = new Float64Array(n).fill(1);
  const chosen: number[] = [];
  while (chosen.length < Math.min(parts, n)) {
    let total = 0;
    for (let i = 0; i < n; i++) total += (weights[i] as number) * (away[i] as number);
    let at = random() * total;
    let i = 0;
    while (i < n - 1 && at >= (weights[i] as number) * (away[i] as number))
      at -= (weights[i] as number) * (away[i++] as number);
    chosen.push(i);
    for (let j = 0; j < n; j++) {
      let dot = 0;
      for (let d = 0; d < dimensions; d++)
        dot += (vectors[j * dimensions + d] as number) * (vectors[i * dimensions + d] as number);
      away[j] = Math.min(away[j] as number, Math.max(0, 1 - dot));
    }
  }
  return take({ dimensions, vectors }, chosen);
}

function take(
  { dimensions, vectors }: Pick<UnitVectors, 'dimensions' | 'vectors'>,
  chosen: readonly number[],
): Float64Array {
  const centres = new Float64Array(chosen.length * dimensions);
  chosen.forEach((i, at) => {
    centres.set(vectors.subarray(i * dimensions, (i + 1) * dimensions), at * dimensions);
  });
  return centres;
}

function isZero(values: Float64Array, at: number, length: number): boolean {
  for (let i = at; i < at + length; i++) if (values[i] !== 0) return false;
  return true;
}
