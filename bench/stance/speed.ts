import { statSync } from 'node:fs';
import type { StanceInput } from '../../src/annotate/stance/annotator.ts';
import { DEFAULT_STANCE_MODEL, loadStanceAnnotator } from '../../src/annotate/stance/load-annotator.ts';
import { createTargetMatcher } from '../../src/annotate/target-matcher.ts';
import { demoStudy } from '../../src/demo/demo-study.ts';
import { generateCorpus } from '../../src/demo/generate-corpus.ts';
import { DEMO_CORPUS } from '../../src/demo/schedule.ts';
import { ADAPTERS } from '../../src/sources/registry.ts';
import { parseStudy } from '../../src/study/parse.ts';

/** How fast and how large the shipped model is. */
export interface StanceSpeed {
  readonly model: string;
  readonly mentions: number;
  /** Mentions annotated in a second of processor time: the middle of five rounds. */
  readonly mentionsPerSecond: number;
  /** From nothing to an annotator ready for use, milliseconds. */
  readonly loadMs: number;
  /** Card and weights, millions of bytes. */
  readonly sizeMb: number;
}

const DOCUMENTS = 60_000;
const ROUNDS = 5;
const BATCH = 1000;

/** Times the shipped model on the mentions of the bench corpus. Call it first: loading is timed once. */
export async function measureSpeed(): Promise<StanceSpeed> {
  const started = performance.now();
  const annotator = await loadStanceAnnotator({ kind: 'linear', model: DEFAULT_STANCE_MODEL }, '.');
  const loadMs = performance.now() - started;
  const inputs = benchMentions();
  const seconds: number[] = [];
  // The first round warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    const before = process.cpuUsage();
    for (let from = 0; from < inputs.length; from += BATCH)
      await annotator.annotate(inputs.slice(from, from + BATCH));
    const { user, system } = process.cpuUsage(before);
    if (round > 0) seconds.push((user + system) / 1e6);
  }
  const middle = seconds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number;
  const sizes = ['model.json', 'weights.bin'].map(
    (file) => statSync(new URL(`../../models/${DEFAULT_STANCE_MODEL}/${file}`, import.meta.url)).size,
  );
  return {
    model: `${annotator.name}@${annotator.version}`,
    mentions: inputs.length,
    mentionsPerSecond: Math.round(inputs.length / middle),
    loadMs: Math.round(loadMs),
    sizeMb: Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e4) / 100,
  };
}

function benchMentions(): StanceInput[] {
  const { config } = parseStudy({ text: demoStudy(), path: 'study.yaml', folder: '/', adapters: ADAPTERS });
  const matcher = createTargetMatcher(config.targets, []);
  return [...generateCorpus(DEMO_CORPUS, { documents: DOCUMENTS, seed: 1 })].flatMap(({ post, source }) =>
    [...matcher.find(post.text).targets.values()].map((spans) => ({
      text: post.text,
      spans,
      language: source.language,
    })),
  );
}
