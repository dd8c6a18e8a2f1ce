import type { PairMoments } from '../../src/stats/clustered-difference.ts';
import type { ClusterMoments, TwoWayMoments } from '../../src/stats/clustered-mean.ts';

/** Observations as the tests write them. */
export interface Observations {
  readonly y: readonly number[];
  readonly author: readonly number[];
  readonly copies: readonly number[];
  readonly after: readonly number[];
  /** Weights; none = 1 each. */
  readonly weight?: readonly number[];
}

function totals(o: Observations, group: (i: number) => number, keep: (i: number) => boolean) {
  const groups = new Map<number, [y0: number, n0: number, y1: number, n1: number]>();
  o.y.forEach((y, i) => {
    if (!keep(i)) return;
    const key = group(i);
    const total = groups.get(key) ?? [0, 0, 0, 0];
    groups.set(key, total);
    const w = o.weight?.[i] ?? 1;
    const side = o.after[i] === 1 ? 2 : 0;
    total[side] += w * y;
    total[side + 1] = (total[side + 1] as number) + w;
  });
  return [...groups.values()];
}

const GROUPS = {
  author: (o: Observations) => (i: number) => o.author[i] as number,
  copies: (o: Observations) => (i: number) => o.copies[i] as number,
  both: (o: Observations) => (i: number) => (o.author[i] as number) * 2 ** 26 + (o.copies[i] as number),
};

/** (Σw)² / Σw², computed plainly. */
export function kishSize({ y, weight }: Pick<Observations, 'y' | 'weight'>): number {
  const sum = (f: (w: number) => number): number => y.reduce((s, _, i) => s + f(weight?.[i] ?? 1), 0);
  return sum((w) => w) ** 2 / sum((w) => w * w);
}

/** Moments of a mean, computed plainly from single observations. */
export function meanMoments(o: Observations): TwoWayMoments {
  const flat = { ...o, after: o.y.map(() => 0) };
  const of = (group: (i: number) => number): ClusterMoments => {
    const t = totals(flat, group, () => true);
    const sum = (f: (y: number, n: number) => number): number => t.reduce((s, [y, n]) => s + f(y, n), 0);
    return {
      nGroups: t.length,
      sumY: sum((y) => y),
      sumN: sum((_, n) => n),
      sumYY: sum((y) => y * y),
      sumNN: sum((_, n) => n * n),
      sumYN: sum((y, n) => y * n),
    };
  };
  return { author: of(GROUPS.author(o)), copies: of(GROUPS.copies(o)), both: of(GROUPS.both(o)) };
}

/** Moments of a difference, computed plainly from single observations. */
export function pairMoments(o: Observations): Record<keyof typeof GROUPS, PairMoments> {
  const of = (group: (i: number) => number): PairMoments => {
    const t = totals(o, group, () => true);
    const sum = (f: (y0: number, n0: number, y1: number, n1: number) => number): number =>
      t.reduce((s, [y0, n0, y1, n1]) => s + f(y0, n0, y1, n1), 0);
    return {
      nGroups: t.length,
      sumY0: sum((y0) => y0),
      sumN0: sum((_, n0) => n0),
      sumY1: sum((_, __, y1) => y1),
      sumN1: sum((_, __, ___, n1) => n1),
      y0y0: sum((y0) => y0 * y0),
      y0n0: sum((y0, n0) => y0 * n0),
      n0n0: sum((_, n0) => n0 * n0),
      y1y1: sum((_, __, y1) => y1 * y1),
      y1n1: sum((_, __, y1, n1) => y1 * n1),
      n1n1: sum((_, __, ___, n1) => n1 * n1),
      y0y1: sum((y0, _, y1) => y0 * y1),
      y0n1: sum((y0, _, __, n1) => y0 * n1),
      n0y1: sum((_, n0, y1) => n0 * y1),
      n0n1: sum((_, n0, __, n1) => n0 * n1),
    };
  };
  return { author: of(GROUPS.author(o)), copies: of(GROUPS.copies(o)), both: of(GROUPS.both(o)) };
}
