import { createCharacterTable } from '../../src/annotate/stance/character-classes.ts';
import { chooseDecisionWeights } from '../../src/annotate/stance/decision-weights.ts';
import { type GoldRow, STANCE_CLASSES } from '../../src/annotate/stance/gold.ts';
import { decide } from '../../src/annotate/stance/linear.ts';
import { classOf, inputOfRow } from '../../src/annotate/stance/pack-examples.ts';
import { createPolarityTable, markPolarity } from '../../src/annotate/stance/polarity.ts';
import { createTokenWindow, tokenizeWindow } from '../../src/annotate/stance/tokens.ts';
import type { Prediction } from '../../src/learn/classification-scores.ts';
import {
  type LinearWeights,
  linearLogits,
  trainLinearClassifiers,
} from '../../src/learn/linear-classifier.ts';
import { softmaxInPlace } from '../../src/learn/softmax.ts';
import { fitTemperature } from '../../src/learn/temperature.ts';
import type { FoldedRows } from './corpora.ts';
import { PLAIN_BUCKETS, type PlainView, packPlain } from './plain-features.ts';

const NEITHER = 1;

/** Decides every row without having learned from its fold; predictions stand in the order of the rows. */
export type Baseline = (corpus: FoldedRows, seed: number) => Prediction[];

/** What the model is measured against, by the name of its column. */
export const BASELINES: Readonly<Record<string, Baseline>> = {
  majority,
  lexicon,
  'n-grams': (corpus, seed) => plainLinear(corpus, { view: 'text', seed }),
  'n-grams, target': (corpus, seed) => plainLinear(corpus, { view: 'target', seed }),
};

/** The most frequent class of the other folds. */
function majority({ rows, folds }: FoldedRows): Prediction[] {
  const top = new Map<number, number>();
  for (const fold of new Set(folds)) {
    const counts = [0, 0, 0];
    rows.forEach((row, i) => {
      if (folds[i] !== fold) counts[classOf(row)]! += 1;
    });
    top.set(fold, counts.indexOf(Math.max(...counts)));
  }
  return rows.map((row, i) => certain(row, top.get(folds[i] as number) as number));
}

/** More words of praise than of blame around the target, or the reverse; the whole text where it is not named. */
function lexicon({ rows }: FoldedRows): Prediction[] {
  const table = createCharacterTable();
  const window = createTokenWindow();
  const polarityTable = createPolarityTable();
  const polarity = new Uint8Array(window.kinds.length);
  return rows.map((row) => {
    tokenizeWindow(inputOfRow(row), 0, { table, into: window });
    markPolarity(window, { text: row.text, folded: table.folded, table: polarityTable }, polarity);
    let balance = 0;
    for (const mark of polarity.subarray(0, window.length)) balance += mark === 1 ? 1 : mark === 2 ? -1 : 0;
    return certain(row, NEITHER + Math.sign(balance));
  });
}

function certain(row: GoldRow, decided: number): Prediction {
  const probabilities = [0, 0, 0];
  probabilities[decided] = 1;
  return { label: classOf(row), decided, probabilities };
}

/** The model's learner and its rule of decision over plain n-grams, with the penalty in the middle of its grid. */
function plainLinear(
  { rows, folds }: FoldedRows,
  { view, seed }: { readonly view: PlainView; readonly seed: number },
): Prediction[] {
  const examples = packPlain(rows, view);
  const options = { classes: 3, features: PLAIN_BUCKETS, domains: 1, seed, epochs: 8, rate: 0.3, l2: 1e-4 };
  const logits: Float64Array[] = [];
  for (const fold of new Set(folds)) {
    const rest = rows.flatMap((_, i) => (folds[i] === fold ? [] : [i]));
    const [model] = trainLinearClassifiers(examples, rest, options) as [LinearWeights];
    folds.forEach((of, i) => {
      if (of === fold) logits[i] = linearLogits(model, examples, i);
    });
  }
  const outcomes = rows.map((row, i) => ({ label: classOf(row), logits: logits[i] as Float64Array }));
  const temperature = fitTemperature(outcomes);
  const probabilities = logits.map((one) => {
    const p = Float64Array.from(one);
    softmaxInPlace(p, temperature);
    return p;
  });
  const labels = outcomes.map((one) => one.label);
  const rules = { temperature, decisionWeights: chooseDecisionWeights(labels, probabilities) };
  return outcomes.map((one, i) => {
    const { label } = decide(Float64Array.from(one.logits), rules, 0);
    const decided = (STANCE_CLASSES as readonly string[]).indexOf(label);
    return { label: one.label, decided, probabilities: probabilities[i] as Float64Array };
  });
}
