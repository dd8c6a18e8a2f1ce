import { BugError, StudyError } from '../../errors/errors.ts';
import type { Prediction } from '../../learn/classification-scores.ts';
import { groupedFolds } from '../../learn/grouped-folds.ts';
import {
  type LinearWeights,
  linearLogits,
  type PackedExamples,
  trainLinearClassifier,
} from '../../learn/linear-classifier.ts';
import { type LinearSection, quantizeWeights, serializeLinearModel } from '../../learn/linear-model.ts';
import { softmaxInPlace } from '../../learn/softmax.ts';
import { fitTemperature, meanLogLoss } from '../../learn/temperature.ts';
import { chooseDecisionWeights } from './decision-weights.ts';
import type { GoldRow } from './gold.ts';
import { decide } from './linear.ts';
import type { LanguageCard, StanceModelCard, StratumScores, TrainingSet } from './model-card.ts';
import { type FeatureSettings, packExamples, selectExamples } from './pack-examples.ts';
import { scorePredictions } from './score-predictions.ts';
import { FEATURE_VERSION } from './stance-features.ts';

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
  readonly settings?: Partial<StanceTrainingSettings>;
  readonly knownFailures?: readonly string[];
  /** Told after each step of each language. */
  readonly progress?: (message: string) => void;
}

/** Settings of the learner; the defaults were chosen by cross-validation on public sets (models/experiments.md). */
interface StanceTrainingSettings extends FeatureSettings {
  readonly epochs: number;
  readonly rate: number;
  /** L2 penalties tried in each language; the one with the smallest out-of-fold log loss is kept. */
  readonly l2: readonly number[];
  readonly folds: number;
  /** Bootstrap resamples for the intervals. */
  readonly resamples: number;
  readonly abstainBelow: number;
}

