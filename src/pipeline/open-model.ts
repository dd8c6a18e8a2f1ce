import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StanceAnnotator } from '../annotate/stance/annotator.ts';
import { loadStanceAnnotator } from '../annotate/stance/load-annotator.ts';
import { StudyError } from '../errors/errors.ts';

/**
 * Opens the stance annotator that a person named on the command line: a shipped model, else a folder.
 * @throws StudyError `model/not-found`, `model/invalid`
 */
export async function openModel(model: string): Promise<StanceAnnotator> {
  try {
    return await loadStanceAnnotator({ kind: 'linear', model }, '.');
  } catch (error) {
    const isFolder = existsSync(join(model, 'model.json'));
    if (!(error instanceof StudyError && error.code === 'model/not-found' && isFolder)) throw error;
    return loadStanceAnnotator({ kind: 'linear', model: `./${model}` }, '.');
  }
}
