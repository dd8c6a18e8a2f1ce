import type { CorpusPlan, SyntheticSource } from './corpus-plan.ts';
import { type CorpusOptions, generateCorpus, type PlantedPost } from './generate-corpus.ts';

/** Where a corpus goes. Paths are relative to its folder. */
export interface CorpusSink<Driver extends string = string> {
  /** Adds text to a file. */
  append(path: string, text: string): Promise<void>;
  /** Writes a whole file. */
  write(path: string, text: string): Promise<void>;
  /** Hears of every post with what was planted in it. */
  readonly onPost?: (planted: PlantedPost<Driver>) => void;
}

const BUFFER_CHARACTERS = 1 << 20;

/** Writes the posts of a plan, one file per source and month. */
export async function writePosts<Driver extends string, Source extends SyntheticSource>(
  plan: CorpusPlan<Driver, Source>,
  options: CorpusOptions,
  sink: CorpusSink<Driver>,
): Promise<void> {
  const buffers = new Map<string, string>();
  for (const planted of generateCorpus(plan, options)) {
    const { source, month, post } = planted;
    sink.onPost?.(planted);
    const path = `posts/${source.id}/${month}${options.seed === 1 ? '' : `-${options.seed}`}.ndjson`;
    const text = `${buffers.get(path) ?? ''}${JSON.stringify(post)}\n`;
    if (text.length > BUFFER_CHARACTERS) {
      await sink.append(path, text);
      buffers.set(path, '');
    } else buffers.set(path, text);
  }
  for (const [path, text] of [...buffers].sort()) if (text !== '') await sink.append(path, text);
}
