import { seededRandom } from '../stats/random.ts';

/** A score and the percentile interval of its cluster bootstrap. */
export interface IntervalScore {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** How {@link bootstrapIntervals} resamples. */
export interface BootstrapOptions {
  /** Cluster of each example: whole clusters are drawn with replacement. */
  readonly groups: readonly string[];
  readonly resamples: number;
  readonly level: number;
  readonly seed: number;
}

/**
 * Percentile intervals of several scores at once by the cluster bootstrap (Efron & Tibshirani 1993, ch. 13): whole
 * groups are drawn with replacement, because examples of one document are not independent. `scoresOf` takes the
 * places of the examples drawn; draws for which it gives NaN are left out. Groups are sorted, so the order of the examples has no influence on which are drawn.
 */
export function bootstrapIntervals<K extends string>(
  scoresOf: (places: readonly number[]) => Readonly<Record<K, number>>,
  options: BootstrapOptions,
): Record<K, IntervalScore> {
  const members = new Map<string, number[]>();
  options.groups.forEach((group, i) => {
    const list = members.get(group);
    if (list === undefined) members.set(group, [i]);
    else list.push(i);
  });
  const clusters = [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, places]) => places);
  const random = seededRandom(options.seed);
  const point = scoresOf(options.groups.map((_, i) => i));
  const draws = Array.from({ length: options.resamples }, () => {
    const places: number[] = [];
    for (let k = 0; k < clusters.length; k++)
      for (const place of clusters[Math.floor(random() * clusters.length)] as number[]) places.push(place);
    return scoresOf(places);
  });
  const tail = (1 - options.level) / 2;
  const entries = (Object.keys(point) as K[]).map((name) => {
    const sorted = draws
      .map((draw) => draw[name])
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    const at = (q: number): number => sorted[Math.round(q * (sorted.length - 1))] ?? point[name];
    return [name, { value: point[name], lower: at(tail), upper: at(1 - tail) }] as const;
  });
  return Object.fromEntries(entries) as Record<K, IntervalScore>;
}
