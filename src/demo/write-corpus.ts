import { demoStudy } from './demo-study.ts';
import { type CorpusOptions, generateCorpus, type PlantedPost } from './generate-corpus.ts';
import type { PlantedDriver } from './grammar.ts';
import { PLAN, PLANNED_SOURCES } from './plan.ts';
import { type PlantedEffect, plantedEffects } from './planted-balance.ts';

/** Where the corpus goes. Paths are relative to its folder. */
export interface CorpusSink {
  /** Adds text to a file. */
  append(path: string, text: string): Promise<void>;
  /** Writes a whole file. */
  write(path: string, text: string): Promise<void>;
  /** Hears of every post with what was planted in it. */
  readonly onPost?: (planted: PlantedPost) => void;
}

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

const BUFFER_CHARACTERS = 1 << 20;

/** Writes posts, one file per source and month, the planted truth and the study file. */
export async function writeCorpus(options: CorpusOptions, sink: CorpusSink): Promise<PlantedTruth> {
  const buffers = new Map<string, string>();
  const sums = new Map<string, { n: number; sum: number }>();
  for (const planted of generateCorpus(options)) {
    const { source, month, post, truth } = planted;
    sink.onPost?.(planted);
    const path = `posts/${source.id}/${month}${options.seed === 1 ? '' : `-${options.seed}`}.ndjson`;
    const text = `${buffers.get(path) ?? ''}${JSON.stringify(post)}\n`;
    if (text.length > BUFFER_CHARACTERS) {
      await sink.append(path, text);
      buffers.set(path, '');
    } else buffers.set(path, text);
    if (truth.target === null) continue;
    const side = post.published_at.slice(0, 10) < PLAN.changeDate ? 'before' : 'after';
    const key = JSON.stringify([truth.target, source.class, side]);
    const cell = sums.get(key) ?? { n: 0, sum: 0 };
    cell.n++;
    cell.sum += truth.stance === 'favor' ? 1 : truth.stance === 'against' ? -1 : 0;
    sums.set(key, cell);
  }
  for (const [path, text] of [...buffers].sort()) if (text !== '') await sink.append(path, text);
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
