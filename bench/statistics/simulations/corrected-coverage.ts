import { clusteredDifference, differenceVariances } from '../../../src/stats/clustered-difference.ts';
import { clusteredMean, meanVariances } from '../../../src/stats/clustered-mean.ts';
import { correctedContrast, type ScoreContrast } from '../../../src/stats/corrected-contrast.ts';
import { kishSize, meanMoments, type Observations, pairMoments } from '../../../test/golden/moments.ts';
import {
  type CodedCorpus,
  codeSample,
  drawCorpus,
  drawSample,
  observe,
  type SourceHabits,
  smallerGroups,
  take,
  trueLevel,
} from '../coded-corpus.ts';
import type { Case, Simulation } from '../simulation.ts';

const LEANS_AGAINST = [0.6, 0.3] as const;
const LEANS_NEITHER = [0.2, 0.7] as const;
const LEANS_FAVOR = [0.1, 0.3] as const;
const HALVES = [0.5, 0.5];
const steady = { accuracy: [0.52, 0.52], wrong: [LEANS_AGAINST, LEANS_AGAINST], shares: HALVES };

const SCENARIOS: Readonly<Record<string, readonly SourceHabits[]>> = {
  'label shift': [{ ...steady, level: [0.25, -0.15] }],
  'annotator drift': [
    { level: [0.1, 0.1], accuracy: [0.57, 0.49], wrong: [LEANS_AGAINST, LEANS_FAVOR], shares: HALVES },
  ],
  'source mix': [
    { level: [-0.2, -0.2], accuracy: [0.6, 0.6], wrong: [LEANS_NEITHER, LEANS_NEITHER], shares: [0.3, 0.7] },
    { ...steady, level: [0.2, 0.2], shares: [0.6, 0.4] },
  ],
  'good annotator': [{ ...steady, level: [0.25, -0.15], accuracy: [0.8, 0.8] }],
  'weak annotator': [{ ...steady, level: [0.25, -0.15], accuracy: [0.3, 0.3] }],
};

const level = 0.95;
const NET = [-1, 1] as const;
const CHANGE = [-2, 2] as const;

/** A post's part in the score contrast of a mean and of a difference. */
function entries({ score, period, n }: CodedCorpus) {
  const sums = [0, 0];
  const counts = [0, 0];
  for (let i = 0; i < n; i++) {
    const side = period[i] as 0 | 1;
    sums[side] = (sums[side] as number) + (score[i] as number);
    counts[side] = (counts[side] as number) + 1;
  }
  const [s0, s1] = sums as [number, number];
  const [n0, n1] = counts as [number, number];
  const mean = (s0 + s1) / n;
  return {
    mean: (i: number) => ((score[i] as number) - mean) / n,
    difference: (i: number) =>
      period[i] === 1 ? ((score[i] as number) - s1 / n1) / n1 : -((score[i] as number) - s0 / n0) / n0,
  };
}

function bounded(posts: Observations, of: 'mean' | 'difference') {
  if (of === 'difference')
    return clusteredDifference(pairMoments(posts), {
      confidenceLevel: level,
      range: CHANGE,
      floorVariance: 0,
    });
  const meanSquare = posts.y.reduce((sum, y) => sum + y * y, 0) / posts.y.length;
  return clusteredMean(meanMoments(posts), {
    confidenceLevel: level,
    range: NET,
    meanSquare,
    kishSize: kishSize(posts),
  });
}

function scoreContrast(corpus: CodedCorpus, of: 'mean' | 'difference'): ScoreContrast {
  const posts = observe(corpus, corpus.score);
  if (of === 'mean') {
    const moments = meanMoments(posts);
    const value = moments.both.sumY / moments.both.sumN;
    return { value, variance: meanVariances(moments), nGroups: smallerGroups(moments) };
  }
  const moments = pairMoments(posts);
  const { sumY0, sumN0, sumY1, sumN1 } = moments.both;
  return {
    value: sumY1 / sumN1 - sumY0 / sumN0,
    variance: differenceVariances(moments),
    nGroups: smallerGroups(moments),
  };
}

/** Squared correlation of the annotator's score with the truth. */
function explained({ score, truth, n }: CodedCorpus): number {
  const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / n;
  const [f, y] = [mean(score), mean(truth)];
  const product = (a: readonly number[], b: readonly number[], c: number, d: number): number =>
    a.reduce((s, v, i) => s + (v - c) * ((b[i] as number) - d), 0);
  return product(score, truth, f, y) ** 2 / (product(score, score, f, f) * product(truth, truth, y, y));
}

