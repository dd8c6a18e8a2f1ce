import type { Incidence } from './incidence.ts';
import { toUnit } from './row-embedding.ts';
import { movedCentres, nearestCentres } from './spherical-means.ts';
import {
  meanOf,
  NEARLY,
  type Partition,
  type PartitionOptions,
  partsOf,
  smallestPart,
  tryPartitions,
} from './stable-partition.ts';

/** Rows with the part that an earlier partition gives each. */
export interface PartedRows {
  readonly rows: Incidence;
  /** Group of each row, whole numbers from 0: rows of one author. */
  readonly groups: Int32Array;
  /** Part of each row by the earlier partition; −1 = none. */
  readonly earlier: Int32Array;
}

/** Sizes that are tried beside the earlier one: a period brings or ends few themes. */
const NEAR = 3;
/** Another number of parts has to be found again this much better than the one there was. */
const BETTER = 0.02;
/** Moved centres are kept unless a start afresh fits this much better. */
const FITS_BETTER = 1.02;

/**
 * A partition that goes on from an earlier one of other rows, which overlap with these. It keeps as many parts as the earlier one has rows
 * enough of here, as long as `stablePartition` would find them stable; it gets more where more are found again clearly better, and fewer where
 * so many are not found again. Parts that are kept have their centres moved, not sought afresh, unless a start afresh fits clearly better. So a
 * partition does not flip between two that are equally good when a period is added.
 * @returns null where no partition is found again: the earlier one had better be kept
 */
export function continuedPartition(
  { rows, groups, earlier }: PartedRows,
  options: PartitionOptions,
): Partition | null {
  const going = goingOn(earlier, options.leastRows);
  const near = options.sizes.filter((size) => Math.abs(size - going.length) <= NEAR);
  const sizes = [...new Set([...near, ...(going.length > 1 ? [going.length] : [])])].sort((a, b) => b - a);
  const { tried, vectors } = tryPartitions(rows, groups, { ...options, sizes });
  const stable = tried.filter(({ stability }) => meanOf(stability) >= options.stableFrom);
  const most = Math.max(...stable.map(({ stability }) => meanOf(stability)));
  const isNearly = (one: Partition, less: number): boolean => meanOf(one.stability) >= most - less;
  const same = stable.find((one) => one.nParts === going.length && isNearly(one, NEARLY));
  const asked = same === undefined ? 0 : meanOf(same.stability) + BETTER;
  const larger = stable.find(
    (one) => one.nParts > going.length && meanOf(one.stability) >= asked && isNearly(one, 2 * BETTER),
  );
  if (larger !== undefined) return larger;
  if (same !== undefined) return moved(same, vectors, { earlier, going, options });
  return stable.find((one) => isNearly(one, NEARLY)) ?? null;
}

/** Parts of the earlier partition that have rows enough among these. */
function goingOn(earlier: Int32Array, leastRows: number): number[] {
  const sizes = new Map<number, number>();
  for (const part of earlier) if (part >= 0) sizes.set(part, (sizes.get(part) ?? 0) + 1);
  return [...sizes].flatMap(([part, size]) => (size >= leastRows ? [part] : [])).sort((a, b) => a - b);
}

interface Earlier {
  readonly earlier: Int32Array;
  readonly going: readonly number[];
  readonly options: PartitionOptions;
}

/** The partition with centres that come from where the rows of the earlier parts lie. */
function moved(fresh: Partition, vectors: Float64Array, { earlier, going, options }: Earlier): Partition {
  const { dimensions } = fresh.embedding;
  const first = new Float64Array(going.length * dimensions);
  earlier.forEach((part, row) => {
    const at = going.indexOf(part) * dimensions;
    if (at < 0) return;
    for (let d = 0; d < dimensions; d++)
      first[at + d] = (first[at + d] as number) + (vectors[row * dimensions + d] as number);
  });
  for (let at = 0; at < first.length; at += dimensions) toUnit(first, at, dimensions);
  const weights = new Float64Array(earlier.length).fill(1);
  const points = { dimensions, vectors, weights };
  const centres = movedCentres(points, first);
  const parts = partsOf(points, centres, options.leastCosine);
  const isWorse = fitOf(points, fresh.centres) > FITS_BETTER * fitOf(points, centres);
  if (isWorse || smallestPart(parts, going.length) < options.leastRows) return fresh;
  return { ...fresh, centres, parts };
}

function fitOf(points: Parameters<typeof nearestCentres>[0], centres: Float64Array): number {
  return nearestCentres(points, centres).cosine.reduce((sum, one) => sum + one, 0);
}
