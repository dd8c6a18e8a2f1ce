import { pairedContrast } from '../../../src/stats/paired-contrast.ts';
import { type PairedObservation, pairedMoments } from '../../../test/golden/paired-moments.ts';
import type { Simulation } from '../simulation.ts';

const PERIODS = 12;
/** Share of the theme in each period in the second class; the first talks of it this much more or less. */
const TREND = Array.from({ length: PERIODS }, (_, t) => 0.12 + 0.16 * (t / (PERIODS - 1)));

/** The first class talks early, the second late. */
function periodOf(group: 0 | 1, u: number): number {
  const early = Math.floor(PERIODS * u ** 1.8);
  return group === 0 ? early : PERIODS - 1 - early;
}

/** Authors differ in how much they write and how often they come to the theme; one in ten texts is a copy, one author in ten writes in both classes. */
function drawPosts(nAuthors: number, gap: number, random: () => number): PairedObservation[] {
  const posts: PairedObservation[] = [];
  for (let author = 0; author < nAuthors; author++) {
    const home = author % 2 === 0 ? 0 : 1;
    const both = random() < 0.1;
    const own = (random() - 0.5) * 0.16;
    for (let p = 1 + Math.floor(15 * random() ** 3); p > 0; p--) {
      const copied = random() < 0.1 ? posts[Math.floor(random() * posts.length)] : undefined;
      if (copied !== undefined) {
        posts.push({ ...copied, author });
        continue;
      }
      const group = both && random() < 0.5 ? 1 : home;
      const period = periodOf(group, random());
      const share = (TREND[period] as number) + own + (group === 0 ? gap : 0);
      posts.push({ y: Number(random() < share), group, period, author, copies: posts.length });
    }
  }
  return posts;
}

/** Coverage of the paired difference of two classes that talk at different times. */
export const pairedContrastSimulation: Simulation = {
  id: 'paired-contrast',
  title: 'Two classes paired by period',
  text: `A theme's share of talk rises over twelve periods in both classes; the first class talks early, the second late. Authors differ in how much they
write and how often they come to the theme, one in ten writes in both classes, one text in ten is a copy. *Gap*: how much larger the share is in the first class, in every period.
*Difference*: share of 95 % intervals that hold the gap; *unpaired*: the same for the difference of all mentions of each class, whenever they were made.
*Named*: the difference excludes zero.`,
  cases: [0, 0.08].flatMap((gap) => [100, 600].map((authors) => ({ gap, authors }))),
  columns: [
    { of: 'difference', label: 'difference', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'unpaired', label: 'unpaired', kind: 'rate' },
    { of: 'named', label: 'named', kind: 'rate', goal: { to: 0.07, cases: ({ gap }) => gap === 0 } },
    { of: 'width', label: 'width', kind: 'mean' },
  ],
  replicates: { full: 2000, short: 100 },
  short: ({ authors }) => authors === 100,
  run({ authors, gap }, random) {
    const posts = drawPosts(Number(authors), Number(gap), random);
    const options = { confidenceLevel: 0.95, range: [0, 1] as const };
    const of = (observations: readonly PairedObservation[], nPeriods: number) =>
      pairedContrast(pairedMoments(observations, nPeriods), options).difference;
    const { lower, upper } = of(posts, PERIODS);
    const unpaired = of(
      posts.map((post) => ({ ...post, period: 0 })),
      1,
    );
    const holds = (one: { lower: number; upper: number }): number =>
      Number(one.lower <= Number(gap) && Number(gap) <= one.upper);
    return {
      difference: holds({ lower, upper }),
      unpaired: holds(unpaired),
      named: Number(lower > 0 || upper < 0),
      width: upper - lower,
    };
  },
};
