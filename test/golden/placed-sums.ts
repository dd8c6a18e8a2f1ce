import type { PlacedEstimate } from '../../src/measure/place-covariance.ts';
import type { ClusteredMean, ClusteredMeanOptions, TwoWayMoments } from '../../src/stats/clustered-mean.ts';
import type { CellMoments } from '../../src/store/queries/cell-moments.ts';
import type { PlaceProduct } from '../../src/store/queries/place-moments.ts';
import { meanMoments } from './moments.ts';

/** An observation from one place. */
export interface PlacedObservation {
  readonly y: number;
  readonly place: number;
  readonly author: number;
  readonly copies: number;
}

/** What is known of a place, with the square sum of single observations beside it. */
interface PlainPlace extends PlacedEstimate {
  readonly cell: CellMoments & { readonly single: { readonly sumYY: number; readonly sumN: number } };
}

/** Means by place and products of places, computed plainly from single observations. */
export function placedSums(
  observations: readonly PlacedObservation[],
  mean: (moments: TwoWayMoments, options: ClusteredMeanOptions) => ClusteredMean,
): { placed: PlainPlace[]; products: PlaceProduct[]; groups: number[] } {
  const byPlace = [...Map.groupBy(observations, (o) => o.place)].sort(([a], [b]) => a - b);
  const groups: number[] = [];
  const placed = byPlace.map(([place, mine]): PlainPlace => {
    const of = (key: 'y' | 'author' | 'copies'): number[] => mine.map((o) => o[key]);
    const moments = meanMoments({ y: of('y'), author: of('author'), copies: of('copies'), after: [] });
    groups.push(Math.min(moments.author.nGroups, moments.copies.nGroups));
    const sumYY = mine.reduce((sum, o) => sum + o.y ** 2, 0);
    const found = mean(moments, {
      ...{ confidenceLevel: 0.95, range: [-1, 1], meanSquare: sumYY / mine.length, kishSize: mine.length },
    });
    const { value, standardError, lower, upper, effectiveSampleSize } = found;
    return {
      place: String(place),
      estimate: {
        ...{ kind: 'estimate', period: { start: '', end: '' }, value, standardError, effectiveSampleSize },
        ...{ interval: { lower, upper, level: 0.95 }, method: '', correction: 'none', mix: 'observed' },
        ...{ nDocuments: mine.length, nAuthors: moments.author.nGroups, nClusters: moments.copies.nGroups },
      },
      cell: {
        ...{ target: 't', class: String(place), bin: -1, nAnnotated: mine.length },
        ...{ nAuthors: moments.author.nGroups, kishSize: mine.length },
        talk: { nMentions: mine.length, nAuthors: 0, nClusters: 0, spread: 0 },
        moments: { net: moments, favor: moments, against: moments, neither: moments },
        single: { sumYY, sumN: mine.length },
      },
    };
  });
  return {
    placed,
    products: (['author', 'copies', 'both'] as const).flatMap((way) => productsOf(observations, way)),
    groups,
  };
}

const KEYS = {
  author: (o: PlacedObservation) => `${o.author}`,
  copies: (o: PlacedObservation) => `${o.copies}`,
  both: (o: PlacedObservation) => `${o.author} ${o.copies}`,
};

function productsOf(observations: readonly PlacedObservation[], way: PlaceProduct['way']): PlaceProduct[] {
  const found = new Map<string, PlaceProduct>();
  for (const mine of Map.groupBy(observations, KEYS[way]).values()) {
    const totals = [...Map.groupBy(mine, (o) => o.place)]
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
      .map(([place, own]) => ({ place: String(place), n: own.length, y: own.reduce((s, o) => s + o.y, 0) }));
    for (const [i, a] of totals.entries())
      for (const b of totals.slice(i + 1)) {
        const key = `${a.place} ${b.place}`;
        const old = found.get(key) ?? { nn: 0, ny: 0, yn: 0, yy: 0 };
        found.set(key, {
          ...{ target: 't', class: 'c', way, first: a.place, second: b.place },
          nn: old.nn + a.n * b.n,
          ny: old.ny + a.n * b.y,
          yn: old.yn + a.y * b.n,
          yy: old.yy + a.y * b.y,
        });
      }
  }
  return [...found.values()];
}