const strong = (at: Case): boolean => at['scenario'] !== 'weak annotator' && at['codings'] === 200;

/** Coverage and width of estimates corrected by a probability sample of codings. */
export const correctedCoverage: Simulation = {
  id: 'corrected-coverage',
  title: 'Estimates corrected by a probability sample of codings',
  text: `About 4,000 posts by 900 authors who differ in their level and in how much they write, half of them after a date; one post
in twenty is a copy. People coded a sample of them, drawn by period × label, half of it equally over these strata. *Label shift*: the truth
falls by 40 points and the annotator leans against. *Annotator drift*: nothing moves but the annotator, whose errors turn from against
to favor. *Source mix*: two sources with different levels and errors, one of which gives more of the posts after the date.
*Good* and *weak annotator*: as label shift, with errors fewer and more.
*Level* and *change* say how often the corrected 95 % interval holds the truth; *counted* the same for counting labels (the raw
estimate); *bias* is the mean error; *width* is the width of the corrected interval over that of the codings alone, as many of them drawn
without regard to the annotator; *R²* is the squared correlation of the annotator's score with the truth.`,
  cases: [
    ...['label shift', 'annotator drift', 'source mix'].flatMap((scenario) =>
      [100, 200, 400].map((codings) => ({ scenario, codings })),
    ),
    { scenario: 'label shift', codings: 50 },
    { scenario: 'good annotator', codings: 200 },
    { scenario: 'weak annotator', codings: 200 },
  ],
  columns: [
    { of: 'level', label: 'level', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'change', label: 'change', kind: 'rate', goal: { from: 0.93, to: 0.97 } },
    { of: 'countedLevel', label: 'level, counted', kind: 'rate' },
    { of: 'countedChange', label: 'change, counted', kind: 'rate' },
    { of: 'levelBias', label: 'bias of level', kind: 'mean', goal: { from: -0.005, to: 0.005 } },
    { of: 'countedBias', label: 'bias, counted', kind: 'mean' },
    { of: 'levelWidth', label: 'width, level', kind: 'mean', goal: { to: 0.85, cases: strong } },
    { of: 'changeWidth', label: 'width, change', kind: 'mean', goal: { to: 0.85, cases: strong } },
    { of: 'explained', label: 'R²', kind: 'mean' },
  ],
  replicates: { full: 1000, short: 20 },
  short: (at) => strong(at) && at['scenario'] !== 'good annotator',
  run({ scenario, codings }, random) {
    const habits = SCENARIOS[String(scenario)] as readonly SourceHabits[];
    const corpus = drawCorpus(habits, 900, random);
    const sample = drawSample(corpus, { n: Number(codings), stretch: (half) => half }, random);
    const entry = entries(corpus);
    const alone = take([...corpus.truth.keys()], sample.length, random);
    const pick = (values: readonly number[]): number[] => alone.map((i) => values[i] as number);
    const aloneObserved = {
      y: pick(corpus.truth),
      author: pick(corpus.author),
      copies: pick(corpus.copies),
      after: pick(corpus.period),
    };
    const result: Record<string, number> = { explained: explained(corpus) };
    for (const quantity of ['mean', 'difference'] as const) {
      const [name, value, label] =
        quantity === 'mean'
          ? ['level', trueLevel(habits, [0, 1]), 'Level']
          : ['change', trueLevel(habits, [1]) - trueLevel(habits, [0]), 'Change'];
      const design = (i: number): number[] =>
        quantity === 'mean' ? [1] : corpus.period[i] === 1 ? [0, 1] : [1, 0];
      const corrected = correctedContrast(
        scoreContrast(corpus, quantity),
        codeSample(corpus, sample, design, entry[quantity]),
        {
          contrast: quantity === 'mean' ? [1] : [-1, 1],
          confidenceLevel: level,
          labelRange: NET,
          range: quantity === 'mean' ? NET : CHANGE,
          lambda: null,
        },
      );
      if (corrected.kind === 'not-correctable') throw new RangeError(corrected.reason);
      const counted = bounded(observe(corpus, corpus.label), quantity);
      const holds = ({ lower, upper }: { lower: number; upper: number }): number =>
        Number(lower <= value && value <= upper);
      const coded = bounded(aloneObserved, quantity);
      result[name] = holds(corrected);
      result[`counted${label}`] = holds(counted);
      result[`${name}Width`] = (corrected.upper - corrected.lower) / (coded.upper - coded.lower);
      if (quantity === 'mean') {
        result['levelBias'] = corrected.value - value;
        result['countedBias'] = counted.value - value;
      }
    }
    return result;
  },
};
