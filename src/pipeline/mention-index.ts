import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { VOICES } from '../domain/mention.ts';
import type { MentionIndex } from '../domain/mention-selection.ts';
import { precisionsWithin, timeBins } from '../measure/time-bins.ts';
import {
  type MentionIndexPaths,
  readMentionIndex,
  writeMentionIndex,
} from '../store/queries/mention-index.ts';
import { canonicalDigest } from './canonical-digest.ts';
import type { StageContext } from './run-context.ts';
import { stageVersions } from './stages.ts';

/** Rises when the same run would give another index. */
const VERSION = '1';

/** An index of a run: its files, named by what they were made from, and what is read of them. */
export interface OpenedIndex {
  readonly index: MentionIndex;
  readonly paths: MentionIndexPaths;
}

/** Opens the index of a run's mentions, and makes it where there is none yet: once for each run and study. */
export async function openMentionIndex(context: StageContext): Promise<OpenedIndex> {
  const { study, database, storeFolder, batches } = context;
  const digest = canonicalDigest(['explore', VERSION, stageVersions(), study.digest, batches.keys]);
  const folder = join(storeFolder, 'sets', `explore-${digest}`);
  const paths = pathsIn(folder);
  if (!existsSync(paths.profile)) {
    await mkdir(folder, { recursive: true });
    const unfinished = { ...paths, profile: `${paths.profile}.unfinished` };
    await writeMentionIndex(database, observationsOf(context), unfinished);
    await rename(unfinished.profile, paths.profile);
  }
  const nBins = timeBins(study.period, study.bin).length;
  return { index: await readMentionIndex(database, paths, nBins), paths };
}

/** The files of an index in a folder. */
function pathsIn(folder: string): MentionIndexPaths {
  const at = (name: string): string => join(folder, `${name}.parquet`);
  return {
    author: at('author'),
    copies: at('copies'),
    both: at('both'),
    profile: at('profile'),
    clusters: at('clusters'),
  };
}

function observationsOf({ study, corpus }: StageContext): Parameters<typeof writeMentionIndex>[1] {
  return {
    mention: corpus.mention,
    annotation: corpus.annotation,
    bins: timeBins(study.period, study.bin),
    precisions: precisionsWithin(study.bin),
    voices: study.measure.voices,
    otherVoices: VOICES.filter((voice) => !study.measure.voices.includes(voice)),
    classOfSource: new Map(study.sources.map((source) => [source.id, source.class])),
    weights: study.weights,
  };
}
