import { basename } from 'node:path';
import { CODED, compareAnnotators, type NamedAnnotator } from '../annotate/stance/compare-annotators.ts';
import { readSample } from '../annotate/stance/gold.ts';
import { inputOfRow } from '../annotate/stance/pack-examples.ts';
import type { Agreement } from '../domain/agreement.ts';
import type { StanceEstimate } from '../domain/stance-estimate.ts';
import { StudyError } from '../errors/errors.ts';
import { readNamedFile } from './named-file.ts';
import { openModel, sayEstimate } from './open-model.ts';

/** Whom to compare and on what. */
export interface CompareOptions {
  /** Names of shipped models, folders, or study files. */
  readonly models: readonly string[];
  /** Gold data, or the same without labels. */
  readonly data: string;
  /** List at most so many rows that differ. */
  readonly nRows: number;
  /** Give the texts of those rows. */
  readonly withTexts: boolean;
  /** Told what an annotator that costs something will take. */
  readonly onEstimate: (estimate: StanceEstimate) => void;
}

/**
 * Has several models annotate the same rows and says how they agree, with each other and with the labels of the file.
 * @throws StudyError `gold/invalid`, `model/not-found`, `cli/usage` where there is nobody to compare with
 */
export async function compareModels(options: CompareOptions): Promise<Agreement> {
  const { models, data, nRows, withTexts } = options;
  const rows = readSample(await readNamedFile(data), data);
  const twice = models.find((model, i) => models.indexOf(model) < i);
  if (twice !== undefined) throw new StudyError('cli/usage', { problem: `--model ${twice} is given twice` });
  if (models.length < 2 && rows.every((row) => row.label === null)) {
    const problem = `no row of ${data} is coded, so one model has nobody to be compared with; give --model twice`;
    throw new StudyError('cli/usage', { problem });
  }
  const annotators = await Promise.all(models.map(openModel));
  const named = annotators.map((annotator, i): NamedAnnotator => {
    const alike = annotators.filter((other) => other.name === annotator.name).length;
    const isUnique = alike === 1 && annotator.name !== CODED;
    return { name: isUnique ? annotator.name : (models[i] as string), annotator };
  });
  const sample = basename(data);
  const settings = { sample, nRows, withTexts, level: 0.95, resamples: 1000, seed: 1 };
  try {
    for (const annotator of annotators)
      await sayEstimate(annotator, rows.map(inputOfRow), options.onEstimate);
    return await compareAnnotators(named, rows, settings);
  } finally {
    for (const annotator of annotators) annotator.close();
  }
}
