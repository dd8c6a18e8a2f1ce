import { BugError } from '../../errors/errors.ts';
import { groupedFolds } from '../../learn/grouped-folds.ts';
import {
  type LinearWeights,
  linearLogits,
  type PackedExamples,
  trainLinearClassifiers,
} from '../../learn/linear-classifier.ts';
import { type LinearSection, quantizeWeights } from '../../learn/linear-model.ts';
import { fitTemperature, meanLogLoss } from '../../learn/temperature.ts';
import { calibrateDomains } from './calibrate-domains.ts';
import { domainsOf } from './domains.ts';
import type { GoldRow } from './gold.ts';
import { learnKnownWords } from './known-words.ts';
import { type LanguageCard, SECTION_NAMES } from './model-card.ts';
import { classOf, type FeatureSettings, packExamples } from './pack-examples.ts';
import { PLACE_VECTOR_LENGTH } from './place-vectors.ts';
import { FEATURE_GROUPS } from './stance-features.ts';
import type { WordVectors } from './word-vectors.ts';

/** Settings of the learner; the defaults were chosen by cross-validation on public sets (models/experiments.md). */
export interface StanceTrainingSettings extends FeatureSettings {
  readonly epochs: number;
  readonly rate: number;
  /** L2 penalties tried in each language; the one with the smallest out-of-fold log loss is kept. */
  readonly l2: readonly number[];
  readonly folds: number;
  /** Bootstrap resamples for the intervals. */
  readonly resamples: number;
  readonly abstainBelow: number;
}

/** A gold row and how it counts. */
export interface WeightedRow {
  readonly row: GoldRow;
  readonly weight: number;
  readonly scored: boolean;
}

/** What {@link trainLanguage} works with. */
export interface LanguageTraining {
  readonly settings: StanceTrainingSettings;
  readonly seed: number;
  readonly vectors: ReadonlyMap<string, WordVectors>;
  readonly progress: (message: string) => void;
  /** Given every scored row with its out-of-fold logits. */
  readonly outOfFold: (row: GoldRow, logits: Float64Array) => void;
}

/** Buckets of the classifier that tells the domain of a text, from its words alone. */
const DOMAIN_BITS = 15;

interface Work extends LanguageTraining {
  readonly rows: readonly WeightedRow[];
  readonly domains: number;
  /** Fold of each row; −1 for rows that only train. */
  readonly folds: Int32Array;
  readonly examples: PackedExamples;
}

/** Trains and validates one language: a classifier for each of its domains, and one that tells the domain of a text. */
export function trainLanguage(
  language: string,
  rows: readonly WeightedRow[],
  options: LanguageTraining,
): { card: LanguageCard; sections: readonly LinearSection[] } {
  const { settings, seed, vectors, progress } = options;
  const { names, domainOf } = domainsOf(rows.map(({ row }) => row));
  const examples = packExamples(
    rows.map(({ row }) => row),
    settings,
    {
      vectors,
      roleOf: (row, i) => ({
        label: classOf(row),
        domain: domainOf(row),
        weight: (rows[i] as WeightedRow).weight,
      }),
    },
  );
  const work: Work = { ...options, rows, domains: names.length, folds: foldsOf(rows, options), examples };
  const { l2, logits } = chooseL2(language, work);
  for (const [place, one] of logits) options.outOfFold((rows[place] as WeightedRow).row, one);
  const calibrated = calibrateDomains(rows, { names, domainOf, logits, folds: work.folds, settings, seed });
  const all = rows.map((_, i) => i);
  progress(`${language}: training on all ${rows.length} rows`);
  const sections = train(work, all, l2).flatMap((model, d) =>
    sectionsOf(model, 2 ** settings.bits, { language, domain: names[d] as string }),
  );
  const choice = names.length === 1 ? null : chooseDomains(language, work);
  if (choice !== null) sections.push(choice.section);
  const known = learnKnownWords(
    SECTION_NAMES.words(language),
    rows.map(({ row }) => row),
    work.folds,
  );
  sections.push(known.section);
  const card = {
    language,
    l2,
    domainAccuracy: choice?.accuracy ?? null,
    unseen: known.unseen,
    ...calibrated,
  };
  return { card, sections };
}

/** Rows that only train stand in no fold. */
function foldsOf(
  rows: readonly WeightedRow[],
  { settings, seed }: Pick<LanguageTraining, 'settings' | 'seed'>,
): Int32Array {
  const places = rows.flatMap((one, i) => (one.scored ? [i] : []));
  const groups = places.map((i) => (rows[i] as WeightedRow).row.group);
  const folds = new Int32Array(rows.length).fill(-1);
  groupedFolds(groups, settings.folds, seed).forEach((fold, k) => {
    folds[places[k] as number] = fold;
  });
  return folds;
}

