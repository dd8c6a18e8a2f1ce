import { demoStudy } from './demo-study.ts';
import type { CorpusOptions, PlantedPost } from './generate-corpus.ts';
import type { PlantedDriver } from './grammar.ts';
import { PLAN, PLANNED_SOURCES } from './plan.ts';
import { type PlantedEffect, plantedEffects } from './planted-balance.ts';
import { DEMO_CORPUS } from './schedule.ts';
import { type CorpusSink, writePosts } from './write-posts.ts';

/** What was planted, counted from the generator's own labels. */
export interface PlantedTruth {
  readonly synthetic: true;
  readonly seed: number;
  readonly documents: number;
  readonly plan: typeof PLAN;
  readonly sources: typeof PLANNED_SOURCES;
  /** Net balance by target, class and side of the planted date, over all mentions. */
  readonly netBalance: readonly {
    readonly target: string;
    readonly class: string;
    readonly side: 'before' | 'after';
    readonly n: number;
    readonly value: number;
  }[];
  /** Net balance on both sides of the planted date that the plan lets expect, in the days that the study compares, by target and class. */
  readonly effects: readonly PlantedEffect[];
  readonly drivers: Readonly<Record<PlantedDriver, number>>;
}

/** Writes posts, one file per source and month, the planted truth and the study file. */
export async function writeCorpus(
  options: CorpusOptions,
  sink: CorpusSink<PlantedDriver>,
): Promise<PlantedTruth> {
  const sums = new Map<string, { n: number; sum: number }>();
  const onPost = (planted: PlantedPost): void => {
    const { source, post, truth } = planted;
    sink.onPost?.(planted);
    if (truth.target === null) return;
    const side = post.published_at.slice(0, 10) < PLAN.changeDate ? 'before' : 'after';
    const key = JSON.stringify([truth.target, source.class, side]);
    const cell = sums.get(key) ?? { n: 0, sum: 0 };
    cell.n++;
    cell.sum += truth.stance === 'favor' ? 1 : truth.stance === 'against' ? -1 : 0;
    sums.set(key, cell);
  };
  await writePosts(DEMO_CORPUS, options, { ...sink, onPost });
  const truth: PlantedTruth = {
    synthetic: true,
    ...options,
    plan: PLAN,
    sources: PLANNED_SOURCES,
    netBalance: [...sums].sort().map(([key, { n, sum }]) => {
      const [target, name, side] = JSON.parse(key) as [string, string, 'before' | 'after'];
      return { target, class: name, side, n, value: sum / n };
    }),
    effects: plantedEffects('each'),
    drivers: PLAN.drivers,
  };
  await sink.write('study.yaml', demoStudy());
  return truth;
}
