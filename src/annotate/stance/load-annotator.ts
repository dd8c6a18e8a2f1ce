import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StudyError } from '../../errors/errors.ts';
import { type LinearSection, loadLinearModel } from '../../learn/linear-model.ts';
import type { ProgramStanceConfig, StanceConfig, TargetConfig } from '../../study/config.ts';
import type { StanceAnnotator } from './annotator.ts';
import { createColumnStanceAnnotator } from './column.ts';
import {
  createLinearStanceAnnotator,
  type DomainClassifier,
  type LanguageModel,
  type StanceModel,
} from './linear.ts';
import { type LanguageCard, SECTION_NAMES, type StanceModelCard } from './model-card.ts';
import { PLACE_VECTOR_LENGTH } from './place-vectors.ts';
import { createProgramStanceAnnotator } from './program.ts';
import { FEATURE_GROUPS, FEATURE_VERSION } from './stance-features.ts';
import { openWordVectors, type WordVectors } from './word-vectors.ts';

/** The model that comes with the package. */
export const DEFAULT_STANCE_MODEL = 'stance-1';

const WORD_VECTORS = fileURLToPath(new URL('../../../models/word-vectors/vectors.bin', import.meta.url));

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
  const [[card, weights], vectors] = await Promise.all([readModel(path), readWordVectors()]);
  return createLinearStanceAnnotator(openStanceModel({ card, weights, vectors }, path));
}

/**
 * The word vectors that come with the package, which every linear model shares.
 * @throws StudyError `model/not-found`
 */
export async function readWordVectors(): Promise<Uint8Array> {
  try {
    return await readFile(WORD_VECTORS);
  } catch (cause) {
    throw new StudyError('model/not-found', { path: WORD_VECTORS }, { cause });
  }
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

/** Contents of the files of a model. */
export interface ModelFiles {
  readonly card: string;
  readonly weights: Uint8Array;
  /** The word vectors; looked at only where the card says that the model uses them. */
  readonly vectors: Uint8Array;
}

/**
 * Checks the files of a model and makes a model of them.
 * @throws StudyError `model/invalid` naming the file.
 */
export function openStanceModel(files: ModelFiles, path: string): StanceModel {
  const refuse = (problem: string): StudyError =>
    new StudyError('model/invalid', { path: join(path, 'model.json'), problem });
  let card: StanceModelCard;
  try {
    card = JSON.parse(files.card) as StanceModelCard;
  } catch {
    throw refuse('it is not JSON');
  }
  if (card?.kind !== 'linear-stance') throw refuse('it is no card of a linear stance model');
  if (card.featureVersion !== FEATURE_VERSION)
    throw refuse(`its features have version ${card.featureVersion}, this version makes ${FEATURE_VERSION}`);
  if (card.features?.groupWeights?.length !== FEATURE_GROUPS.length)
    throw refuse('it has other feature groups');
  const sections = new Map(
    loadLinearModel(files.weights, card.weights, join(path, 'weights.bin')).map((one) => [one.name, one]),
  );
  const vectors =
    card.wordVectors === null ? null : openWordVectors(files.vectors, card.wordVectors, WORD_VECTORS);
  const languages = new Map(
    card.languages.map((one): [string, LanguageModel] => {
      const model = languageModel(one, { card, sections, vectors });
      if (model === null) throw refuse('it does not describe its weights');
      return [one.language, model];
    }),
  );
  if (languages.size === 0) throw refuse('it does not describe its weights');
  return { card, languages };
}

/** Null where a part is missing or has another shape. */
function languageModel(
  { language, domains }: LanguageCard,
  from: {
    readonly card: StanceModelCard;
    readonly sections: ReadonlyMap<string, LinearSection>;
    readonly vectors: ReadonlyMap<string, WordVectors> | null;
  },
): LanguageModel | null {
  const find = (name: string, classes: number, buckets: number | null): LinearSection | null => {
    const section = from.sections.get(name);
    const fits = section?.classes === classes && (buckets === null || section.buckets === buckets);
    return fits ? (section ?? null) : null;
  };
  const classifiers: DomainClassifier[] = [];
  for (const rules of domains) {
    const hashed = find(SECTION_NAMES.hashed(language, rules.domain), 3, 2 ** from.card.features.bits);
    const dense = find(SECTION_NAMES.vectors(language, rules.domain), 3, PLACE_VECTOR_LENGTH);
    if (hashed === null || (dense === null && from.vectors !== null)) return null;
    classifiers.push({ rules, hashed, dense });
  }
  const domainChoice = find(SECTION_NAMES.domainChoice(language), domains.length, null);
  if (domains.length === 0 || (domainChoice === null && domains.length > 1)) return null;
  return { domains: classifiers, domainChoice, vectors: from.vectors?.get(language) };
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
