import { adjustedRandIndex } from './adjusted-rand-index.ts';
import type { Incidence } from './incidence.ts';
import { seededRandom } from './random.ts';
import { placeRows, type RowEmbedding, rowEmbedding } from './row-embedding.ts';
import { nearestCentres, sphericalMeans } from './spherical-means.ts';

/** How a partition is sought. */
export interface PartitionOptions {
  readonly seed: number;
  /** Numbers of parts to try, the most wanted first. */
  readonly sizes: readonly number[];
  /** A partition is stable when the mean adjusted Rand index with those of bootstrap samples is at least this. */
  readonly stableFrom: number;
  readonly nBootstraps: number;
  /** Vectors of rows have so many numbers. */
  readonly dimensions: number;
  /** A partition with a smaller part is passed over: a handful of rows is found again by any sample. */
  readonly leastRows: number;
  /** A row whose cosine to the nearest centre is less belongs to no part. */
  readonly leastCosine: number;
}

/** A partition of rows with what places further ones. */
export interface Partition {
  readonly nParts: number;
  readonly embedding: RowEmbedding;
  readonly centres: Float64Array;
  /** Part of each row; −1 = none. */
  readonly parts: Int32Array;
  /** Adjusted Rand index with the partition of each bootstrap sample, ascending; none is a part of its own there. */
  readonly stability: readonly number[];
}

/** What the search came to: the first of the stable partitions, else the most stable one that was tried. */
export interface FoundPartition {
  readonly isStable: boolean;
  /** Null where every size tried has a part that is too small. */
  readonly partition: Partition | null;
}

/** After so many samples a size is given up whose mean is so far below what is asked for. */
const LOOKED_AT = 3;
const HOPELESS = 0.1;
/** A partition that is much less stable than the best one cuts what belongs together. */
export const NEARLY = 0.15;

interface Fitted {
  readonly embedding: RowEmbedding;
  readonly vectors: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Rows with like columns together, in as many parts as can be found again: rows are embedded (`rowEmbedding`) and partitioned
 * (`sphericalMeans`) in each number of parts asked for; the first that is stable, and nearly as stable as the best of them, is taken. Stability: whole groups of rows are drawn with
 * replacement, everything is done again from the start, all rows are placed by what came out, and the two partitions are
 * compared (Hennig 2007; Ben-Hur, Elisseeff and Guyon 2002). What cannot be found again in a sample of the same population is a fact
 * about this sample alone.
 *
 * Rows have to stand in an order that depends on their content alone. Assumes independent groups. Cost: bootstraps × sizes × rows.
 * @param groups group of each row, whole numbers from 0: rows of one author
 */
export function stablePartition(
  rows: Incidence,
  groups: Int32Array,
  options: PartitionOptions,
): FoundPartition {
  const { tried } = tryPartitions(rows, groups, options);
  const most = Math.max(...tried.map(({ stability }) => meanOf(stability)));
  const asked = Math.max(options.stableFrom, most - NEARLY);
  const stable = tried.find(({ stability }) => meanOf(stability) >= asked);
  const partition = stable ?? tried.find(({ stability }) => meanOf(stability) === most) ?? null;
  return { isStable: stable !== undefined, partition };
}

/** Every size that was tried, with the rows as they lie without a sample drawn. */
export interface TriedPartitions {
  readonly tried: readonly Partition[];
  readonly vectors: Float64Array;
}

/**
 * Partitions rows in each number of parts asked for, and tells how well each is found again. A size with too small a part is left out.
 * @param groups group of each row, whole numbers from 0: rows of one author
 */
export function tryPartitions(
  rows: Incidence,
  groups: Int32Array,
  options: PartitionOptions,
): TriedPartitions {
  const nRows = rows.starts.length - 1;
  const fitted = (weights: Float64Array): Fitted => {
    const embedding = rowEmbedding(rows, weights, options);
    return { embedding, vectors: placeRows(rows, embedding), weights };
  };
  const whole = fitted(new Float64Array(nRows).fill(1));
  const random = seededRandom(options.seed);
  const samples = Array.from({ length: options.nBootstraps }, () => fitted(drawn(groups, random)));
  const tried = options.sizes.flatMap((nParts): Partition[] => {
    const { centres, parts } = partitioned(whole, nParts, options);
    if (smallestPart(parts, nParts) < options.leastRows) return [];
    const stability: number[] = [];
    for (const sample of samples) {
      if (stability.length === LOOKED_AT && meanOf(stability) < options.stableFrom - HOPELESS) break;
      stability.push(adjustedRandIndex(named(parts), named(partitioned(sample, nParts, options).parts)));
    }
    stability.sort((a, b) => a - b);
    return [{ nParts, embedding: whole.embedding, centres, parts, stability }];
  });
  return { tried, vectors: whole.vectors };
}

/** Part of each of further rows by the nearest centre; −1 = none is near. */
export function partOfRows(
  rows: Incidence,
  {
    embedding,
    centres,
    leastCosine,
  }: Pick<Partition, 'embedding' | 'centres'> & { readonly leastCosine: number },
): Int32Array {
  const { dimensions } = embedding;
  return partsOf({ dimensions, vectors: placeRows(rows, embedding) }, centres, leastCosine);
}

function partitioned(
  { embedding: { dimensions }, vectors, weights }: Fitted,
  parts: number,
  { seed, leastCosine }: PartitionOptions,
): { readonly centres: Float64Array; readonly parts: Int32Array } {
  const centres = sphericalMeans({ dimensions, vectors, weights }, { parts, seed });
  return { centres, parts: partsOf({ dimensions, vectors }, centres, leastCosine) };
}

/** Part of each vector by the nearest centre; −1 = none is near. */
export function partsOf(
  points: { readonly dimensions: number; readonly vectors: Float64Array },
  centres: Float64Array,
  leastCosine: number,
): Int32Array {
  const { nearest, cosine } = nearestCentres(points, centres);
  return nearest.map((part, i) => ((cosine[i] as number) < leastCosine ? -1 : part));
}

/** How often each row stands in a bootstrap sample of whole groups. */
function drawn(groups: Int32Array, random: () => number): Float64Array {
  let nGroups = 0;
  for (const group of groups) nGroups = Math.max(nGroups, group + 1);
  const times = new Float64Array(nGroups);
  for (let i = 0; i < nGroups; i++) {
    const g = Math.floor(random() * nGroups);
    times[g] = (times[g] as number) + 1;
  }
  return Float64Array.from(groups, (group) => times[group] as number);
}

/** Rows of the smallest part. */
export function smallestPart(parts: Int32Array, nParts: number): number {
  const sizes = new Float64Array(nParts);
  for (const part of parts) if (part >= 0) sizes[part] = (sizes[part] as number) + 1;
  return Math.min(...sizes);
}

/** None as a part of its own. */
function named(parts: Int32Array): Int32Array {
  return parts.map((part) => part + 1);
}

/** Mean of the values of an index. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
