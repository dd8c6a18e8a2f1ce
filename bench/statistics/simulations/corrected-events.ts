import { simulateNoise } from '../../../src/stats/autoregressive-noise.ts';
import type { SeriesPoint } from '../../../src/stats/autoregressive-regression.ts';
import { clusteredMean } from '../../../src/stats/clustered-mean.ts';
import { codedPeriods } from '../../../src/stats/corrected-period.ts';
import {
  type CorrectedStep,
  correctedStep,
  labelReliance,
  stepWeights,
} from '../../../src/stats/corrected-step.ts';
import { type EventTest, eventTest, readEventTest } from '../../../src/stats/event-test.ts';
import { rectifierJump } from '../../../src/stats/rectifier-jump.ts';
import { kishSize, meanMoments } from '../../../test/golden/moments.ts';
import { type CodedCorpus, drawCorpus, drawSample, type SourceHabits } from '../coded-corpus.ts';
import type { Simulation } from '../simulation.ts';

const WEEKS = 52;
const EVENT = 26;
const LEANS_AGAINST = [0.6, 0.3] as const;
const LEANS_FAVOR = [0.1, 0.3] as const;
const weeks = <T>(of: (week: number) => T): T[] => Array.from({ length: WEEKS }, (_, week) => of(week));
const after = (week: number): number => Number(week >= EVENT);
const between = (share: number): readonly [number, number] => [0.6 - 0.5 * share, 0.3];

type Shape = Pick<SourceHabits, 'wrong' | 'sides' | 'neitherAccuracy'> & { readonly step?: number };
const steady = weeks(() => LEANS_AGAINST);
const turned = weeks((week) => (week < EVENT ? LEANS_AGAINST : LEANS_FAVOR));

const SHAPES: Readonly<Record<string, Shape>> = {
  nothing: { wrong: steady },
  'annotator turns at the event': { wrong: turned },
  'annotator turns before it': { wrong: weeks((week) => (week < 13 ? LEANS_AGAINST : LEANS_FAVOR)) },
  'annotator drifts': { wrong: weeks((week) => between(week / (WEEKS - 1))) },
  'more take a side': {
    wrong: steady,
    sides: weeks((week) => 0.4 + 0.4 * after(week)),
    neitherAccuracy: weeks(() => 0.95),
  },
  'fall of 20 points': { wrong: steady, step: -0.2 },
  'fall of 20 points, hidden by the annotator': { wrong: turned, step: -0.2 },
};

/** The label series of a corpus: a value and the variance of its error for each week. */
function labelPoints(corpus: CodedCorpus): SeriesPoint[] {
  const members = weeks((): number[] => []);
  for (const [i, week] of corpus.period.entries()) members[week]?.push(i);
  return members.map((mine) => {
    const pick = (values: readonly number[]): number[] => mine.map((i) => values[i] as number);
    const posts = {
      y: pick(corpus.label),
      author: pick(corpus.author),
      copies: pick(corpus.copies),
      after: pick(corpus.period),
    };
    const { value, standardError } = clusteredMean(meanMoments(posts), {
      confidenceLevel: 0.95,
      range: [-1, 1],
      meanSquare: posts.y.reduce((sum, y) => sum + y * y, 0) / mine.length,
      kishSize: kishSize(posts),
    });
    return { value, variance: standardError ** 2 };
  });
}

function correct(
  corpus: CodedCorpus,
  sample: ReturnType<typeof drawSample>,
  of: { readonly test: EventTest; readonly random: () => number },
): CorrectedStep | null {
  const codings = sample.map(({ i, probability }) => ({
    period: corpus.period[i] as number,
    author: `${corpus.author[i]}`,
    weight: 1 / probability,
    label: corpus.label[i] as number,
    coded: corpus.truth[i] as number,
  }));
  const reliance = labelReliance(codings);
  const { observations, deviation, size } = codedPeriods(
    codings.map((one) => ({ ...one, residual: one.coded - reliance.lambda * one.label })),
    [-1, 1],
  );
  const coefficients = [...stepWeights(of.test)];
  const { column } = of.test.step;
  const rectifier = rectifierJump(observations, { coefficients, column, deviation });
  if (rectifier === null) return null;
  return correctedStep(
    of.test,
    { ...reliance, labels: reliance.lambda * of.test.step.value, rectifier, degrees: size - 3 },
    { confidenceLevel: 0.95, nSeries: 199, nEnough: 20, random: of.random },
  );
}

