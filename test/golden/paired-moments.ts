import type { CrossProducts } from '../../src/stats/linearized-covariance.ts';
import type { PairedCell, PairedGroups } from '../../src/stats/paired-contrast.ts';

/** An observation of one of two groups in one period. */
export interface PairedObservation {
  readonly y: number;
  readonly group: 0 | 1;
  readonly period: number;
  readonly author: number;
  readonly copies: number;
  readonly weight?: number;
}

/** Cells and cross-products of two groups over periods, computed plainly from single observations. */
export function pairedMoments(observations: readonly PairedObservation[], nPeriods: number): PairedGroups {
  const cells = (group: 0 | 1): PairedCell[] =>
    Array.from({ length: nPeriods }, (_, period) => {
      const mine = observations.filter((o) => o.group === group && o.period === period);
      const sum = (of: (o: PairedObservation) => number): number => mine.reduce((s, o) => s + of(o), 0);
      const w = (o: PairedObservation): number => o.weight ?? 1;
      return {
        n: sum(w),
        y: sum((o) => w(o) * o.y),
        yy: sum((o) => w(o) * o.y ** 2),
        ww: sum((o) => w(o) ** 2),
      };
    });
  const groupsOf = (group: 0 | 1): number => {
    const mine = observations.filter((o) => o.group === group);
    return Math.min(new Set(mine.map((o) => o.author)).size, new Set(mine.map((o) => o.copies)).size);
  };
  const size = 4 * nPeriods;
  const oneWay = (key: (o: PairedObservation) => number): CrossProducts => {
    const groups = new Map<number, Map<number, number>>();
    for (const o of observations) {
      const totals = groups.get(key(o)) ?? new Map<number, number>();
      const at = 2 * (o.group * nPeriods + o.period);
      totals.set(at, (totals.get(at) ?? 0) + (o.weight ?? 1));
      totals.set(at + 1, (totals.get(at + 1) ?? 0) + (o.weight ?? 1) * o.y);
      groups.set(key(o), totals);
    }
    const products = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    for (const totals of groups.values()) {
      for (const [i, a] of totals) {
        const row = products[i] as number[];
        for (const [j, b] of totals) row[j] = (row[j] as number) + a * b;
      }
    }
    return { nGroups: groups.size, products };
  };
  return {
    first: cells(0),
    second: cells(1),
    nGroups: [groupsOf(0), groupsOf(1)],
    crossProducts: {
      author: oneWay((o) => o.author),
      copies: oneWay((o) => o.copies),
      both: oneWay((o) => o.author * 1e7 + o.copies),
    },
  };
}
