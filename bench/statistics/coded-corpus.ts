import type { ClusterMoments, TwoWayMoments } from '../../src/stats/clustered-mean.ts';
import type { ByGrouping, CodedObservation } from '../../src/stats/corrected-contrast.ts';
import type { Observations } from '../../test/golden/moments.ts';

/** How one source speaks and how the annotator errs in it, period by period. */
export interface SourceHabits {
  /** Share of the source's posts that stand in each period. */
  readonly shares: readonly number[];
  /** Net balance of an average author. */
  readonly level: readonly number[];
  /** Share of posts that take a side where the level is 0; 0.6 where left out. */
  readonly sides?: readonly number[];
  /** Chance that a label is right. */
  readonly accuracy: readonly number[];
  /** The same of posts that take no side; as the others where left out. */
  readonly neitherAccuracy?: readonly number[];
  /** What a wrong label is: chance of against and of neither, else favor. */
  readonly wrong: readonly (readonly [number, number])[];
}

/** Posts with what people would code and what the annotator says. */
export interface CodedCorpus {
  readonly n: number;
  readonly truth: number[];
  readonly label: number[];
  /** P(favor) − P(against) of the annotator. */
  readonly score: number[];
  readonly author: number[];
  readonly copies: number[];
  readonly period: number[];
  /** Index of the source. */
  readonly source: number[];
}

const MOST_POSTS = 16;

/** Posts by `authors` authors, about 4.5 each; an author writes in one source. One post in twenty copies another of its source. */
export function drawCorpus(
  sources: readonly SourceHabits[],
  authors: number,
  random: () => number,
): CodedCorpus {
  const corpus: CodedCorpus = {
    n: 0,
    truth: [],
    label: [],
    score: [],
    author: [],
    copies: [],
    period: [],
    source: [],
  };
  const bySource: number[][] = sources.map(() => []);
  for (let author = 0; author < authors; author++) {
    const which = Math.floor(random() * sources.length);
    const habits = sources[which] as SourceHabits;
    const earlier = bySource[which] as number[];
    const own = (random() - 0.5) * 0.6;
    const posts = 1 + Math.floor(MOST_POSTS * random() ** 3);
    for (let p = 0; p < posts; p++) {
      const i = corpus.truth.length;
      corpus.author.push(author);
      corpus.source.push(which);
      if (random() < 0.05 && earlier.length > 0) {
        const of = earlier[Math.floor(random() * earlier.length)] as number;
        for (const column of ['truth', 'label', 'score', 'period', 'copies'] as const)
          corpus[column].push(corpus[column][of] as number);
      } else {
        const period = drawPeriod(habits.shares, random());
        corpus.period.push(period);
        corpus.copies.push(i);
        const level = (habits.level[period] as number) + own;
        const u = random();
        const aside = (habits.sides?.[period] ?? 0.6) / 2;
        const truth = u < aside + level / 2 ? 1 : u > 1 - aside + level / 2 ? -1 : 0;
        const right =
          random() <
          ((truth === 0 ? habits.neitherAccuracy : habits.accuracy)?.[period] ??
            (habits.accuracy[period] as number));
        const [against, neither] = habits.wrong[period] as readonly [number, number];
        const v = random();
        const label = right ? truth : v < against ? -1 : v < against + neither ? 0 : 1;
        corpus.truth.push(truth);
        corpus.label.push(label);
        corpus.score.push(label * (0.4 + 0.6 * random() ** (label === truth ? 0.5 : 2)));
      }
      earlier.push(i);
    }
  }
  return { ...corpus, n: corpus.truth.length };
}

function drawPeriod(shares: readonly number[], u: number): number {
  let [period, sum] = [0, shares[0] as number];
  while (u >= sum && period < shares.length - 1) sum += shares[++period] as number;
  return period;
}

/** The level of all sources together in some periods. Each author picks a source at random, so shares of posts are known. */
export function trueLevel(sources: readonly SourceHabits[], periods: readonly number[]): number {
  let [sum, weight] = [0, 0];
  for (const { shares, level } of sources) {
    for (const period of periods) {
      sum += (shares[period] as number) * (level[period] as number);
      weight += shares[period] as number;
    }
  }
  return sum / weight;
}

