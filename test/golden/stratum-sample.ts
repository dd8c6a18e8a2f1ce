import type { ClusterProduct, Grouping } from '../../src/stats/cluster-products.ts';
import type { TwoWayProducts } from '../../src/stats/linear-estimate.ts';
import type { ComponentTotals } from '../../src/stats/post-stratified-mean.ts';

/** Observations with the component that each stands in, 0 … nComponents − 1. */
export interface StratifiedObservations {
  readonly y: readonly number[];
  readonly component: readonly number[];
  readonly author: readonly number[];
  readonly copies: readonly number[];
  /** Weights; none = 1 each. */
  readonly weight?: readonly number[];
}

const KEYS: Readonly<Record<Grouping, (o: StratifiedObservations, i: number) => string>> = {
  author: (o, i) => `${o.author[i]}`,
  copies: (o, i) => `${o.copies[i]}`,
  both: (o, i) => `${o.author[i]}/${o.copies[i]}`,
};

/** Totals of components and products of clusters, computed plainly from single observations. */
export function stratumSample(
  o: StratifiedObservations,
  nComponents: number,
): { readonly totals: readonly ComponentTotals[]; readonly products: TwoWayProducts } {
  const grouped = {
    author: byCluster(o, 'author'),
    copies: byCluster(o, 'copies'),
    both: byCluster(o, 'both'),
  };
  const totals = Array.from({ length: nComponents }, (_, c): ComponentTotals => {
    const mine = o.y.map((_y, i) => i).filter((i) => o.component[i] === c);
    const sum = (f: (w: number, y: number) => number): number =>
      mine.reduce((s, i) => s + f(o.weight?.[i] ?? 1, o.y[i] as number), 0);
    return {
      sumY: sum((w, y) => w * y),
      sumN: sum((w) => w),
      sumSquare: sum((w, y) => w * y * y),
      sumWW: sum((w) => w * w),
    };
  });
  const of = (g: Grouping) => ({ nGroups: grouped[g].size, products: productsOf([...grouped[g].values()]) });
  return { totals, products: { author: of('author'), copies: of('copies'), both: of('both') } };
}

type Cluster = Map<number, { y: number; n: number }>;

function byCluster(o: StratifiedObservations, grouping: Grouping): Map<string, Cluster> {
  const clusters = new Map<string, Cluster>();
  o.y.forEach((y, i) => {
    const key = KEYS[grouping](o, i);
    const cluster = clusters.get(key) ?? new Map();
    const component = o.component[i] as number;
    const w = o.weight?.[i] ?? 1;
    const { y: sumY, n } = cluster.get(component) ?? { y: 0, n: 0 };
    cluster.set(component, { y: sumY + w * y, n: n + w });
    clusters.set(key, cluster);
  });
  return clusters;
}

function productsOf(clusters: readonly Cluster[]): ClusterProduct[] {
  const found = new Map<string, ClusterProduct>();
  for (const cluster of clusters) {
    for (const [a, p] of cluster) {
      for (const [b, q] of cluster) {
        if (a > b) continue;
        const before = found.get(`${a}/${b}`) ?? { a, b, shared: 0, yy: 0, yn: 0, ny: 0, nn: 0 };
        found.set(`${a}/${b}`, {
          a,
          b,
          shared: before.shared + 1,
          yy: before.yy + p.y * q.y,
          yn: before.yn + p.y * q.n,
          ny: before.ny + p.n * q.y,
          nn: before.nn + p.n * q.n,
        });
      }
    }
  }
  return [...found.values()];
}
