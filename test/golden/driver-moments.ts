import type { DriverLevel, LevelSide } from '../../src/stats/driver-rows.ts';
import type { CrossProducts, TwoWayCrossProducts } from '../../src/stats/linearized-covariance.ts';

/** An observation as tests and simulations write it: a value on one side, spread over levels. */
export interface DriverObservation {
  readonly y: number;
  readonly after: boolean;
  readonly author: number;
  readonly copies: number;
  /** Indices of its levels; it counts for each with an equal part. */
  readonly levels: readonly number[];
  readonly weight?: number;
}

type Told = DriverLevel['told'];

/** Levels and cross-products of a decomposition, computed plainly from single observations. */
export function driverMoments(
  observations: readonly DriverObservation[],
  nLevels: number,
  told: (level: number) => Told = () => 'split',
): { readonly levels: DriverLevel[]; readonly crossProducts: TwoWayCrossProducts } {
  const parts = observations.flatMap((one) =>
    one.levels.map((level) => ({ ...one, level, w: (one.weight ?? 1) / one.levels.length })),
  );
  const byCell = Map.groupBy(parts, (part) => 2 * part.level + Number(part.after));
  const side = (level: number, after: 0 | 1): LevelSide => {
    const mine = byCell.get(2 * level + after) ?? [];
    const sum = (of: (part: (typeof parts)[number]) => number): number => mine.reduce((s, p) => s + of(p), 0);
    const n = sum((p) => p.w);
    return {
      n,
      y: sum((p) => p.w * p.y),
      yy: sum((p) => p.w * p.y * p.y),
      kishSize: n === 0 ? 0 : n ** 2 / sum((p) => p.w * p.w),
      nGroups: Math.min(new Set(mine.map((p) => p.author)).size, new Set(mine.map((p) => p.copies)).size),
    };
  };
  const oneWay = (key: (part: (typeof parts)[number]) => string | number): CrossProducts => {
    const groups = new Map<string | number, Map<number, number>>();
    for (const part of parts) {
      const name = key(part);
      const totals = groups.get(name) ?? new Map<number, number>();
      const at = 4 * part.level + (part.after ? 2 : 0);
      totals.set(at, (totals.get(at) ?? 0) + part.w);
      totals.set(at + 1, (totals.get(at + 1) ?? 0) + part.w * part.y);
      groups.set(name, totals);
    }
    const products = Array.from({ length: 4 * nLevels }, () => new Array<number>(4 * nLevels).fill(0));
    for (const totals of groups.values()) {
      for (const [i, a] of totals) {
        const row = products[i] as number[];
        for (const [j, b] of totals) row[j] = (row[j] as number) + a * b;
      }
    }
    return { nGroups: groups.size, products };
  };
  return {
    levels: Array.from({ length: nLevels }, (_, level) => ({
      before: side(level, 0),
      after: side(level, 1),
      told: told(level),
    })),
    crossProducts: {
      author: oneWay((p) => p.author),
      copies: oneWay((p) => p.copies),
      both: oneWay((p) => p.author * 1e7 + p.copies),
    },
  };
}