function chooseL2(
  language: string,
  work: Work,
): { readonly l2: number; readonly logits: ReadonlyMap<number, Float64Array> } {
  let best: { l2: number; logits: ReadonlyMap<number, Float64Array>; loss: number } | null = null;
  for (const l2 of work.settings.l2) {
    const logits = outOfFold(work, (places) => train(work, places, l2));
    const outcomes = [...logits].map(([i, one]) => ({
      label: work.examples.labels[i] as number,
      logits: one,
    }));
    const loss = meanLogLoss(outcomes, fitTemperature(outcomes));
    work.progress(`${language}: penalty ${l2}, out-of-fold log loss ${loss.toFixed(4)}`);
    if (best === null || loss < best.loss) best = { l2, logits, loss };
  }
  if (best === null) throw new BugError('no L2 penalty to try');
  return best;
}

/** Logits of every scored row by the classifier of its domain, trained on the other folds. */
function outOfFold(
  { examples, folds, settings }: Pick<Work, 'examples' | 'folds' | 'settings'>,
  trainOn: (places: readonly number[]) => readonly LinearWeights[],
): ReadonlyMap<number, Float64Array> {
  const logits = new Map<number, Float64Array>();
  for (let fold = 0; fold < settings.folds; fold++) {
    const [test, rest] = [[] as number[], [] as number[]];
    folds.forEach((one, i) => {
      (one === fold ? test : rest).push(i);
    });
    const models = trainOn(rest);
    for (const i of test) {
      const model = models.length === 1 ? models[0] : models[examples.domains[i] as number];
      logits.set(i, linearLogits(model as LinearWeights, examples, i));
    }
  }
  return logits;
}

function train({ settings, seed, examples, domains }: Work, places: readonly number[], l2: number) {
  const { epochs, rate, bits, vectorWeight } = settings;
  const features = 2 ** bits + (vectorWeight === 0 ? 0 : PLACE_VECTOR_LENGTH);
  const options = { classes: 3, features, domains, seed, epochs, rate, l2 };
  return trainLinearClassifiers(examples, places, options);
}

/** Splits the weights of hashed features from those of word vectors: each has a scale of its own. */
function sectionsOf(
  model: LinearWeights,
  buckets: number,
  { language, domain }: { readonly language: string; readonly domain: string },
): LinearSection[] {
  const { classes, weights, bias, features } = model;
  const cut = buckets * classes;
  const hashed = { classes, features: buckets, weights: weights.subarray(0, cut), bias };
  const sections = [quantizeWeights(SECTION_NAMES.hashed(language, domain), hashed)];
  if (features > buckets) {
    const rest = { classes, features: features - buckets, weights: weights.subarray(cut) };
    const noBias = { ...rest, bias: new Float64Array(classes) };
    sections.push(quantizeWeights(SECTION_NAMES.vectors(language, domain), noBias));
  }
  return sections;
}

function chooseDomains(
  language: string,
  work: Work,
): { readonly accuracy: number; readonly section: LinearSection } {
  const { seed, domains, settings } = work;
  const bits = Math.min(DOMAIN_BITS, settings.bits);
  const onlyWords = FEATURE_GROUPS.map((group) => (group === 'tokenAnywhere' ? 1 : 0));
  const examples = packExamples(
    work.rows.map(({ row }) => row),
    { bits, groupWeights: onlyWords, vectorWeight: 0 },
    {
      vectors: new Map(),
      roleOf: (_, i) => ({ label: work.examples.domains[i] as number, domain: 0, weight: 1 }),
    },
  );
  const options = { classes: domains, features: 2 ** bits, domains: 1, seed, epochs: 4, rate: 0.3, l2: 1e-5 };
  const counts = new Float64Array(domains);
  for (const domain of examples.labels) counts[domain]! += 1;
  const learn = (places: readonly number[]): LinearWeights[] => {
    const [model] = trainLinearClassifiers(examples, places, options) as [LinearWeights];
    // How many rows a set has says nothing of how often its domain is met.
    const bias = model.bias.map((b, d) => b - Math.log((counts[d] as number) / examples.labels.length));
    return [{ ...model, bias }];
  };
  const logits = outOfFold({ examples, folds: work.folds, settings }, learn);
  const hits = [...logits].filter(([i, one]) => one.indexOf(Math.max(...one)) === examples.labels[i]);
  const [model] = learn(work.rows.map((_, i) => i));
  const section = quantizeWeights(SECTION_NAMES.domainChoice(language), model as LinearWeights);
  return { accuracy: hits.length / logits.size, section };
}
