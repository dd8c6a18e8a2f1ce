import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StanceAnnotator, StanceInput } from '../annotate/stance/annotator.ts';
import { loadStanceAnnotator } from '../annotate/stance/load-annotator.ts';
import type { StanceEstimate } from '../domain/stance-estimate.ts';
import { StudyError } from '../errors/errors.ts';
import { loadStudy } from './load-study.ts';
import { nodeNetwork } from './node-network.ts';

/**
 * Opens the stance annotator that a person named on the command line: that of a study file, a shipped model, else a
 * folder.
 * @throws StudyError `model/not-found`, `model/invalid`, `cli/usage`; StudyProblems of the study
 */
export async function openModel(model: string): Promise<StanceAnnotator> {
  if (/\.(ya?ml|json)$/i.test(model)) return openAnnotatorOf(model);
  try {
    return await loadStanceAnnotator({ kind: 'linear', model }, '.');
  } catch (error) {
    const isFolder = existsSync(join(model, 'model.json'));
    if (!(error instanceof StudyError && error.code === 'model/not-found' && isFolder)) throw error;
    return loadStanceAnnotator({ kind: 'linear', model: `./${model}` }, '.');
  }
}

async function openAnnotatorOf(path: string): Promise<StanceAnnotator> {
  const { config } = await loadStudy(path);
  const { stance } = config.annotators;
  if (stance.kind === 'column') {
    const problem = `the labels of ${path} come with its records; put them under "label" in the data instead`;
    throw new StudyError('cli/usage', { problem });
  }
  return loadStanceAnnotator(stance, config.folder, { targets: config.targets, network: nodeNetwork });
}

/** Tells what asking about these mentions would take, where the annotator costs something. */
export async function sayEstimate(
  annotator: StanceAnnotator,
  inputs: readonly StanceInput[],
  say: (estimate: StanceEstimate) => void,
): Promise<void> {
  const estimator = annotator.estimate?.();
  if (estimator === undefined) return;
  await estimator.add(inputs);
  say(estimator.total());
}
