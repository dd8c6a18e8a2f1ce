import { basename } from 'node:path';
import { evaluateAnnotator } from '../annotate/stance/evaluate-annotator.ts';
import { readGold } from '../annotate/stance/gold.ts';
import { inputOfRow } from '../annotate/stance/pack-examples.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { StanceEstimate } from '../domain/stance-estimate.ts';
import { readNamedFile } from './named-file.ts';
import { openModel, sayEstimate } from './open-model.ts';

/** What to evaluate and on what. */
export interface EvaluateOptions {
  /** Name of a shipped model, a folder with model.json and weights.bin, or a study file: its annotator. */
  readonly model: string;
  /** File of gold data: CSV by its header, or NDJSON. */
  readonly data: string;
  /** Told what an annotator that costs something will take. */
  readonly onEstimate: (estimate: StanceEstimate) => void;
}

/**
 * Scores a stance model on coded mentions. The same model and rows give the same scores, in any order of the rows.
 * @throws StudyError `gold/invalid`, `model/not-found`; SourceError `source/unreadable`
 */
export async function evaluateModel(options: EvaluateOptions): Promise<Evaluation> {
  const rows = readGold(await readNamedFile(options.data), options.data);
  const gold = basename(options.data);
  const annotator = await openModel(options.model);
  try {
    await sayEstimate(annotator, rows.map(inputOfRow), options.onEstimate);
    return await evaluateAnnotator(annotator, rows, { gold, level: 0.95, resamples: 1000, seed: 1 });
  } finally {
    annotator.close();
  }
}
