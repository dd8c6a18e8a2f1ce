import type { ClusterMoments, TwoWayMoments } from '../../src/stats/clustered-mean.ts';
import type { ByGrouping, CodedObservation } from '../../src/stats/corrected-contrast.ts';
import type { Observations } from '../../test/golden/moments.ts';

/** How one source speaks and how the annotator errs in it, before and after. */
export interface SourceHabits {
  /** Net balance of an average author: before, after. */
  readonly level: readonly [number, number];
  /** Chance that a label is right: before, after. */
  readonly accuracy: readonly [number, number];
  /** What a wrong label is: chance of against and of neither (else favor), before and after. */
  readonly wrong: readonly [readonly [number, number], readonly [number, number]];
  /** Share of the source's posts that stand after. */
  readonly after: number;
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
  readonly after: number[];
}

const MOST_POSTS = 16;

/** Posts by `authors` authors, about 4.5 each; an author writes in one source. One post in twenty copies another of its source. */
export function drawCorpus(
  sources: readonly SourceHabits[],
  authors: number,
  random: () => number,
): CodedCorpus {
  const corpus: CodedCorpus = { n: 0, truth: [], label: [], score: [], author: [], copies: [], after: [] };
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
      if (random() < 0.05 && earlier.length > 0) {
        const of = earlier[Math.floor(random() * earlier.length)] as number;
        for (const column of ['truth', 'label', 'score', 'after', 'copies'] as const)
          corpus[column].push(corpus[column][of] as number);
      } else {
        const after = random() < habits.after ? 1 : 0;
        corpus.after.push(after);
        corpus.copies.push(i);
        const level = habits.level[after] + own;
        const u = random();
        const truth = u < 0.3 + level / 2 ? 1 : u > 0.7 + level / 2 ? -1 : 0;
        const right = random() < habits.accuracy[after];
        const [against, neither] = habits.wrong[after];
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

/** The level of all sources together, before and after: shares of posts are known, as each author picks a source at random. */
export function trueLevels(sources: readonly SourceHabits[]): { before: number; after: number; all: number } {
  const mean = (weight: (s: SourceHabits) => number, of: (s: SourceHabits) => number): number =>
    sources.reduce((sum, s) => sum + weight(s) * of(s), 0) / sources.reduce((sum, s) => sum + weight(s), 0);
  return {
    before: mean(
      (s) => 1 - s.after,
      (s) => s.level[0],
    ),
    after: mean(
      (s) => s.after,
      (s) => s.level[1],
    ),
    all: mean(
      () => 1,
      (s) => (1 - s.after) * s.level[0] + s.after * s.level[1],
    ),
  };
}

/** Index → probability of a stratified sample of about n posts: period × label, half of it shared equally among the strata. */
export function drawSample(
  corpus: CodedCorpus,
  n: number,
  random: () => number,
): { readonly i: number; readonly probability: number; readonly stratum: string }[] {
  const strata = new Map<string, number[]>();
  for (let i = 0; i < corpus.n; i++) {
    const key = `${corpus.after[i]}/${corpus.label[i]}`;
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
  return { y, author: corpus.author, copies: corpus.copies, after: corpus.after };
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
  for (let i = 0; i < corpus.n; i++) {
    for (const by of ['author', 'copies', 'both'] as const) {
      totals[by].set(key[by](i), (totals[by].get(key[by](i)) ?? 0) + entry(i));
    }
  }
  const total = (by: keyof ByGrouping, i: number): number => totals[by].get(key[by](i)) as number;
  return sample.map(({ i, probability, stratum }) => ({
    author: `${key.author(i)}`,
    copies: `${key.copies(i)}`,
    stratum,
    weight: 1 / probability,
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
