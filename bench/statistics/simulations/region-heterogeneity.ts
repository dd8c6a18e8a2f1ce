import { placeCovariance } from '../../../src/measure/place-covariance.ts';
import { clusteredMean } from '../../../src/stats/clustered-mean.ts';
import { heterogeneity } from '../../../src/stats/heterogeneity.ts';
import { orderedContrast } from '../../../src/stats/ordered-contrast.ts';
import { type PlacedObservation, placedSums } from '../../../test/golden/placed-sums.ts';
import type { Simulation } from '../simulation.ts';

/** Half of the authors live in the first two regions. */
function regionOf(nRegions: number, u: number): number {
  return u < 0.5 ? Math.floor(4 * u) : 2 + Math.floor(2 * (u - 0.5) * (nRegions - 2));
}

interface Drawn {
  readonly regions: number;
  readonly authors: number;
  readonly spread: number;
}

/** Authors differ in how much they write and in their stance; one in ten writes from two regions, one text in ten is a copy of any other. */
function drawPosts({ regions, authors, spread }: Drawn, random: () => number): PlacedObservation[] {
  const level = Array.from({ length: regions }, (_, r) => spread * (r % 2 === 0 ? 1 : -1));
  const posts: PlacedObservation[] = [];
  for (let author = 0; author < authors; author++) {
    const home = regionOf(regions, random());
    const other = random() < 0.1 ? regionOf(regions, random()) : home;
    const own = (random() - 0.5) * 0.5;
    for (let p = 1 + Math.floor(12 * random() ** 3); p > 0; p--) {
      const place = random() < 0.5 ? home : other;
      const copied = random() < 0.1 ? posts[Math.floor(random() * posts.length)] : undefined;
      if (copied !== undefined) {
        posts.push({ y: copied.y, copies: copied.copies, place, author });
        continue;
      }
      const mean = (level[place] as number) + own;
      const side = random() < 0.5 ? 0 : random() < (1 + mean) / 2 ? 1 : -1;
      posts.push({ y: side, place, author, copies: posts.length });
    }
  }
  return posts;
}

/** Size and power of the test whether regions differ, and of the slope over tiers. */
export const regionHeterogeneity: Simulation = {
  id: 'region-heterogeneity',
  title: 'Whether regions differ',
  text: `Half of the authors live in two regions, the others in the rest. Authors differ in how much they write and in their stance; one in ten writes from two
regions, one text in ten is a copy of any other, wherever it was written. *Spread*: by how much regions lie above or below the mean in turn. *Differ*: the test rejects one balance of all at
5 %; *Cochran*: the same for Cochran's Q as if regions shared nothing and variances were known; *single mentions*: for Welch's test as if each mention stood alone. *Slope*: the difference by step over all regions in order excludes zero. Regions with fewer than ten
clusters are left out, as in a finding. Variances are the larger of several (see *Coverage of the clustered mean*), so the test rejects less often than it may.`,
  cases: [0, 0.15].flatMap((spread) =>
    [
      { regions: 5, authors: 150 },
      { regions: 12, authors: 600 },
      { regions: 40, authors: 2000 },
    ].map((one) => ({ spread, ...one })),
  ),
  columns: [
    {
      of: 'differ',
      label: 'differ',
      kind: 'rate',
      goal: { to: 0.07, cases: ({ spread }) => spread === 0 },
    },
    { of: 'cochran', label: 'Cochran', kind: 'rate' },
    { of: 'single', label: 'single mentions', kind: 'rate' },
    {
      of: 'slope',
      label: 'slope',
      kind: 'rate',
      goal: { to: 0.07, cases: ({ spread }) => spread === 0 },
    },
    { of: 'compared', label: 'regions compared', kind: 'mean' },
  ],
  replicates: { full: 2000, short: 100 },
  short: ({ authors }) => authors === 150,
  run({ regions, authors, spread }, random) {
    const posts = drawPosts(
      { regions: Number(regions), authors: Number(authors), spread: Number(spread) },
      random,
    );
    const { placed, products, groups } = placedSums(posts, clusteredMean);
    const kept = placed.filter((_, i) => (groups[i] as number) >= 10);
    const values = kept.map(({ estimate }) => estimate.value);
    const degrees = groups.filter((n) => n >= 10).map((n) => n - 1);
    const covariance = placeCovariance(kept, products);
    const alone = covariance.map((row, i) => row.map((v, j) => (i === j ? v : 0)));
    const singles = kept.map(({ estimate }) => estimate.nDocuments);
    const single = kept.map(({ estimate, cell }, i) => {
      const { sumYY, sumN } = cell.single;
      return (sumYY / sumN - estimate.value ** 2) / ((singles[i] as number) - 1);
    });
    const test = heterogeneity({ values, covariance, degrees });
    const naive = heterogeneity({ values, covariance: alone, degrees: degrees.map(() => 1e9) });
    const mentions = heterogeneity({
      values,
      covariance: single.map((v, i) => single.map((_, j) => (i === j ? v : 0))),
      degrees: singles.map((n) => n - 1),
    });
    const { pValue } = orderedContrast({ values, covariance, degrees }, { confidenceLevel: 0.95, range: 2 });
    return {
      differ: Number(test.pValue < 0.05),
      cochran: Number(naive.pValue < 0.05),
      single: Number(mentions.pValue < 0.05),
      slope: Number(pValue < 0.05),
      compared: kept.length,
    };
  },
};