/** The posts of some periods. */
export function inPeriods(corpus: CodedCorpus, keep: (period: number) => boolean): CodedCorpus {
  const kept = [...corpus.truth.keys()].filter((i) => keep(corpus.period[i] as number));
  const pick = (values: readonly number[]): number[] => kept.map((i) => values[i] as number);
  const { truth, label, score, author, copies, period, source } = corpus;
  return {
    n: kept.length,
    truth: pick(truth),
    label: pick(label),
    score: pick(score),
    author: pick(author),
    copies: pick(copies),
    period: pick(period),
    source: pick(source),
  };
}

/** A stratified sample of about n posts: stretch of time × label, half of it shared equally among the strata. */
export function drawSample(
  corpus: CodedCorpus,
  { n, stretch }: { readonly n: number; readonly stretch: (period: number) => number },
  random: () => number,
): { readonly i: number; readonly probability: number; readonly stratum: string }[] {
  const strata = new Map<string, number[]>();
  for (let i = 0; i < corpus.n; i++) {
    const key = `${stretch(corpus.period[i] as number)}/${corpus.label[i]}`;
    const members = strata.get(key) ?? [];
    members.push(i);
    strata.set(key, members);
  }
  return [...strata].flatMap(([stratum, members]) => {
    const share = (0.5 * members.length) / corpus.n + 0.5 / strata.size;
    const size = Math.min(members.length, Math.max(2, Math.round(n * share)));
    return take(members, size, random).map((i) => ({ i, stratum, probability: size / members.length }));
  });
}

/** `size` of the members, each set as likely as another; the members are reordered. */
export function take(members: number[], size: number, random: () => number): number[] {
  for (let k = 0; k < size; k++) {
    const other = k + Math.floor(random() * (members.length - k));
    [members[k], members[other]] = [members[other] as number, members[k] as number];
  }
  return members.slice(0, size);
}

/** Observations of one column of the corpus. */
export function observe(corpus: CodedCorpus, y: readonly number[]): Observations {
  return { y, author: corpus.author, copies: corpus.copies, after: corpus.period };
}

/** Codings of sampled posts with the totals of the score that they need; `design` puts a post into the contrast. */
export function codeSample(
  corpus: CodedCorpus,
  sample: ReturnType<typeof drawSample>,
  design: (i: number) => readonly number[],
  entry: (i: number) => number,
): CodedObservation[] {
  const key = {
    author: (i: number) => corpus.author[i] as number,
    copies: (i: number) => corpus.copies[i] as number,
    both: (i: number) => (corpus.author[i] as number) * 2 ** 26 + (corpus.copies[i] as number),
  };
  const totals = {
    author: new Map<number, number>(),
    copies: new Map<number, number>(),
    both: new Map<number, number>(),
  };
  for (const by of ['author', 'copies', 'both'] as const) {
    for (const { i } of sample) totals[by].set(key[by](i), 0);
    for (let i = 0; i < corpus.n; i++) {
      const total = totals[by].get(key[by](i));
      if (total !== undefined) totals[by].set(key[by](i), total + entry(i));
    }
  }
  const total = (by: keyof ByGrouping, i: number): number => totals[by].get(key[by](i)) as number;
  return sample.map(({ i, probability, stratum }) => ({
    author: `${key.author(i)}`,
    copies: `${key.copies(i)}`,
    stratum,
    weight: 1 / probability,
    expansion: 1 / probability,
    design: design(i),
    score: corpus.score[i] as number,
    label: corpus.truth[i] as number,
    scoreTotals: { author: total('author', i), copies: total('copies', i), both: total('both', i) },
  }));
}

/** Clusters of the smaller kind. */
export function smallerGroups(
  moments: TwoWayMoments | Record<'author' | 'copies', Pick<ClusterMoments, 'nGroups'>>,
): number {
  return Math.min(moments.author.nGroups, moments.copies.nGroups);
}
