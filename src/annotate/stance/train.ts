import { StudyError } from '../../errors/errors.ts';
import { type LinearSection, serializeLinearModel } from '../../learn/linear-model.ts';
import { type GoldRow, primarySubtag } from './gold.ts';
import type { LanguageCard, StanceModelCard, TrainingSet } from './model-card.ts';
import { FEATURE_VERSION } from './stance-features.ts';
import { type StanceTrainingSettings, trainLanguage } from './train-language.ts';
import { describeWordVectors, openWordVectors } from './word-vectors.ts';

/** Gold rows that train with a weight of their own; `scored` rows also stand in test folds. */
export interface StanceTrainingSet {
  readonly name: string;
  readonly licence: string;
  readonly rows: readonly GoldRow[];
  readonly weight: number;
  readonly scored: boolean;
}

/** What {@link trainStanceModel} takes. */
export interface StanceTrainingOptions {
  readonly name: string;
  readonly version: string;
  readonly sets: readonly StanceTrainingSet[];
  readonly seed: number;
  /** Contents of the file of word vectors; null trains without. */
  readonly wordVectors: Uint8Array | null;
  readonly settings?: Partial<StanceTrainingSettings>;
  readonly knownFailures?: readonly string[];
  /** Told after each step of each language. */
  readonly progress?: (message: string) => void;
  /** Given every scored row with the logits of a classifier that has not seen it, language by language. */
  readonly outOfFold?: (row: GoldRow, logits: Float64Array) => void;
}

/** The settings of the shipped model. */
const DEFAULT_TRAINING_SETTINGS: StanceTrainingSettings = {
  bits: 17,
  groupWeights: [1, 1, 1, 1, 1, 1, 1, 1],
  vectorWeight: 2.5,
  epochs: 6,
  rate: 0.2,
  l2: [2e-4],
  folds: 5,
  resamples: 500,
  abstainBelow: 0.36,
};

/** A trained model: the contents of model.json and weights.bin. */
export interface TrainedStanceModel {
  readonly card: StanceModelCard;
  readonly weights: Uint8Array;
}

/** Fewer scored rows than this in a language train no model. */
const MINIMUM_ROWS = 30;

/**
 * Trains the classifiers of every language and validates them by cross-validation grouped by document: temperature,
 * decision weights and scores come from folds the classifier has not seen; the shipped weights are then trained on
 * all rows. Rows are sorted by id first: their order has no influence. Same rows and seed, same bytes.
 * @throws StudyError `gold/invalid` where no language has enough rows of every class.
 */
export function trainStanceModel(options: StanceTrainingOptions): TrainedStanceModel {
  const { seed, wordVectors } = options;
  const chosen = { ...DEFAULT_TRAINING_SETTINGS, ...options.settings };
  const settings = wordVectors === null ? { ...chosen, vectorWeight: 0 } : chosen;
  const progress = options.progress ?? (() => undefined);
  const outOfFold = options.outOfFold ?? (() => undefined);
  const vectors = wordVectors === null ? new Map() : openWordVectors(wordVectors, null, 'word vectors');
  const rows = options.sets
    .flatMap(({ name, weight, scored, rows }) => rows.map((row) => ({ name, weight, scored, row })))
    .sort((a, b) => compare(`${a.name}\n${a.row.id}`, `${b.name}\n${b.row.id}`));
  const languages = [...new Set(rows.filter((one) => one.scored).map(({ row }) => languageOf(row)))].sort();
  const trained: { card: LanguageCard; sections: readonly LinearSection[] }[] = [];
  for (const language of languages) {
    const mine = rows.filter(({ row }) => languageOf(row) === language);
    const n = mine.filter((one) => one.scored).length;
    const classes = new Set(mine.map(({ row }) => row.label)).size;
    if (n < MINIMUM_ROWS || classes < 2) progress(`${language}: ${n} rows are too few, left out`);
    else trained.push(trainLanguage(language, mine, { settings, seed, vectors, progress, outOfFold }));
  }
  if (trained.length === 0) {
    const problem = `no language has ${MINIMUM_ROWS} rows and two kinds of label`;
    const remedy = 'code more rows, of every class';
    throw new StudyError('gold/invalid', { path: options.name, line: rows.length, problem, remedy });
  }
  const { bytes, header } = serializeLinearModel(trained.flatMap((one) => one.sections));
  const card: StanceModelCard = {
    kind: 'linear-stance',
    name: options.name,
    version: options.version,
    labels: ['against', 'neither', 'favor'],
    featureVersion: FEATURE_VERSION,
    features: {
      bits: settings.bits,
      groupWeights: settings.groupWeights,
      vectorWeight: settings.vectorWeight,
    },
    abstainBelow: settings.abstainBelow,
    seed,
    trainingSets: options.sets.map(describeSet),
    validation: { folds: settings.folds, resamples: settings.resamples, level: 0.95 },
    languages: trained.map((one) => one.card),
    knownFailures: options.knownFailures ?? [],
    wordVectors: wordVectors === null ? null : describeWordVectors(wordVectors),
    weights: header,
  };
  return { card, weights: bytes };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function languageOf(row: GoldRow): string {
  return primarySubtag(row.language);
}

function describeSet(set: StanceTrainingSet): TrainingSet {
  const { name, licence, weight, scored } = set;
  const languages = [...new Set(set.rows.map(languageOf))].sort();
  return { name, licence, languages, rows: set.rows.length, weight, scored };
}