/** The settings of the shipped model. */
const DEFAULT_TRAINING_SETTINGS: StanceTrainingSettings = {
  bits: 18,
  groupWeights: [1, 1, 1, 1, 1, 1, 1, 1],
  epochs: 8,
  rate: 0.3,
  l2: [3e-5, 1e-4, 3e-4],
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
 * Trains one linear classifier per language and validates it by cross-validation grouped by document: temperature,
 * decision weights and scores come from folds the classifier has not seen; the shipped weights are then trained on
 * all rows. Rows are sorted by id first: their order has no influence. Same rows and seed, same bytes.
 * @throws StudyError `gold/invalid` where no language has enough rows of every class.
 */
export function trainStanceModel(options: StanceTrainingOptions): TrainedStanceModel {
  const settings = { ...DEFAULT_TRAINING_SETTINGS, ...options.settings };
  const rows = options.sets
    .flatMap((set) => set.rows.map((row) => ({ ...set, rows: [], row })))
    .sort((a, b) => compare(`${a.name}\n${a.row.id}`, `${b.name}\n${b.row.id}`));
  const scored = rows.filter((one) => one.scored);
  const languages = [...new Set(scored.map(({ row }) => languageOf(row)))].sort();
  const trained: { card: LanguageCard; section: LinearSection }[] = [];
  for (const language of languages) {
    const mine = rows.filter(({ row }) => languageOf(row) === language);
    const n = mine.filter((one) => one.scored).length;
    const classes = new Set(mine.map(({ row }) => row.label)).size;
    if (n < MINIMUM_ROWS || classes < 2) options.progress?.(`${language}: ${n} rows are too few, left out`);
    else trained.push(trainLanguage(language, mine, { ...options, settings }));
  }
  if (trained.length === 0) {
    const problem = `no language has ${MINIMUM_ROWS} rows and two kinds of label`;
    const remedy = 'code more rows, of every class';
    throw new StudyError('gold/invalid', { path: options.name, line: rows.length, problem, remedy });
  }
  const { bytes, header } = serializeLinearModel(trained.map((one) => one.section));
  const card: StanceModelCard = {
    kind: 'linear-stance',
    name: options.name,
    version: options.version,
    labels: ['against', 'neither', 'favor'],
    featureVersion: FEATURE_VERSION,
    features: { bits: settings.bits, groupWeights: settings.groupWeights },
    abstainBelow: settings.abstainBelow,
    seed: options.seed,
    trainingSets: options.sets.map(describeSet),
    validation: { folds: settings.folds, resamples: settings.resamples, level: 0.95 },
    languages: trained.map((one) => one.card),
    knownFailures: options.knownFailures ?? [],
    weights: header,
  };
  return { card, weights: bytes };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function languageOf(row: GoldRow): string {
  return (row.language.split('-')[0] as string).toLowerCase();
}

function describeSet(set: StanceTrainingSet): TrainingSet {
  const { name, licence, weight, scored } = set;
  const languages = [...new Set(set.rows.map(languageOf))].sort();
  return { name, licence, languages, rows: set.rows.length, weight, scored };
}

interface WeightedRow {
  readonly row: GoldRow;
  readonly weight: number;
  readonly scored: boolean;
}

interface LanguageOptions extends Omit<StanceTrainingOptions, 'settings'> {
  readonly settings: StanceTrainingSettings;
}

function trainLanguage(
  language: string,
  rows: readonly WeightedRow[],
  options: LanguageOptions,
): { card: LanguageCard; section: LinearSection } {
  const { settings, seed } = options;
  const examples = packExamples(
    rows.map(({ row }) => row),
    settings,
    (_, i) => (rows[i] as WeightedRow).weight,
  );
  const places = rows.flatMap((one, i) => (one.scored ? [i] : []));
  const groups = places.map((i) => (rows[i] as WeightedRow).row.group);
  const labels = places.map((i) => examples.labels[i] as number);
  const { logits, temperature, l2 } = chooseL2(labels, rows, { ...options, language, examples });
  const probabilities = logits.map((one) => {
    const p = Float64Array.from(one);
    softmaxInPlace(p, temperature);
    return p;
  });
  const decisionWeights = chooseDecisionWeights(labels, probabilities);
  const predictions = logits.map((one, k): Prediction => {
    const { label } = decide(Float64Array.from(one), { temperature, decisionWeights }, settings.abstainBelow);
    const decided = ['against', 'neither', 'favor'].indexOf(label);
    return {
      label: labels[k] as number,
      decided: decided < 0 ? null : decided,
      probabilities: probabilities[k] as Float64Array,
    };
  });
  const score = (chosen: readonly number[]): StratumScores =>
    scorePredictions(
      chosen.map((k) => predictions[k] as Prediction),
      chosen.map((k) => groups[k] as string),
      { resamples: settings.resamples, level: 0.95, seed },
    );
  const all = places.map((_, k) => k);
  const domainOf = (k: number): string => (rows[places[k] as number] as WeightedRow).row.domain;
  const domains = [...new Set(all.map(domainOf))].sort();
  const card = {
    language,
    l2,
    temperature,
    decisionWeights,
    scores: score(all),
    domains: Object.fromEntries(domains.map((d) => [d, score(all.filter((k) => domainOf(k) === d))])),
  };
  options.progress?.(`${language}: training on all ${rows.length} rows`);
  return { card, section: quantizeWeights(language, train(examples, { ...options, l2 })) };
}

interface FoldOptions extends LanguageOptions {
  readonly language: string;
  readonly examples: PackedExamples;
}

interface Validated {
  readonly l2: number;
  readonly temperature: number;
  readonly logits: Float64Array[];
}

function chooseL2(labels: readonly number[], rows: readonly WeightedRow[], options: FoldOptions): Validated {
  let best: (Validated & { readonly loss: number }) | null = null;
  for (const l2 of options.settings.l2) {
    const logits = outOfFoldLogits(rows, { ...options, l2 });
    const outcomes = labels.map((label, k) => ({ label, logits: logits[k] as Float64Array }));
    const temperature = fitTemperature(outcomes);
    const loss = meanLogLoss(outcomes, temperature);
    options.progress?.(`${options.language}: penalty ${l2}, out-of-fold log loss ${loss.toFixed(4)}`);
    if (best === null || loss < best.loss) best = { l2, temperature, logits, loss };
  }
  if (best === null) throw new BugError('no L2 penalty to try');
  return best;
}

function outOfFoldLogits(
  rows: readonly WeightedRow[],
  options: FoldOptions & { readonly l2: number },
): Float64Array[] {
  const { settings, seed, examples } = options;
  const groups = rows.map(({ row, scored }) => (scored ? row.group : ''));
  const places = rows.flatMap((one, i) => (one.scored ? [i] : []));
  const folds = groupedFolds(
    places.map((i) => groups[i] as string),
    settings.folds,
    seed,
  );
  const foldOf = new Map(places.map((i, k) => [i, folds[k] as number]));
  const logits: Float64Array[] = [];
  for (let fold = 0; fold < settings.folds; fold++) {
    const rest = rows.flatMap((_, i) => (foldOf.get(i) === fold ? [] : [i]));
    const model = train(selectExamples(examples, rest), options);
    places.forEach((i, k) => {
      if (foldOf.get(i) === fold) logits[k] = linearLogits(model, examples, i);
    });
  }
  return logits;
}

function train(
  examples: PackedExamples,
  { settings, seed, l2 }: LanguageOptions & { readonly l2: number },
): LinearWeights {
  const { epochs, rate, bits } = settings;
  return trainLinearClassifier(examples, { classes: 3, buckets: 2 ** bits, seed, epochs, rate, l2 });
}
