import { mkdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { readGold } from '../annotate/stance/gold.ts';
import { readWordVectors } from '../annotate/stance/load-annotator.ts';
import type { StanceModelCard } from '../annotate/stance/model-card.ts';
import { trainStanceModel } from '../annotate/stance/train.ts';
import { readNamedFile } from './named-file.ts';
import { writeWhole } from './part-store.ts';

/** What to train on and where the model goes. */
export interface TrainOptions {
  /** File of gold data: CSV by its header, or NDJSON. */
  readonly data: string;
  /** Folder for `model.json` and `weights.bin`. */
  readonly out: string;
  readonly seed: number;
  readonly progress: (message: string) => void;
}

/**
 * Trains a stance model on the user's own codings. The same rows and seed give the same bytes.
 * @throws StudyError `gold/invalid` naming the line; SourceError `source/unreadable`
 */
export async function trainModel(options: TrainOptions): Promise<StanceModelCard> {
  const content = await readNamedFile(options.data);
  const set = basename(options.data, extname(options.data));
  const rows = readGold(content, options.data);
  const { card, weights } = trainStanceModel({
    name: basename(options.out),
    version: '1',
    seed: options.seed,
    wordVectors: await readWordVectors(),
    sets: [{ name: set, licence: 'as the owner of the codings says', rows, weight: 1, scored: true }],
    progress: options.progress,
  });
  await mkdir(options.out, { recursive: true });
  await writeWhole(join(options.out, 'weights.bin'), weights);
  await writeWhole(join(options.out, 'model.json'), `${JSON.stringify(card, null, 1)}\n`);
  return card;
}
