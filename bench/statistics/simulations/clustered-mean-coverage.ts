import { clusteredDifference } from '../../../src/stats/clustered-difference.ts';
import { clusteredMean } from '../../../src/stats/clustered-mean.ts';
import { kishSize, meanMoments, type Observations, pairMoments } from '../../../test/golden/moments.ts';
import type { Simulation } from '../simulation.ts';

const LEVEL = 0.1;
const SHIFT = 0.1;

/** Authors with a level of their own, some of them very active; one post in ten is a copy of another author's. */
function drawPosts(nAuthors: number, random: () => number): Observations {
  const o = { y: [] as number[], author: [] as number[], copies: [] as number[], after: [] as number[] };
  for (let author = 0; author < nAuthors; author++) {
    const own = (random() - 0.5) * 0.8;
    const posts = 1 + Math.floor(6 * random() ** 3);
    for (let p = 0; p < posts; p++) {
      const copied = random() < 0.1 && o.y.length > 0 ? Math.floor(random() * o.y.length) : null;
      const after = random() < 0.5 ? 1 : 0;
      const level = LEVEL + own + SHIFT * after;
      const u = random();
      const fresh = u < 0.3 + level / 2 ? 1 : u > 0.7 + level / 2 ? -1 : 0;
      o.y.push(copied === null ? fresh : (o.y[copied] as number));
      o.after.push(copied === null ? after : (o.after[copied] as number));
      o.copies.push(copied === null ? o.copies.length : (o.copies[copied] as number));
      o.author.push(author);
    }
  }
  return o;
}

/** Coverage of the intervals of means and differences over clustered posts. */
export const clusteredMeanCoverage: Simulation = {
  id: 'clustered-mean-coverage',
  title: 'Means and differences over clustered posts',
  text: `Posts in favor, against and neither by authors who differ in their level and in how much they write; one post in
ten is a copy of another author's. Half of the posts stand before and half after an event that moves the balance by ten points.
*Mean* and *difference* say how often the 95 % interval holds the truth; *width* is the mean width of the mean's interval.`,
  cases: [30, 60, 300].map((authors) => ({ authors })),
  columns: [
    { of: 'mean', label: 'mean', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'difference', label: 'difference', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'width', label: 'width', kind: 'mean' },
  ],
  replicates: { full: 10_000, short: 300 },
  run({ authors }, random) {
    const posts = drawPosts(Number(authors), random);
    const options = { confidenceLevel: 0.95, kishSize: kishSize(posts) };
    const meanSquare = posts.y.reduce((sum, y) => sum + y * y, 0) / posts.y.length;
    const mean = clusteredMean(meanMoments(posts), { ...options, range: [-1, 1], meanSquare });
    const difference = clusteredDifference(pairMoments(posts), {
      ...options,
      range: [-2, 2],
      floorVariance: 0,
    });
    const holds = (interval: { lower: number; upper: number }, truth: number): number =>
      Number(interval.lower <= truth && truth <= interval.upper);
    return {
      mean: holds(mean, LEVEL + SHIFT / 2),
      difference: holds(difference, SHIFT),
      width: mean.upper - mean.lower,
    };
  },
};
