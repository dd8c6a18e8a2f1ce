import { annotatorDrift } from '../../../src/stats/annotator-drift.ts';
import { meanVariances } from '../../../src/stats/clustered-mean.ts';
import { codedPeriods, correctedPeriod } from '../../../src/stats/corrected-period.ts';
import { driftPosterior, smoothRectifier } from '../../../src/stats/rectifier-path.ts';
import { meanMoments } from '../../../test/golden/moments.ts';
import { drawCorpus, drawSample, inPeriods, type SourceHabits, trueLevel } from '../coded-corpus.ts';
import type { Simulation } from '../simulation.ts';

const WEEKS = 40;
const weeks = <T>(of: (week: number) => T): T[] => Array.from({ length: WEEKS }, (_, week) => of(week));
const LEANS_AGAINST = [0.6, 0.3] as const;
const LEANS_FAVOR = [0.1, 0.3] as const;

const common = {
  shares: weeks(() => 1 / WEEKS),
  level: weeks((week) => 0.2 * Math.sin(week / 6)),
  accuracy: weeks(() => 0.6),
};
const between = (share: number): readonly [number, number] => [0.6 - 0.5 * share, 0.3];

const SCENARIOS: Readonly<Record<string, SourceHabits>> = {
  none: { ...common, level: weeks(() => 0.1), wrong: weeks(() => LEANS_AGAINST) },
  steady: { ...common, wrong: weeks(() => LEANS_AGAINST) },
  gradual: { ...common, wrong: weeks((week) => between(week / (WEEKS - 1))) },
  jump: { ...common, wrong: weeks((week) => (week < WEEKS / 2 ? LEANS_AGAINST : LEANS_FAVOR)) },
};
/** Weeks from which mentions are coded: all, or two waves with the weeks between and after them left out. */
const FRAMES: Readonly<Record<string, (week: number) => boolean>> = {
  all: () => true,
  'two waves': (week) => week < 8 || (week >= 24 && week < 32),
};
const LEVEL = 0.95;

const average = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length;

/** Coverage and width of the corrected values of a series of weeks. */
export const correctedSeriesCoverage: Simulation = {
  id: 'corrected-series-coverage',
  title: 'Weekly series corrected by a pooled rectifier that may drift',
  text: `About 4,000 posts in 40 weeks; the truth swings by 40 points. People coded some of the posts, of all weeks or of two waves
(weeks 1–8 and 25–32). The annotator's wrong labels lean against (*steady*), turn from against to favor over the 40 weeks (*gradual*) or
do so at once after week 20 (*jump*). *None*: as steady, and the truth does not
swing either. *Coverage* is the share of weeks whose 95 % interval holds the level that the posts were drawn from; *of the week* that
holds what people would have coded in just these posts; *outside waves* that of the
weeks from which nothing was coded; *width* is the mean width; *counted* the same for counting labels. *Drift seen*: the test for a moving
error is below 0.05. Where nothing drifts the intervals are wider than they need to be: they allow for a drift that the codings cannot exclude.`,
  cases: [
    { coded: 'all', errors: 'none', codings: 200 },
    ...['all', 'two waves'].flatMap((coded) =>
      ['steady', 'gradual', 'jump'].flatMap((errors) =>
        (coded === 'all' ? [100, 200, 400] : [200, 400]).map((codings) => ({ coded, errors, codings })),
      ),
    ),
  ],
  columns: [
    { of: 'coverage', label: 'coverage', kind: 'mean', goal: { from: 0.93 } },
    { of: 'ofWeek', label: 'of the week', kind: 'mean', goal: { from: 0.93 } },
    { of: 'outside', label: 'outside waves', kind: 'mean', goal: { from: 0.93 } },
    { of: 'counted', label: 'coverage, counted', kind: 'mean' },
    { of: 'width', label: 'width', kind: 'mean' },
    { of: 'countedWidth', label: 'width, counted', kind: 'mean' },
    {
      of: 'seen',
      label: 'drift seen',
      kind: 'rate',
      goal: { to: 0.05, cases: ({ errors }) => errors === 'none' },
    },
  ],
  replicates: { full: 400, short: 10 },
  short: ({ coded, errors, codings }) => codings === 200 && (errors === 'jump' || coded === 'two waves'),
  run({ coded, errors, codings }, random) {
    const habits = SCENARIOS[String(errors)] as SourceHabits;
    const frame = FRAMES[String(coded)] as (week: number) => boolean;
    const corpus = drawCorpus([habits], 900, random);
    const part = inPeriods(corpus, frame);
    const sample = drawSample(part, { n: Number(codings), stretch: (week) => Math.floor(week / 8) }, random);
    const lambda = 0.8;
    const seen = codedPeriods(
      sample.map(({ i, probability }) => ({
        period: part.period[i] as number,
        author: `${part.author[i]}`,
        weight: 1 / probability,
        residual: (part.truth[i] as number) - lambda * (part.score[i] as number),
      })),
      [-1, 1],
    );
    const options = { nPeriods: WEEKS, deviation: seen.deviation };
    const path = smoothRectifier(seen.observations, {
      ...options,
      posterior: driftPosterior(seen.observations, options),
    });
    const drift = annotatorDrift(
      sample.map(({ i, probability, stratum }) => ({
        author: `${part.author[i]}`,
        copies: `${part.copies[i]}`,
        stratum,
        weight: 1 / probability,
        expansion: 1 / probability,
        day: part.period[i] as number,
        error: (part.label[i] as number) - (part.truth[i] as number),
      })),
      { confidenceLevel: LEVEL },
    );
    const rows = weeks((week) => {
      const posts = inPeriods(corpus, (other) => other === week);
      const bound = (
        y: readonly number[],
        how: { lambda: number; deviation: number },
        rectifier: (typeof path)[0],
      ) => {
        const moments = meanMoments({ ...posts, y, after: posts.period });
        const nGroups = Math.min(moments.author.nGroups, moments.copies.nGroups);
        const value = moments.both.sumY / moments.both.sumN;
        return correctedPeriod({ value, variance: meanVariances(moments), nGroups }, rectifier, {
          ...how,
          size: seen.size,
          kishSize: posts.n,
          confidenceLevel: LEVEL,
          range: [-1, 1],
        });
      };
      const meant = average(posts.truth);
      const truth = trueLevel([habits], [week]);
      const corrected = bound(
        posts.score,
        { lambda, deviation: seen.deviation },
        path[week] as (typeof path)[0],
      );
      const counted = bound(posts.label, { lambda: 1, deviation: 0 }, { mean: 0, variance: 0 });
      const holds = (one: typeof corrected): number => Number(one.lower <= truth && truth <= one.upper);
      return {
        coverage: holds(corrected),
        ofWeek: Number(corrected.lower <= meant && meant <= corrected.upper),
        counted: holds(counted),
        width: corrected.upper - corrected.lower,
        countedWidth: counted.upper - counted.lower,
      };
    });
    const outside = rows.filter((_, week) => !frame(week)).map((row) => row.coverage);
    return {
      ofWeek: average(rows.map((row) => row.ofWeek)),
      coverage: average(rows.map((row) => row.coverage)),
      counted: average(rows.map((row) => row.counted)),
      width: average(rows.map((row) => row.width)),
      countedWidth: average(rows.map((row) => row.countedWidth)),
      ...(outside.length === 0 ? {} : { outside: average(outside) }),
      ...(drift === null ? {} : { seen: Number(drift.pValue < 0.05) }),
    };
  },
};
