import type { Estimate } from '../../src/domain/estimate.ts';
import { clusteredDifference } from '../../src/stats/clustered-difference.ts';
import type { StratumMoments } from '../../src/store/queries/stratum-moments.ts';
import { pairMoments } from '../../test/golden/moments.ts';
import { type StratifiedObservations, stratumSample } from '../../test/golden/stratum-sample.ts';

/** Net balance of each source before the event, and what region 1 adds. */
const LEVELS = [0.2, -0.05, -0.25];
const REGION = 0.1;

/** Shares of posts by source before and after the event. */
const SHIFTS = {
  none: [
    [0.5, 0.3, 0.2],
    [0.5, 0.3, 0.2],
  ],
  moderate: [
    [0.5, 0.3, 0.2],
    [0.35, 0.3, 0.35],
  ],
  strong: [
    [0.6, 0.25, 0.15],
    [0.2, 0.25, 0.55],
  ],
} as const;

/** How far the mix of sources changes. */
export type Shift = keyof typeof SHIFTS;

/** What is drawn. */
export interface MixedPosts {
  readonly authors: number;
  readonly shift: Shift;
  /** Change of the net balance in every source and region. */
  readonly change: number;
  /** Whether regions differ, and their mix changes too. */
  readonly regions: boolean;
}

/** A sample with both sides of an event, and one with all of it as one side. */
export interface MixedSample {
  readonly sides: StratumMoments;
  readonly whole: StratumMoments;
  readonly raw: { readonly value: number; readonly lower: number; readonly upper: number };
  /** Net balance after the event at given shares of sources and regions. */
  readonly levelAfter: (sources: readonly number[], regions: readonly number[]) => number;
  /** Raw change of the population: what the mix and the sources do together. */
  readonly rawChange: number;
}

/**
 * Posts of authors who differ in their level and in how much they write; each has a home, one post in five stands in
 * another source, one in ten is a copy of another author's post in the same source and region on the same side.
 */
export function drawMixedPosts(of: MixedPosts, random: () => number): MixedSample {
  const shares = SHIFTS[of.shift];
  const pick = (weights: readonly number[]): number => {
    let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [i, weight] of weights.entries()) {
      if (left < weight) return i;
      left -= weight;
    }
    return weights.length - 1;
  };
  const average = LEVELS.map((_, s) => (shares[0][s] as number) + (shares[1][s] as number));
  const y: number[] = [];
  const [place, author, copies]: [number[], number[], number[]] = [[], [], []];
  for (let a = 0; a < of.authors; a++) {
    const own = (random() - 0.5) * 0.6;
    const home = pick(average);
    const posts = 1 + Math.floor(6 * random() ** 3);
    for (let p = 0; p < posts; p++) {
      const source = random() < 0.2 ? pick(average) : home;
      const side = pick([shares[0][source] as number, shares[1][source] as number]);
      const region = of.regions && random() < regionShare(side) ? 1 : 0;
      const at = (source * 2 + region) * 2 + side;
      const twins = random() < 0.1 ? place.flatMap((other, i) => (other === at ? [i] : [])) : [];
      const twin = twins[Math.floor(random() * twins.length)];
      const level = (LEVELS[source] as number) + REGION * region + own + of.change * side;
      const u = random();
      y.push(
        twin === undefined ? (u < 0.3 + level / 2 ? 1 : u > 0.7 + level / 2 ? -1 : 0) : (y[twin] as number),
      );
      copies.push(twin === undefined ? copies.length : (copies[twin] as number));
      place.push(at);
      author.push(a);
    }
  }
  const o = { y, author, copies };
  return { ...sampleOf({ ...o, component: place }), ...truth(of, shares) };
}

const regionShare = (side: number): number => (side === 0 ? 0.3 : 0.6);

function truth({ change, regions }: MixedPosts, shares: readonly (readonly number[])[]) {
  const level = (sources: readonly number[], region: number): number =>
    sources.reduce((sum, share, s) => sum + share * (LEVELS[s] as number), 0) + REGION * region;
  const at = (side: 0 | 1): number =>
    level(shares[side] as readonly number[], regions ? regionShare(side) : 0) + change * side;
  return {
    levelAfter: (sources: readonly number[], by: readonly number[]) => level(sources, by[1] ?? 0) + change,
    rawChange: at(1) - at(0),
  };
}

function sampleOf(o: StratifiedObservations): Pick<MixedSample, 'sides' | 'whole' | 'raw'> {
  const moments = (component: readonly number[], sided: boolean): StratumMoments => {
    const used = [...new Set(component)].sort((a, b) => a - b);
    const { totals, products } = stratumSample(
      { ...o, component: component.map((c) => used.indexOf(c)) },
      used.length,
    );
    const components = used.map((c, i) => {
      const stratum = sided ? c >> 1 : c;
      return {
        ...(totals[i] as (typeof totals)[number]),
        stratum: { source: `s${stratum >> 1}`, region: `r${stratum & 1}` },
        side: sided && (c & 1) === 1 ? (1 as const) : (0 as const),
      };
    });
    return { target: 't', class: 'c', bin: -1, components, products };
  };
  const after = o.component.map((c) => c & 1);
  const { value, lower, upper } = clusteredDifference(pairMoments({ ...o, after }), {
    confidenceLevel: 0.95,
    range: [-2, 2],
    floorVariance: 0,
  });
  return {
    sides: moments(o.component, true),
    whole: moments(
      o.component.map((c) => c >> 1),
      false,
    ),
    raw: { value, lower, upper },
  };
}

/** An estimate at the observed mix, of which only the counts are read. */
export function placeholderEstimate(nDocuments: number): Estimate {
  return {
    kind: 'estimate',
    period: { start: '2024-01-01', end: '2025-01-01' },
    value: 0,
    standardError: 1,
    interval: { lower: -1, upper: 1, level: 0.95 },
    effectiveSampleSize: nDocuments,
    nDocuments,
    nAuthors: nDocuments,
    nClusters: nDocuments,
    method: '',
    correction: 'none',
    mix: 'observed',
  };
}
