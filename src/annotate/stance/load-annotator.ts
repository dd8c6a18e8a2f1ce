import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Network } from '../../domain/effects.ts';
import { BugError, StudyError } from '../../errors/errors.ts';
import { type LinearSection, loadLinearModel } from '../../learn/linear-model.ts';
import type { OnnxStanceConfig, StanceConfig, TargetConfig } from '../../study/config.ts';
import { readModelFiles } from '../model-files.ts';
import type { StanceAnnotator } from './annotator.ts';
import { createColumnStanceAnnotator } from './column.ts';
import { createEndpointStanceAnnotator } from './endpoint/endpoint.ts';
import { endpointDigest } from './endpoint/endpoint-prompt.ts';
import {
  createLinearStanceAnnotator,
  type DomainClassifier,
  type LanguageModel,
  type StanceModel,
} from './linear.ts';
import { type LanguageCard, SECTION_NAMES, type StanceModelCard } from './model-card.ts';
import { fetchModel, userHub } from './onnx/hub.ts';
import { readLabelClasses } from './onnx/label-classes.ts';
import { digestOnnxFiles, findOnnxFiles } from './onnx/model-files.ts';
import { createOnnxStanceAnnotator, type OnnxModel } from './onnx.ts';
import { PLACE_VECTOR_LENGTH } from './place-vectors.ts';
import { createProgramStanceAnnotator } from './program.ts';
import { programVersion } from './program-version.ts';
import { FEATURE_GROUPS, FEATURE_VERSION } from './stance-features.ts';
import { openWordVectors, type WordVectors } from './word-vectors.ts';

/** The model that comes with the package. */
export const DEFAULT_STANCE_MODEL = 'stance-1';

const WORD_VECTORS = fileURLToPath(new URL('../../../models/word-vectors/vectors.bin', import.meta.url));

/** What an annotator may need beside its options. */
export interface AnnotatorContext {
  /** Those of the study. */
  readonly targets?: readonly TargetConfig[];
  /** Needed by annotators that ask a service or fetch their model. */
  readonly network?: Network;
  /** Called by annotators that ask a service, with the number of mentions just answered. */
  readonly onAnswered?: (mentions: number) => void;
}

/** Opens the stance annotator of a study. Paths are read relative to `folder`. */
export async function loadStanceAnnotator(
  config: StanceConfig,
  folder: string,
  { targets = [], network, onAnswered = () => undefined }: AnnotatorContext = {},
): Promise<StanceAnnotator> {
  if (config.kind === 'column') return createColumnStanceAnnotator(config, targets);
  if (config.kind === 'program') {
    const version = await programVersion(config, folder);
    return createProgramStanceAnnotator(config, { folder, version });
  }
  if (config.kind === 'onnx')
    return createOnnxStanceAnnotator(config, await findOnnxModel(config, { folder, network }));
  if (config.kind === 'endpoint') {
    if (network === undefined) throw new BugError('an endpoint is opened without a network');
    return createEndpointStanceAnnotator(config, { folder, targets, network, onAnswered });
  }
  const path = modelFolder(config.model, folder);
  const [[card, weights], vectors] = await Promise.all([readModelFiles(path), readWordVectors()]);
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
 * What an annotator is beside its options in the study: of a model, a SHA-256 of its files, which changes whenever the
 * model does; of a program, its version; of an endpoint, all that bears on its answers. A model that the study wants
 * fetched is fetched here.
 */
export async function readAnnotatorDigest(
  config: StanceConfig,
  folder: string,
  network?: Network,
): Promise<string> {
  if (config.kind === 'column') return 'column';
  if (config.kind === 'program') return programVersion(config, folder);
  if (config.kind === 'onnx') return (await findOnnxModel(config, { folder, network })).version;
  if (config.kind === 'endpoint') return endpointDigest(config);
  const [cardText, weights] = await readModelFiles(modelFolder(config.model, folder));
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
  { language, domains, unseen }: LanguageCard,
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
  const known = find(SECTION_NAMES.words(language), 1, null)?.weights;
  if (unseen !== undefined && known === undefined) return null;
  const words = unseen === undefined || known === undefined ? null : { known, unseen };
  return { domains: classifiers, domainChoice, vectors: from.vectors?.get(language), words };
}

/** Finds the files of a model, and checks that its labels have a meaning, without opening it. */
async function findOnnxModel(
  config: OnnxStanceConfig,
  { folder, network }: { readonly folder: string; readonly network: Network | undefined },
): Promise<OnnxModel> {
  if (config.download && network === undefined) throw new BugError('a model is fetched without a network');
  const path =
    config.download && network !== undefined
      ? await fetchModel(config, userHub(network))
      : resolve(folder, config.model);
  const files = findOnnxFiles(path, config.file);
  await readLabelClasses(files, config);
  const plain = basename(config.download ? config.model : path)
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-');
  const name = plain.replace(/^[.-]+/, '') || 'onnx';
  return { name, version: (await digestOnnxFiles(files)).slice(0, 12), files };
}

/** The card of a model inside the program: what it learned from, and how well it does by language and domain. */
export async function readModelCard(
  config: Extract<StanceConfig, { kind: 'linear' }>,
  folder: string,
): Promise<StanceModelCard> {
  const path = modelFolder(config.model, folder);
  const [[card, weights], vectors] = await Promise.all([readModelFiles(path), readWordVectors()]);
  return openStanceModel({ card, weights, vectors }, path).card;
}

/** A name is a shipped model; what holds a slash, or starts with a dot, is a folder. */
function modelFolder(model: string, folder: string): string {
  if (isAbsolute(model)) return model;
  if (model.includes('/') || model.startsWith('.')) return join(folder, model);
  return fileURLToPath(new URL(`../../../models/${model}`, import.meta.url));
}
