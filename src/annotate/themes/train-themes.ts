import { StudyError } from '../../errors/errors.ts';
import { groupedFolds } from '../../learn/grouped-folds.ts';
import { linearLogits } from '../../learn/linear-classifier.ts';
import { quantizeWeights, serializeLinearModel } from '../../learn/linear-model.ts';
import { chooseThreshold } from './choose-threshold.ts';
import type { CodedPassage } from './coded-passages.ts';
import { scoreThemes } from './score-themes.ts';
import type { ThemeModelCard } from './theme-card.ts';
import { learnTheme, type PackedPassages, packPassages, themeProbability } from './theme-classifier.ts';
import { THEME_FEATURE_VERSION } from './theme-features.ts';

/** What {@link trainThemes} takes. */
export interface ThemeTrainingOptions {
  readonly name: string;
  /** Name of the codings, for the card and for messages. */
  readonly data: string;
  readonly passages: readonly CodedPassage[];
  readonly seed: number;
  /** Told after each theme. */
  readonly progress?: (message: string) => void;
}

/** A trained model: the contents of model.json and weights.bin. */
export interface TrainedThemeModel {
  readonly card: ThemeModelCard;
  readonly weights: Uint8Array;
}

/** Fewer passages with, or without, a theme teach nothing of it. */
const MINIMUM_ROWS = 8;
/** With fewer groups nothing can be held out. */
const MINIMUM_GROUPS = 2;

const BITS = 16;
const LEARNING = { epochs: 20, rate: 0.3, l2: 1e-4 };
const VALIDATION = { folds: 5, resamples: 500, level: 0.95 };

/**
 * Trains one logistic classifier for each theme against the rest, for all languages together, and validates it by
 * cross-validation grouped by document: thresholds and scores come from passages that the classifier has not seen, and
 * a passage is scored by a threshold chosen without its fold. The weights are then trained on all passages. Passages are
 * sorted by id first: their order has no influence. Same passages and seed, same bytes.
 * @throws StudyError `gold/too-few-codings` naming the themes that have too few passages or groups.
 */
export function trainThemes(options: ThemeTrainingOptions): TrainedThemeModel {
  const { seed, progress = () => undefined } = options;
  const passages = [...options.passages].sort((a, b) => (a.id < b.id ? -1 : 1));
  const themes = [...new Set(passages.flatMap((one) => one.themes))].sort();
  checkCodings(themes, passages, options.data);
  const packed = packPassages(
    passages.map((one) => one.text),
    BITS,
  );
  const trained = themes.map((theme) => {
    const coded = passages.map((one) => one.themes.includes(theme));
    const { threshold, decided } = validate(passages, { coded, packed, seed });
    progress(`${theme}: validated, training on all ${passages.length} passages`);
    const learned = { labels: Uint8Array.from(coded, Number), isLearned: () => true };
    const weights = learnTheme(packed, learned, { ...LEARNING, bits: BITS, seed });
    return { theme, threshold, decided, section: quantizeWeights(theme, weights) };
  });
  const scored = scoreThemes(passages, trained, { ...VALIDATION, seed });
  const { bytes, header } = serializeLinearModel(trained.map((one) => one.section));
  const card: ThemeModelCard = {
    kind: 'linear-themes',
    name: options.name,
    version: header.sha256.slice(0, 12),
    featureVersion: THEME_FEATURE_VERSION,
    bits: BITS,
    seed,
    training: describeTraining(passages, options.data),
    learning: LEARNING,
    validation: VALIDATION,
    themes: scored.themes.map((one, i) => ({
      ...one,
      threshold: (trained[i] as (typeof trained)[number]).threshold,
    })),
    none: scored.none,
    weights: header,
  };
  return { card, weights: bytes };
}

function checkCodings(themes: readonly string[], passages: readonly CodedPassage[], path: string): void {
  const counted = (chosen: readonly CodedPassage[]) => ({
    rows: chosen.length,
    groups: new Set(chosen.map((one) => one.group)).size,
  });
  const problems = themes.flatMap((theme) => {
    const having = counted(passages.filter((one) => one.themes.includes(theme)));
    const lacking = counted(passages.filter((one) => !one.themes.includes(theme)));
    return [having, lacking].flatMap(({ rows, groups }, i) =>
      rows < MINIMUM_ROWS || groups < MINIMUM_GROUPS
        ? [`"${theme}" ${i === 0 ? 'stands in' : 'is missing from only'} ${rows} rows of ${groups} groups`]
        : [],
    );
  });
  if (themes.length === 0) problems.push('no row has a theme');
  if (problems.length > 0)
    throw new StudyError('gold/too-few-codings', {
      path,
      problems: problems.join('; '),
      rows: MINIMUM_ROWS,
      groups: MINIMUM_GROUPS,
    });
}

function describeTraining(passages: readonly CodedPassage[], data: string): ThemeModelCard['training'] {
  const languages: Record<string, number> = {};
  for (const language of passages.map((one) => one.language).sort())
    languages[language] = (languages[language] ?? 0) + 1;
  return { data, rows: passages.length, groups: new Set(passages.map((one) => one.group)).size, languages };
}

interface ThemeTask {
  readonly coded: readonly boolean[];
  readonly packed: PackedPassages;
  readonly seed: number;
}

/** The threshold of a theme, and what is decided of each passage by a classifier and a threshold that do not know it. */
function validate(
  passages: readonly CodedPassage[],
  { coded, packed, seed }: ThemeTask,
): { readonly threshold: number; readonly decided: boolean[] } {
  const labels = Uint8Array.from(coded, Number);
  const folds = foldsOf(passages, coded, seed);
  const n = coded.length;
  const examples = { ...packed, labels, weights: new Float32Array(n), domains: new Uint8Array(n) };
  const probabilities = new Float64Array(labels.length);
  for (const fold of new Set(folds)) {
    const isLearned = (place: number): boolean => folds[place] !== fold;
    const weights = learnTheme(packed, { labels, isLearned }, { ...LEARNING, bits: BITS, seed });
    for (let i = 0; i < labels.length; i++)
      if (folds[i] === fold)
        probabilities[i] = themeProbability(linearLogits(weights, examples, i)[0] as number);
  }
  const judged = coded.map((one, i) => ({ coded: one, probability: probabilities[i] as number }));
  const thresholdWithout = new Map(
    [...new Set(folds)].map((fold) => [fold, chooseThreshold(judged.filter((_, i) => folds[i] !== fold))]),
  );
  const decided = judged.map(
    ({ probability }, i) => probability >= (thresholdWithout.get(folds[i] as number) as number),
  );
  return { threshold: chooseThreshold(judged), decided };
}

/** Groups that hold the theme are spread over the folds first, so that a rare theme is missing from no training. */
function foldsOf(passages: readonly CodedPassage[], coded: readonly boolean[], seed: number): Int32Array {
  const having = new Set(passages.filter((_, i) => coded[i]).map((one) => one.group));
  const folds = new Int32Array(passages.length);
  for (const isHaving of [true, false]) {
    const places = passages.flatMap(({ group }, i) => (having.has(group) === isHaving ? [i] : []));
    const spread = groupedFolds(
      places.map((i) => (passages[i] as CodedPassage).group),
      Math.min(VALIDATION.folds, having.size),
      seed,
    );
    places.forEach((place, k) => {
      folds[place] = spread[k] as number;
    });
  }
  return folds;
}