const isNull = (shape: unknown): boolean => !String(shape).startsWith('fall');

/** The test of an event on corrected numbers, where the annotator or the mentions change and where opinion does. */
export const correctedEvents: Simulation = {
  id: 'corrected-events',
  title: 'Tests of events on labels and on corrected numbers',
  text: `About 8,000 posts in 52 weeks; the truth moves from week to week (standard deviation 3 points, autocorrelation 0.3). An event is declared after
week 26. People coded a sample of the posts, drawn by quarter × label. *Nothing* changes; or wrong labels turn from against to favor, at the
event, after week 13 or little by little; or people take sides more often (80 instead of 40 %), as many on each side, while wrong labels lean against: in
all these the net balance does not change. In the last rows it falls by 20 points at the event, and in the very last the labels turn at the same time.
*p ≤ x* is the share of p-values against placebo series up to x, of the corrected step; *labels* the same for the step of the labels;
*coverage* is the share of 95 % intervals of the step that hold its size; *change* is the share read as a change at the event.
*MDE* is the mean of the smallest step said to be detectable.`,
  cases: [
    ...Object.keys(SHAPES).flatMap((truth) => [200, 400].map((codings) => ({ truth, codings }))),
    { truth: 'fall of 20 points', codings: 1000 },
    { truth: 'annotator turns at the event', codings: 1000 },
  ],
  columns: [
    {
      of: 'p05',
      label: 'p ≤ 0.05',
      kind: 'rate',
      goal: { to: 0.08, cases: ({ truth }) => isNull(truth) },
    },
    {
      of: 'p20',
      label: 'p ≤ 0.2',
      kind: 'rate',
      goal: { to: 0.25, cases: ({ truth }) => isNull(truth) },
    },
    { of: 'p50', label: 'p ≤ 0.5', kind: 'rate' },
    { of: 'p80', label: 'p ≤ 0.8', kind: 'rate' },
    { of: 'labels05', label: 'labels, p ≤ 0.05', kind: 'rate' },
    { of: 'coverage', label: 'coverage', kind: 'rate', goal: { from: 0.93 } },
    { of: 'change', label: 'change', kind: 'rate', goal: { to: 0.05, cases: ({ truth }) => isNull(truth) } },
    { of: 'labelsChange', label: 'labels, change', kind: 'rate' },
    { of: 'detectable', label: 'MDE', kind: 'mean' },
  ],
  replicates: { full: 400, short: 12 },
  short: ({ truth, codings }) => codings === 400 && truth !== 'nothing' && isNull(truth),
  run: ({ truth, codings }, random) => {
    const { step = 0, ...habits } = SHAPES[String(truth)] as Shape;
    const moves = simulateNoise(
      { processVariance: 0.0009, partial: [0.3, 0] },
      weeks(() => 1e-12),
      random,
    );
    const level = weeks((week) => 0.1 + step * after(week) + (moves[week] as number));
    const shares = weeks(() => 1 / WEEKS);
    const corpus = drawCorpus([{ ...habits, shares, level, accuracy: weeks(() => 0.6) }], 1800, random);
    const test = eventTest({
      points: labelPoints(corpus),
      at: EVENT,
      rivals: [],
      confidenceLevel: 0.95,
      nSeries: 199,
      nEnough: 20,
      random,
    });
    if (test === null) return {};
    const n = Number(codings);
    const sample = drawSample(corpus, { n, stretch: (week) => Math.floor(week / 13) }, random);
    const found = correct(corpus, sample, { test, random });
    if (found === null) return {};
    const { placebo, dates } = found;
    const p = placebo.probability;
    const read = (seen: typeof dates, probability: number): number =>
      Number(readEventTest({ ...test, dates: seen }, { probability, level: 0.05 }) === 'change');
    return {
      p05: Number(p <= 0.05),
      p20: Number(p <= 0.2),
      p50: Number(p <= 0.5),
      p80: Number(p <= 0.8),
      labels05: Number(test.placebo.probability <= 0.05),
      coverage: Number(found.lower <= step && step <= found.upper),
      change: read(dates, p),
      labelsChange: read(test.dates, test.placebo.probability),
      detectable: found.detectable({ critical: 1.96, power: 0.8 }),
    };
  },
};
