import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StudyError } from '../../errors/errors.ts';
import { loadLinearModel } from '../../learn/linear-model.ts';
import type { ProgramStanceConfig, StanceConfig, TargetConfig } from '../../study/config.ts';
import type { StanceAnnotator } from './annotator.ts';
import { createColumnStanceAnnotator } from './column.ts';
import { createLinearStanceAnnotator, type StanceModel } from './linear.ts';
import type { StanceModelCard } from './model-card.ts';
import { createProgramStanceAnnotator } from './program.ts';
import { FEATURE_GROUPS, FEATURE_VERSION } from './stance-features.ts';

/** The model that comes with the package. */
export const DEFAULT_STANCE_MODEL = 'stance-1';

/** Opens the stance annotator of a study. Paths are read relative to `folder`; `targets` are those of the study. */
export async function loadStanceAnnotator(
  config: StanceConfig,
  folder: string,
  targets: readonly TargetConfig[] = [],
): Promise<StanceAnnotator> {
  if (config.kind === 'column') return createColumnStanceAnnotator(config, targets);
  if (config.kind === 'program') {
    const version = await programVersion(config, folder);
    return createProgramStanceAnnotator(config, { folder, version });
  }
  const path = modelFolder(config.model, folder);
  const [cardText, weights] = await readModel(path);
  return createLinearStanceAnnotator(openStanceModel(cardText, weights, path));
}

/**
 * What an annotator is beside its options in the study: of a model, the SHA-256 of its card and weights, which
 * changes whenever the model does; of a program, its version.
 */
export async function readAnnotatorDigest(config: StanceConfig, folder: string): Promise<string> {
  if (config.kind === 'column') return 'column';
  if (config.kind === 'program') return programVersion(config, folder);
  const [cardText, weights] = await readModel(modelFolder(config.model, folder));
  return hash('sha256', `${hash('sha256', cardText)} ${hash('sha256', weights)}`);
}

/**
 * Checks a card and its weights and makes a model of them.
 * @throws StudyError `model/invalid` naming the file.
 */
export function openStanceModel(cardText: string, weights: Uint8Array, path: string): StanceModel {
  const refuse = (problem: string): StudyError =>
    new StudyError('model/invalid', { path: join(path, 'model.json'), problem });
  let card: StanceModelCard;
  try {
    card = JSON.parse(cardText) as StanceModelCard;
  } catch {
    throw refuse('it is not JSON');
  }
  if (card?.kind !== 'linear-stance') throw refuse('it is no card of a linear stance model');
  if (card.featureVersion !== FEATURE_VERSION)
    throw refuse(`its features have version ${card.featureVersion}, this version makes ${FEATURE_VERSION}`);
  if (card.features?.groupWeights?.length !== FEATURE_GROUPS.length)
    throw refuse('it has other feature groups');
  const sections = loadLinearModel(weights, card.weights, join(path, 'weights.bin'));
  const fits =
    sections.length === card.languages.length &&
    sections.every((s) => s.classes === 3 && s.buckets === 2 ** card.features.bits);
  if (!fits) throw refuse('it does not describe its weights');
  return { card, sections };
}

/**
 * The version that the study states; else a digest of the command and of the program or script in it, where that is a
 * file by a path relative to the study: a script that was changed is another annotator. Files named further on are not
 * looked at, because a program may write to them.
 */
async function programVersion({ command, version }: ProgramStanceConfig, folder: string): Promise<string> {
  if (version !== null) return version;
  const [file = '', ...words] = command;
  const script = words.find((word) => !word.startsWith('-')) ?? '';
  const contents = [file, script].map(async (word) => {
    if (word === '' || isAbsolute(word)) return null;
    const content = await readFile(join(folder, word)).catch(() => null);
    return content === null ? null : hash('sha256', content);
  });
  return hash('sha256', JSON.stringify([command, await Promise.all(contents)])).slice(0, 12);
}

/** The card of a model inside the program: what it learned from, and how well it does by language and domain. */
export async function readModelCard(
  config: Extract<StanceConfig, { kind: 'linear' }>,
  folder: string,
): Promise<StanceModelCard> {
  const path = modelFolder(config.model, folder);
  return openStanceModel(...(await readModel(path)), path).card;
}

/** A name is a shipped model; what holds a slash, or starts with a dot, is a folder. */
function modelFolder(model: string, folder: string): string {
  if (isAbsolute(model)) return model;
  if (model.includes('/') || model.startsWith('.')) return join(folder, model);
  return fileURLToPath(new URL(`../../../models/${model}`, import.meta.url));
}

async function readModel(path: string): Promise<[string, Uint8Array]> {
  try {
    return await Promise.all([
      readFile(join(path, 'model.json'), 'utf8'),
      readFile(join(path, 'weights.bin')),
    ]);
  } catch (cause) {
    throw new StudyError('model/not-found', { path }, { cause });
  }
}
