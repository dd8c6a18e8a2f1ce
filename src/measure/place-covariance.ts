import type { Estimated } from '../domain/estimate.ts';
import {
  type CrossProducts,
  linearizedCovariance,
  type TwoWayCrossProducts,
} from '../stats/linearized-covariance.ts';
import type { CellMoments } from '../store/queries/cell-moments.ts';
import type { PlaceProduct } from '../store/queries/place-moments.ts';

/** A place with its balance and the sums that it is made of. */
export interface PlacedEstimate {
  readonly place: string;
  readonly estimate: Estimated;
  readonly cell: CellMoments;
}

/**
 * Covariance of the balances of several places: each variance is that of the published interval, the correlations are those of
 * what places share, the same authors and the same copied texts.
 */
export function placeCovariance(
  placed: readonly PlacedEstimate[],
  products: readonly PlaceProduct[],
): number[][] {
  const gradients = placed.map(({ cell }, i) => {
    const { sumY, sumN } = cell.moments.net.author;
    const gradient = new Array<number>(2 * placed.length).fill(0);
    gradient[2 * i] = -sumY / (sumN * sumN);
    gradient[2 * i + 1] = 1 / sumN;
    return gradient;
  });
  const linear = linearizedCovariance(
    gradients,
    crossProducts(placed, products),
    placed.map(() => 0),
  );
  const error = (i: number): number => placed[i]?.estimate.standardError as number;
  const variance = (i: number): number => linear[i]?.[i] as number;
  return placed.map((_, i) =>
    placed.map((__, j) => {
      if (i === j) return error(i) ** 2;
      const scale = Math.sqrt(variance(i) * variance(j));
      return scale > 0 ? ((linear[i]?.[j] as number) / scale) * error(i) * error(j) : 0;
    }),
  );
}

/** Of the totals n and y of every place. */
function crossProducts(
  placed: readonly PlacedEstimate[],
  products: readonly PlaceProduct[],
): TwoWayCrossProducts {
  const at = new Map(placed.map(({ place }, i) => [place, i]));
  const of = (way: keyof TwoWayCrossProducts): CrossProducts => {
    const matrix = Array.from({ length: 2 * placed.length }, () =>
      new Array<number>(2 * placed.length).fill(0),
    );
    const set = (i: number, j: number, value: number): void => {
      (matrix[i] as number[])[j] = value;
      (matrix[j] as number[])[i] = value;
    };
    let nGroups = 0;
    for (const [i, { cell }] of placed.entries()) {
      const own = cell.moments.net[way];
      nGroups += own.nGroups;
      set(2 * i, 2 * i, own.sumNN);
      set(2 * i, 2 * i + 1, own.sumYN);
      set(2 * i + 1, 2 * i + 1, own.sumYY);
    }
    for (const row of products) {
      const [i, j] = [at.get(row.first), at.get(row.second)];
      if (row.way !== way || i === undefined || j === undefined) continue;
      set(2 * i, 2 * j, row.nn);
      set(2 * i, 2 * j + 1, row.ny);
      set(2 * i + 1, 2 * j, row.yn);
      set(2 * i + 1, 2 * j + 1, row.yy);
    }
    return { nGroups, products: matrix };
  };
  return { author: of('author'), copies: of('copies'), both: of('both') };
}
