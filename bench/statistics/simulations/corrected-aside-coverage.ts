import { differenceVariances } from '../../../src/stats/clustered-difference.ts';
import { codedPeriods, correctedPeriod } from '../../../src/stats/corrected-period.ts';
import { rectifierJump } from '../../../src/stats/rectifier-jump.ts';
import { driftPosterior, type RectifierAt, rectifierContrast } from '../../../src/stats/rectifier-path.ts';
import { kishSize, pairMoments } from '../../../test/golden/moments.ts';
import {
  type CodedCorpus,
  drawCorpus,
  drawSample,
  inPeriods,
  type SourceHabits,
  smallerGroups,
  trueLevel,
} from '../coded-corpus.ts';
import type { Simulation } from '../simulation.ts';

const WEEKS = 40;
const EVENT = 20;
const WINDOW = 4;
const LEVEL = 0.95;
const weeks = <T>(of: (week: number) => T): T[] => Array.from({ length: WEEKS }, (_, week) => of(week));
const LEANS_AGAINST = [0.6, 0.3] as const;
const LEANS_FAVOR = [0.1, 0.3] as const;

const steadily = weeks(() => LEANS_AGAINST);
const turning = weeks((week) => (week < EVENT ? LEANS_AGAINST : LEANS_FAVOR));
const still = weeks(() => 0.1);
const falling = weeks((week) => (week < EVENT ? 0.1 : -0.15));

const SCENARIOS: Readonly<Record<string, Pick<SourceHabits, 'level' | 'wrong'>>> = {
  nothing: { level: still, wrong: steadily },
  'opinion falls': { level: falling, wrong: steadily },
  'annotator turns': { level: still, wrong: turning },
  both: { level: falling, wrong: turning },
};

const isBefore = (week: number): boolean => week >= EVENT - WINDOW && week < EVENT;
const isAfter = (week: number): boolean => week >= EVENT && week < EVENT + WINDOW;
const coefficients = weeks((week) => (Number(isAfter(week)) - Number(isBefore(week))) / WINDOW);
const column = Float64Array.from(weeks((week) => Number(week >= EVENT)));

/** Slope of coded value on score over the codings, cut to 0–1: how far the annotator is worth relying on. */
function reliance(corpus: CodedCorpus, sample: readonly { readonly i: number }[]): number {
  const pick = (of: readonly number[]): number[] => sample.map(({ i }) => of[i] as number);
  const [y, f] = [pick(corpus.truth), pick(corpus.score)];
  const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length;
  const [my, mf] = [mean(y), mean(f)];
  const product = (a: readonly number[], ma: number): number =>
    f.reduce((s, v, k) => s + (v - mf) * ((a[k] as number) - ma), 0);
  return Math.min(1, Math.max(0, product(y, my) / product(f, mf)));
}

/** Coverage of a comparison of windows without codings of their own. */
export const correctedAsideCoverage: Simulation = {
  id: 'corrected-aside-coverage',
  title: 'Comparisons corrected by codings of other days',
  text: `About 4,000 posts in 40 weeks; the four weeks before an event after week 20 are compared with the four after it. People coded posts of the
other 32 weeks only. At the event *nothing* happens; or the net balance falls by 25 points and stays there; or the annotator's wrong labels turn from against to
favor; or *both*. The *annotator* is right in 60 or in 35 % of the posts.
*Coverage*, *bias* and *width* are those of the 95 % interval of the change where the rectifier may jump at the event; *without jump* the same where it
moves as a random walk and no more: it assumes that nothing happens at once, and the weaker the annotator, the more of the change it assumes away. *Counted* is
the coverage of the labels' change.`,
  cases: Object.keys(SCENARIOS).flatMap((truth) =>
    [0.6, 0.35].flatMap((accuracy) => [100, 200].map((codings) => ({ truth, annotator: accuracy, codings }))),
  ),
  columns: [
    { of: 'coverage', label: 'coverage', kind: 'rate', goal: { from: 0.93 } },
    { of: 'bias', label: 'bias', kind: 'mean', goal: { from: -0.02, to: 0.02 } },
    { of: 'width', label: 'width', kind: 'mean' },
    { of: 'smooth', label: 'coverage, without jump', kind: 'rate' },
    { of: 'smoothBias', label: 'bias, without jump', kind: 'mean' },
    { of: 'counted', label: 'counted', kind: 'rate' },
  ],
  replicates: { full: 600, short: 20 },
  short: ({ truth, annotator, codings }) => truth === 'both' && annotator === 0.35 && codings === 200,
  run({ truth, annotator, codings }, random) {
    const habits: SourceHabits = {
      ...(SCENARIOS[String(truth)] as Pick<SourceHabits, 'level' | 'wrong'>),
      shares: weeks(() => 1 / WEEKS),
      accuracy: weeks(() => Number(annotator)),
    };
    const corpus = drawCorpus([habits], 900, random);
    const inside = (week: number): boolean => isBefore(week) || isAfter(week);
    const windows = inPeriods(corpus, inside);
    const rest = inPeriods(corpus, (week) => !inside(week));
    const sample = drawSample(rest, { n: Number(codings), stretch: (week) => Number(week >= EVENT) }, random);
    const lambda = reliance(rest, sample);
    const { observations, deviation, size } = codedPeriods(
      sample.map(({ i, probability }) => ({
        period: rest.period[i] as number,
        author: `${rest.author[i]}`,
        weight: 1 / probability,
        residual: (rest.truth[i] as number) - lambda * (rest.score[i] as number),
      })),
      [-1, 1],
    );
    const change = (y: readonly number[], of: { lambda: number; deviation: number }, at: RectifierAt) => {
      const after = windows.period.map((week) => Number(isAfter(week)));
      const posts = { y: [...y], author: windows.author, copies: windows.copies, after };
      const moments = pairMoments(posts);
      const { sumY0, sumN0, sumY1, sumN1 } = moments.both;
      const score = {
        value: sumY1 / sumN1 - sumY0 / sumN0,
        variance: differenceVariances(moments),
        nGroups: smallerGroups(moments),
      };
      const kish = kishSize(posts) / 4;
      return correctedPeriod(score, at, {
        ...of,
        size,
        kishSize: kish,
        confidenceLevel: LEVEL,
        range: [-2, 2],
      });
    };
    const jump = rectifierJump(observations, { coefficients, column, deviation });
    if (jump === null) return {};
    const posterior = driftPosterior(observations, { nPeriods: WEEKS, deviation });
    const corrected = change(windows.score, { lambda, deviation }, jump);
    const smooth = change(
      windows.score,
      { lambda, deviation },
      rectifierContrast(observations, { coefficients, deviation, posterior }),
    );
    const counted = change(windows.label, { lambda: 1, deviation: 0 }, { mean: 0, variance: 0 });
    const size0 = trueLevel([habits], [EVENT]) - trueLevel([habits], [EVENT - 1]);
    const holds = (one: typeof corrected): number => Number(one.lower <= size0 && size0 <= one.upper);
    return {
      coverage: holds(corrected),
      bias: corrected.value - size0,
      width: corrected.upper - corrected.lower,
      smooth: holds(smooth),
      smoothBias: smooth.value - size0,
      counted: holds(counted),
    };
  },
};
